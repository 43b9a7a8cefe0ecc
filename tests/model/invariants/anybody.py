"""A player who does anything at any time: what a careless, a curious or a hostile pair of hands could send."""

import numpy as np

from game.model.acts import Act
from game.model.cast import crowd
from game.model.columns import I64
from game.model.commands import Do
from game.model.orders import Orders
from game.model.params import Params
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import table
from tests.model.space.rooms import CHAMBER

STYLES = ("ordinary", "promoter", "listener", "giver", "collector", "flatterer", "interrogator", "mute")
NOWHERE = np.array([np.nan, np.inf, -np.inf, 1e30, -1e30, -3.0], np.float32)


def company(seeds: range, *, people: int = 12, humans: int = 3, minutes: float = 5.0, spare: int = 0) -> World:
    """Rooms full of all styles, with some humans among them; `spare` places stay empty."""
    cast = crowd(people, topics=6, known=0.1, players=humans)
    capacity = people + spare
    quick = Params(wait_s=4.0, think_s=6.0, split_s=8.0)  # more happens in a short evening
    world = World(cast, Plan.from_rows(CHAMBER), seeds, minutes, params=quick, capacity=capacity)
    base = np.arange(len(seeds)) * capacity
    for index in range(people):
        style = "human" if index % (people // humans) == 1 else STYLES[index % len(STYLES)]
        table.adopt(world.people, base + index, style)
    home_early = base + people - 1
    world.people.leaves[home_early] = world.end // 2
    world.people.arrives[base + people - 2] = world.end // 3
    return world


def anything(world: World, chance: np.random.Generator, often: float = 0.15) -> Orders:
    """Commands of the humans for one tick: some that make sense, many that do not."""
    humans = np.flatnonzero(world.people.human)
    actor = humans[chance.random(len(humans)) < often]
    sense, nonsense = _sensible(world, chance, actor), _senseless(world, chance, actor)
    mad = chance.random(len(actor)) < 0.4
    return Orders(actor, *(np.where(mad, b, a).astype(a.dtype) for a, b in zip(sense, nonsense, strict=True)))


def _sensible(world: World, chance: np.random.Generator, actor: I64) -> tuple[np.ndarray, ...]:
    """Talk to those one stands with, walk up to somebody when alone."""
    p, f = world.people, world.formations
    n = len(actor)
    room = actor // world.capacity * world.capacity
    stands = p.formation[actor] >= 0
    somebody = room + chance.integers(world.cast.size, size=n)
    beside = f.members[p.formation[actor], chance.integers(3, size=n)]
    talk = chance.choice([Do.SAY, Do.SAY, Do.SAY, Do.LISTEN, Do.CUT_IN, Do.LEAVE, Do.THINK, Do.MARK], size=n)
    roam = chance.choice([Do.APPROACH, Do.APPROACH, Do.GO, Do.WALK], size=n)
    return (
        np.where(stands, talk, roam).astype(np.int8),
        np.where(stands, beside, somebody).astype(np.int32),
        chance.integers(len(Act), size=n).astype(np.int8),
        chance.integers(-1, 32, size=n).astype(np.int8),
        np.where(chance.random(n) < 0.5, -1, room + chance.integers(world.cast.size, size=n)).astype(np.int32),
        chance.uniform(0, world.plan.width_m, n).astype(np.float32),
        chance.uniform(0, world.plan.height_m, n).astype(np.float32),
    )


def _senseless(world: World, chance: np.random.Generator, actor: I64) -> tuple[np.ndarray, ...]:
    """Any number in any column, people of other rooms and empty seats among them."""
    n = len(actor)
    return (
        chance.integers(-1, 14, size=n).astype(np.int8),
        chance.integers(-1, world.people.rows, size=n).astype(np.int32),
        chance.integers(-128, 128, size=n).astype(np.int8),
        chance.integers(-128, 128, size=n).astype(np.int8),
        chance.integers(-1, world.people.rows, size=n).astype(np.int32),
        chance.choice(NOWHERE, size=n),
        chance.choice(NOWHERE, size=n),
    )
