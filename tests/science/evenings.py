"""Evenings in fixed blocks of seeds, played once for all claims that ask for them, and when a claim is certain."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from game import scenario as scenarios
from game.lab import batch, figures
from game.lab.batch import Block
from game.model.params import Params
from tests.conftest import ALL_SEEDS as ALL

F64 = NDArray[np.float64]
SCENARIOS = {  # those we ship, and one that nobody tuned
    "chamber_mixer": "chamber_mixer",
    "first_five_minutes": "first_five_minutes",
    "village_hall": str(Path(__file__).with_name("village_hall.yaml")),
}
# The large ones take up to an hour each: only where they are asked for, as
# LESSON_SCENARIOS=conference_hallway,reunion,trade_show.
SCENARIOS |= {name: name for name in os.environ.get("LESSON_SCENARIOS", "").split(",") if name}
SEEDS = int(os.environ.get("LESSON_SEEDS", "40"))


def place(name: str, always: bool) -> Any:
    """A scenario as a parameter, its evenings played in one process; `always`: even where few seeds are asked for."""
    return pytest.param(name, marks=[pytest.mark.xdist_group(name), *([] if always else [pytest.mark.whole])])


_MAIN = ("chamber_mixer", "village_hall")
EACH = [place(name, always=name in _MAIN) for name in SCENARIOS]
# Mechanisms belong to the model, not to a scenario: they are taken away in evenings of strangers, small and large;
# with few seeds in the one alone that nobody tuned.
STRANGERS = [place(name, always=name == "village_hall") for name in SCENARIOS if name in (*_MAIN, "conference_hallway")]
AT_A_TIME = 50 if SEEDS < ALL else 100
FIRST = 41_000
AS_IT_IS = Params()
# Whose evenings are played together: a world of many rooms costs little more than one of few.
STYLES = ("listener", "giver", "quiet", "ordinary", "promoter", "mute", "interrogator", "collector", "flatterer")
ABLATED = ("listener", "ordinary", "promoter")

ENOUGH = 3.29  # standard errors: certain at 99.9 %
SHARE, TOO_FEW = 0.95, 0.85  # what is claimed of the seeds, and what would refute it
ODDS = 99.0  # to one, for certainty about a share


class Evening(NamedTuple):
    """Who plays where, under which rules."""

    scenario: str
    style: str
    params: Params = AS_IT_IS


@cache
def played(scenario: str, params: Params, number: int) -> dict[str, Block]:
    """One block of seeds by style, always the same seeds for the same number."""
    first = FIRST + number * AT_A_TIME
    rooms, styles = min(AT_A_TIME, SEEDS - first + FIRST), list(STYLES if params == AS_IT_IS else ABLATED)
    jobs = batch.jobs_of(scenarios.load(SCENARIOS[scenario]), styles, first, rooms, params)
    return {block.style: block for job in jobs for block in batch.run(job)}


def block(evening: Evening, number: int) -> Block:
    """The evenings of one style in a block of seeds."""
    return played(evening.scenario, evening.params, number)[evening.style]


def growing(evening: Evening, measure: str) -> Iterator[F64]:
    """The measure over the seeds of the first block, the first two, and so on."""
    blocks: list[Block] = []
    for number in range(-(-SEEDS // AT_A_TIME)):
        blocks.append(block(evening, number))
        yield figures.figure(batch.together(blocks), measure)


def surely_positive(gaps: Iterator[F64]) -> bool:
    """Whether a paired difference is above 0 on average; stops as soon as that is certain either way.

    All 200 seeds are played where they are asked for, and then the 95 % interval must lie above 0.
    """
    mean = error = 0.0
    for gap in gaps:
        mean, error = float(gap.mean()), float(gap.std(ddof=1)) / np.sqrt(len(gap))
        if SEEDS < ALL and abs(mean) > ENOUGH * error:
            break
    return bool(mean > (1.96 * error if SEEDS >= ALL else 0.0))


def nearly_always(wins: Iterator[F64]) -> bool:
    """Whether something holds in 95 % of seeds rather than in 85 %; stops when the odds are 99 to 1 (Wald 1945).

    All 200 seeds are played where they are asked for, and then the share itself decides.
    """
    share = evidence = 0.0
    for won in wins:
        share, misses = float(won.mean()), float((1 - won).sum())
        evidence = (len(won) - misses) * np.log(SHARE / TOO_FEW) + misses * np.log((1 - SHARE) / (1 - TOO_FEW))
        if SEEDS < ALL and abs(evidence) > np.log(ODDS):
            break
    return share >= SHARE if SEEDS >= ALL else bool(evidence > 0)


def between(one: Evening, two: Evening, measure: str, of: Callable[[F64, F64], F64]) -> Iterator[F64]:
    """`of` the measures of two evenings, seed by seed, over growing numbers of seeds."""
    return (of(a, b) for a, b in zip(growing(one, measure), growing(two, measure), strict=True))
