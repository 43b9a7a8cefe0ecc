"""Experiments of a few turns between two strangers: ways of listening, disclosure, boasting (rows 6, 8, 11)."""

import dataclasses
from collections.abc import Callable

from game.lab.evidence import rig
from game.lab.evidence.figures import Figure
from game.model.acts import Act, Item
from game.model.params import Params
from game.model.world import World

ROOMS = 200
ROUNDS = 4
SAME = 0.02  # sd: liking that has not moved
Effects = dict[str, float]


def measure(seed: int, params: Params) -> Effects:
    """Mean change in liking, in sd, that each experiment brings about."""
    return {name: effect(seed, params, said) for name, said in EXPERIMENTS.items()}


def effect(seed: int, params: Params, said: Callable[[World], None]) -> float:
    """How much seat 1 came to like seat 0 through what was said, mean over rooms. Both are all ears."""
    all_ears = dataclasses.replace(rig.agreed(params), hook=1.0)
    world = rig.strangers(2, range(seed, seed + ROOMS), 60, all_ears)
    world.people.memory[:] = 1.0
    world.log.on = False
    rig.gather(world, 0, 1)
    before = rig.liking(world, 1, 0)
    said(world)
    return float((rig.liking(world, 1, 0) - before).mean())


def _listens(act: Act, item: int = -1) -> Callable[[World], None]:
    """Seat 1 tells of something, seat 0 answers in one way, a few times over."""

    def said(world: World) -> None:
        for _ in range(ROUNDS):
            rig.say(world, 1, Act.SHARE, to=0, item=Item.WORK)
            rig.say(world, 0, act, to=1, item=item)

    return said


def _alternate(world: World) -> None:
    """They tell each other of themselves in turns."""
    for _ in range(ROUNDS):
        for seat in (0, 1):
            rig.say(world, seat, Act.SHARE, to=1 - seat, item=Item.WORK)


def _blocks(world: World) -> None:
    """First one tells all, then the other."""
    for seat in (0, 1):
        for _ in range(ROUNDS):
            rig.say(world, seat, Act.SHARE, to=1 - seat, item=Item.WORK)


def _boast(world: World) -> None:
    rig.say(world, 0, Act.BOAST, to=1)


def _boast_answering(world: World) -> None:
    rig.say(world, 1, Act.ASK_WORK, to=0, item=Item.WORK)
    rig.say(world, 0, Act.BOAST, to=1)


EXPERIMENTS: dict[str, Callable[[World], None]] = {
    "paraphrase": _listens(Act.PARAPHRASE, Item.WORK),
    "advice": _listens(Act.SHARE, Item.WORK),
    "acknowledgement": _listens(Act.LISTEN),
    "alternating": _alternate,
    "blocks": _blocks,
    "boast": _boast,
    "boast in answer": _boast_answering,
}


def figures(found: list[Effects]) -> list[Figure]:
    """Rows 6, 8 and 11."""
    e = found[0]
    return [
        Figure(6, "liking, sd: saying back what was meant less advice", e["paraphrase"] - e["advice"], 0),
        Figure(6, "liking, sd: advice less bare acknowledgement", e["advice"] - e["acknowledgement"], 0),
        Figure(8, "liking, sd: disclosure in turns less in blocks", e["alternating"] - e["blocks"], 0.001),
        Figure(11, "liking, sd: a boast nobody asked for", e["boast"], high=-SAME),
        Figure(11, "liking, sd: the same boast in answer to a question", e["boast in answer"], -SAME, SAME),
    ]
