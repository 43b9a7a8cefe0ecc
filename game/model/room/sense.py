"""Which commands make sense just now. The others are ignored: no view offered them."""

from collections.abc import Callable

import numpy as np

from game.model.acts import MAX_TOPICS, Act, Item, Mark
from game.model.columns import I32, Bool, any_of
from game.model.commands import Do
from game.model.orders import Orders
from game.model.room.hall import Hall

MOST_MARKS = sum(Mark)
MOST_ACTS = max(Act)


def sensible(hall: Hall, orders: Orders) -> Orders:
    """Those of the orders that can be carried out, in their order."""
    good: Bool = hall.people.present.take(orders.actor)
    for kinds, makes_sense in _RULES:
        at = np.flatnonzero(any_of(orders.do, *kinds))
        if len(at):
            good[at] = makes_sense(hall, orders.take(at))
    return orders.take(np.flatnonzero(good))


def _finite(hall: Hall, walk: Orders) -> Bool:
    """Somebody here walks to a place that is somewhere."""
    result: Bool = hall.people.present.take(walk.actor) & np.isfinite(walk.x) & np.isfinite(walk.y)
    return result


def _there(hall: Hall, up_to: Orders) -> Bool:
    """Somebody here walks up to somebody else who is here."""
    somebody, to = _somebody(hall, up_to)
    return somebody & hall.people.present.take(up_to.actor) & hall.people.present.take(to)


def _decided(hall: Hall, mark: Orders) -> Bool:
    """About somebody met, and a mark there is."""
    somebody, to = _somebody(hall, mark)
    met = hall.ties.met.take(hall.ties.index(mark.actor, to))
    return somebody & met & (mark.item >= 0) & (mark.item <= MOST_MARKS)


def _somebody(hall: Hall, orders: Orders) -> tuple[Bool, I32]:
    """Whether an order names somebody else of the same room, and whom; the one who gives it where not."""
    somebody: Bool = _of_the_room(hall, orders, orders.to) & (orders.to >= 0) & (orders.to != orders.actor)
    return somebody, np.where(somebody, orders.to, orders.actor).astype(np.int32)


def _of_the_room(hall: Hall, orders: Orders, whom: I32) -> Bool:
    """Whether a column names nobody, or somebody who comes to the same room."""
    same: Bool = (whom >= 0) & (whom // hall.capacity == orders.actor // hall.capacity)
    result: Bool = (whom == -1) | (same & hall.people.expected.take(np.where(same, whom, 0)))
    return result


def _can_be_said(hall: Hall, say: Orders) -> Bool:
    """A real act about an item there is, to somebody standing here or to all, and true to what was said."""
    p = hall.people
    slot = p.formation.take(say.actor)
    inside = _of_the_room(hall, say, say.to)
    to = np.where(inside & (say.to >= 0), say.to, say.actor).astype(np.int32)
    can: Bool = inside & ((say.to == -1) | (to != say.actor)) & (p.formation.take(to) == slot)
    can &= p.present.take(say.actor) & (slot >= 0) & (say.act >= 0) & (say.act <= MOST_ACTS)
    can &= (say.item >= -1) & (say.item < Item.STORY + MAX_TOPICS)
    can &= _of_the_room(hall, say, say.about)
    for acts, true_to in ((_OF_A_THIRD, _third), (_REFERRING, _refers)):
        at = np.flatnonzero(any_of(say.act, *acts) & can)
        if len(at):
            can[at] = true_to(hall, say.take(at), to.take(at))
    return can


def _third(hall: Hall, say: Orders, to: I32) -> Bool:
    """Whether it is about a third person the speaker has met or heard of."""
    third = (say.about >= 0) & (say.about != say.actor) & (say.about != to)
    rows = hall.ties.index(say.actor, np.where(third, say.about, say.actor))
    result: Bool = third & ((hall.ties.known.take(rows) > 0) | (hall.ties.source[rows, 0] >= 0))
    return result


def _refers(hall: Hall, say: Orders, to: I32) -> Bool:
    """Whether something was said that can be followed up on, said back, remembered or thrown back."""
    p, f = hall.people, hall.formations
    slot = p.formation.take(say.actor)
    hooks = (p.hook_who[say.actor] == to[:, None]) & (p.hook_item[say.actor] == say.item[:, None])
    hooked = hooks.any(axis=1)
    last, told = f.last_speaker.take(slot), any_of(f.last_act.take(slot), Act.ANSWER, Act.SHARE)
    item = np.maximum(say.item, 0).astype(np.uint32)
    learned = (hall.ties.known.take(hall.ties.index(say.actor, to)) >> item) & np.uint32(1)
    result: Bool = np.select(
        [say.act == Act.FOLLOW_UP, say.act == Act.PARAPHRASE, say.act == Act.REMEMBER],
        [hooked, told & (last == to) & hooked, (learned > 0) & (say.item > Item.NAME)],
        (last == say.actor) & (f.last_act.take(slot) == Act.ANSWER),
    )
    return result


_OF_A_THIRD = (Act.GOSSIP, Act.INTRODUCE)
_REFERRING = (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER, Act.MIRROR)
_RULES: tuple[tuple[tuple[int, ...], Callable[[Hall, Orders], Bool]], ...] = (
    ((Do.WALK,), _finite),
    ((Do.APPROACH,), _there),
    ((Do.SAY, Do.CUT_IN), _can_be_said),
    ((Do.MARK,), _decided),
)
