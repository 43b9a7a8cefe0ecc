"""What is learned from what is said."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.social import memory

SAILING, GRANTS = 2, 5  # topics


def learned(act: Act, item: int, interests: tuple[int, ...] = (SAILING,), shows_offer: bool = False) -> set[int]:
    bits = sum(1 << topic for topic in interests)
    told = memory.told(
        np.array([act], np.int8), np.array([item], np.int8), np.array([bits], np.uint32), np.array([shows_offer])
    )
    return {k for k in range(32) if int(told[0]) >> k & 1}


@pytest.mark.parametrize("act", [Act.ANSWER, Act.SHARE])
@pytest.mark.parametrize("item", [Item.WORK, Item.NEED, Item.OFFER])
def test_a_fact_told_is_known(act, item):
    assert learned(act, item) == {item}


@pytest.mark.parametrize("act", set(Act) - {Act.ANSWER, Act.SHARE, Act.PITCH, Act.OFFER})
def test_nothing_is_learned_from_what_tells_nothing(act):
    assert learned(act, Item.NEED) == set()


def test_telling_of_a_topic_shows_an_interest_where_there_is_one():
    assert learned(Act.ANSWER, Item.TOPIC + SAILING) == {Item.TOPIC + SAILING}
    assert learned(Act.ANSWER, Item.TOPIC + GRANTS) == set()


def test_a_story_is_remembered_and_shows_the_interest():
    assert learned(Act.SHARE, Item.STORY + SAILING) == {Item.STORY + SAILING, Item.TOPIC + SAILING}


def test_telling_of_ones_work_may_show_what_one_offers():
    assert learned(Act.ANSWER, Item.WORK, shows_offer=True) == {Item.WORK, Item.OFFER}


def test_a_pitch_and_an_offer_say_what_one_has_to_give():
    assert learned(Act.PITCH, Item.OFFER) == {Item.WORK, Item.OFFER}
    assert learned(Act.OFFER, Item.OFFER) == {Item.OFFER}


def test_the_last_topic_and_story_have_a_bit_of_their_own():
    last = 13
    assert learned(Act.SHARE, Item.STORY + last, (last,)) == {Item.STORY + last, Item.TOPIC + last}
    assert Item.STORY + last == 31


def hooks(*told: tuple[int, int], keep: bool = True) -> list[tuple[int, int]]:
    who, item = np.full((1, 3), -1, np.int32), np.full((1, 3), -1, np.int8)
    for speaker, about in told:
        who, item = memory.push_hook(
            who, item, np.array([speaker], np.int32), np.array([about], np.int8), np.array([keep])
        )
    return list(zip(who[0].tolist(), item[0].tolist(), strict=True))


def test_the_freshest_of_three_things_told_comes_first_and_the_oldest_is_forgotten():
    assert hooks((7, 1), (8, 2), (7, 3)) == [(7, 3), (8, 2), (7, 1)]
    assert hooks((7, 1), (8, 2), (7, 3), (9, 4)) == [(9, 4), (7, 3), (8, 2)]


def test_what_made_no_impression_gives_nothing_to_follow_up_on():
    assert hooks((7, 1), keep=False) == [(-1, -1)] * 3
