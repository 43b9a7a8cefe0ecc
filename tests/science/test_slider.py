"""The follower slider: switch a rule off, and the effect that rests on it goes."""

from functools import cache

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import rules
from game.lab.weeks import Weeks, run
from game.model.feed.figures import WeeksResults
from tests.science.evenings import SCENARIOS
from tests.science.test_weeks import FEWER, FIRST, surely_more

pytestmark = pytest.mark.lesson


@cache
def weeks(style: str, off: str = "", followers: int = 300, bought: int = 0, hours: float = 1.0) -> WeeksResults:
    """The weeks of the village hall, all rules in force but one."""
    job = Weeks(
        scenarios.load(SCENARIOS["village_hall"]),
        (style,),
        tuple(range(FIRST, FIRST + FEWER)),
        followers=followers,
        bought=bought,
        hours_per_day=hours,
        evening=False,
    )
    (found,) = run(rules.without(job, frozenset({off} - {""})))
    return found


def relationships(style: str, off: str = "", **how: float) -> np.ndarray:
    return weeks(style, off, **how).relationships.astype(np.float64)


def response(style: str, off: str = "", **how: float) -> np.ndarray:
    return weeks(style, off, **how).answered.astype(np.float64)


def test_without_so_many_hours_a_day_there_would_be_many_times_as_many_relationships():
    assert surely_more(relationships("listener", "hours"), 4 * relationships("listener"))


def test_if_nobody_cared_to_be_asked_and_heard_a_listener_would_have_a_third_less():
    assert surely_more(relationships("listener"), 1.5 * relationships("listener", "listening"))


def test_if_nobody_minded_being_sold_to_a_promoter_would_have_relationships_and_responses():
    assert surely_more(relationships("promoter", "selling"), relationships("promoter") + 3)
    assert surely_more(response("promoter", "selling"), 3 * response("promoter"))


def test_if_one_came_across_followers_only_thirty_of_them_would_be_too_few_for_four_hours_a_day():
    few = {off: relationships("listener", off, followers=30, hours=4.0) for off in ("", "beyond")}
    many = {off: relationships("listener", off, followers=3000, hours=4.0) for off in ("", "beyond")}
    assert surely_more(few[""], 1.5 * few["beyond"])
    assert surely_more(1.1 * many["beyond"], many[""])


def test_if_ties_did_not_fade_a_collector_would_keep_more_of_them():
    assert surely_more(relationships("collector", "fading"), relationships("collector"))


def test_if_the_network_did_not_look_at_answers_bought_followers_would_thin_them_less():
    left = {off: response("listener", off, bought=30_000) / response("listener", off) for off in ("", "answered")}
    assert surely_more(left["answered"], left[""])
