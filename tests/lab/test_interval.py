"""Intervals hold what they promise, however often one looks."""

import numpy as np
import pytest

from game.lab import interval


def test_a_share_has_wilson_s_interval():
    found = interval.of_share(8, 10)
    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_what_held_in_every_room_may_still_fail_in_some():
    assert interval.of_share(20, 20).low == pytest.approx(0.8389, abs=1e-4)


def test_a_mean_has_student_s_interval():
    found = interval.of_mean(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert (found.low, found.high) == pytest.approx((3 - 2.776 * 0.7071, 3 + 2.776 * 0.7071), abs=2e-3)


def test_a_mean_of_few_rooms_may_lie_anywhere():
    assert interval.of_mean(np.array([1.0, 1.0, 1.0, 1.0])) == interval.Interval(-np.inf, np.inf)


@pytest.mark.parametrize("truth", [0.95, 0.5])
def test_whoever_looks_after_each_of_four_blocks_errs_in_at_most_one_run_of_twenty(truth):
    runs = np.random.default_rng(3).random((2000, 400)) < truth
    yes = runs.cumsum(axis=1)[:, 99::100].tolist()
    erred = 0
    for looks in yes:
        found = [interval.of_share(count, 100 * number, looks=4) for number, count in enumerate(looks, start=1)]
        erred += not all(one.low <= truth <= one.high for one in found)
    assert erred <= 0.05 * len(runs)
