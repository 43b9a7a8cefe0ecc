"""An expectation holds or fails, certainly or as far as one has seen."""

import numpy as np
import pytest

from game.lab import verdict
from game.scenario.spec import Expect

VALUES = {
    "listener": np.array([4.0, 5.0, 3.0, 4.0, 5.0, 4.0, 3.0, 4.0, 5.0, 4.0] * 8),
    "promoter": np.array([0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0] * 8),
    "mute": np.array([0.0, 1.0] * 40),
}


def judged(style: str, rooms: int = 80, **claim) -> verdict.Verdict:
    return verdict.judge(
        Expect(style=style, measure="relationships", **claim), lambda style, measure: VALUES[style][:rooms]
    )


@pytest.mark.parametrize(
    ("style", "claim", "told"),
    [
        ("listener", {"beats": "promoter"}, "holds"),
        ("promoter", {"beats": "listener"}, "FAILS"),
        ("mute", {"beats": "promoter"}, "holds"),
        ("listener", {"beats": "promoter", "in_at_least": 0.95}, "holds"),
        ("promoter", {"beats": "listener", "in_at_least": 0.95}, "FAILS"),
        ("listener", {"beats": "listener"}, "FAILS"),  # as much is not more
        ("listener", {"at_least": 4.1}, "not certain, holds so far"),
        ("listener", {"at_least": 4.2}, "not certain, FAILS so far"),
        ("listener", {"at_most": 6}, "holds"),
        ("listener", {"within": (3.0, 5.0)}, "holds"),
        ("listener", {"within": (5.0, 6.0)}, "FAILS"),
        ("mute", {"at_least": 1, "in_at_least": 0.5}, "not certain, holds so far"),
    ],
)
def test_a_claim_is_told_as_its_interval_has_it(style, claim, told):
    assert judged(style, **claim).told == told


def test_few_rooms_make_nothing_certain():
    few = judged("listener", rooms=4, beats="promoter")
    assert few.holds and not few.certain
    assert "too few for an interval" in few.found


def test_seeds_are_compared_pair_by_pair():
    one, two = np.array([1.0, 5.0, 9.0, 13.0, 17.0]), np.array([0.9, 4.9, 8.9, 12.9, 16.9])
    found = verdict.judge(
        Expect(style="listener", measure="met", beats="mute"), lambda style, _: one if style == "listener" else two
    )
    assert found.told == "holds"  # by a tenth in each, though seeds differ by much more
