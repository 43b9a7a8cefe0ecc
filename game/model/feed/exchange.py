"""What passes between the player and one person: deeds on their way, and the answers to them."""

import numpy as np

from game.model import chance
from game.model.acts import MAX_TOPICS, Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I64, U32, any_of
from game.model.feed import hearing, response
from game.model.feed.deeds import Deed
from game.model.feed.events import FeedEvent
from game.model.feed.net import Net
from game.model.orders import Orders

_ALL_TOPICS = np.uint32((1 << MAX_TOPICS) - 1)


def send(net: Net, orders: Orders, cost: F32) -> None:
    """Deeds for one person each are on their way; who is asleep sees them on waking. `cost` minutes (n,)."""
    a, to = net.audience, orders.to.astype(np.int64)
    a.due[to] = net.tick + net.hours_to_wake(to)
    a.due_do[to], a.due_act[to], a.due_item[to], a.due_about[to] = orders.do, orders.act, orders.item, orders.about
    a.minutes[to] += cost
    stale = net.tick - a.sent[to] > net.feed.pester_h
    a.tried[to] = np.minimum(100, np.where(stale, 0, a.tried[to]) + 1)
    a.sent[to] = net.tick
    answers = any_of(orders.do, Deed.REPLY) | ((a.said[to] >= 0) & any_of(orders.do, Deed.MESSAGE))
    a.said[to[answers]] = -1
    net.log.event(FeedEvent.SENT, to, act=orders.act, item=orders.item, about=orders.about, value=orders.do)


def leave(net: Net, who: I64, act: I8, item: I8) -> None:
    """A post of the player's that these people will see when they get up."""
    a = net.audience
    a.due[who] = net.tick + net.hours_to_wake(who)
    a.due_do[who], a.due_act[who], a.due_item[who], a.due_about[who] = Deed.POST, act, item, -1


def answer(net: Net, who: I64, act: I8, item: I8) -> None:
    """These people answer the player, who learns something of them by it; some ask back. `act`: what they answer."""
    if not len(who):
        return
    a, tick = net.audience, net.tick
    told = disclosed(net, who, act, item)
    bit = np.left_shift(np.uint32(1), np.maximum(told, 0).astype(np.uint32))
    work = any_of(told, Item.WORK)
    shows = chance.falls(work, a.key[who], Draw.OFFER_TOO, tick, net.params.offer_with_work)
    bit[shows] |= np.uint32(1 << Item.OFFER)
    bit |= np.uint32(1 << Item.NAME)
    if not net.params.learning:
        bit &= ~np.uint32(1 << Item.NEED | 1 << Item.OFFER)
    news = (bit & ~a.knows[who]) > 1
    a.knows[who] |= bit
    net.log.event(FeedEvent.LEARNED, who[news], item=told[news])
    a.met[who] = True
    a.known[who] |= np.uint32(1 << Item.NAME | 1 << Item.WORK)  # it stands on the profile they see in answering
    a.tried[who] = 0
    a.last[who] = a.said_at[who] = tick
    a.said[who] = told
    a.asks[who] = chance.uniform(a.key[who], Draw.MIRROR, tick) < np.float32(net.feed.asks_too)
    net.log.event(FeedEvent.ANSWERED, who, act=act, item=told, value=a.asks[who])
    new = who[chance.falls(~a.follows[who], a.key[who], Draw.FOLLOW, tick, net.feed.follow_for_talk)]
    a.follows[new], a.since[new] = True, tick
    net.log.event(FeedEvent.FOLLOWED, new)


def disclosed(net: Net, who: I64, act: I8, item: I8) -> I8:
    """What they tell in answering: what was asked for, more when it was followed up, else something they care about."""
    a, tick = net.audience, net.tick
    key = a.key[who]
    asks_need = any_of(act, Act.FOLLOW_UP) | any_of(act, Act.ASK) & any_of(item, Item.NEED)
    reveals = chance.falls(asks_need & (a.need[who] >= 0), key, Draw.REVEAL, tick, net.params.reveal_need)
    told = response.topic_of(item)
    other = (~response.interest_in(item, a.interests[who])).nonzero()[0]
    if len(other):
        told[other] = _some_interest(net, who[other])
    story = chance.falls(told >= 0, key, Draw.ACT, tick, 0.4)
    thing = np.where(story, told + np.int8(Item.STORY), told + np.int8(Item.TOPIC))
    thing[(told < 0) | any_of(act, Act.ASK_WORK, Act.CARD)] = Item.WORK
    thing[reveals] = Item.NEED
    result: I8 = thing
    return result


def _some_interest(net: Net, who: I64) -> I8:
    """One of the topics each of these people cares about; −1 for none. (n,)"""
    a = net.audience
    topic = chance.choose(a.key[who], Draw.TOPIC, net.tick, MAX_TOPICS).astype(np.int8)
    return _one_interest(a.interests[who], topic)


def _one_interest(interests: U32, start: I8) -> I8:
    """The first interest at or after topic `start`, going round; −1 for none. (n,)"""
    shift = start.astype(np.uint32)
    turned = ((interests >> shift) | (interests << (np.uint32(MAX_TOPICS) - shift))) & _ALL_TOPICS
    lowest = turned & (~turned + np.uint32(1))
    steps = np.bitwise_count(lowest - np.uint32(1))
    return np.where(turned > 0, (shift + steps) % MAX_TOPICS, -1).astype(np.int8)


def read(net: Net, who: I64) -> None:
    """Reading teaches, too: something they care about."""
    if not len(who):
        return
    a = net.audience
    hearing.read(net, who)
    a.tried[who] = 0
    topic = _some_interest(net, who)
    bit = np.left_shift(np.uint32(1), np.maximum(Item.TOPIC + topic, 0).astype(np.uint32))
    a.knows[who] |= np.where(topic >= 0, bit, np.uint32(0))


def introduce(net: Net, who: I64) -> None:
    """Whoever is introduced to somebody gets to know them by it: the third person hears of the player, too."""
    if not len(who):
        return
    a = net.audience
    third = a.due_about[who].astype(np.int64)
    third = np.unique(third[third >= 0])
    hearing.hear(net, hearing.message(third, Act.INTRODUCE, net.feed.glance_s))
    net.account.acquainted += net.count(who)


def left_hanging(net: Net) -> None:
    """Questions that the player has not answered in time."""
    a = net.audience
    who = np.flatnonzero(a.asks)
    who = who[(a.said[who] >= 0) & (net.tick - a.said_at[who] == net.feed.hang_h) & a.there[who]]
    if not len(who):
        return
    hearing.hung(net, who)
    a.asks[who] = False
    a.said[who] = -1
    net.log.event(FeedEvent.HUNG, who)
