"""Where people stand when they talk: rings round a shared space, kept out of walls and of one another.

Kendon's F-formation as a circle of evenly spread seats; neighbours and opposites stand 0.6–1.4 m apart.
"""

from math import sqrt

import numpy as np

from game.model.columns import F32, I64, Bool
from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan

MOST_SEATS = 6
RADIUS_M = np.array([0, 0, 0.45, 0.55, 0.60, 0.65, 0.68], np.float32)  # by size of the formation
WIDEST_M = 2 * float(RADIUS_M.max()) + 0.6  # middles closer than this may crowd each other
CLEAR_M = np.float32(0.6)  # between the rings of two formations: room to pass
TOGETHER_M = np.float32(1e-3)
SLIP = np.float32(0.4)  # share of giving way that goes sideways: rings pressed into one corner get past each other
GIVE_WAY_M = np.float32(0.15)  # a ring gives way by at most this in one call

_C72, _C36 = (sqrt(5) - 1) / 4, (sqrt(5) + 1) / 4
_S72, _S36, _S60 = sqrt(1 - _C72**2), sqrt(1 - _C36**2), sqrt(3) / 2
_C30, _S30 = np.float32(_S60), np.float32(0.5)
# Cosines and sines of the seats by size of the formation, in closed form: libraries' cosines differ in bits.
_TURNS: dict[int, list[tuple[float, float]]] = {
    2: [(1, 0), (-1, 0)],
    3: [(1, 0), (-0.5, _S60), (-0.5, -_S60)],
    4: [(1, 0), (0, 1), (-1, 0), (0, -1)],
    5: [(1, 0), (_C72, _S72), (-_C36, _S36), (-_C36, -_S36), (_C72, -_S72)],
    6: [(1, 0), (0.5, _S60), (-0.5, _S60), (-1, 0), (-0.5, -_S60), (0.5, -_S60)],
}
_SEATS = np.zeros((2, MOST_SEATS + 1, MOST_SEATS), np.float32)
for _size, _turns in _TURNS.items():
    _SEATS[:, _size, :_size] = np.array(_turns).T


def ring_positions(size: I64, seat: I64, ahead_x: F32 | float = 1.0, ahead_y: F32 | float = 0.0) -> tuple[F32, F32]:
    """Seats `seat` of rings of `size` 2 … 6, in metres from the middle; 1-D arrays of one length.

    Seat 0 lies in the direction (ahead_x, ahead_y), a unit vector.
    """
    radius = RADIUS_M.take(size)
    at = size * MOST_SEATS + seat
    cos, sin = _SEATS[0].take(at) * radius, _SEATS[1].take(at) * radius
    ax, ay = np.float32(ahead_x), np.float32(ahead_y)
    return cos * ax - sin * ay, sin * ax + cos * ay


def seats_in_order(x: F32, y: F32, ahead_x: F32, ahead_y: F32, here: Bool) -> I64:
    """Seats of people standing at (x, y) from the middle of their ring, [n, places]: nobody has to cross it.

    They are numbered as they stand, counter-clockwise from half a seat of the largest ring before
    the unit vector `ahead` [n, 1]; places where nobody is `here` come last.
    """
    along, aside = x * ahead_x + y * ahead_y, y * ahead_x - x * ahead_y
    along, aside = _C30 * along - _S30 * aside, _S30 * along + _C30 * aside
    reach = np.maximum(np.abs(along) + np.abs(aside), TOGETHER_M)
    round_ = np.where(along >= 0, aside / reach, np.float32(2) - aside / reach)  # grows with the angle
    round_ = np.where(round_ < 0, round_ + np.float32(4), round_)
    round_ = np.where(here, round_, np.float32(9))
    before = np.argsort(round_, axis=1, kind="stable")
    return np.argsort(before, axis=1, kind="stable")


def free_spot(plan: Plan, x: F32, y: F32) -> tuple[F32, F32]:
    """The middle nearest to each point round which the largest ring is clear of walls."""
    roomy = plan.roomy
    x, y = roomy.inside(x, y)
    cell = roomy.home.take(roomy.cell_of(x, y))
    half = np.float32(plan.cell_m / 2)
    left, right = roomy.middle_x.take(cell) - half, roomy.middle_x.take(cell) + half
    top, bottom = roomy.middle_y.take(cell) - half, roomy.middle_y.take(cell) + half
    x = roomy.clamp_x(np.minimum(np.maximum(x, left), right), cell)
    y = roomy.clamp_y(np.minimum(np.maximum(y, top), bottom), cell)
    return x, y


def spread(plan: Plan, near: Neighbours, x: F32, y: F32, size: I64, alive: Bool) -> tuple[F32, F32]:
    """Middles of formations, moved a little apart where two rings crowd each other.

    Arrays [rooms × formations]; `near` was made for as many formations and WIDEST_M, and is rebuilt here.
    """
    near.rebuild(x, y, alive)
    one, other, way, d2 = near.pairs()
    apart = np.sqrt(d2)
    together = np.flatnonzero(apart < TOGETHER_M)
    way[together] = TOGETHER_M  # on one spot: the earlier goes left
    radius = RADIUS_M.take(size)
    lack = radius.take(one) + radius.take(other) + CLEAR_M - apart
    give = np.minimum(np.maximum(lack, np.float32(0)) * np.float32(0.5), GIVE_WAY_M)
    give /= np.maximum(apart, TOGETHER_M)
    shift_x, shift_y = np.zeros_like(x), np.zeros_like(y)
    aside_x, aside_y = way.real - SLIP * way.imag, way.imag + SLIP * way.real
    for shift, part in ((shift_x, aside_x * give), (shift_y, aside_y * give)):
        np.subtract.at(shift, one, part)
        np.add.at(shift, other, part)
    crowded = np.flatnonzero((shift_x != 0) | (shift_y != 0))
    x, y = x.copy(), y.copy()
    x[crowded], y[crowded] = free_spot(plan, (x + shift_x).take(crowded), (y + shift_y).take(crowded))
    return x, y
