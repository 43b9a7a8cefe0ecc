"""How long one stands it, and how one gets away."""

import numpy as np
import pytest

from game.model.params import Params
from game.model.social import patience

P = Params(patience_talk_sd=0.5, patience_liking=0.4, nerve_growth=0.02, nerve_in_company=1.5)


def f32(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def at_the_start(tolerance: float, spread: float, opinion: float) -> float:
    return float(patience.at_the_start(f32(tolerance), f32(spread), f32(opinion), P)[0])


def leaves(nerve: float, past: float, company: float) -> float:
    return float(patience.chance_to_leave(f32(nerve), f32(past), f32(company), P)[0])


def test_an_ordinary_talk_with_a_stranger_is_stood_as_long_as_ones_tolerance():
    assert at_the_start(150, 0, 0) == pytest.approx(150, rel=2e-3)


def test_liking_lengthens_patience_and_dislike_shortens_it():
    assert at_the_start(150, 0, 1) == pytest.approx(150 * np.exp(0.4), rel=2e-3)
    assert at_the_start(150, 0, -1) == pytest.approx(150 * np.exp(-0.4), rel=2e-3)


def test_beyond_two_sd_opinions_change_patience_no_more():
    assert at_the_start(150, 0, 3) == at_the_start(150, 0, 2)
    assert at_the_start(150, 0, -3) == at_the_start(150, 0, -2)


def test_the_same_person_is_more_patient_with_one_talk_than_with_another():
    assert at_the_start(150, 1, 0) == pytest.approx(150 * np.exp(0.5), rel=2e-3)


def test_daring_to_leave_grows_with_the_time_one_has_wanted_to():
    assert leaves(0.02, 0, 2) == pytest.approx(0.02)
    assert leaves(0.02, 50, 2) == pytest.approx(0.04)


def test_it_is_easier_to_slip_away_from_three_or_more():
    assert leaves(0.02, 0, 3) == pytest.approx(0.03)
    assert leaves(0.02, 0, 2) < leaves(0.02, 0, 3) == leaves(0.02, 0, 5)


def test_however_long_one_has_wanted_out_leaving_is_never_certain():
    assert leaves(0.1, 1e6, 4) == pytest.approx(0.6)
