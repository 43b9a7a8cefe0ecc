"""How the weeks begin: the guests of the evening, those who follow already, and the strangers one may come across."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.acts import Item
from game.model.cast import Cast
from game.model.chance import Draw
from game.model.columns import I64, Bool
from game.model.feed.net import Net
from game.model.feed.params import HOURS, FeedParams
from game.model.feed.tables import Bond
from game.model.params import Params

PLAYER = 0  # the player's row
_STRANGER_IDS = 1_000_000  # above all ids of a cast


@dataclass(frozen=True)
class Start:
    """What a scenario says of the weeks."""

    days: int = 30
    followers: int = 300
    bought: int = 0
    minutes_a_day: float = 60.0
    community: bool = True  # a network on which one knows one another
    sellers: Bool | None = None  # of the cast: who uses every card for selling, (n,)
    lost: Bool | None = None  # of the cast: who was a client once, and went, (n,)


def begin(
    cast: Cast,
    seeds: Sequence[int],
    start: Start,
    params: Params | None = None,
    feed: FeedParams | None = None,
    hosts: I64 | None = None,
) -> Net:
    """The weeks of every seed's room, each around one player; the others of the cast have been at an evening.

    `hosts`: who of the cast is the player of each room, (R,); its first attendee unless told otherwise.
    """
    feed = feed or FeedParams()
    beyond = max(start.followers + feed.strangers, feed.neighbourhood)
    net = Net(len(seeds), cast.size + beyond, cast.size, start.days, params or Params(), feed)
    order = in_rows(cast.size, np.zeros(len(seeds), np.int64) if hosts is None else hosts)
    _people(net, cast, seeds, start, order)
    _account(net, cast, start, order[:, PLAYER])
    _followers(net, cast, start)
    if start.lost is not None:
        _lost(net, start.lost[order])
    return net


def in_rows(size: int, hosts: I64) -> I64:
    """Who of a cast is in which row of each room, (R, size): the host in the player's, who had that one in theirs."""
    order = np.tile(np.arange(size), (len(hosts), 1))
    order[np.arange(len(hosts)), hosts] = PLAYER
    order[:, PLAYER] = hosts
    return order


def _people(net: Net, cast: Cast, seeds: Sequence[int], start: Start, order: I64) -> None:
    a, n, size = net.audience, cast.size, net.capacity
    ids = a.id.reshape(net.rooms, size)
    ids[:, :n], ids[:, n:] = cast.id[order], _STRANGER_IDS + np.arange(size - n)
    room_seeds = np.array([seed & 0xFFFFFFFF for seed in seeds], np.uint32)
    a.key[:] = chance.keys(np.repeat(room_seeds, size), a.id)
    a.there[:] = True
    a.there[::size] = False
    topics = max(1, cast.topics)
    for k in range(4):
        a.interests |= np.left_shift(np.uint32(1), chance.choose(a.key, Draw.TOPIC, k, topics))
    needs = chance.uniform(a.key, Draw.WHOM, 2) < 0.5
    a.need[:] = np.where(needs, chance.choose(a.key, Draw.WHOM, 0, topics), -1)
    a.offer[:] = chance.choose(a.key, Draw.WHOM, 1, topics)
    for name in ("interests", "need", "offer"):
        getattr(a, name).reshape(net.rooms, size)[:, :n] = getattr(cast, name)[order]
    if start.sellers is not None:
        a.sells.reshape(net.rooms, size)[:, :n] = start.sellers[order]
    low, high = net.params.negativity_low, net.params.negativity_high
    a.negativity[:] = low + (high - low) * chance.uniform(a.key, Draw.NEGATIVITY, 0)
    early = 6 + chance.choose(a.key, Draw.WAKES, 0, 3)
    anywhere = chance.choose(a.key, Draw.WAKES, 1, HOURS)
    abroad = chance.uniform(a.key, Draw.WAKES, 2) < np.float32(net.feed.abroad)
    guests = np.tile(np.arange(size) < n, net.rooms)  # they live where the evening was
    a.wakes[:] = np.where(abroad & ~guests, anywhere, early)


def _account(net: Net, cast: Cast, start: Start, hosts: I64) -> None:
    account, head = net.account, np.arange(net.rooms) * net.capacity
    account.key[:] = net.audience.key[head]
    account.interests[:], account.need[:] = cast.interests[hosts], cast.need[hosts]
    account.offer[:] = cast.offer[hosts]
    account.human[:] = cast.human[hosts]
    account.community[:] = start.community
    account.bought[:] = start.bought
    account.day_min[:] = start.minutes_a_day
    account.left[:] = start.minutes_a_day  # the first day has its hours, too
    account.response[:] = np.float32(net.feed.usual_response * net.feed.lively)


def _followers(net: Net, cast: Cast, start: Start) -> None:
    """First impressions of everybody who was not at the evening, and who of them follows."""
    a, p, feed = net.audience, net.params, net.feed
    who = net.everybody(np.arange(net.rooms))
    who = who[who % net.capacity >= cast.size]
    key = a.key[who]
    a.liking[who] = np.float32(p.rater_sd) * chance.normal(key, Draw.LENIENCY, 0)
    a.liking[who] += np.float32(p.pair_sd) * chance.normal(key, Draw.PAIR, 0)
    a.liking[who] = np.maximum(a.liking[who], np.float32(feed.near_liking))
    # nobody follows whom they dislike
    follow = who[who % net.capacity < cast.size + start.followers]
    a.follows[follow] = True
    a.liking[follow] = np.maximum(a.liking[follow], np.float32(feed.follower_liking))
    a.known[follow] |= np.uint32(1 << Item.NAME | 1 << Item.WORK)
    ago = chance.exponential(a.key[follow], Draw.SINCE, 0) * np.float32(feed.days_before * HOURS)
    a.since[follow] = -ago.astype(np.int32)


def _lost(net: Net, lost: Bool) -> None:
    """Clients who have gone, (R, cast): they know the player and think the worse of them, but have not unfollowed."""
    a, feed = net.audience, net.feed
    room, row = np.nonzero(lost)
    who = room * net.capacity + row
    a.deal[who], a.lost[who] = Bond.LOST, True
    a.met[who], a.minutes[who], a.follows[who] = True, np.float32(feed.business_minutes), True
    a.since[who] = a.last[who] = -np.int32(feed.lasting_days * HOURS)
    a.liking[who] = np.float32(feed.lost_liking)
    a.known[who] |= np.uint32(1 << Item.NAME | 1 << Item.WORK | 1 << Item.OFFER)
    a.knows[who] |= np.uint32(1 << Item.NAME | 1 << Item.WORK | 1 << Item.NEED)
