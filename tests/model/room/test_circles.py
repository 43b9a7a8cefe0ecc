"""Circles open, take people in, close ranks, split and fall apart."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.commands import Do
from game.model.events import Event
from game.model.people import Doing
from game.model.room.formations import SEATS, first_of_each, free_slots, without
from tests.model.scene import Scene, still

ROOM = ("##########D#", "#..........#", "#..a.b.....#", "#....c..e..#", "#...f..g...#", "#..........#", "############")
SURE = {"accept_mid": -10.0, "accept_width": 1.0}  # everybody is welcome
NEVER = {"accept_mid": 10.0, "accept_width": 1.0}  # nobody is


def scene(**changes: object) -> Scene:
    return Scene(*ROOM, params=still(**changes))


def test_whoever_walks_up_to_somebody_alone_stands_with_them_and_speaks_first():
    s = scene(**SURE)
    s.run(3, s.do("a", Do.APPROACH, "b"))
    assert s.circles() == ["ab"]
    assert s.told(Event.FORMED) == [("a", "b")]
    assert sorted(s.told(Event.MET)) == [("a", "b"), ("b", "a")]
    assert s.formation("a", "holder") == s.who("a")


def test_two_who_walk_up_to_each_other_always_meet():
    s = scene(**NEVER)
    s.run(4, s.do("a", Do.APPROACH, "b"), s.do("b", Do.APPROACH, "a"))
    assert s.circles() == ["ab"]


def test_those_who_stand_together_face_each_other_at_talking_distance():
    s = scene().circle("abc").run(10)
    for one, two in ("ab", "bc", "ca"):
        assert 0.6 <= s.apart(one, two) <= 1.4
        x, y = s.of(two, "x") - s.of(one, "x"), s.of(two, "y") - s.of(one, "y")
        assert s.of(one, "hx") * x + s.of(one, "hy") * y > 0


def test_those_who_stand_at_their_seat_stand_still():
    s = scene().circle("abcf").run(60)
    assert not any(s.of(name, "walking") for name in "abcf")
    before = [(s.of(name, "x"), s.of(name, "y")) for name in "abcf"]
    s.run(60)
    assert [(s.of(name, "x"), s.of(name, "y")) for name in "abcf"] == before


def test_a_circle_opens_to_somebody_its_members_are_glad_of():
    s = scene(**SURE).circle("ab")
    s.run(6, s.do("c", Do.APPROACH, "b"))
    assert s.circles() == ["abc"]
    assert s.told(Event.JOINED) == [("c", "b")]


def test_a_circle_closes_ranks_and_who_minded_most_is_named():
    s = scene(accept_mid=0.0, accept_width=0.5).circle("ab")
    s.set("a", "c", liking=-1.0, met=True).set("b", "c", liking=-2.0, met=True)
    s.run(6, s.do("c", Do.APPROACH, "a"))
    assert s.circles() == ["ab"]
    assert set(s.told(Event.CLOSED)) == {("c", "b")}
    assert s.of("c", "target") == -1


def test_a_circle_opens_as_often_as_its_members_together_would_have_it():
    """One of three is sure to be glad of the newcomer, the other two are sure not to be."""
    s = Scene(*ROOM, params=still(accept_mid=0.0, accept_width=0.5), rooms=600).circle("abe")
    s.set("a", "c", liking=2.0, met=True).set("b", "c", liking=-2.0, met=True).set("e", "c", liking=-2.0, met=True)
    s.run(6, s.do("c", Do.APPROACH, "a"))
    assert len(s.rows(Event.JOINED)) / 600 == pytest.approx(1 / 3, abs=0.06)
    assert len(s.rows(Event.JOINED)) + len(s.rows(Event.CLOSED)) == 600


def test_somebody_alone_excuses_himself_from_a_person_he_dislikes():
    s = scene(accept_mid=0.0, accept_width=0.5).set("b", "a", liking=-2.0, met=True)
    s.run(6, s.do("a", Do.APPROACH, "b"))
    assert s.circles() == []
    assert s.told(Event.DECLINED) == [("a", "b")]
    assert s.of("a", "evaded")[0] == s.of("a", "opportunities")[0] == 1


def test_a_friend_of_old_is_welcome_where_a_stranger_is_not():
    params = {"accept_mid": 0.8, "accept_width": 0.1, "novelty": 0.3, "friend_bonus": 1.0}
    stranger, friend = scene(**params), scene(**params)
    friend.set("b", "a", prior=True, met=True)
    for s in (stranger, friend):
        s.run(6, s.do("a", Do.APPROACH, "b"))
    assert (stranger.circles(), friend.circles()) == ([], ["ab"])


def test_five_are_a_full_circle():
    s = scene(**SURE).circle("abcef")
    s.run(8, s.do("g", Do.APPROACH, "c"))
    assert s.circles() == ["abcef"]


def test_nobody_stands_in_two_circles_even_if_walked_up_to_on_the_way():
    """A reaches B at the very beat at which B reaches C's circle."""
    s = scene(**SURE).circle("ce")
    for name in "ce":
        s.person(name, x=6.5, y=3.5)
    s.person("b", x=5.5, y=3.5).person("a", x=5.0, y=3.5)
    s.step(s.do("a", Do.APPROACH, "b"), s.do("b", Do.APPROACH, "c")).run(2)
    assert s.circles() == ["ab", "ce"]


