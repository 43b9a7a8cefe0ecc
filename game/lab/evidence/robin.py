"""Four-minute round robins: how much of a first liking lies in the rater, the target and the pair (row 14)."""

import numpy as np
from numpy.typing import NDArray

from game.lab.evidence import rig, srm
from game.lab.evidence.figures import Figure
from game.model import chance
from game.model.cast import crowd
from game.model.params import Params
from game.model.people import People, draw_traits
from game.model.world import World

GROUPS, GROUP = 20, 25
TALK_MIN = 4.0
TRAITS = ("leniency", "charm", "talkativeness", "sociability", "seniority", "tolerance", "negativity", "gossip")
LIKINGS = NDArray[np.float32]


def measure(seed: int, params: Params, groups: int = GROUPS, group: int = GROUP) -> LIKINGS:
    """Liking of everybody in a group for everybody else: (groups, group, group), the diagonal 0.

    Every pair meets in a room of its own, with its own chance, and the traits and interests of the two who meet.
    """
    one, two = np.triu_indices(group, 1)
    rooms = groups * len(one)
    world = rig.strangers(2, range(seed, seed + rooms), TALK_MIN, rig.agreed(params))
    world.log.on = False
    base = np.repeat(np.arange(groups) * group, len(one))
    person = np.stack([base + np.tile(one, groups), base + np.tile(two, groups)], axis=1)
    embody(world, person.ravel(), everybody(seed, groups, group, params))
    rig.gather(world, 0, 1)
    rig.run(world, TALK_MIN)
    result = np.zeros((groups, group, group), dtype=np.float32)
    where = base // group
    a, b = person[:, 0] % group, person[:, 1] % group
    result[where, a, b], result[where, b, a] = rig.liking(world, 0, 1), rig.liking(world, 1, 0)
    return result


def everybody(seed: int, groups: int, group: int, params: Params) -> People:
    """The people of all groups, in one table."""
    people = People(groups * group)
    casts = [crowd(group, players=0, seed=seed + number) for number in range(groups)]
    for name in ("id", *rig.LIFE):
        getattr(people, name)[:] = np.concatenate([getattr(cast, name) for cast in casts])
    seeds = np.repeat(np.arange(seed, seed + groups, dtype=np.uint32), group)
    people.key[:] = chance.keys(seeds, people.id)
    draw_traits(people, params)
    return people


def embody(world: World, person: NDArray[np.int64], people: People) -> None:
    """Each attendee of `world` is the `person` (rooms × 2,) of the table `people`."""
    for name in (*TRAITS, *rig.LIFE):
        getattr(world.people, name)[:] = getattr(people, name)[person]


def figures(found: list[LIKINGS]) -> list[Figure]:
    """Row 14, from the mean of each component over the groups."""
    parts = [srm.components(group.astype(np.float64)) for group in found[0]]
    rater, target, pair = (float(np.mean([getattr(c, name) for c in parts])) for name in ("rater", "target", "pair"))
    total = rater + target + pair
    return [
        Figure(14, "share of the rater in first-talk liking", rater / total, 0.20, 0.35),
        Figure(14, "share of the target", target / total, 0.10, 0.22),
        Figure(14, "share of pair and error", pair / total, 0.43, 0.70),
    ]
