"""Posts: who is shown them, who responds, and what becomes a discussion."""

from typing import Any

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, Bool, any_of
from game.model.feed import exchange, hearing, reach, response
from game.model.feed.events import FeedEvent
from game.model.feed.net import Net
from game.model.social.appraisal import SELLING


def post(net: Net, room: I64, act: I8, item: I8, about: I32) -> None:
    """The players of these rooms (each once) post; whoever is awake may be shown it at once, the rest hours later."""
    if not len(room):
        return
    feed = net.feed
    who, which, now = _shown(net, room)
    later = (~now & (net.audience.due[who] < 0)).nonzero()[0]
    exchange.leave(net, who[later], act[which[later]], item[which[later]])
    who, which = who[now], which[now]
    named = any_of(act, Act.PRAISE) & (about >= 0)
    who, which = _with_named(who, which, about.astype(np.int64), named)
    to_me = about[which] == who
    responds = responds_to(net, who, act[which], item[which]) | (to_me & any_of(act[which], Act.PRAISE))
    _book(net, room, which, responds, act, item)
    act, item = act[which], item[which]
    to_me |= responds & any_of(act, Act.ASK)
    net.account.pitched += hearing.by_trust(net, who[any_of(act, Act.PITCH)])
    part, useful = effect(net, to_me), of_use(net, who, act, item)
    hearing.hear(
        net, hearing.message(who, act, feed.glance_s, item=item, about=about[which], to_me=to_me | useful, part=part)
    )
    _discuss(net, room, who, which, responds, act, item)


def _shown(net: Net, room: I64) -> tuple[I64, I64, Bool]:
    """Who gets to see a post: (people, index of the room among these, whether at once or on waking)."""
    a, feed, size = net.audience, net.feed, net.capacity

    def of(column: Any) -> Any:
        return column.reshape(net.rooms, size)[room]

    share = reach.share_shown(net.account.response, net.followers(), feed)[room]
    late_share = np.float32(1 + feed.late)
    draw = chance.uniform(of(a.key), Draw.SHOWN, net.tick)
    likely = draw < (share * late_share)[:, None]  # what anybody would be shown who reads all
    at = (likely & of(a.follows) & ~of(a.muted)).ravel().nonzero()[0]
    which = at // size
    who = at + (room[which] - which) * size
    chance_now = share[which] * a.attention[who]
    now = net.awake(who)
    odds = np.where(now, chance_now * late_share, chance_now * np.float32(feed.late))
    seen = (draw.ravel()[at] < odds).nonzero()[0]
    return who[seen], which[seen], now[seen]


def _with_named(who: I64, which: I64, about: I64, named: Bool) -> tuple[I64, I64]:
    """Somebody named in a post is told of it."""
    at = named.nonzero()[0]
    if not len(at):
        return who, which
    fresh = at[~np.isin(about[at], who)]
    return np.concatenate([who, about[fresh]]), np.concatenate([which, fresh])


def responds_to(net: Net, who: I64, act: I8, item: I8) -> Bool:
    """Who of those shown a post responds to it, (n,)."""
    a, feed = net.audience, net.feed
    appeal = response.appeal(act, item, a.interests[who], a.need[who], hearing.opinion(net, who), feed)
    odds = appeal * np.float32((feed.respond + feed.react) * feed.lively)
    result: Bool = chance.uniform(a.key[who], Draw.RESPOND, net.tick) < np.minimum(np.float32(0.9), odds)
    return result


def _book(net: Net, room: I64, which: I64, responds: Bool, act: I8, item: I8) -> None:
    """Count, and let reach follow the response."""
    account, third = net.account, net.third
    shown = np.bincount(which, minlength=len(room)).astype(np.float32)
    responses = np.bincount(which[responds], minlength=len(room)).astype(np.float32)
    account.posts[room, third] += 1
    account.responses[room, third] += responses.astype(np.int32)
    account.response[room] = reach.recent_response(
        account.response[room], responses, shown, net.followers()[room], account.bought[room], net.feed
    )
    head = room * net.capacity
    net.log.event(FeedEvent.POSTED, head, act=act, item=item, value=shown)
    net.log.event(FeedEvent.RESPONDED, head, act=act, item=item, value=responses)


def of_use(net: Net, who: I64, act: I8, item: I8) -> Bool:
    """Who can use what a post offers, and so takes it as said to them, (n,)."""
    result: Bool = any_of(act, Act.OFFER) & (response.topic_of(item) == net.audience.need[who])
    return result


def effect(net: Net, to_me: Bool) -> F32:
    """What part of the effect of words to one person a post has, (n,)."""
    result: F32 = np.where(to_me, np.float32(1), np.float32(net.feed.breadth)).astype(np.float32)
    return result


def _discuss(net: Net, room: I64, who: I64, which: I64, responds: Bool, act: I8, item: I8) -> None:
    """Some of those who respond answer; some of these answer one another."""
    a, feed = net.audience, net.feed
    answers = (responds & ~any_of(act, *SELLING)).nonzero()[0]
    words = feed.respond / (feed.respond + feed.react)
    answers = answers[chance.uniform(a.key[who[answers]], Draw.REPLY, net.tick) < np.float32(words)]
    speakers, posts = who[answers], which[answers]
    exchange.answer(net, speakers, act[answers], item[answers])
    people = np.bincount(posts, minlength=len(room))
    others = (people[posts] - 1).astype(np.float32)
    to_another = chance.uniform(a.key[speakers], Draw.THREAD, net.tick) < np.float32(feed.thread) * others
    joined = np.bincount(posts[to_another], minlength=len(room))
    lively = (people >= 2) & (joined >= 1)
    talking = people + 1
    net.account.replies[:] += np.bincount(room[posts], minlength=net.rooms).astype(np.int32)
    net.account.discussions[room] += lively
    net.account.acquainted[room] += np.where(lively, people * (people - 1) // 2, 0).astype(np.int32)
    deep = chance.uniform(net.account.key[room], Draw.THREAD, net.tick) < np.float32(feed.deeper) * joined
    net.account.deep[room] += lively & deep
    at = np.flatnonzero(lively)
    net.log.event(FeedEvent.THREAD, room[at] * net.capacity, act=-1, value=talking[at].astype(np.float32))
