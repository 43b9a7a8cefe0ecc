"""Bodies: arriving, walking, standing in a ring, going home. Writes the hall."""

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import F32, I64
from game.model.events import Event
from game.model.params import TICK_S
from game.model.people import NOBODY, Doing
from game.model.room import feelings
from game.model.room.circle import direction
from game.model.room.formations import SEATS
from game.model.room.hall import Hall
from game.model.space.slots import free_spot, ring_positions, seats_in_order, spread
from game.model.space.steering import steer

NEAR_GOAL_M2 = np.float32(0.15**2)  # close enough to stand still
OUT_OF_PLACE_M2 = np.float32(0.3**2)  # nearer to their seat, people stay where they stand
DRAW_OFF_M = 0.4  # a circle draws off by at most this every two seconds, a quarter of the slowest walk
HASTE = 4.0  # …and that fast where a quarter of it avoids somebody right beside it
FORM_ANEW_TICKS = 8  # circles shift as a whole every two seconds, not at every step of somebody passing


def arrive_and_go(hall: Hall) -> None:
    """Latecomers come in by the door; whoever has reached it on the way home is gone."""
    p, door = hall.people, hall.plan.door
    new = np.flatnonzero(p.expected & ~p.present & (p.doing != Doing.GONE) & (p.arrives <= hall.tick))
    if len(new):
        p.present[new], p.x[new], p.y[new] = True, door.x, door.y
        p.decide_at[new] = hall.tick + 4
        wander(hall, new)
        hall.log.event(Event.ARRIVED, new)
    going = np.flatnonzero(p.present & (p.doing == Doing.GOING_HOME))
    out = going[(p.x[going] - door.x) ** 2 + (p.y[going] - door.y) ** 2 < np.float32(0.36)]
    p.present[out], p.doing[out], p.walking[out] = False, Doing.GONE, False
    if len(out):
        _forget(hall, out)
    hall.log.event(Event.DEPARTED, out)


def _forget(hall: Hall, gone: I64) -> None:
    """Nobody walks up to, speaks to or follows up on somebody who has gone home."""
    p = hall.people
    for column in (p.target, p.bid_to, p.hook_who):
        column[np.isin(column, gone)] = NOBODY


def go_home(hall: Hall) -> None:
    """Whoever has had enough of the evening, and is alone, heads for the door."""
    p = hall.people
    off = p.present & ~p.human & (p.formation < 0) & (p.leaves <= hall.tick) & (p.doing < Doing.GOING_HOME)
    who = np.flatnonzero(off)
    p.doing[who], p.target[who], p.walking[who] = Doing.GOING_HOME, NOBODY, True
    p.goal_x[who], p.goal_y[who] = hall.plan.door.x, hall.plan.door.y


def wander(hall: Hall, who: I64) -> None:
    """Head for one of the places of the plan: the bar, a table, an open spot."""
    p = hall.people
    places = hall.plan.places_xy
    place = chance.choose(p.key[who], Draw.PLACE, hall.tick, len(places))
    p.goal_x[who], p.goal_y[who], p.walking[who] = places[place, 0], places[place, 1], True


def take_seats(hall: Hall) -> None:
    """Circles somebody has joined or left form anew; now and then all do, and those too close give way."""
    f = hall.formations
    changed = (f.size > 0) & (f.size != f.seats)
    _turn(hall, np.flatnonzero(changed))
    if hall.tick % FORM_ANEW_TICKS == 0:
        _draw_off(hall, np.flatnonzero(f.size > 0))
        f.x[:], f.y[:] = spread(hall.plan, hall.rings, f.x, f.y, f.size.astype(np.int64), f.size > 0)
        changed = f.size > 0
    slot = np.flatnonzero(changed)
    f.seats[slot] = f.size[slot]
    _stand(hall, slot)


