"""How people walk: towards a goal, round others, never into a wall.

A social-force step (Helbing & Molnár 1995) with polynomial repulsion, so that it needs only
+ − × ÷ √ and ends in the same bits on every machine. People who stand are obstacles.
"""

import numpy as np

from game.model.columns import F32, I64
from game.model.space.arrays import C64
from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan

STEP_S = np.float32(0.25)
REACH_M = 1.2  # others matter within this distance
BODY_ACROSS_M = np.float32(0.45)  # two bodies closer than this touch
KEEP_AWAY = np.float32(1.5)  # m/s² at no distance, fading to nothing at REACH_M
TOUCH = np.float32(6.0)  # m/s² more between bodies that touch
SIDE_STEP = np.float32(0.4)  # share of a push that is felt sideways: everybody gives way to the same side
SETTLE_PER_S = np.float32(2.0)  # how fast the wished velocity is taken up
HURRY = np.float32(1.3)  # pushed aside, nobody goes faster than this times his own pace
CALM = np.float32(0.25)  # least share of a push that is felt: at the goal one lets others near
SLOW_M = np.float32(0.6)  # distance from the goal at which one begins to slow down
NEAREST_M = np.float32(1e-3)


def steer(
    plan: Plan,
    near: Neighbours,
    movers: I64,
    x: F32,
    y: F32,
    vx: F32,
    vy: F32,
    goal_x: F32,
    goal_y: F32,
    pace: F32,
) -> tuple[F32, F32, F32, F32]:
    """One tick of walking: new x, y (m) and vx, vy (m/s), for everybody.

    All arrays [rooms × capacity] but `movers`, ascending flat indices of those who walk; the others
    keep their place and have no velocity. `near` was made for REACH_M and rebuilt from x and y;
    `pace` in m/s. Whatever the goals, nobody ends in a blocked cell.
    """
    floor = plan.floor
    px, py = floor.inside(x.take(movers), y.take(movers))
    cell = floor.cell_of(px, py)
    px, py, cell = _off_the_walls(plan, px, py, cell)
    v0 = pace.take(movers)
    wish_x, wish_y, ease = _wish(plan, px, py, cell, goal_x.take(movers), goal_y.take(movers), v0)
    push = _pushes(near, movers, x.size).take(movers)
    touchy = np.maximum(ease, CALM)
    along, aside = push.real * touchy, push.imag * touchy
    push_x, push_y = along - SIDE_STEP * aside, aside + SIDE_STEP * along
    ux, uy = _velocity(vx.take(movers), wish_x, push_x), _velocity(vy.take(movers), wish_y, push_y)
    limit = v0 * HURRY / np.maximum(np.sqrt(ux * ux + uy * uy), NEAREST_M)
    limit = np.minimum(limit, np.float32(1)) * STEP_S
    to_x, to_y = _walk(plan, px + ux * limit, py + uy * limit, py, cell)
    moved = np.float32(1) / STEP_S
    return (
        _written(x, movers, to_x),
        _written(y, movers, to_y),
        _written(np.zeros_like(vx), movers, (to_x - px) * moved),
        _written(np.zeros_like(vy), movers, (to_y - py) * moved),
    )


def _off_the_walls(plan: Plan, x: F32, y: F32, cell: I64) -> tuple[F32, F32, I64]:
    """Whoever was put into a wall stands in the nearest free cell."""
    stuck = np.flatnonzero(~plan.floor.free.take(cell))
    if stuck.size:
        cell[stuck] = plan.floor.home.take(cell.take(stuck))
        x[stuck] = plan.floor.middle_x.take(cell.take(stuck))
        y[stuck] = plan.floor.middle_y.take(cell.take(stuck))
    return x, y, cell


def _wish(plan: Plan, x: F32, y: F32, cell: I64, goal_x: F32, goal_y: F32, pace: F32) -> tuple[F32, F32, F32]:
    """The velocity wished for, and a factor that fades to 0 at the goal."""
    floor = plan.floor
    goal_x, goal_y = floor.inside(goal_x, goal_y)
    goal = floor.home.take(floor.cell_of(goal_x, goal_y))
    goal_x, goal_y = floor.clamp_x(goal_x, goal), floor.clamp_y(goal_y, goal)
    away_x, away_y = goal_x - x, goal_y - y
    left = np.sqrt(away_x * away_x + away_y * away_y)
    ease = np.minimum(left / SLOW_M, np.float32(1))
    if plan.way is not None:
        via = plan.way.take(cell * plan.way.shape[1] + goal).astype(np.int64)
        on_the_way = np.flatnonzero(via != goal)
        via = via.take(on_the_way)
        away_x[on_the_way] = floor.middle_x.take(via) - x.take(on_the_way)
        away_y[on_the_way] = floor.middle_y.take(via) - y.take(on_the_way)
        left = np.sqrt(away_x * away_x + away_y * away_y)
    scale = pace * ease / np.maximum(left, NEAREST_M)
    return away_x * scale, away_y * scale, ease


def _pushes(near: Neighbours, movers: I64, people: int) -> C64:
    """What the others nearby do to each mover's course, as x + iy in m/s²; [people]."""
    moving = np.zeros(people, np.bool_)
    moving[movers] = True
    one, other, way, d2 = near.pairs(moving)
    _part_twins(way, d2)
    apart = np.maximum(np.sqrt(d2), NEAREST_M)
    keep = np.maximum(np.float32(1) - apart * np.float32(1 / REACH_M), np.float32(0))
    touch = np.maximum(np.float32(1) - apart * np.float32(1 / BODY_ACROSS_M), np.float32(0))
    force = (keep * keep * KEEP_AWAY + touch * TOUCH) / apart
    np.multiply(way.real, force, out=way.real)
    np.multiply(way.imag, force, out=way.imag)
    push = np.zeros(people, np.complex64)
    np.subtract.at(push, one, way)
    np.add.at(push, other, way)
    return push


def _part_twins(way: C64, d2: F32) -> None:
    """Of two people on one spot, the earlier finds the other to his right."""
    twins = np.flatnonzero(d2 < NEAREST_M * NEAREST_M)
    if twins.size:
        way[twins] = NEAREST_M


def _velocity(v: F32, wish: F32, push: F32) -> F32:
    taken_up: F32 = v + ((wish - v) * SETTLE_PER_S + push) * STEP_S
    return taken_up


def _walk(plan: Plan, to_x: F32, to_y: F32, y: F32, cell: I64) -> tuple[F32, F32]:
    """Where a step ends: one axis after the other, so that a wall met at an angle is slid along."""
    floor = plan.floor
    to_x = floor.clamp_x(to_x, cell)
    cell = floor.cell_of(to_x, y)
    to_y = floor.clamp_y(to_y, cell)
    return floor.clamp_x(to_x, floor.cell_of(to_x, to_y)), to_y


def _written(into: F32, movers: I64, values: F32) -> F32:
    out: F32 = into.copy()
    out[movers] = values
    return out
