"""Whom one would walk up to, and whom one keeps away from: the same expectation, two directions."""

import numpy as np
import pytest

from game.model.columns import Bool
from game.model.events import Evasion, Event
from game.model.people import Doing
from game.model.room import feelings
from game.model.room.approach import Look
from game.styles import walk
from tests.model.scene import Scene, still

ROOM = (
    "########D#######",
    "#..............#",
    "#..a.b.........#",
    "#......c....e..#",
    "#..............#",
    "################",
)
WITH_A_BAR = (*ROOM[:3], "#......c....e.B#", *ROOM[4:])
ROOMS = 200
NO_WHIM = {"whim": 0.0}


def looking(name: str, *rows: str, rooms: int = 1, **changes: object) -> Scene:
    """`name` alone looks round at the next beat."""
    s = Scene(*(rows or ROOM), params=still(**(NO_WHIM | changes)), rooms=rooms)
    return s.person(name, decide_at=0, ready_at=0)


def look(s: Scene) -> Look:
    """What those looking round make of the room."""
    seen = None
    while seen is None:
        seen = s.world.step()
    s.events.append(s.world.log.events())
    return seen


def best(s: Scene) -> str:
    (index,) = look(s).best
    return s.names[index] if index >= 0 else ""


def avoided(s: Scene) -> str:
    (index,) = look(s).avoid
    return s.names[index] if index >= 0 else ""


# walking up


def test_the_nearest_of_strangers_is_the_one_to_walk_up_to():
    assert best(looking("a", distance_cost=0.1)) == "b"


def test_somebody_liked_is_worth_the_walk():
    s = looking("a", distance_cost=0.1).set("a", "c", liking=1.0)
    assert best(s) == "c"


def test_nobody_sees_farther_than_his_perception():
    s = looking("a", perception_m=7.0).set("a", "e", liking=3.0)
    assert best(s) != "e"
    assert best(looking("a", perception_m=12.0).set("a", "e", liking=3.0)) == "e"


def test_what_one_has_heard_of_somebody_counts_as_much_as_it_will():
    s = looking("a", distance_cost=0.1, hearsay=0.8).set("a", "b", hearsay=-1.0)
    assert best(s) == "c"
    assert best(looking("a", distance_cost=0.1, hearsay_on=False).set("a", "b", hearsay=-1.0)) == "b"


def test_somebody_one_has_just_talked_with_can_wait():
    s = looking("a", distance_cost=0.1)
    assert best(s.set("a", "b", met=True, last=s.world.tick)) == "c"


def test_having_been_turned_away_one_leaves_them_be_for_a_while():
    assert best(looking("a", distance_cost=0.1).set("a", "b", shunned=0)) == "c"
    assert best(looking("a", distance_cost=0.1).set("a", "b", shunned=-480)) == "b"


def test_a_friend_of_old_comes_first():
    s = looking("a", friend_bonus=1.0).set("a", "c", prior=True, met=True, last=-100000)
    assert best(s) == "c"


def test_joining_three_takes_more_than_walking_up_to_one():
    rows = ("######D####", "#.........#", "#.b..a.c..#", "#......ef.#", "#.........#", "###########")
    s = looking("a", *rows, three_penalty=2.0, distance_cost=0).circle("cef").set("a", "c", liking=1.0)
    assert best(s) == "b"
    assert best(looking("a", *rows, three_penalty=0.0, distance_cost=0).circle("cef").set("a", "c", liking=1.0)) == "c"


def test_nobody_joins_a_circle_with_somebody_in_it_whom_he_avoids():
    s = looking("a", avoid_below=-0.5, close_m=0.5).circle("bc").set("a", "b", liking=1.0).set("a", "c", liking=-2.0)
    assert best(s) != "b"


def test_whoever_is_not_yet_ready_for_company_walks_up_to_nobody():
    assert best(looking("a").person("a", ready_at=100)) == ""


def test_styles_walk_up_to_whom_the_look_shows_if_the_wish_is_good_enough():
    for liking, goes in ((1.0, True), (-2.0, False)):
        s = looking("a", avoid_below=-9).set("a", "b", liking=liking)
        for other in "ce":
            s.set("a", other, liking=-3)
        wanted = walk.walk(s.world, look(s))
        assert (s.who("b") in wanted.to[wanted.do == 3].tolist()) == goes


# keeping away


def test_one_keeps_away_from_the_one_of_whom_one_expects_least():
    s = looking("a", avoid_below=-0.5, close_m=5).set("a", "b", liking=-1.0).set("a", "c", liking=-2.0)
    assert avoided(s) == "c"


def test_nobody_is_avoided_for_being_a_little_disliked_or_far_away():
    assert avoided(looking("a", avoid_below=-0.5).set("a", "b", liking=-0.4)) == ""
    assert avoided(looking("a", avoid_below=-0.5, close_m=3).set("a", "c", liking=-2.0)) == ""


