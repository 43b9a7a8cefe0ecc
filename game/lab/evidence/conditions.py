"""Two conditions on the same people: many questions or few (rows 4, 5), much talk or little (row 7).

The rooms of both conditions have the same seeds, so that the same people meet in both.
"""

from dataclasses import dataclass

import numpy as np

from game.lab.evidence import rig
from game.lab.evidence.figures import Figure
from game.model.acts import QUESTIONS
from game.model.columns import F32, I64
from game.model.orders import Orders
from game.model.params import Params
from game.model.world import World

ROOMS = 150  # to a condition
TALK_MIN = 15.0
ASKER, PARTNER, SILENT, OUTSIDE = range(4)
OUTSIDE_M = 1.3  # from the middle of the talk: within earshot, not in it


@dataclass(frozen=True)
class Condition:
    """What came of one condition, a value per room."""

    questions: I64
    talk_share: F32
    partner: F32  # liking of the partner for the one who was instructed
    silent: F32  # …of somebody who stands in the circle and says nothing
    outside: F32  # …of somebody who overhears it


@dataclass(frozen=True)
class Conditions:
    """Both conditions of the experiments."""

    asks_much: Condition
    asks_little: Condition
    overheard_much: Condition
    overheard_little: Condition
    talks_much: Condition
    talks_little: Condition


def measure(seed: int, params: Params) -> Conditions:
    """The three experiments."""
    alone = experiment(seed, params, ("asks much", "asks little", "talks much", "talks little"), witnesses=False)
    overheard = experiment(seed, params, ("asks much", "asks little"), witnesses=True)
    return Conditions(*alone[:2], *overheard, *alone[2:])


def experiment(seed: int, params: Params, styles: tuple[str, ...], *, witnesses: bool) -> list[Condition]:
    """As many rooms in each condition; with witnesses a silent third stands by, and a fourth overhears."""
    seeds = range(seed, seed + ROOMS)
    world = rig.strangers(4 if witnesses else 2, [*seeds] * len(styles), TALK_MIN, rig.agreed(params))
    world.log.on = False
    rooms = [slice(ROOMS * number, ROOMS * (number + 1)) for number in range(len(styles))]
    for style, its_rooms in zip(styles, rooms, strict=True):
        rig.adopt(world, ASKER, style, its_rooms)
    rig.adopt(world, PARTNER, "acquainted")
    if witnesses:
        rig.adopt(world, SILENT, "mute")
        world.people.x[rig.seats(world, OUTSIDE)] = rig.MIDDLE_M + OUTSIDE_M
        rig.gather(world, ASKER, PARTNER, SILENT)
        rig.run(world, TALK_MIN, decide=between_the_two)
    else:
        rig.gather(world, ASKER, PARTNER)
        rig.run(world, TALK_MIN)
    found = outcome(world, witnesses=witnesses)
    return [Condition(*(getattr(found, name)[its_rooms] for name in FIELDS)) for its_rooms in rooms]


FIELDS = tuple(Condition.__dataclass_fields__)


def between_the_two(world: World) -> Orders:
    """As they talk, except that nobody addresses the silent third."""
    said = rig.converse(world)
    silent = said.to % world.capacity == SILENT
    other = np.where(said.actor % world.capacity == ASKER, PARTNER, ASKER)
    to = np.where((said.to >= 0) & silent, said.actor // world.capacity * world.capacity + other, said.to)
    return Orders(said.actor, said.do, to.astype(np.int32), said.act, said.item, said.about, said.x, said.y)


def outcome(world: World, *, witnesses: bool) -> Condition:
    """What everybody came to think of the one who was instructed."""
    p = world.people
    asker, partner = rig.seats(world, ASKER), rig.seats(world, PARTNER)
    nobody = np.zeros(world.rooms, dtype=np.float32)
    return Condition(
        questions=p.acts[asker][:, QUESTIONS].sum(axis=1),
        talk_share=p.talk_s[asker] / (p.talk_s[asker] + p.talk_s[partner]),
        partner=rig.liking(world, PARTNER, ASKER),
        silent=rig.liking(world, SILENT, ASKER) if witnesses else nobody,
        outside=rig.liking(world, OUTSIDE, ASKER) if witnesses else nobody,
    )


def figures(found: list[Conditions]) -> list[Figure]:
    """Rows 4, 5 and 7."""
    c = found[0]
    spread = float(np.sqrt((c.overheard_much.silent.var() + c.overheard_little.silent.var()) / 2))
    outside = float(c.overheard_much.outside.mean() - c.overheard_little.outside.mean()) / spread
    return [
        Figure(
            4,
            "partner's liking, asks much against little, d",
            rig.cohen_d(c.asks_much.partner, c.asks_little.partner),
            0.1,
            0.6,
        ),
        Figure(4, "questions in 15 min of those who ask much", float(c.asks_much.questions.mean()), 9),
        Figure(4, "questions in 15 min of those who ask little", float(c.asks_little.questions.mean()), high=4),
        Figure(5, "the same questions overheard from outside, d", outside, -0.1, 0.1),
        Figure(
            5,
            "the same questions to a silent third, d",
            rig.cohen_d(c.overheard_much.silent, c.overheard_little.silent),
            -0.2,
            0.2,
        ),
        Figure(
            7, "liking, talk share .7 against .3, d", rig.cohen_d(c.talks_much.partner, c.talks_little.partner), -0.1
        ),
        Figure(7, "talk share of those who talk little", float(c.talks_little.talk_share.mean()), 0.2, 0.4),
        Figure(7, "talk share of those who talk much", float(c.talks_much.talk_share.mean()), 0.6, 0.8),
    ]
