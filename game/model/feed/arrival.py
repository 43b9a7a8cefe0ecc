"""What was posted or sent hours before is seen by those who have got up meanwhile."""

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import F32, I8, I64, Bool, any_of
from game.model.feed import exchange, hearing, publishing, response
from game.model.feed.deeds import Deed
from game.model.feed.net import Net
from game.model.feed.params import FeedParams


def arrive(net: Net) -> None:
    """Whatever is seen this hour is appraised, and answered or not."""
    a, feed = net.audience, net.feed
    who = net.seeing()
    if not len(who):
        return
    a.due[who] = -1
    who = who[~a.muted[who]]
    do, act, item = a.due_do[who], a.due_act[who], a.due_item[who]
    post = any_of(do, Deed.POST)
    posts, own = post.nonzero()[0], (~post).nonzero()[0]
    responds, replies = np.zeros(len(who), np.bool_), np.zeros(len(who), np.bool_)
    to_me = ~post
    useful = np.zeros(len(who), np.bool_)
    if len(posts):
        seen, shown, about = who[posts], act[posts], item[posts]
        responds[posts] = publishing.responds_to(net, seen, shown, about)
        to_me |= responds & any_of(act, Act.ASK)
        useful[posts] = publishing.of_use(net, seen, shown, about)
        net.account.responses[:, net.third] += net.count(who[responds])
        net.account.pitched += hearing.by_trust(net, seen[any_of(shown, Act.PITCH)])
    if len(own):
        replies[own] = _replies(net, who[own], do[own], act[own])
    part = publishing.effect(net, to_me)
    said = hearing.message(
        who, act, seconds(do, feed), item=item, about=a.due_about[who], to_me=to_me | useful, part=part
    )
    hearing.hear(net, said)
    a.asks[who[own]] = False
    exchange.introduce(net, who[own[any_of(act[own], Act.INTRODUCE)]])
    exchange.read(net, who[any_of(do, Deed.READ)])
    answered = responds | replies
    exchange.answer(net, who[answered], act[answered], item[answered])


def _replies(net: Net, who: I64, do: I8, act: I8) -> Bool:
    """Who answers something meant for them alone, (n,)."""
    a = net.audience
    tried = np.maximum(np.float32(0), a.tried[who] - np.float32(1))
    odds = response.chance_to_answer(do, act, hearing.opinion(net, who), a.attention[who], tried, net.feed)
    result: Bool = chance.uniform(a.key[who], Draw.ANSWER, net.tick) < odds
    return result


def seconds(do: I8, p: FeedParams) -> F32:
    """How long one is at what comes that way, (n,)."""
    result = np.full(len(do), p.glance_s, np.float32)
    result[any_of(do, Deed.MESSAGE)] = p.letter_s
    result[any_of(do, Deed.MEET)] = p.coffee_s
    return result
