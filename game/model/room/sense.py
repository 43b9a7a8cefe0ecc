"""Which commands make sense just now. The others are ignored: no view offered them."""

import numpy as np

from game.model.acts import MAX_TOPICS, Act, Item, Mark
from game.model.columns import I32, Bool
from game.model.commands import Do
from game.model.orders import Orders
from game.model.room.hall import Hall

MOST_MARKS = sum(Mark)
_OF_A_THIRD = (Act.GOSSIP, Act.INTRODUCE)


def sensible(hall: Hall, orders: Orders) -> Orders:
    """Those of the orders that can be carried out, in their order."""
    p, do = hall.people, orders.do
    here = p.present[orders.actor]
    good = here & ~np.isin(do, (Do.WALK, Do.APPROACH, Do.SAY, Do.CUT_IN, Do.MARK))
    good |= here & (do == Do.WALK) & np.isfinite(orders.x) & np.isfinite(orders.y)
    somebody = _of_the_room(hall, orders, orders.to) & (orders.to >= 0) & (orders.to != orders.actor)
    to = np.where(somebody, orders.to, orders.actor)
    good |= here & (do == Do.APPROACH) & somebody & p.present[to]
    known = hall.ties.met[hall.ties.index(orders.actor, to)]
    good |= (do == Do.MARK) & somebody & known & (orders.item >= 0) & (orders.item <= MOST_MARKS)
    result = orders.take(np.flatnonzero(good | here & np.isin(do, (Do.SAY, Do.CUT_IN))))
    says = np.isin(result.do, (Do.SAY, Do.CUT_IN))
    return result.take(np.flatnonzero(~says | _can_be_said(hall, result)))


def _of_the_room(hall: Hall, orders: Orders, whom: I32) -> Bool:
    """Whether a column names nobody, or somebody who comes to the same room."""
    same: Bool = (whom >= 0) & (whom // hall.capacity == orders.actor // hall.capacity)
    result: Bool = (whom == -1) | (same & hall.people.expected[np.where(same, whom, 0)])
    return result


def _can_be_said(hall: Hall, say: Orders) -> Bool:
    """A real act about an item there is, to somebody standing here or to all, and true to what was said."""
    p = hall.people
    slot = p.formation[say.actor]
    inside = _of_the_room(hall, say, say.to)
    to = np.where(inside & (say.to >= 0), say.to, say.actor)
    listens = inside & ((say.to == -1) | (to != say.actor)) & (p.formation[to] == slot)
    act = (say.act >= 0) & (say.act <= max(Act))
    item = (say.item >= -1) & (say.item < Item.STORY + MAX_TOPICS)
    about = _of_the_room(hall, say, say.about)
    can: Bool = (slot >= 0) & listens & act & item & about
    can &= ~np.isin(say.act, _OF_A_THIRD) | _third(hall, say, about)
    can &= ~np.isin(say.act, (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER, Act.MIRROR)) | _refers(hall, say, to)
    return can


def _third(hall: Hall, say: Orders, about: Bool) -> Bool:
    """Whether it is about a third person the speaker has met or heard of."""
    third = about & (say.about >= 0) & (say.about != say.actor) & (say.about != say.to)
    rows = hall.ties.index(say.actor, np.where(third, say.about, say.actor))
    result: Bool = third & ((hall.ties.known[rows] > 0) | (hall.ties.source[rows, 0] >= 0))
    return result


def _refers(hall: Hall, say: Orders, to: I32) -> Bool:
    """Whether something was said that can be followed up on, said back, remembered or thrown back."""
    p, f = hall.people, hall.formations
    slot = p.formation[say.actor]
    hooks = (p.hook_who[say.actor] == to[:, None]) & (p.hook_item[say.actor] == say.item[:, None])
    last, told = f.last_speaker[slot], np.isin(f.last_act[slot], (Act.ANSWER, Act.SHARE))
    item = np.maximum(say.item, 0).astype(np.uint32)
    learned = (hall.ties.known[hall.ties.index(say.actor, to)] >> item) & np.uint32(1)
    result: Bool = np.select(
        [say.act == Act.FOLLOW_UP, say.act == Act.PARAPHRASE, say.act == Act.REMEMBER],
        [hooks.any(axis=1), told & (last == to) & hooks.any(axis=1), (learned > 0) & (say.item > Item.NAME)],
        (last == say.actor) & (f.last_act[slot] == Act.ANSWER),
    )
    return result
