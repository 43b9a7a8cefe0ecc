"""The follower slider by hand-worked numbers: what is compared, and what becomes of a prediction."""

from dataclasses import replace

import pytest

from game.session.sandbox import STEPS, Found, Point, Setup, Spread, compared, needed, predicted, verdict

THIRTY = Setup(followers=30)


def came_to(relationships: float) -> Point:
    return Point(10, Spread(0, 0, 0), Spread(relationships, relationships, relationships))


def found(setup: Setup, one: float, other: float) -> Found:
    first, second = compared(setup)
    return Found({first: came_to(one), second: came_to(other)}, 20, 20)


def test_many_followers_and_bought_ones_are_held_against_thirty_and_none_bought():
    many = Setup(followers=3000, bought=10_000, style="giver", hours=2.0)
    assert compared(many) == (many, Setup(30, 0, "giver", 2.0))


def test_thirty_followers_themselves_are_held_against_by_thirty_thousand():
    assert compared(THIRTY) == (replace(THIRTY, followers=30_000), THIRTY)


def test_with_a_rule_off_the_same_setup_with_all_rules_is_what_it_is_held_against():
    off = replace(THIRTY, off=frozenset({"selling"}))
    assert compared(off) == (off, THIRTY)


def test_the_whole_range_is_run_and_with_a_rule_off_once_more_with_all_rules():
    off = frozenset({"hours"})
    assert [setup.followers for setup in needed(Setup())] == list(STEPS)
    assert [(s.followers, s.off) for s in needed(Setup(off=off))] == [
        *((n, off) for n in STEPS),
        *((n, frozenset()) for n in STEPS),
    ]
    assert needed(Setup(bought=100))[-1] == THIRTY


@pytest.mark.parametrize(
    ("guess", "one", "other", "came", "times"),
    [
        ("ten", 24.0, 25.0, "fewer", 0.96),
        ("same", 24.0, 25.0, "right", 0.96),
        ("same", 210.0, 24.0, "more", 8.75),
        ("ten", 210.0, 24.0, "right", 8.75),
        ("half", 12.5, 25.0, "right", 0.5),
        ("none", 0.0, 25.0, "right", 0.0),
        ("twice", 12.5, 25.0, "fewer", 0.5),
    ],
)
def test_the_result_is_held_against_the_nearest_of_the_answers(guess, one, other, came, times):
    told = verdict(Setup(), guess, found(Setup(), one, other))
    assert (told.came, told.times) == (came, pytest.approx(times))


def test_nobody_and_nobody_are_as_many_and_no_times_are_told_of_next_to_nobody():
    told = verdict(Setup(), "same", found(Setup(), 0.0, 0.0))
    assert (told.came, told.times) == ("right", None)
    assert verdict(Setup(), "same", found(Setup(), 9.0, 0.2)).came == "more"


def test_there_is_no_verdict_before_both_sides_have_been_run():
    whole = found(Setup(), 24.0, 25.0)
    for side in compared(Setup()):
        assert verdict(Setup(), "ten", replace(whole, points={side: whole.points[side]})) is None


def test_what_was_said_is_so_many_times_what_it_is_held_against():
    assert predicted(Setup(), "ten", found(Setup(), 24.0, 25.0)) == 250.0
    assert predicted(Setup(), "ten", Found()) is None
