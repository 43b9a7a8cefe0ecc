"""What people make of what is said to them: each rule, when it fires and what it weighs."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.acts import QUESTIONS, Act
from game.model.social import appraisal
from game.model.social.appraisal import Heard
from game.model.social.rules import Rule
from tests.model.social.hearing import COUNTS, PLAIN, heard, reasons


def liking(rule: Rule, act: Act, **circumstances: float) -> float:
    return reasons(act, **circumstances)[rule][0]


# questions


@pytest.mark.parametrize("act", QUESTIONS)
def test_a_question_pleases_the_one_it_is_put_to(act):
    assert liking(Rule.ASKED, act, unreturned=1) > 0


def test_a_question_put_to_somebody_else_pleases_nobody_but_him():
    assert Rule.ASKED not in reasons(Act.ASK, to_me=False, unreturned=1)


def test_a_question_overheard_earns_nothing():
    assert reasons(Act.FOLLOW_UP, bystander=True, unreturned=1) == {}


def test_a_first_question_weighs_what_the_params_say():
    assert reasons(Act.ASK, unreturned=1) == {Rule.ASKED: pytest.approx((0.1, 0.02, 0.0))}


def test_asking_back_counts_half_a_question():
    assert liking(Rule.ASKED, Act.MIRROR, unreturned=1) == pytest.approx(0.05)


def test_following_up_earns_on_top_of_the_question():
    got = reasons(Act.FOLLOW_UP, unreturned=1)
    assert got[Rule.ASKED][0] == pytest.approx(0.1)
    assert got[Rule.FOLLOWED_UP] == pytest.approx((0.2, 0.04, 0.0))


def test_from_the_third_unreturned_question_on_each_pleases_less():
    assert [liking(Rule.ASKED, Act.ASK, unreturned=n) for n in (1, 2, 3, 4, 6)] == pytest.approx(
        [0.1, 0.1, 0.1 / 2, 0.1 / 3, 0.1 / 5]
    )


def test_past_the_third_it_is_an_interrogation_that_grows_with_the_root():
    assert Rule.INTERROGATED not in reasons(Act.ASK, unreturned=3)
    assert liking(Rule.INTERROGATED, Act.ASK, unreturned=4) == pytest.approx(-0.05)
    assert liking(Rule.INTERROGATED, Act.ASK, unreturned=7) == pytest.approx(-0.10)
    assert reasons(Act.ASK, unreturned=4)[Rule.INTERROGATED][2] < 0  # and it tries their patience


# telling and listening


@pytest.mark.parametrize("act", [Act.ANSWER, Act.SHARE])
def test_telling_something_of_ones_own_is_liked_a_little_and_more_in_turns(act):
    assert reasons(act) == {Rule.SHARED: pytest.approx((0.01, 0.002, 0.0))}
    assert reasons(act, took_turns=True)[Rule.ALTERNATED][0] == pytest.approx(0.03)


def test_what_was_cut_short_was_not_told():
    assert reasons(Act.SHARE, whole=False, took_turns=True) == {}


def test_a_shared_interest_counts_when_it_is_found():
    assert reasons(Act.SHARE, found=True)[Rule.COMMON_GROUND] == pytest.approx((0.07, 0.0, 0.0))
    assert Rule.COMMON_GROUND not in reasons(Act.SHARE)


def test_saying_back_what_was_meant_pleases_the_one_who_said_it():
    assert reasons(Act.PARAPHRASE) == {Rule.PARAPHRASED: pytest.approx((0.12, 0.05, 0.0))}
    assert reasons(Act.PARAPHRASE, to_me=False) == {}


def test_being_remembered_is_liked():
    assert liking(Rule.REMEMBERED, Act.REMEMBER) == pytest.approx(0.09)


def test_time_with_somebody_liked_makes_them_credible_and_with_others_does_not():
    assert reasons(Act.SHARE, liked=True, seconds=20)[Rule.FAMILIAR] == pytest.approx((0.0, 0.02, 0.0))
    assert Rule.FAMILIAR not in reasons(Act.SHARE, liked=False, seconds=20)
    assert Rule.FAMILIAR not in reasons(Act.SILENCE, liked=True, seconds=20)


# giving


def test_help_counts_only_if_it_meets_a_need():
    assert reasons(Act.OFFER, meets=True) == {Rule.HELPED: pytest.approx((0.1, 0.3, 0.0))}
    assert reasons(Act.OFFER, meets=False) == {}


def test_help_is_less_news_to_whoever_owes_already():
    assert reasons(Act.OFFER, meets=True, owed=1)[Rule.HELPED] == pytest.approx((0.05, 0.15, 0.0))


def test_an_introduction_counts_if_the_third_person_meets_a_need():
    assert reasons(Act.INTRODUCE, friend_meets=True) == {Rule.INTRODUCED: pytest.approx((0.08, 0.2, 0.0))}
    assert reasons(Act.INTRODUCE, meets=True) == {}


def test_praise_pleases_once_and_then_rings_hollow():
    assert reasons(Act.PRAISE) == {Rule.PRAISED: pytest.approx((0.06, 0.0, 0.0))}
    assert reasons(Act.PRAISE, praises=1) == {Rule.FLATTERED: pytest.approx((-0.04, -0.04, 0.0))}


# selling


def test_each_unasked_pitch_is_worse_than_the_one_before():
    assert reasons(Act.PITCH) == {Rule.PITCHED: pytest.approx((-0.1, -0.2, -30.0))}
    assert [liking(Rule.PITCHED, Act.PITCH, pitches=n) for n in range(4)] == pytest.approx([-0.1, -0.15, -0.2, -0.25])


def test_a_pitch_tries_everybody_in_the_circle():
    assert reasons(Act.PITCH, to_me=False) == reasons(Act.PITCH, to_me=True)


def test_a_wanted_pitch_costs_nothing_and_earns_trust_where_it_meets_the_need():
    assert reasons(Act.PITCH, wanted=True) == {Rule.PITCH_WANTED: pytest.approx((0.02, 0.0, 0.0))}
    assert reasons(Act.PITCH, wanted=True, meets=True)[Rule.PITCH_WANTED][1] == pytest.approx(0.05)


def test_a_boast_costs_liking_unless_it_answers_a_question():
    assert reasons(Act.BOAST) == {Rule.BOASTED: pytest.approx((-0.1, 0.0, -8.0))}
    assert reasons(Act.BOAST, i_asked=True) == {}


def test_a_card_is_too_soon_or_it_is_nothing():
    assert liking(Rule.CARD_TOO_SOON, Act.CARD, too_soon=True) == pytest.approx(-0.08)
    assert reasons(Act.CARD, too_soon=False) == {}
    assert reasons(Act.CARD, too_soon=True, to_me=False) == {}


def test_a_pitch_overheard_costs_a_little_and_a_boast_less():
    pitch, boast = (liking(Rule.OVERHEARD, act, bystander=True) for act in (Act.PITCH, Act.BOAST))
    assert (pitch, boast) == pytest.approx((-0.05, -0.03))
    assert list(reasons(Act.PITCH, bystander=True)) == [Rule.OVERHEARD]


# leaving people where they are


def test_a_question_met_with_silence_hangs_and_one_turned_aside_hangs_less():
    assert liking(Rule.LEFT_HANGING, Act.SILENCE, i_asked=True) == pytest.approx(-0.1)
    assert liking(Rule.LEFT_HANGING, Act.DEFLECT, i_asked=True) == pytest.approx(-0.04)
    assert Rule.LEFT_HANGING not in reasons(Act.DEFLECT)


def test_silence_that_nobody_asked_to_end_is_felt_by_the_one_addressed():
    assert liking(Rule.SILENCE, Act.SILENCE) == pytest.approx(-0.02)
    assert Rule.SILENCE not in reasons(Act.SILENCE, i_asked=True)
    assert Rule.SILENCE not in reasons(Act.SILENCE, to_me=False)


def test_being_talked_at_while_wanting_out_is_charged_by_the_second_to_the_addressed_only():
    assert liking(Rule.TRAPPED, Act.SHARE, stuck=True, seconds=25) == pytest.approx(-0.05)
    assert Rule.TRAPPED not in reasons(Act.SHARE, stuck=True, seconds=25, to_me=False)
    assert Rule.TRAPPED not in reasons(Act.SHARE, stuck=False, seconds=25)


# all rules together


def test_a_rule_taken_away_no_longer_fires_and_the_others_stay():
    without = dataclasses.replace(PLAIN, off=frozenset({Rule.FOLLOWED_UP}))
    assert set(reasons(Act.FOLLOW_UP, without, unreturned=1)) == {Rule.ASKED}


@given(
    act=st.sampled_from(list(Act)),
    circumstances=st.fixed_dictionaries(
        {name: st.booleans() for name in ("to_me", "whole", "took_turns", "i_asked", "found", "meets", "friend_meets")}
        | {name: st.booleans() for name in ("wanted", "too_soon", "liked", "stuck", "bystander")}
        | {name: st.integers(0, 20) for name in ("unreturned", "pitches", "praises", "owed")}
        | {"seconds": st.floats(0, 45)}
    ),
)
def test_a_bystander_gains_nothing_and_only_self_promotion_reaches_him(act, circumstances):
    rules = reasons(act, **(circumstances | {"bystander": True}))
    assert set(rules) <= {Rule.OVERHEARD}
    assert all(weight <= 0 for row in rules.values() for weight in row)
    assert bool(rules) == (act in (Act.PITCH, Act.BOAST))


# after every limit


def weighed(given: float, gained: float = 0.0, negativity: float = 2.0, computed: bool = True) -> float:
    pair = np.zeros(1, np.int64)
    rows = appraisal.one_rule(Rule.ASKED, pair, given, given, given)
    kept = appraisal.weigh(
        rows, np.array([gained], np.float32), np.array([negativity], np.float32), np.array([computed]), PLAIN
    )
    return float(kept.liking[0])


def test_a_rule_gains_less_the_more_it_has_gained_and_nothing_at_the_limit():
    assert [weighed(0.1, gained) for gained in (0.0, 0.1, 0.2, 0.4, 0.6)] == pytest.approx([0.1, 0.075, 0.05, 0.0, 0.0])


def test_bad_weighs_half_its_negativity_and_knows_no_limit():
    assert [weighed(-0.1, negativity=n) for n in (1.5, 2.0, 3.0)] == pytest.approx([-0.075, -0.1, -0.15])
    assert weighed(-0.1, gained=-5) == pytest.approx(-0.1)


def test_what_is_not_heard_by_a_model_mind_moves_nothing():
    assert weighed(0.1, computed=False) == 0
    assert weighed(-0.1, computed=False) == 0


def test_several_hearers_are_appraised_each_for_himself():
    two = heard(Act.ASK, unreturned=1)
    both = appraisal.Heard(
        **{name: np.repeat(getattr(two, name), 2) for name in appraisal.Heard.__dataclass_fields__ if name != "to_me"},
        to_me=np.array([False, True]),
    )
    assert appraisal.appraise(both, PLAIN).pair.tolist() == [1]


@pytest.mark.parametrize(("rule", "fires", "turns_on"), appraisal.RULES, ids=lambda given: getattr(given, "name", ""))
def test_a_rule_fires_on_the_acts_it_is_listed_with_and_on_no_other(rule, fires, turns_on):
    assert {act for act in Act if fires(in_every_way(act), PLAIN)[0].any()} == set(turns_on)


def in_every_way(act: Act) -> Heard:
    """An act in all combinations of circumstances, once with nothing counted before and once with much."""
    flags = [name for name in Heard.__dataclass_fields__ if name not in ("act", "seconds", *COUNTS)]
    ways = np.arange(2 ** (len(flags) + 1))
    circumstances = {name: (ways >> k) & 1 > 0 for k, name in enumerate(flags)}
    much = np.where(ways >> len(flags), np.float32(9), np.float32(0))
    return Heard(act=np.full(len(ways), act, np.int8), seconds=much, **circumstances, **dict.fromkeys(COUNTS, much))