def _draw_off(hall: Hall, slot: I64) -> None:
    """Circles `slot` (n,) draw off from whoever near by their members avoid, the faster the more of them do.

    The middle moves by at most DRAW_OFF_M (m), and to where the largest ring is clear of walls.
    """
    f, keep = hall.formations, hall.params.keep_m
    which, other, d2 = hall.in_sight.query(f.x[slot], f.y[slot], slot // hall.per_room, keep)
    outside = hall.people.formation.take(other) != slot.take(which)
    at = np.flatnonzero(outside & hall.ties.held_about(other))
    which, other, d2 = which.take(at), other.take(at), d2.take(at)
    avoiding = _share_avoiding(hall, slot.take(which), other)
    some = np.flatnonzero(avoiding)
    which, other, near = which[some], other[some], np.sqrt(d2[some])
    pull = avoiding[some] * (np.float32(1) - near * np.float32(1 / keep))
    way_x, way_y = direction(f.x[slot[which]] - hall.people.x[other], f.y[slot[which]] - hall.people.y[other])
    dx, dy = np.zeros(len(slot), np.float32), np.zeros(len(slot), np.float32)
    np.add.at(dx, which, pull * way_x * np.float32(HASTE))
    np.add.at(dy, which, pull * way_y * np.float32(HASTE))
    moved = np.flatnonzero((dx != 0) | (dy != 0))
    slot, dx, dy = slot[moved], dx[moved], dy[moved]
    step = np.float32(DRAW_OFF_M) / np.maximum(np.float32(1), np.sqrt(dx * dx + dy * dy))
    f.x[slot], f.y[slot] = free_spot(hall.plan, f.x[slot] + dx * step, f.y[slot] + dy * step)


def _share_avoiding(hall: Hall, slot: I64, other: I64) -> F32:
    """The share of each circle `slot` (n,) that avoids `other` (n,), 0 … 1; no human counts as avoiding. (n,)"""
    f, ties, pr = hall.formations, hall.ties, hall.params
    size = f.size.take(slot).astype(np.int64)
    pair = np.repeat(np.arange(len(slot)), size)
    seat = np.arange(len(pair)) - np.repeat(np.cumsum(size) - size, size)
    who = f.members.ravel().take(slot.take(pair) * SEATS + seat)
    whom = other.take(pair)
    rows = ties.index(who, whom)
    # nobody expects less than own liking and all that was heard come to: most need no closer look
    least = ties.liking.take(rows) + np.minimum(ties.hearsay.take(rows), np.float32(0)) * np.float32(pr.hearsay)
    doubtful = np.flatnonzero(least < pr.avoid_below)
    who, whom, pair = who.take(doubtful), whom.take(doubtful), pair.take(doubtful)
    minds = (feelings.expected(hall, who, whom) < pr.avoid_below) & ~hall.people.human.take(who)
    count: F32 = np.bincount(pair[minds], minlength=len(slot)).astype(np.float32)
    heads: F32 = size.astype(np.float32)
    return count / heads


def _turn(hall: Hall, slot: I64) -> None:
    """The first seat is where the one who has been there longest stands."""
    p, f = hall.people, hall.formations
    first = f.members[slot, 0]
    f.ahead_x[slot], f.ahead_y[slot] = direction(p.x[first] - f.x[slot], p.y[first] - f.y[slot])


def _stand(hall: Hall, slot: I64) -> None:
    """Members of formations `slot` walk to the seats of the ring that lie their way, and face its middle."""
    p, f = hall.people, hall.formations
    members = f.members.take(slot, axis=0)
    ahead_x, ahead_y = f.ahead_x.take(slot), f.ahead_y.take(slot)
    way_x, way_y = p.x.take(members) - f.x.take(slot)[:, None], p.y.take(members) - f.y.take(slot)[:, None]
    seat = seats_in_order(way_x, way_y, ahead_x[:, None], ahead_y[:, None], members >= 0)
    row, at = np.nonzero(members >= 0)
    who, slot = members[row, at], slot.take(row)
    dx, dy = ring_positions(f.size[slot].astype(np.int64), seat[row, at], ahead_x.take(row), ahead_y.take(row))
    x, y = f.x.take(slot) + dx, f.y.take(slot) + dy
    p.goal_x[who], p.goal_y[who] = x, y
    p.walking[who] = (p.x[who] - x) ** 2 + (p.y[who] - y) ** 2 > OUT_OF_PLACE_M2
    p.hx[who], p.hy[who] = direction(-dx, -dy)


def walk(hall: Hall) -> None:
    """One tick of walking for everybody under way."""
    p = hall.people
    near = (p.goal_x - p.x) ** 2 + (p.goal_y - p.y) ** 2 < NEAR_GOAL_M2
    p.walking &= p.present & ~near
    movers = np.flatnonzero(p.walking)
    hall.close_by.rebuild(p.x, p.y, p.present)
    p.x[:], p.y[:], p.vx[:], p.vy[:] = steer(
        hall.plan, hall.close_by, movers, p.x, p.y, p.vx, p.vy, p.goal_x, p.goal_y, p.pace
    )
    alone = movers[p.formation[movers] < 0]
    moving = alone[p.vx[alone] ** 2 + p.vy[alone] ** 2 > np.float32(0.04)]
    p.hx[moving], p.hy[moving] = direction(p.vx[moving], p.vy[moving])


def draw_hours(hall: Hall, first_s: float, spread_s: float) -> None:
    """When each attendee comes and goes: most are early, some leave in the last third. Players stay."""
    p = hall.people
    wait = np.float32(first_s) + chance.exponential(p.key, Draw.ARRIVAL, 0) * np.float32(spread_s)
    p.arrives[:] = np.minimum(wait / np.float32(TICK_S), hall.end // 2).astype(np.int32)
    u = chance.uniform(p.key, Draw.HOME, 0)
    early = hall.end - (u * np.float32(hall.end) * np.float32(1.6)).astype(np.int32)
    p.leaves[:] = np.where((u < np.float32(0.15)), early, hall.end + 1)
    p.arrives[p.player], p.leaves[p.player] = 0, hall.end + 1
