"""The tick of the weeks, an hour, as a numbered list. Rules are elsewhere; only what is called here writes.

once a day, at midnight:
1  the day           time is given anew; who has the card of somebody they do not know uses it
2  fading            what nobody keeps up fades, attention comes back a little
3  turning away      follows end, people mute
4  business          deals are made, lost and won back; people look up what one does
5  referrals         whoever trusts sends somebody
6  word              the annoyed and the delighted tell others
and every hour:
7  deeds             what players and styles asked for, as far as the day's time goes
8  arriving          what was posted or sent is seen on waking, appraised and answered
9  hanging           questions left for too long

`step` is all of it; who tells of an hour while it passes goes through its three parts.
"""

import numpy as np

from game.model.acts import Act
from game.model.columns import F32, I64, any_of
from game.model.commands import Do
from game.model.feed import arrival, bonds, deeds, exchange, following, hearing, nuisance, publishing
from game.model.feed.deeds import DIRECT, PERSONAL, Deed
from game.model.feed.net import Net
from game.model.feed.sense import sensible
from game.model.orders import NONE, Orders

FOLLOWERS_BOUGHT = 1000  # in one purchase


def step(net: Net, orders: Orders = NONE) -> None:
    """Advance one hour."""
    begin_hour(net)  # 1 to 6
    obey(net, orders)  # 7
    end_hour(net)  # 8 and 9


def begin_hour(net: Net) -> None:
    """The next hour, and at midnight the next day; what is reported from now on is of this hour."""
    net.tick += 1
    net.log.clear(net.tick)
    if net.hour == 0:
        _new_day(net)


def end_hour(net: Net) -> None:
    """What the hour brings, after the deeds of it."""
    arrival.arrive(net)  # 8
    exchange.left_hanging(net)  # 9


def _new_day(net: Net) -> None:
    account = net.account
    account.left[:] = (
        np.minimum(account.left, account.day_min * np.float32(net.feed.carried_days - 1)) + account.day_min
    )
    nuisance.bother(net)  # 1
    bonds.fade(net)  # 2
    following.turn_away(net)  # 3
    bonds.lose(net)  # 4
    bonds.deal(net)
    bonds.look_up(net)
    bonds.refer(net)  # 5
    bonds.spread_word(net)  # 6


def feasible(net: Net, orders: Orders) -> Orders:
    """Those deeds that make sense and that there is time for; one of a player's at a time."""
    orders = sensible(net, orders)
    if not len(orders.actor):
        return NONE
    room = net.room_of(orders.actor)
    needed = deeds.so_far(room, deeds.minutes(orders.do, orders.act, net.feed))
    return orders.take((needed <= net.account.left[room]).nonzero()[0])


def obey(net: Net, orders: Orders) -> None:
    """Put into effect what of these deeds is feasible."""
    orders = feasible(net, orders)
    if not len(orders.actor):
        return
    account = net.account
    room = net.room_of(orders.actor)
    cost = deeds.minutes(orders.do, orders.act, net.feed)
    spent = np.bincount(room, weights=cost, minlength=net.rooms).astype(np.float32)
    account.left -= spent
    account.spent += spent
    acted = orders.act >= 0
    np.add.at(account.acts, (room[acted], orders.act[acted]), 1)
    _direct(net, orders, cost)
    _general(net, orders, room)


def _direct(net: Net, orders: Orders, cost: F32) -> None:
    at = any_of(orders.do, *DIRECT).nonzero()[0]
    if len(at):
        to = orders.to[at].astype(np.int64)
        net.audience.met[to[any_of(orders.do[at], *PERSONAL)]] = True
        net.account.pitched += hearing.by_trust(net, to[any_of(orders.act[at], Act.PITCH)])
        exchange.send(net, orders.take(at), cost[at])


def _general(net: Net, orders: Orders, room: I64) -> None:
    a, do = net.audience, orders.do
    posts = any_of(do, Deed.POST).nonzero()[0]
    publishing.post(net, room[posts], orders.act[posts], orders.item[posts], orders.about[posts])
    mails = any_of(do, Deed.MAIL).nonzero()[0]
    for act in (Act.PITCH, Act.REMEMBER, Act.CARD) if len(mails) else ():
        wrote = room[mails[orders.act[mails] == act]]
        if len(wrote):
            following.mail(net, wrote, act)
    following.follow(net, orders.to[any_of(do, Deed.FOLLOW)].astype(np.int64))
    following.buy(net, room[any_of(do, Deed.BUY)], FOLLOWERS_BOUGHT)
    a.ignored[orders.to[any_of(do, Deed.MUTE)]] = True
    dropped = orders.to[any_of(do, Deed.DROP)]
    a.said[dropped], a.asks[dropped] = -1, False
    marked = any_of(do, Do.MARK).nonzero()[0]
    a.mark[orders.to[marked]] = orders.item[marked]
