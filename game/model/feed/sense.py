"""Which deeds make sense: to somebody there, about something there is, by whoever has a day left."""

import numpy as np

from game.model.acts import Act, Item
from game.model.columns import Bool, any_of
from game.model.commands import Do
from game.model.feed import response
from game.model.feed.deeds import DIRECT, PERSONAL, Deed
from game.model.feed.net import Net
from game.model.orders import NONE, SENSELESS, Orders

_TO_SOMEBODY = (*DIRECT, Deed.FOLLOW, Deed.MUTE, Deed.DROP, Do.MARK)
_PUBLIC = (Act.ASK, Act.SHARE, Act.OFFER, Act.PRAISE, Act.BOAST, Act.PITCH)
_MAILED = (Act.PITCH, Act.REMEMBER, Act.CARD)
_TO_ONE = (
    *(Act.GREET, Act.ASK, Act.ASK_WORK, Act.FOLLOW_UP, Act.PARAPHRASE, Act.ANSWER, Act.SHARE, Act.PRAISE, Act.OFFER),
    *(Act.INTRODUCE, Act.REMEMBER, Act.PITCH, Act.BOAST, Act.CARD),
)
_KINDS = (*_TO_SOMEBODY, Deed.POST, Deed.MAIL, Deed.BUY, Deed.LURK)


def sensible(net: Net, orders: Orders) -> Orders:
    """Those that make sense now; of several that a player asks for in one hour, all, but to each person one."""
    if not len(orders.actor):
        return NONE
    orders = orders.take(np.flatnonzero(_of_a_player(net, orders)))
    fine = _to_somebody_there(net, orders) & _acts_fit(net, orders)
    return orders.take(np.flatnonzero(fine & _once(net, orders)))


def alone(net: Net, orders: Orders) -> Bool:
    """Whether each makes sense now, were it all that is asked, (n,)."""
    fine = _of_a_player(net, orders)
    at = np.flatnonzero(fine)
    asked = orders.take(at)
    again = any_of(asked.do, *DIRECT) & _under_way(net, asked)
    fine[at] = _to_somebody_there(net, asked) & _acts_fit(net, asked) & ~again
    return fine


def _of_a_player(net: Net, orders: Orders) -> Bool:
    size = net.rooms * net.capacity
    player = (orders.actor >= 0) & (orders.actor < size) & (orders.actor % net.capacity == 0)
    result: Bool = player & any_of(orders.do, *_KINDS)
    return result


def _to_somebody_there(net: Net, orders: Orders) -> Bool:
    needs = any_of(orders.do, *_TO_SOMEBODY)
    inside = (orders.to >= 0) & (orders.to < net.rooms * net.capacity)
    to = np.where(inside, orders.to, 0).astype(np.int64)
    same = inside & (net.room_of(to) == net.room_of(orders.actor)) & net.audience.there[to]
    result: Bool = np.where(needs, same, orders.to > SENSELESS)
    return result


def _acts_fit(net: Net, orders: Orders) -> Bool:
    """Every deed does something that can be done that way, and about what there is."""
    a, do, act = net.audience, orders.do, orders.act
    to = np.clip(orders.to, 0, net.rooms * net.capacity - 1).astype(np.int64)
    personal = any_of(do, *PERSONAL)
    fits = ~personal | any_of(act, *_TO_ONE)
    mail, said = any_of(do, Deed.MAIL), a.said[to]
    fits &= ~any_of(do, Deed.POST) | any_of(act, *_PUBLIC)
    fits &= ~mail | any_of(act, *_MAILED)
    fits &= ~any_of(do, Deed.READ) | any_of(act, Act.LISTEN)
    fits &= ~any_of(do, Deed.REPLY) | (said >= 0)
    posted = any_of(do, Deed.COMMENT) & response.interest_in(orders.item, a.interests[to])  # they write about it
    fits &= ~any_of(act, Act.FOLLOW_UP) | ((said >= int(Item.WORK)) & personal) | posted
    fits &= ~any_of(act, Act.ANSWER) | a.asks[to]
    fits &= ~any_of(act, Act.REMEMBER) | mail | (a.knows[to] > 1)
    about = orders.about
    inside = (about >= 0) & (about < net.rooms * net.capacity)
    there = inside & a.there[np.where(inside, about, 0)] & (net.room_of(about) == net.room_of(orders.actor))
    fits &= ~any_of(act, Act.INTRODUCE) | (there & (about != orders.to))
    fits &= (orders.item >= -1) & (orders.item < 32) & ((about == -1) | there)
    result: Bool = fits
    return result


def _once(net: Net, orders: Orders) -> Bool:
    """The first of several deeds to the same person, and of several posts of one player."""
    direct = any_of(orders.do, *DIRECT)
    post = any_of(orders.do, Deed.POST, Deed.MAIL)
    place = np.where(direct, orders.to.astype(np.int64), -1 - orders.actor)
    first = np.ones(len(place), np.bool_)
    for group in (direct, post):
        at = np.flatnonzero(group)
        _, one = np.unique(place[at], return_index=True)
        first[at] = False
        first[at[one]] = True
    result: Bool = first & ~(direct & _under_way(net, orders))
    return result


def _under_way(net: Net, orders: Orders) -> Bool:
    """What was said to them before is still on its way."""
    return net.on_the_way(np.clip(orders.to, 0, len(net.audience.due) - 1))
