"""What the weeks must show, over seeds nobody has looked at: hours decide, not followers."""

import os
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from game import scenario as scenarios
from game.lab.weeks import Weeks, run
from game.model.feed.figures import WeeksResults
from tests.science.evenings import ALL, SCENARIOS, SEEDS

# One after the other in one process, for they ask for the same weeks.
pytestmark = [pytest.mark.lesson, pytest.mark.xdist_group("weeks")]

F64 = NDArray[np.float64]
MANY_SEEDS = SEEDS >= ALL
PLACE = os.environ.get("LESSON_WEEKS", "village_hall")  # whose weeks; the one that nobody tuned
FIRST = 52_000
FEWER = 60 if MANY_SEEDS else 20  # where it is much work: after an evening, and with thousands of followers
WHOLE = [*(["chamber_mixer"] if MANY_SEEDS else []), "village_hall"]
WHO = ("listener", "giver", "quiet", "promoter")  # compared over evening and weeks
TEN = 10  # days, a third of those over which attention is compared
ONLINE = ("engager", "broadcaster", "lurker", "buyer", "meetings")
EVERYBODY = (*WHO, "ordinary", "mute", "interrogator", "collector", "flatterer", *ONLINE)
OTHERS = ["mute", "interrogator", "collector", "flatterer", "lurker", "buyer"]


@cache
def played(
    styles: tuple[str, ...],
    followers: int = 300,
    hours: float = 1.0,
    bought: int = 0,
    scenario: str = PLACE,
    evening: bool = False,
    days: int | None = None,
) -> dict[str, WeeksResults]:
    """The weeks of a scenario by style, by themselves unless an evening is asked for."""
    seeds = tuple(range(FIRST, FIRST + (FEWER if evening or followers > 1000 else SEEDS)))
    place = scenarios.load(SCENARIOS.get(scenario, scenario))
    place = replace(place, weeks=replace(place.weeks, days=days or place.weeks.days))
    job = Weeks(place, styles, seeds, followers=followers, bought=bought, hours_per_day=hours, evening=evening)
    return dict(zip(styles, run(job), strict=True))


def weeks(style: str, evening: bool = False, **how: Any) -> WeeksResults:
    """The weeks of one style; with few seeds all styles spend them in one world, which costs little more than one."""
    alone = (style,) if how or MANY_SEEDS else EVERYBODY
    return played(WHO if evening else alone, evening=evening, **how)[style]


def ended_with(measure: str, style: str, **how: Any) -> F64:
    return getattr(weeks(style, **how), measure).astype(np.float64)


def surely_more(one: F64, two: F64) -> bool:
    gap = one - two
    return bool(gap.mean() > 1.96 * gap.std(ddof=1) / np.sqrt(len(gap)))


@pytest.mark.parametrize("hours", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("style", ["listener", "giver"])
def test_thirty_followers_or_three_thousand_make_less_than_a_tenth_of_a_difference(style: str, hours: float) -> None:
    few, many = (ended_with("relationships", style, followers=n, hours=hours).mean() for n in (30, 3000))
    assert abs(many - few) < 0.1 * (few + many) / 2


def test_twice_the_hours_make_nearly_twice_the_relationships() -> None:
    one, two = (ended_with("relationships", "listener", hours=h).mean() for h in (1.0, 2.0))
    assert 1.6 * one < two < 2.4 * one


def test_the_promoter_with_thousands_ends_below_the_listener_with_thirty() -> None:
    thousands = ended_with("relationships", "promoter", followers=3000)
    assert (ended_with("relationships", "listener", followers=30)[: len(thousands)] > thousands).mean() >= 0.95


@pytest.mark.parametrize("style", ["listener", "giver"])
def test_ten_thousand_bought_followers_buy_nobody(style: str) -> None:
    """Less than 2 %, or as near to that as so many seeds can tell."""
    without, with_them = (ended_with("relationships", style, bought=n) for n in (0, 10_000))
    gap = with_them - without
    error = gap.std(ddof=1) / np.sqrt(len(gap))
    assert abs(gap.mean()) < 0.02 * without.mean() + (0 if MANY_SEEDS else 1.96 * error)
    assert (ended_with("followers", style, bought=10_000) > 10_000).all()


@pytest.mark.parametrize("style", ["listener", "giver"])
def test_listening_and_giving_bring_more_than_the_ordinary_way(style: str) -> None:
    assert surely_more(ended_with("relationships", style), ended_with("relationships", "ordinary"))


@pytest.mark.parametrize("style", OTHERS)
def test_what_only_looks_like_being_there_brings_less_than_listening(style: str) -> None:
    assert surely_more(ended_with("relationships", "listener"), ended_with("relationships", style))


@pytest.mark.parametrize("style", ["quiet", "listener", "giver", "engager"])
def test_in_nearly_every_room_whoever_takes_an_interest_ends_above_the_promoter(style: str) -> None:
    assert (ended_with("relationships", style) > ended_with("relationships", "promoter")).mean() >= 0.95


def test_people_do_business_with_people_they_like() -> None:
    for style in ("listener", "giver", "ordinary", "engager"):
        deals = ended_with("business", style) > 0
        assert ended_with("liked_deals", style)[deals].mean() >= 0.9


def test_a_sale_follows_a_relationship() -> None:
    giver, promoter = ended_with("business", "giver"), ended_with("business", "promoter")
    assert ended_with("promotions", "giver").sum() == 0
    assert giver.mean() > 0.5 and promoter.mean() < giver.mean() / 5


def test_promotions_to_the_merely_reached_sell_a_tenth_of_those_to_the_trusting_at_most() -> None:
    trusting, reached = (ended_with(f"sold_{whom}", "ordinary").mean() for whom in ("trusting", "reached"))
    assert reached < trusting / 10


def test_in_the_end_nobody_cares_about_the_promoter() -> None:
    first, last = (ended_with(f"answered_{when}", "promoter", days=3 * TEN) for when in ("first", "last"))
    assert (last < first / 2).mean() >= 0.95


def test_whoever_engages_starts_discussions_and_whoever_broadcasts_does_not() -> None:
    assert (ended_with("discussions", "engager") > ended_with("discussions", "broadcaster")).mean() >= 0.95


def test_the_network_keeps_more_ties_an_hour_than_meetings_alone() -> None:
    here, there = (
        ended_with("relationships", style) / ended_with("hours", style) for style in ("listener", "meetings")
    )
    assert surely_more(here, there)


@pytest.mark.parametrize("scenario", WHOLE)
@pytest.mark.parametrize("style", WHO[:-1])
def test_over_the_whole_session_whoever_listens_or_gives_ends_above_the_promoter(style: str, scenario: str) -> None:
    mine, his = (ended_with("relationships", who, scenario=scenario, evening=True) for who in (style, "promoter"))
    assert (mine > his).mean() >= 0.95