def test_nobody_is_walked_up_to_on_the_way_home():
    s = scene(**SURE).person("b", doing=Doing.GOING_HOME)
    s.run(3, s.do("a", Do.APPROACH, "b"))
    assert s.circles() == []
    assert s.of("a", "target") == -1


def test_walking_after_somebody_is_given_up_in_time():
    s = scene(**NEVER, give_up_s=3).person("a", pace=0.01)
    s.run(2, s.do("a", Do.APPROACH, "g"))
    assert s.of("a", "target") == s.who("g")
    s.run(2)
    assert s.of("a", "target") == -1


def test_whoever_says_goodbye_goes_and_the_others_talk_on():
    s = scene().circle("abc").say("c", Act.GOODBYE)
    assert s.circles() == ["ab"]
    left = s.rows(Event.LEFT)
    assert (left["actor"][0], left["act"][0]) == (s.who("c"), Act.GOODBYE)


def test_a_circle_of_two_ends_when_one_leaves_and_the_minutes_are_counted_both_ways():
    s = scene().circle("ab").run(30).say("a", Act.GOODBYE)
    assert s.circles() == []
    minutes = s.world.tick / 240
    assert s.tie("a", "b", "minutes") == s.tie("b", "a", "minutes") == pytest.approx(minutes, abs=1 / 60)
    assert s.of("b", "company_s") == pytest.approx(60 * minutes, abs=1)


def test_what_was_owed_to_or_by_somebody_who_left_is_owed_no_more():
    s = scene().circle("abc").say("a", Act.ASK, "b", Item.NEED)
    assert s.formation("a", "due") == s.who("b")
    s.world.formations.floor[0] = 1
    s.person("b", human=True).begin("c", Act.SHARE, item=Item.WORK).step(s.do("b", Do.LEAVE)).run(1)
    assert s.circles() == ["ac"]
    assert s.formation("a", "due") == -1


def test_a_question_to_somebody_who_walks_off_meanwhile_is_nobodys_to_answer():
    s = scene().circle("abc").person("b", human=True)
    s.begin("a", Act.ASK, "b", Item.NEED).step(s.do("b", Do.LEAVE)).end()
    assert s.circles() == ["ac"]
    assert s.formation("a", "due") == -1


def test_a_fifth_person_splits_the_talk_in_two():
    s = scene(split_s=2).circle("abcef").say("a", Act.GREET)
    for _ in range(3):
        if len(s.circles()) == 1:
            s.say("a", Act.GREET)
    assert sorted(len(names) for names in s.circles()) == [2, 3]
    assert {actor for actor, _ in s.told(Event.SPLIT)} in ({"b", "f"},)


def test_four_stay_together():
    s = scene(split_s=2).circle("abce")
    for _ in range(4):
        s.say("a", Act.GREET).run(2)
    assert s.circles() == ["abce"]


def test_of_several_who_leave_at_once_only_the_first_goes_now():
    assert first_of_each(np.array([4, 2, 4, 2, 7])).tolist() == [True, True, False, False, True]


def test_seats_close_up_behind_whoever_leaves():
    members = np.array([[5, 3, 8, 1, -1, -1]], np.int32)
    assert without(members, np.array([3])).tolist() == [[5, 8, 1, -1, -1, -1]]
    assert len(members[0]) == SEATS


def test_each_new_circle_of_a_room_gets_a_place_of_its_own_while_there_is_one():
    size = np.array([2, 0, 0, 3, 2, 2], np.int8)  # two rooms of three
    assert free_slots(size, 3, np.array([0, 0, 0])).tolist() == [1, 2, -1]
    assert free_slots(size, 3, np.array([0, 1])).tolist() == [1, -1]
