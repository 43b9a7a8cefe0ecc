"""What comes of two people: both decide, and either can refuse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.acts import Item, Mark
from game.model.params import Params
from game.model.social import outcome
from game.model.social.outcome import Side

P = Params(
    outcome_minutes=1, friend_liking=0.2, friend_minutes=3, friend_knows=2, business_liking=0.3, business_trust=0.2,
    refer_trust=0.25, avoided_liking=-0.5, own_side=0.4,
)  # fmt: skip
NAME, WORK, NEED = (1 << item for item in (Item.NAME, Item.WORK, Item.NEED))
FRIENDS = {"liking": 0.3, "trust": 0.0, "minutes": 4, "known": NAME | WORK | NEED, "deal": False, "could_refer": False}


def marks(*, lenient: bool = False, **changes: float) -> Mark:
    values = FRIENDS | changes
    types = {"known": np.uint32, "deal": np.bool_, "could_refer": np.bool_}
    side = Side(**{k: np.array([v], types.get(k, np.float32)) for k, v in values.items()})
    return int(outcome.decide(side, P, lenient=lenient)[0])


def test_a_friend_is_liked_known_and_has_been_talked_with():
    assert marks() == Mark.FRIEND


@pytest.mark.parametrize("lack", [{"liking": 0.2}, {"minutes": 2.9}, {"known": NAME | WORK}])
def test_lacking_one_of_them_nobody_is_a_friend(lack):
    assert marks(**lack) == 0


def test_people_do_business_with_people_they_like_and_trust():
    deal = {"deal": True, "liking": 0.35, "trust": 0.25, "minutes": 1.5}
    assert marks(**deal) == Mark.BUSINESS
    for lack in ({"deal": False}, {"liking": 0.25}, {"trust": 0.15}):
        assert marks(**(deal | lack)) == 0


def test_a_referral_needs_trust_and_somebody_to_refer():
    refer = {"could_refer": True, "trust": 0.3, "liking": 0.1, "minutes": 1.5}
    assert marks(**refer) == Mark.REFER
    for lack in ({"could_refer": False}, {"trust": 0.2}, {"liking": -0.1}):
        assert marks(**(refer | lack)) == 0


def test_nothing_comes_of_a_word_in_passing_not_even_a_refusal():
    assert marks(minutes=0.9, liking=3, trust=3, deal=True, could_refer=True) == 0
    assert marks(minutes=0.9, liking=-3) == 0


def test_whoever_is_disliked_is_refused_whatever_he_offers():
    assert marks(liking=-0.6, trust=3, deal=True, could_refer=True) == Mark.NOT_FOR_ME


def test_the_side_that_seeks_relationships_asks_less():
    assert marks(liking=0.0) == 0
    assert marks(liking=0.0, lenient=True) == Mark.FRIEND
    assert marks(liking=-0.3, lenient=True) == 0


def test_the_name_alone_is_not_knowing_somebody():
    known = np.array([0, NAME, NAME | WORK, 0xFFFFFFFF], np.uint32)
    assert outcome.items_known(known).tolist() == [0, 0, 1, 31]


def agreed(mine: int, theirs: int) -> int:
    return int(outcome.agreed(np.array([mine], np.int8), np.array([theirs], np.int8))[0])


MARKS = st.integers(0, 15)


@given(mine=MARKS, theirs=MARKS)
def test_friend_and_business_need_both_a_referral_theirs_and_a_refusal_ends_it(mine, theirs):
    got = agreed(mine, theirs)
    if (mine | theirs) & Mark.NOT_FOR_ME:
        assert got == 0
    else:
        assert got & Mark.FRIEND == mine & theirs & Mark.FRIEND
        assert got & Mark.BUSINESS == mine & theirs & Mark.BUSINESS
        assert got & Mark.REFER == theirs & Mark.REFER
    assert got & Mark.NOT_FOR_ME == 0


@given(
    trust=st.floats(-3, 3), liking=st.floats(-3, 3), minutes=st.floats(0, 60), known=st.integers(0, 2**32 - 1),
    deal=st.booleans(), refer=st.booleans(),
)  # fmt: skip
def test_liking_somebody_more_never_costs_them_an_outcome(trust, liking, minutes, known, deal, refer):
    side = {"trust": trust, "minutes": minutes, "known": known, "deal": deal, "could_refer": refer}
    less, more = marks(liking=liking, **side), marks(liking=liking + 0.5, **side)
    wanted = Mark.FRIEND | Mark.BUSINESS | Mark.REFER
    assert less & wanted & ~more == 0
