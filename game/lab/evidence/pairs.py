"""Two strangers for fifteen or eight minutes: what they ask (rows 1 to 3) and who does the talking (row 10)."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.lab.evidence import rig
from game.lab.evidence.figures import Figure
from game.model.acts import QUESTIONS, Act
from game.model.events import Event
from game.model.params import Params
from game.model.world import World

ROOMS = 300
TALK_MIN, CALL_MIN = 15.0, 8.0
MIX = {Act.FOLLOW_UP: ("follow-up", 0.44), Act.ASK: ("topic switch", 0.30)}
MIX |= {Act.MIRROR: ("mirror", 0.21), Act.ASK_WORK: ("introductory", 0.06)}
MIX_WIDTH = 0.07
EARLY = 1 / 3  # of a talk's turns

Acts = NDArray[np.int8]


@dataclass
class Turns:
    """Listens in: every turn begun, in order."""

    rows: list[NDArray[np.void]] = field(default_factory=list)

    def __call__(self, world: World) -> None:
        """Note what was begun at this tick."""
        said = world.log.events()
        self.rows.append(said[said["kind"] == Event.SAID])

    def by_room(self, rooms: int) -> list[Acts]:
        """The acts of each room in their order."""
        said = np.concatenate(self.rows)
        said = said[np.argsort(said["room"], kind="stable")]
        return np.split(said["act"], np.searchsorted(said["room"], np.arange(1, rooms)))


@dataclass(frozen=True)
class Pairs:
    """What came of the pairs: acts in order for each room, questions per person, the dominant speaker's share."""

    acts: list[Acts]
    questions: NDArray[np.int64]
    dominant: NDArray[np.float32]


def measure(seed: int, params: Params) -> Pairs:
    """Fifteen minutes for the questions, eight for the shares of talk."""
    turns = Turns()
    talk = meet(seed, TALK_MIN, params, turns)
    call = meet(seed + ROOMS, CALL_MIN, params)
    spoken = call.people.talk_s.reshape(-1, 2)
    return Pairs(
        turns.by_room(ROOMS), talk.people.acts[:, QUESTIONS].sum(axis=1), spoken.max(axis=1) / spoken.sum(axis=1)
    )


def meet(seed: int, minutes: float, params: Params, watch: Turns | None = None) -> World:
    """Ordinary strangers, two to a room."""
    world = rig.strangers(2, range(seed, seed + ROOMS), minutes, rig.agreed(params))
    world.log.on = watch is not None
    rig.gather(world, 0, 1)
    rig.run(world, minutes, watch)
    return world


def figures(found: list[Pairs]) -> list[Figure]:
    """Rows 1, 2, 3 and 10."""
    pairs = found[0]
    mix, (early, late) = shares(np.concatenate(pairs.acts)), halves(pairs.acts)
    intro = list(MIX).index(Act.ASK_WORK)
    rows = [
        Figure(
            1, f"share of questions: {name}", mix[k], max(0.0, round(share - MIX_WIDTH, 2)), round(share + MIX_WIDTH, 2)
        )
        for k, (name, share) in enumerate(MIX.values())
    ]
    return [
        *rows,
        Figure(2, "questions per person in 15 min", float(pairs.questions.mean()), 3, 9),
        Figure(3, "follow-ups among questions: late less early", late[0] - early[0], 0.01),
        Figure(3, "introductory among questions: late less early", late[intro] - early[intro], high=-0.01),
        Figure(3, "mirror right after the partner's question, times as likely", mirror_ratio(pairs.acts), 2),
        Figure(10, "dominant speaker's share, median", float(np.median(pairs.dominant)), 0.55, 0.65),
        Figure(10, "dominant speaker's share, 90th percentile", float(np.percentile(pairs.dominant, 90)), 0.68, 0.76),
    ]


def shares(acts: Acts) -> list[float]:
    """Shares of the four kinds among the questions, in the order of MIX."""
    counts = np.array([(acts == act).sum() for act in MIX])
    return [float(share) for share in counts / max(1, counts.sum())]


def halves(talks: list[Acts]) -> tuple[list[float], list[float]]:
    """The same shares in the first third of each talk's turns, and in the rest."""
    cuts = [round(len(talk) * EARLY) for talk in talks]
    early = np.concatenate([talk[:cut] for talk, cut in zip(talks, cuts, strict=True)])
    late = np.concatenate([talk[cut:] for talk, cut in zip(talks, cuts, strict=True)])
    return shares(early), shares(late)


def mirror_ratio(talks: list[Acts]) -> float:
    """How many times likelier the turn after a question and its answer is a question back than any other turn."""
    after = total_after = other = total_other = 0
    for talk in talks:
        back = talk[2:] == Act.MIRROR
        due = np.isin(talk[:-2], QUESTIONS) & (talk[1:-1] == Act.ANSWER)
        after, total_after = after + int((back & due).sum()), total_after + int(due.sum())
        other, total_other = other + int((back & ~due).sum()), total_other + int((~due).sum())
    return (after / max(1, total_after)) / (max(1, other) / max(1, total_other))
