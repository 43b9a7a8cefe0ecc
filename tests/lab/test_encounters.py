"""Encounters by hand: who stood with whom, second by second."""

import numpy as np

from game.lab.encounters import bridged, together
from game.lab.evidence.mixer import by_interval


def seen(pair: int, *seconds: int) -> tuple[np.ndarray, np.ndarray]:
    return np.full(len(seconds), pair), np.array(seconds)


def test_one_spell_together_is_one_encounter():
    found = bridged(*seen(7, 3, 4, 5), gap=0)
    assert (found.pair.tolist(), found.first.tolist(), found.samples.tolist()) == ([7], [3], [3])


def test_a_short_gap_is_bridged_and_a_longer_one_is_not():
    pair, second = seen(7, 1, 2, 5, 6)  # away in the third and fourth second
    assert bridged(pair, second, gap=2).samples.tolist() == [6]
    assert bridged(pair, second, gap=1).samples.tolist() == [2, 2]


def test_two_pairs_never_share_an_encounter_and_the_order_of_sightings_does_not_matter():
    pair, second = np.array([9, 7, 9, 7]), np.array([2, 2, 1, 1])
    found = bridged(pair, second, gap=20)
    assert found.pair.tolist() == [7, 9]
    assert found.samples.tolist() == [2, 2]


def test_nobody_seen_is_no_encounter():
    assert len(bridged(*seen(7), gap=5).pair) == 0


def test_everybody_in_a_circle_stands_with_everybody_else_in_it():
    members = np.array([[4, 0, 2, -1], [1, 3, -1, -1]], dtype=np.int32)
    assert sorted(together(members, people=10).tolist()) == [2, 4, 13, 24]


def test_a_badge_reports_whoever_was_seen_at_all_within_its_interval():
    pair, interval = by_interval(np.array([5, 5, 5, 8]), np.array([0, 19, 20, 45]), seconds=20)
    assert list(zip(pair.tolist(), interval.tolist(), strict=True)) == [(5, 0), (5, 1), (8, 2)]
