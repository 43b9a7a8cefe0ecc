"""A fifth person joins four who are talking: how soon the talk splits (row 17)."""

import numpy as np

from game.lab.evidence import rig
from game.lab.evidence.figures import Figure
from game.model.columns import F32
from game.model.params import Params
from game.model.world import World

ROOMS, PEOPLE = 200, 5
BEFORE_MIN, AFTER_MIN = 1.0, 3.0


def measure(seed: int, params: Params) -> F32:
    """Seconds from the fifth joining until they no longer stand in one circle; infinite where they do. (rooms,)"""
    world = rig.strangers(PEOPLE, range(seed, seed + ROOMS), BEFORE_MIN + AFTER_MIN, rig.agreed(params))
    world.log.on = False
    rig.gather(world, 0, 1, 2, 3)
    rig.run(world, BEFORE_MIN)
    rig.join_in(world, 4, 0)
    joined = world.tick
    split_s = np.full(ROOMS, np.inf, dtype=np.float32)

    def watch(now: World) -> None:
        circle = now.people.formation.reshape(ROOMS, PEOPLE)
        split = (circle != circle[:, :1]).any(axis=1) & np.isinf(split_s)
        split_s[split] = now.seconds(np.int32(now.tick - joined))

    rig.run(world, AFTER_MIN, watch)
    return split_s


def figures(found: list[F32]) -> list[Figure]:
    """Row 17's time until the talk splits."""
    return [Figure(17, "from a fifth joining until the talk splits, median s", float(np.median(found[0])), 10, 60)]
