"""What was posted or sent hours before is seen by those who have got up meanwhile."""

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import F32, I8, any_of
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
    responds = post & publishing.responds_to(net, who, act, item)
    tried = np.maximum(np.float32(0), a.tried[who] - np.float32(1))
    odds = response.chance_to_answer(do, act, hearing.opinion(net, who), a.attention[who], tried, feed)
    replies = ~post & (chance.uniform(a.key[who], Draw.ANSWER, net.tick) < odds)
    net.account.responses[:, net.third] += net.count(who[responds])
    net.account.pitched += hearing.by_trust(net, who[post & (act == Act.PITCH)])
    to_me = ~post | responds & (act == Act.ASK)
    part = publishing.effect(net, to_me)
    to_me |= post & publishing.of_use(net, who, act, item)
    said = hearing.message(who, act, seconds(do, feed), item=item, about=a.due_about[who], to_me=to_me, part=part)
    hearing.hear(net, said)
    a.asks[who[~post]] = False
    exchange.introduce(net, who[~post & (act == Act.INTRODUCE)])
    exchange.read(net, who[do == Deed.READ])
    answered = responds | replies
    exchange.answer(net, who[answered], act[answered], item[answered])


def seconds(do: I8, p: FeedParams) -> F32:
    """How long one is at what comes that way, (n,)."""
    result = np.full(len(do), p.glance_s, np.float32)
    result[any_of(do, Deed.MESSAGE)] = p.letter_s
    result[any_of(do, Deed.MEET)] = p.coffee_s
    return result
