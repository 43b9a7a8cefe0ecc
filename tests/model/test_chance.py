"""One source of chance: even, independent, and the same everywhere for ever."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model import chance
from game.model.chance import Draw

N = 40_000
KEYS = chance.keys(np.full(N, 7, np.uint32), np.arange(N, dtype=np.uint32))


def key(seed: int, person: int) -> np.ndarray:
    return chance.keys(np.array([seed], np.uint32), np.array([person], np.uint32))


def alike(one: np.ndarray, two: np.ndarray) -> float:
    return abs(float(np.corrcoef(one, two)[0, 1]))


def test_the_values_are_the_ones_journals_were_written_with():
    """A change here breaks every replay there is."""
    assert key(7, 1).tolist() == [3342258810]
    assert chance.bits(key(7, 1), Draw.ACT, 100).tolist() == [4022254392]
    assert chance.bits(key(7, 1), Draw.PAIR, 0, np.array([2], np.uint32)).tolist() == [1892947994]


def test_draws_are_even():
    counts = np.histogram(chance.uniform(KEYS, Draw.ACT, 3), bins=20, range=(0, 1))[0]
    assert np.abs(counts - N / 20).max() < 5 * np.sqrt(N / 20)
    assert 0 <= chance.uniform(KEYS, Draw.ACT, 3).min() <= chance.uniform(KEYS, Draw.ACT, 3).max() < 1


@pytest.mark.parametrize("n", [2, 7, 14])
def test_a_choice_of_n_is_even(n):
    counts = np.bincount(chance.choose(KEYS, Draw.TOPIC, 5, n), minlength=n)
    assert len(counts) == n
    assert np.abs(counts - N / n).max() < 5 * np.sqrt(N / n)


def test_one_decision_tells_nothing_of_another():
    one = chance.uniform(KEYS, Draw.ACT, 3)
    assert alike(one, chance.uniform(KEYS, Draw.TOPIC, 3)) < 0.02  # another decision
    assert alike(one, chance.uniform(KEYS, Draw.ACT, 4)) < 0.02  # the next tick
    assert alike(one[1:], one[:-1]) < 0.02  # the next person
    other_seed = chance.keys(np.full(N, 8, np.uint32), np.arange(N, dtype=np.uint32))
    assert alike(one, chance.uniform(other_seed, Draw.ACT, 3)) < 0.02  # the next room
    assert alike(one, chance.uniform(KEYS, Draw.ACT, 3, np.full(N, 2, np.uint32))) < 0.02  # about somebody


def test_a_pair_draws_apart_from_every_other_pair():
    towards = chance.uniform(KEYS, Draw.PAIR, 0, np.full(N, 5, np.uint32))
    assert alike(towards, chance.uniform(KEYS, Draw.PAIR, 0, np.full(N, 6, np.uint32))) < 0.02


def test_what_falls_to_some_is_what_would_have_fallen_to_them_among_all():
    among = chance.uniform(KEYS, Draw.ACT, 3) < 0.1
    odds = np.where(KEYS % 2, np.float32(0.2), np.float32(0.7))
    for few in (among, np.zeros(N, np.bool_), np.ones(N, np.bool_)):
        fell = chance.falls(few, KEYS, Draw.REVEAL, 3, odds)
        assert (fell == (few & (chance.uniform(KEYS, Draw.REVEAL, 3) < odds))).all()


def test_people_do_not_share_a_key():
    assert len(np.unique(KEYS)) == N


def test_normal_draws_have_the_moments_of_a_normal():
    z = chance.normal(KEYS, Draw.CHARM, 0)
    assert z.mean() == pytest.approx(0, abs=0.02)
    assert z.std() == pytest.approx(1, abs=0.02)
    assert (z**3).mean() == pytest.approx(0, abs=0.05)
    assert (z**4).mean() == pytest.approx(3, abs=0.12)


def test_gumbel_and_exponential_draws_have_their_moments():
    g, e = chance.gumbel(KEYS, Draw.APPROACH, 0), chance.exponential(KEYS, Draw.WAIT, 0)
    assert g.mean() == pytest.approx(0.5772, abs=0.03)
    assert g.std() == pytest.approx(np.pi / np.sqrt(6), abs=0.03)
    assert (e.mean(), e.std()) == (pytest.approx(1, abs=0.03), pytest.approx(1, abs=0.03))
    assert e.min() > 0


def test_gumbels_choose_in_proportion_to_e_to_the_value():
    """The Gumbel-max trick, as it is used for whims."""
    other = [np.full(N, k, np.uint32) for k in range(3)]
    values = np.log(np.array([1, 2, 5]))
    scores = np.stack([v + chance.gumbel(KEYS, Draw.APPROACH, 9, o) for v, o in zip(values, other, strict=True)])
    shares = np.bincount(scores.argmax(axis=0), minlength=3) / N
    assert shares == pytest.approx([1 / 8, 2 / 8, 5 / 8], abs=0.015)


def test_e_to_the_x_is_close_and_clipped():
    x = np.linspace(-4, 3.999, 5000, dtype=np.float32)
    assert chance.exp(x) == pytest.approx(np.exp(x), rel=2e-2)
    middle = np.abs(x) < 2
    assert chance.exp(x[middle]) == pytest.approx(np.exp(x[middle]), rel=3e-3)
    far = chance.exp(np.array([-100, 100], np.float32))
    assert far == pytest.approx(np.exp([-4, 4]), rel=1e-2)
    assert (np.diff(chance.exp(x)) >= 0).all()


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.integers(0, 10**6))
def test_a_draw_depends_on_nothing_but_its_key_decision_and_tick(seed, person, tick):
    alone = chance.bits(key(seed, person), Draw.ACT, tick)
    among = np.concatenate([KEYS[:3], key(seed, person), KEYS[3:5]])
    assert chance.bits(among, Draw.ACT, tick)[3] == alone[0]


@given(st.integers(0, 2**32 - 1))
def test_one_int_and_an_array_are_mixed_alike(h):
    assert chance.mix_int(h) == int(chance.mix(np.array([h], np.uint32))[0])
