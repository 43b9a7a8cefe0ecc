"""The lesson, over seeds nobody has looked at: what comes out of the model, and nowhere stands in it."""

import os
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from game import scenario as scenarios
from game.lab import batch, figures
from game.lab.batch import Block

pytestmark = pytest.mark.lesson
SEEDS = int(os.environ.get("LESSON_SEEDS", "30"))
FIRST = 41_000


@lru_cache
def evenings(scenario: str, style: str) -> Block:
    jobs = batch.jobs_of(scenarios.load(scenario), [style], FIRST, SEEDS)
    return batch.together([batch.run(job) for job in jobs])


def measured(scenario: str, style: str, measure: str) -> NDArray[np.float64]:
    return figures.figure(evenings(scenario, style), measure)


def surely_more(one: NDArray[np.float64], two: NDArray[np.float64]) -> bool:
    """Paired over seeds, the 95 % interval of the difference lies above 0."""
    gap = one - two
    return bool(gap.mean() > 1.96 * gap.std(ddof=1) / np.sqrt(len(gap)))


@pytest.mark.parametrize("scenario", ["chamber_mixer"])
@pytest.mark.parametrize("style", ["listener", "giver", "quiet"])
def test_whoever_listens_ends_with_more_relationships_than_the_promoter(scenario, style):
    mine = measured(scenario, style, "relationships")
    assert surely_more(mine, measured(scenario, "promoter", "relationships"))


@pytest.mark.parametrize("measure", ["cards", "reached"])
def test_the_promoter_leads_on_what_he_counts(measure):
    for style in ("listener", "giver", "ordinary"):
        assert surely_more(measured("chamber_mixer", "promoter", measure), measured("chamber_mixer", style, measure))


@pytest.mark.parametrize("style", ["mute", "interrogator"])
def test_a_mute_and_an_interrogator_end_below_the_listener(style):
    listener = measured("chamber_mixer", "listener", "relationships")
    assert surely_more(listener, measured("chamber_mixer", style, "relationships"))


def test_people_keep_away_from_the_promoter_more_and_more():
    first = measured("chamber_mixer", "promoter", "evaded_first_third")
    assert surely_more(measured("chamber_mixer", "promoter", "evaded_last_third"), first)
