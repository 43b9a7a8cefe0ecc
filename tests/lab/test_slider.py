"""The follower slider's runs: in the background, from few seeds to many, and stopped at any time."""

import dataclasses
import time
from collections.abc import Iterator

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import rules, slider, weeks
from game.lab.slider import Sample, Slider, blocks, point
from game.lab.weeks import Weeks
from game.lab.workers import LostError, Workers
from game.model.feed.params import FeedParams
from game.model.params import Params
from game.session.sandbox import RULES, STEPS, Setup, needed
from tests.lab import errands

PATIENCE_S = 120.0
MIXER = scenarios.load("chamber_mixer")
SHORT = dataclasses.replace(MIXER, weeks=dataclasses.replace(MIXER.weeks, days=1))


def until(enough) -> None:
    end = time.monotonic() + PATIENCE_S
    while not enough():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


@pytest.fixture
def runs() -> Iterator[Slider]:
    runs = Slider(SHORT, seeds=3, processes=1)
    yield runs
    runs.stop()


def changed(one, default) -> set[str]:
    return {f.name for f in dataclasses.fields(one) if getattr(one, f.name) != getattr(default, f.name)}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_switched_off_changes_the_numbers_of_that_rule_alone(rule):
    job = rules.without(Weeks(MIXER, ("listener",), (1,), hours_per_day=1.0), frozenset({rule}))
    found = (changed(job.params, Params()), changed(job.feed, FeedParams()), job.hours_per_day)
    expected = {
        "hours": (set(), set(), 24.0),
        "listening": ({"off"}, set(), 1.0),
        "selling": ({"off"}, set(), 1.0),
        "beyond": (set(), {"neighbourhood", "strangers"}, 1.0),
        "fading": (set(), {"fades"}, 1.0),
        "answered": (set(), {"reach_least", "reach_most"}, 1.0),
    }
    assert found == expected[rule]


def test_with_no_rule_off_the_weeks_are_as_they_are():
    job = Weeks(MIXER, ("listener",), (1, 2), followers=30, hours_per_day=1.0, evening=False)
    short = dataclasses.replace(job, scenario=SHORT)
    (one,), (other,) = weeks.run(short), weeks.run(rules.without(short, frozenset()))
    assert np.array_equal(one.relationships, other.relationships)
    assert np.array_equal(one.answered, other.answered)


@pytest.mark.parametrize("followers", STEPS)
def test_every_seed_is_run_once_the_first_two_before_all_others(followers):
    parts = blocks(followers, 200)
    assert [seed for part in parts for seed in part] == list(range(200))
    assert parts[0] == range(2)
    assert max(len(part) for part in parts) * followers <= max(slider.ROWS, slider.LEAST * followers)


def test_a_point_holds_the_mean_and_where_eight_of_ten_lie():
    samples = [Sample(Setup(), start, np.arange(start, start + n), np.full(n, 4)) for start, n in ((0, 2), (2, 9))]
    found = point(samples)
    assert found.seeds == 11
    assert (found.response.low, found.response.mean, found.response.high) == pytest.approx((1.0, 5.0, 9.0))
    assert found.relationships.mean == 4


def test_what_is_asked_is_found_bit_by_bit_and_asking_again_runs_nothing(runs):
    setup = Setup()
    runs.ask(setup)
    seen = []
    until(lambda: seen.append(runs.found()) or seen[-1].over)
    counts = [found.done for found in seen]
    assert counts == sorted(counts)
    assert {0, 2, counts[-1]} <= set(counts)
    assert set(seen[-1].points) == set(needed(setup))
    assert seen[-1].done == seen[-1].total == 3 * len(STEPS)
    runs.ask(setup)
    assert runs.found().over
    assert runs.found().points == seen[-1].points


def test_the_seeds_of_a_setup_are_the_same_in_the_background_and_here(runs):
    setup = Setup(followers=30, off=frozenset({"hours"}))
    runs.ask(setup)
    until(lambda: setup in runs.found().points)
    seeds = tuple(range(slider.FIRST, slider.FIRST + runs.found().points[setup].seeds))
    runs.stop()
    here = Weeks(SHORT, (setup.style,), seeds, followers=30, hours_per_day=24.0, evening=False)
    (found,) = weeks.run(here)
    assert runs.found().points[setup].response.mean == pytest.approx(found.answered.mean())


def test_stopping_ends_the_processes_and_what_was_found_is_kept(runs):
    runs.ask(Setup())
    until(lambda: runs.found().done > 0)
    team = [process for process, _ in runs._workers._team]
    done = runs.found().done
    runs.stop()
    assert team
    assert not any(process.is_alive() for process in team)
    assert not runs.found().over
    runs.ask(Setup())
    assert runs.found().done == done


def test_jobs_are_done_in_their_order_while_nobody_waits():
    team = Workers(errands.double, 1)
    team.put([1, 2, 3])
    done = []
    until(lambda: done.extend(team.done()) or len(done) == 3)
    assert done == [2, 4, 6]
    team.stop()


def test_a_process_that_ends_in_the_middle_is_told_of():
    team = Workers(errands.leave, 1)
    team.put([1])

    def lost() -> bool:
        try:
            return bool(team.done())
        except LostError:
            return True

    until(lost)
    assert team.done() == []


def test_a_run_that_breaks_off_says_so(runs):
    runs.ask(Setup())
    for process, _ in runs._workers._team:
        process.kill()
    until(lambda: runs.found().over)
    assert runs.found().broken
    runs.ask(Setup())
    assert not runs.found().broken
