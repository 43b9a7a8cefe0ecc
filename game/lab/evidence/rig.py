"""What the studies share: strangers put together who stay as long as they were asked to.

A rig has no rules of its own. Whoever agreed to a quarter of an hour has the patience for it (`agreed`); people are
put into a formation as if they had just walked up to one another; they talk by their styles, or say by command
what the condition of an experiment has them say.
"""

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np

from game.model.acts import Act
from game.model.cast import crowd
from game.model.columns import F32, I64
from game.model.commands import Do
from game.model.orders import NONE, Orders, join, orders
from game.model.params import TICK_S, Params
from game.model.room import circle, evening
from game.model.room.formations import Floor
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import table, talk

LAB = Plan.open_hall(8.0, 8.0)
MIDDLE_M = 4.0
STAYS_S = 1e6  # patience of somebody who agreed to stay until the end
LIFE = ("interests", "stories", "need", "offer")

Decide = Callable[[World], Orders]


def agreed(params: Params) -> Params:
    """The same people, in a session they have agreed to see through."""
    return dataclasses.replace(params, patience_s=STAYS_S, nerve=0.0, leave_anyway=0.0)


def strangers(size: int, seeds: Sequence[int], minutes: float, params: Params) -> World:
    """Rooms of `size` people who have never met, each with interests and needs of their own, standing about."""
    world = World(crowd(size, players=0), LAB, seeds, minutes, params=params)
    p = world.people
    lives = [crowd(size, players=0, seed=seed) for seed in seeds]
    for name in LIFE:
        getattr(p, name)[:] = np.concatenate([getattr(life, name) for life in lives])
    seat = np.arange(p.rows) % size
    p.present[:], p.arrives[:], p.leaves[:] = True, 0, world.end + 1
    p.x[:], p.y[:] = MIDDLE_M + 0.5 * (seat % 2), MIDDLE_M + 0.5 * (seat // 2)
    return world


def seats(world: World, seat: int) -> I64:
    """Flat ids of whoever has that seat, (rooms,)."""
    flat: I64 = np.arange(world.rooms, dtype=np.int64) * world.capacity + seat
    return flat


def adopt(world: World, seat: int, style: str, rooms: slice = slice(None)) -> None:
    """Let those at a seat talk in a style, or as a condition of the study has them talk."""
    table.adopt(world.people, seats(world, seat)[rooms], style)


def gather(world: World, *members: int) -> None:
    """Those at the seats `members` stand together; the first walked up, and speaks first."""
    first, second = seats(world, members[0]), seats(world, members[1])
    circle.open_between(world, first, second, np.zeros(world.rooms, dtype=np.bool_))
    for seat in members[2:]:
        join_in(world, seat, members[0])


def join_in(world: World, seat: int, host: int) -> None:
    """The one at `seat` steps into the circle of the one at `host`."""
    circle.enter(world, seats(world, seat), world.people.formation[seats(world, host)].astype(np.int64))


def disperse(world: World, seat: int) -> None:
    """Whoever has that seat says goodbye."""
    circle.leave(world, seats(world, seat), np.full(world.rooms, Act.GOODBYE, dtype=np.int8))


def converse(world: World) -> Orders:
    """What everybody says who has the floor; nobody walks anywhere."""
    return join([talk.speak(world, evening.speakers(world)), talk.cut_in(world)])


def run(world: World, minutes: float, watch: Callable[[World], None] | None = None, decide: Decide = converse) -> None:
    """Talk for so many minutes; `watch` sees the world after every tick."""
    said, until = NONE, world.tick + round(minutes * 60 / TICK_S)
    while world.tick < until:
        look = world.step(said)
        said = NONE if look is None else decide(world)
        if watch is not None:
            watch(world)


def say(world: World, seat: int, act: Act, *, to: int, item: int = -1, about: int = -1) -> None:
    """Whoever has that seat takes the floor, says it to the one at seat `to`, and is heard to the end.

    Raises ValueError when that makes no sense in some room: a rig must not measure what was never said.
    """
    f, who = world.formations, seats(world, seat)
    slot = world.people.formation[who]
    f.holder[slot], f.floor[slot] = who, Floor.GIVEN
    absent = np.full(world.rooms, -1) if about < 0 else seats(world, about)
    world.step(orders(who, Do.SAY, act=int(act), to=seats(world, to), item=item, about=absent))
    if not ((f.floor[slot] == Floor.HELD) & (f.act[slot] == act)).all():
        raise ValueError(f"seat {seat} cannot say {act.name} to seat {to} here")
    while (f.floor[slot] == Floor.HELD).any():
        world.step()


def liking(world: World, of: int, about: int) -> F32:
    """Liking of the one at a seat for the one at another, (rooms,)."""
    row = world.ties.index(seats(world, of), seats(world, about))
    result: F32 = world.ties.liking[row]
    return result


def cohen_d(more: F32, less: F32) -> float:
    """Difference of means in pooled standard deviations."""
    spread = float(np.sqrt((more.var(ddof=1) + less.var(ddof=1)) / 2))
    return float(more.mean() - less.mean()) / spread
