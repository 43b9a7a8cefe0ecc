"""The floor: one speaker, transition places, interruptions, and humans who take their time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.acts import Act, Item
from game.model.commands import Do
from game.model.events import Event
from game.model.room import floor
from game.model.room.formations import SEATS, Floor
from game.model.social.rules import Rule
from tests.model.scene import Scene, still

ROOM = ("#####D####", "#........#", "#..a.b...#", "#....c...#", "#........#", "##########")


def scene(humans: str = "", **changes: object) -> Scene:
    return Scene(*ROOM, humans=humans, params=still(**changes))


# who speaks next


def weights_of(s: Scene) -> dict[str, float]:

    weight = floor.weights(s.world, np.array([0]))[0]
    members = s.world.formations.members[0]
    return {s.names[m]: float(weight[k]) for k, m in enumerate(members) if m >= 0}


def about(**bids: float) -> dict[str, float]:
    """As exactly as the table of e^x has steps."""
    return {name: pytest.approx(bid, rel=2e-3) for name, bid in bids.items()}


def test_everybody_bids_alike_until_somebody_has_spoken():
    assert weights_of(scene().circle("abc")) == about(a=1, b=1, c=1)


def test_whoever_spoke_last_holds_back_in_a_pair_and_among_more():
    params = {"hold_pair": 0.5, "hold_group": 0.25}
    assert weights_of(scene(**params).circle("ab").say("a", Act.GREET, "b")) == about(a=0.5, b=1)
    assert weights_of(scene(**params).circle("abc").say("a", Act.GREET, "b")) == about(a=0.25, b=1, c=1)


def test_whoever_was_answered_is_readier_to_go_on():
    s = scene(hold_group=0.25, after_answer=2.0).circle("abc").say("a", Act.ANSWER, "c", Item.WORK)
    assert weights_of(s) == about(a=0.25, b=1, c=2)


def test_talkative_people_bid_more_and_a_style_may_bid_nothing():
    s = scene(talk_sd=0.5).circle("abc").person("a", talkativeness=1).person("b", floor=0)
    assert weights_of(s) == about(a=float(np.exp(0.5)), b=0, c=1)


def test_a_human_gets_the_floor_by_speaking_up_and_not_otherwise():
    s = scene("b").circle("abc")
    assert weights_of(s)["b"] == 0
    s.step(s.do("b", Do.SAY, "a", act=Act.GREET))
    assert weights_of(s)["b"] > 1000


def test_whoever_is_about_to_leave_says_so_soon():
    s = scene().circle("abc").person("c", parting=True)
    assert weights_of(s)["c"] > 100 * weights_of(s)["a"]


def test_an_answer_owed_comes_first():
    for seed in range(8):
        s = Scene(*ROOM, seed=seed, params=still()).circle("abc").say("a", Act.ASK, "b", Item.NEED).beat().beat()
        assert s.formation("a", "holder") == s.who("b")
        assert s.formation("a", "asker") == s.who("a")


def test_a_question_to_nobody_in_particular_is_owed_by_nobody():
    assert scene().circle("abc").say("a", Act.ASK, item=Item.NEED).formation("a", "due") == -1


WEIGHTS = st.lists(st.integers(0, 9), min_size=SEATS, max_size=SEATS)


@given(weights=WEIGHTS, draw=st.floats(0, 1, exclude_max=True, width=32))
def test_a_seat_without_weight_is_never_picked(weights, draw):
    seat = int(floor.pick(np.array([weights], np.float32), np.array([draw], np.float32))[0])
    assert seat == -1 if sum(weights) == 0 else weights[seat] > 0


def test_seats_are_picked_in_proportion_to_their_weight():
    draws = (np.arange(1000, dtype=np.float32) + np.float32(0.5)) / np.float32(1000)
    seats = floor.pick(np.tile(np.array([1, 0, 3, 0, 6, 0], np.float32), (1000, 1)), draws)
    assert np.bincount(seats, minlength=SEATS).tolist() == [100, 0, 300, 0, 600, 0]


# how long


@pytest.mark.parametrize(("act", "low", "high"), [(Act.LISTEN, 1, 2), (Act.ASK, 3, 6), (Act.SHARE, 8, 25)])
def test_turns_take_as_long_as_they_do_in_life(act, low, high):
    assert length(act, 0.0, 0.0) == pytest.approx(low, rel=2e-3)
    assert length(act, 1.0, 0.0) == pytest.approx(high, rel=2e-3)


def length(act: Act, draw: float, talkative: float) -> float:
    one = np.array([draw], np.float32)
    return float(floor.length_s(np.array([act]), np.array([talkative], np.float32), one, 0.5)[0])


def test_only_stories_stretch_with_talkativeness():
    assert length(Act.SHARE, 0.5, 1) > length(Act.SHARE, 0.5, 0) > length(Act.SHARE, 0.5, -1)
    assert length(Act.ASK, 0.5, 1) == length(Act.ASK, 0.5, -1)


def test_nobody_speaks_longer_than_three_quarters_of_a_minute():
    assert length(Act.SHARE, 1.0, 7.0) == 45


def test_a_turn_said_lasts_as_long_as_was_announced():
    s = scene().circle("ab").say("a", Act.SHARE, "b", Item.WORK)
    (said,), (ended,) = s.rows(Event.SAID), s.rows(Event.ENDED)
    assert (ended["tick"] - said["tick"]) / 4 == pytest.approx(said["value"], abs=0.5)
    assert ended["value"] == 1


# cutting in


def test_cutting_in_ends_the_turn_is_felt_and_gets_the_floor():
    s = scene(interrupted=0.06).circle("abc").forget()
    s.begin("a", Act.SHARE, "b", Item.WORK).run(2)
    s.step(s.do("c", Do.CUT_IN, "a", act=Act.PITCH, item=Item.OFFER)).run(1)
    (ended,) = s.rows(Event.ENDED)
    assert (ended["about"], ended["value"]) == (s.who("c"), 0.5)
    assert s.why("a", "c")[Rule.INTERRUPTED][0] == pytest.approx(-0.06)
    assert Rule.INTERRUPTED not in s.why("a", "b")
    assert s.formation("a", "holder") == s.who("c")
    assert s.formation("a", "act") == Act.PITCH


def test_nothing_is_learned_from_a_turn_cut_short():
    s = scene().circle("ab").begin("a", Act.SHARE, "b", Item.WORK).run(2)
    s.step(s.do("b", Do.CUT_IN, "a", act=Act.PITCH)).end()
    assert not s.knows("b", "a", Item.WORK)


def test_nobody_cuts_himself_short():
    s = scene().circle("ab").begin("a", Act.SHARE, "b", Item.WORK)
    s.step(s.do("a", Do.CUT_IN, "b", act=Act.PITCH)).run(1)
    assert s.formation("a", "act") == Act.SHARE


# humans take their time


def asked(humans: str = "b") -> Scene:
    s = Scene(*ROOM, humans=humans, params=still(think_s=10, left_hanging=0.12))
    return s.circle("ab").say("a", Act.ASK, "b", Item.NEED).beat()


def choosing(s: Scene, name: str) -> bool:
    return s.who(name) in floor.open_choices(s.world)


def test_a_human_who_is_asked_has_a_choice_and_time_for_it():
    s = asked()
    assert choosing(s, "b")
    s.forget().run(9)
    assert s.rows(Event.SAID).size == 0
    assert choosing(s, "b")


def test_when_the_time_is_up_the_question_hangs_and_that_is_felt():
    s = asked().forget().run(16)
    assert s.told(Event.HUNG) == [("b", "a")]
    assert s.why("a", "b")[Rule.LEFT_HANGING][0] == pytest.approx(-0.12)


def test_asking_for_time_to_think_keeps_the_question_open_a_while_longer():
    s = asked().run(8).forget()
    s.run(8, s.do("b", Do.THINK))
    assert s.told(Event.HUNG) == []
    s.run(8)
    assert s.told(Event.HUNG) == [("b", "a")]


def test_a_human_may_pass_at_once_and_the_question_hangs():
    s = asked().forget()
    s.run(5, s.do("b", Do.LISTEN))
    assert s.told(Event.HUNG) == [("b", "a")]


def test_a_human_who_answers_leaves_nothing_hanging():
    s = asked().forget()
    s.run(0.5, s.do("b", Do.SAY, "a", act=Act.ANSWER, item=Item.NEED)).end()
    assert s.told(Event.HUNG) == []
    assert Rule.LEFT_HANGING not in s.why("a", "b")
    assert s.knows("a", "b", Item.NEED)


def test_on_an_open_floor_a_human_who_passes_lets_the_others_talk():
    s = scene("b").circle("abc").say("a", Act.GREET)
    assert choosing(s, "b")
    s.run(1, s.do("b", Do.LISTEN))
    assert s.formation("b", "floor") == Floor.GIVEN
    assert s.formation("b", "holder") != s.who("b")
    assert not choosing(s, "b")


def test_having_passed_a_human_may_speak_up_at_the_next_place():
    s = scene("b").circle("abc").say("a", Act.GREET)
    s.run(1, s.do("b", Do.LISTEN)).say("c", Act.GREET)
    assert choosing(s, "b")


def test_a_human_who_has_asked_has_no_choice_before_the_answer_is_given():
    s = scene("b").circle("abc").say("b", Act.ASK, "a", Item.NEED)
    assert not choosing(s, "b")
    s.begin("a", Act.ANSWER, "b", Item.NEED)
    assert not choosing(s, "b")
    s.end()
    assert choosing(s, "b")


def test_an_answer_owed_by_somebody_who_is_leaving_is_not_waited_for():
    s = scene("b").circle("abc").say("b", Act.ASK, "a", Item.NEED).person("a", parting=True)
    assert choosing(s, "b")


def test_a_human_who_passes_before_an_answer_comes_has_passed_the_place_after_it():
    s = scene("b").circle("abc").say("b", Act.ASK, "a", Item.NEED)
    s.step(s.do("b", Do.LISTEN)).begin("a", Act.ANSWER, "b", Item.NEED).end()
    assert not choosing(s, "b")


def test_two_humans_who_say_nothing_are_silent_together():
    s = scene("ab").circle("ab").run(3)
    assert (s.formation("a", "floor"), s.formation("a", "act")) == (Floor.HELD, Act.SILENCE)


def test_a_human_speaks_when_the_turn_under_way_is_over():
    s = scene("b").circle("abc").begin("a", Act.SHARE, "c", Item.WORK).forget()
    s.step(s.do("b", Do.SAY, "c", act=Act.ASK_WORK, item=Item.WORK)).end().run(2)
    assert [(row["actor"], row["act"]) for row in s.rows(Event.SAID)] == [(s.who("b"), Act.ASK_WORK)]


# leaving


def test_leaving_over_somebodys_turn_is_walking_off():
    s = scene("b", walked_off=0.12).circle("abc").begin("a", Act.SHARE, "b", Item.WORK).forget()
    s.step(s.do("b", Do.LEAVE)).run(1)
    assert s.circles() == ["ac"]
    assert s.why("a", "b")[Rule.WALKED_OFF][0] == pytest.approx(-0.12)
    assert Rule.WALKED_OFF not in s.why("c", "b")
    assert s.rows(Event.LEFT)["act"].tolist() == [-1]


def test_leaving_while_the_floor_is_free_is_done_with_an_excuse_and_costs_nothing():
    s = scene("b").circle("abc").say("a", Act.GREET).forget()
    s.run(8, s.do("b", Do.LEAVE))
    assert s.circles() == ["ac"]
    assert s.rows(Event.LEFT)["act"].tolist() == [Act.EXCUSE]
    assert Rule.WALKED_OFF not in s.why("a", "b")


def test_a_human_who_speaks_on_after_all_stays():
    s = scene("ab").circle("ab")
    s.step(s.do("b", Do.LEAVE))
    s.step(s.do("b", Do.SAY, "a", act=Act.GREET)).run(1).end().run(1)
    assert s.circles() == ["ab"]
    assert not s.of("b", "parting")
