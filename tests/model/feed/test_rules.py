"""The rules of the network by hand-worked numbers and direction of effect."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.columns import F32
from game.model.feed import reach, response
from game.model.feed.deeds import Deed, minutes
from game.model.feed.params import FeedParams

P = FeedParams()


def f(*values: float) -> F32:
    return np.array(values, np.float32)


def test_a_post_to_a_hundred_at_the_usual_response_reaches_the_usual_share() -> None:
    usual = f(P.usual_response * P.lively)
    assert reach.share_shown(usual, f(100), P) == pytest.approx(P.reach, rel=1e-3)


def test_two_hundred_and_fifty_six_times_the_audience_halves_the_share() -> None:
    usual = f(P.usual_response * P.lively, P.usual_response * P.lively)
    one, many = reach.share_shown(usual, f(100, 25_600), P)
    assert many / one == pytest.approx(0.5, rel=1e-3)


def test_reach_follows_response_within_bounds() -> None:
    usual = P.usual_response * P.lively
    nobody, usually, everybody = reach.share_shown(f(0, usual, 1), f(100, 100, 100), P)
    assert nobody / usually == pytest.approx(P.reach_least, rel=1e-3)
    assert everybody / usually == pytest.approx(P.reach_most, rel=1e-3)


@pytest.mark.parametrize(("bought", "rate"), [(0, 1.0), (300, 0.5), (900, 0.25)])
def test_bought_followers_thin_the_response_and_add_nothing(bought: float, rate: float) -> None:
    fresh = FeedParams(recent=0.0)
    with_them = reach.recent_response(f(0), f(9), f(90), f(300), f(bought), fresh)
    without = reach.recent_response(f(0), f(9), f(90), f(300), f(0), fresh)
    assert with_them / without == pytest.approx(rate)


def test_what_is_for_sale_is_answered_least_and_what_is_needed_most() -> None:
    act = np.array([Act.PITCH, Act.SHARE, Act.SHARE, Act.ASK], np.int8)
    item = np.array([Item.OFFER, Item.TOPIC + 1, Item.TOPIC + 2, Item.TOPIC + 1], np.int8)
    interests, need = np.full(4, 0b010, np.uint32), np.full(4, 2, np.int8)
    sale, cares, useful, asked = response.appeal(act, item, interests, need, f(0, 0, 0, 0), P)
    assert sale == pytest.approx(P.for_sale, rel=1e-3)
    assert sale < cares < useful < asked


def test_who_does_not_answer_answers_a_second_letter_half_as_often() -> None:
    do, act = np.full(2, Deed.MESSAGE, np.int8), np.full(2, Act.ASK, np.int8)
    first, second = response.chance_to_answer(do, act, f(0, 0), f(1, 1), f(0, 1), P)
    assert first == pytest.approx(P.answer) and second == pytest.approx(P.answer / 2)


def test_no_attention_no_answer() -> None:
    do, act = np.full(1, Deed.COMMENT, np.int8), np.full(1, Act.FOLLOW_UP, np.int8)
    assert response.chance_to_answer(do, act, f(2), f(0), f(0), P) == 0


def test_a_cold_pitch_is_answered_a_tenth_as_often_as_a_question() -> None:
    do, act = np.full(2, Deed.MESSAGE, np.int8), np.array([Act.PITCH, Act.ASK], np.int8)
    pitch, question = response.chance_to_answer(do, act, f(0, 0), f(1, 1), f(0, 0), P)
    assert pitch == pytest.approx(question / 10)


def test_follows_end_sooner_when_new_one_way_tired_or_disliked() -> None:
    days, mutual = f(200, 1, 200, 200, 200), np.array([False, False, True, False, False])
    attention, opinion = f(1, 1, 1, 0, 1), f(0, 0, 0, 0, -1)
    old, new, both_ways, tired, disliked = response.chance_to_unfollow(days, mutual, attention, opinion, P)
    assert both_ways < old < min(new, tired, disliked)


def test_a_referral_is_likeliest_at_half_an_overlap_and_needs_trust() -> None:
    overlap, trust = f(0, 0.5, 1, 0.5), f(1, 1, 1, P.refer_trust)
    none, half, whole, untrusted = response.chance_to_refer(overlap, trust, P)
    assert half == pytest.approx(P.refer_day) and none == whole == untrusted == 0


def test_thought_takes_three_times_as_long_as_a_shout() -> None:
    do, act = np.full(2, Deed.POST, np.int8), np.array([Act.SHARE, Act.PITCH], np.int8)
    assert minutes(do, act, P).tolist() == [P.thought_min, P.post_min]
