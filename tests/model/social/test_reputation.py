"""Word of the absent: evidence with a source."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.params import Params
from game.model.social import reputation

P = Params(hearsay=0.8, hearsay_s=240, hearsay_limit=1.5, single_voice=0.4, good_word=0.7)
ANNA, BEN, CARA, DAN, EVE = range(5)


def f32(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def strength(opinion: float, trust: float = 0.1, negativity: float = 2.0) -> float:
    return float(reputation.strength(f32(opinion), f32(trust), f32(negativity), P)[0])


def test_a_bad_word_of_somebody_certain_and_trusted_weighs_most():
    # certainty 1 (1.5 sd or more), credit .5 + .5, salience 2 × .5
    assert strength(-1.5) == pytest.approx(-0.9)
    assert strength(-3.0) == pytest.approx(-0.9)
    assert strength(-0.75) == pytest.approx(-0.45)


def test_a_good_word_moves_less_than_a_bad_one():
    assert strength(1.5) == pytest.approx(0.9 * 0.7)


def test_the_tellers_credit_lies_between_a_half_and_one_and_a_half():
    assert strength(-1.5, trust=-3) == pytest.approx(-0.45)
    assert strength(-1.5, trust=3) == pytest.approx(-1.35)


def test_whoever_dwells_on_the_bad_takes_a_bad_word_harder_but_not_a_good_one():
    assert strength(-1.5, negativity=3) == pytest.approx(-1.35)
    assert strength(1.5, negativity=3) == strength(1.5, negativity=1.5)


class Ear:
    """What one hearer has been told of one person, source by source."""

    def __init__(self) -> None:
        self.source, self.word = np.full((1, 4), -1, np.int32), np.zeros((1, 4), np.float32)

    def hears(self, teller: int, worth: float, relayed: bool = False) -> "Ear":
        teller_, worth_, relayed_ = np.array([teller], np.int32), f32(worth), np.array([relayed])
        self.source, self.word, _ = reputation.remember_source(self.source, self.word, teller_, worth_, relayed_)
        return self

    @property
    def net(self) -> float:
        return float(reputation.net_word(self.word, P)[0])

    def words(self) -> dict[int, float]:
        pairs = zip(self.source[0].tolist(), self.word[0].tolist(), strict=True)
        return {source: pytest.approx(word) for source, word in pairs if source >= 0}


def test_the_same_voice_twice_is_still_one_voice():
    once, twice = Ear().hears(ANNA, -0.5), Ear().hears(ANNA, -0.5).hears(ANNA, -0.5)
    assert once.net == twice.net == pytest.approx(-0.5)


def test_an_echo_neither_adds_to_the_word_nor_erases_it():
    assert Ear().hears(ANNA, -0.5).hears(ANNA, -0.25, relayed=True).net == pytest.approx(-0.5)
    assert Ear().hears(ANNA, -0.25, relayed=True).hears(ANNA, -0.5).net == pytest.approx(-0.5)


def test_independent_bad_words_add_up():
    assert Ear().hears(ANNA, -0.5).hears(BEN, -0.4).net == pytest.approx(-0.9)


def test_bad_word_works_on_one_telling_and_good_word_needs_a_second_voice():
    assert Ear().hears(ANNA, -0.5).net == pytest.approx(-0.5)
    assert Ear().hears(ANNA, 0.5).net == pytest.approx(0.5 * 0.4)
    assert Ear().hears(ANNA, 0.5).hears(ANNA, 0.5).net == pytest.approx(0.5 * 0.4)
    assert Ear().hears(ANNA, 0.5).hears(BEN, 0.5).net == pytest.approx(1.0)


def test_a_source_who_changes_his_mind_replaces_his_word():
    assert Ear().hears(ANNA, -0.9).hears(ANNA, 0.3).words() == {ANNA: 0.3}


def test_a_fifth_source_is_kept_only_if_it_says_more_than_the_weakest():
    four = Ear().hears(ANNA, -0.5).hears(BEN, 0.2).hears(CARA, -0.6).hears(DAN, 0.4)
    assert BEN in four.words()
    assert EVE not in Ear.hears(four, EVE, -0.1).words()
    assert four.hears(EVE, -0.3).words() == {ANNA: -0.5, EVE: -0.3, CARA: -0.6, DAN: 0.4}


def test_hearsay_is_bounded():
    ear = Ear().hears(ANNA, -1.3).hears(BEN, -1.3).hears(CARA, -1.3)
    assert ear.net == pytest.approx(-1.5)


def test_hearsay_counts_less_than_ones_own_and_half_of_that_after_four_minutes_together():
    opinions = reputation.opinion(f32(0.2, 0.2, 0.2), f32(-1, -1, -1), f32(0, 4, 36), P)
    assert opinions.tolist() == pytest.approx([0.2 - 0.8, 0.2 - 0.4, 0.2 - 0.08])


@given(minutes=st.lists(st.floats(0, 1e4), min_size=2, max_size=2).map(sorted), heard=st.floats(-1.5, 1.5))
def test_the_longer_one_knows_somebody_the_less_hearsay_moves(minutes, heard):
    short, long = reputation.opinion(f32(0, 0), f32(heard, heard), f32(*minutes), P)
    assert abs(long) <= abs(short) <= 0.8 * abs(heard) + 1e-6