def test_one_may_avoid_somebody_one_has_never_met():
    s = looking("a", avoid_below=-0.5, hearsay=1.0).set("a", "b", hearsay=-1.2)
    assert avoided(s) == "b"


def test_having_just_talked_with_a_friend_is_no_reason_to_avoid_him():
    s = looking("a", avoid_below=-0.5, satiation=3.0).set("a", "b", met=True, last=0)
    assert avoided(s) == ""


def kept_away(s: Scene) -> Bool:
    """Rooms in which a moved away from b within eleven seconds."""
    p, a, b = s.world.people, s.all("a"), s.all("b")
    before = np.hypot(p.x[a] - p.x[b], p.y[a] - p.y[b])
    s.run(11)
    return np.hypot(p.x[a] - p.x[b], p.y[a] - p.y[b]) > before + 0.5


def test_the_room_opens_around_whom_nobody_expects_anything_of():
    shunned = looking("a", rooms=ROOMS, avoid_below=-0.5).set("a", "b", liking=-1.5)
    liked = looking("a", rooms=ROOMS, avoid_below=-0.5).set("a", "b", liking=0.5)
    assert kept_away(shunned).mean() > 0.5
    assert kept_away(liked).mean() == 0


def test_there_are_several_ways_of_keeping_away_and_all_are_seen():
    s = looking("a", *WITH_A_BAR, rooms=ROOMS, avoid_below=-0.5).set("a", "b", liking=-1.5).run(1)
    evaded = s.rows(Event.EVADED)
    assert len(evaded) == ROOMS
    assert set(evaded["value"].astype(int)) == set(Evasion)
    assert set(s.world.people.doing[s.all("a")]) == {Doing.PHONE, Doing.EVADING, Doing.FETCHING}


def test_nobody_needs_a_drink_where_none_is_to_be_had_away_from_whom_they_avoid():
    at_his_elbow = (*ROOM[:1], "#...B..........#", *ROOM[2:])
    for rows in (ROOM, at_his_elbow):
        s = looking("a", *rows, rooms=ROOMS, avoid_below=-0.5).set("a", "b", liking=-1.5).run(1)
        assert set(s.rows(Event.EVADED)["value"].astype(int)) == set(Evasion) - {Evasion.DRINK}


def test_whoever_turns_away_shows_his_back():
    s = looking("a", rooms=ROOMS, avoid_below=-0.5).set("a", "b", liking=-1.5).run(1)
    p, rows = s.world.people, s.rows(Event.EVADED)
    turned = s.all("a")[rows["room"][rows["value"] == Evasion.TURNED_AWAY]]
    to_b = p.x[turned + 1] - p.x[turned]
    assert (p.hx[turned] * to_b < 0).all()


def test_chances_to_meet_are_counted_and_how_many_were_kept_away_from():
    s = looking("a", rooms=ROOMS, avoid_below=-0.5, close_m=3).set("a", "b", liking=-1.5).run(1)
    p = s.world.people
    assert (p.opportunities[s.all("b")].sum(axis=1) == 1).all()
    assert (p.evaded[s.all("b")].sum(axis=1) == 1).all()
    assert p.opportunities[s.all("e")].sum() == 0  # too far to be met
    bystander = looking("a", avoid_below=-0.5, close_m=5).set("a", "b", liking=-1.5).run(1)
    assert (bystander.of("c", "opportunities").sum(), bystander.of("c", "evaded").sum()) == (1, 0)
    friendly = looking("a", close_m=3).run(1)
    assert friendly.of("b", "opportunities").sum() == 1
    assert friendly.of("b", "evaded").sum() == 0


# the wish itself


def wish(s: Scene) -> float:
    a, b = s.all("a"), s.all("b")
    return float(feelings.wish(s.world, a, b, feelings.expected(s.world, a, b))[0])


@pytest.mark.parametrize(
    ("params", "person", "tie", "expected"),
    [
        ({"novelty": 0.3, "senior_bonus": 0.1}, {}, {}, 0.3),
        ({"novelty": 0.3, "senior_bonus": 0.1}, {"seniority": 2}, {}, 0.5),
        ({"novelty": 0.3}, {}, {"liking": 0.7}, 1.0),
        ({"hearsay": 0.5, "novelty": 0.0}, {}, {"hearsay": -1.0}, -0.5),
        ({"satiation": 2.0}, {}, {"met": True, "last": 0}, -2.0),
        ({"satiation": 2.0, "satiation_s": 100.0}, {}, {"met": True, "last": -400}, -1.0),
        ({"shared_bonus": 0.1, "novelty": 0.0}, {}, {"common": 4}, 0.1),
        ({"friend_bonus": 1.0, "satiation": 2.0}, {}, {"met": True, "prior": True, "last": 0}, -1.0),
    ],
)
def test_the_wish_to_be_near_somebody_by_hand(params, person, tie, expected):
    s = Scene(*ROOM, params=still(**params)).person("b", **person).set("a", "b", **tie)
    assert wish(s) == pytest.approx(expected)
