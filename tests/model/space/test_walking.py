"""People get where they want to go, and never into a wall."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.space.plan import Plan
from game.model.space.steering import HURRY, STEP_S
from tests.model.space.rooms import CHAMBER, Walkers, crowd, drawn

ARRIVED_M = 0.15


def arrive(walkers: Walkers) -> None:
    away = np.hypot(walkers.x - walkers.goal_x, walkers.y - walkers.goal_y)[walkers.movers]
    assert away.max() < ARRIVED_M, f"still {away} m away"


def test_somebody_walks_round_a_table():
    room = drawn(
        "#######",
        "#.....#",
        "#a.t.1#",
        "#.....#",
        "#######",
    )
    room.walk(8)
    arrive(room)


def test_somebody_walks_through_a_door():
    room = drawn(
        "##########",
        "#...#....#",
        "#.a.#..1.#",
        "#...#....#",
        "#...D....#",
        "##########",
    )
    room.walk(14)
    arrive(room)


def test_somebody_finds_the_way_out_of_a_dead_end():
    room = drawn(
        "############",
        "#..........#",
        "#.######...#",
        "#.....a#.1.#",
        "#.######...#",
        "#..........#",
        "############",
    )
    room.walk(25)
    arrive(room)


def test_somebody_walks_round_people_who_stand():
    room = drawn(
        "#########",
        "#.......#",
        "#a.b.c.1#",
        "#.......#",
        "#########",
    )
    stood = room.x[1:].copy()
    room.walk(12)
    arrive(room)
    assert (room.x[1:] == stood).all()


def test_two_people_pass_each_other_in_a_corridor():
    room = drawn(
        "##########",
        "#2a....b1#",
        "#........#",
        "##########",
    )
    room.walk(14)
    arrive(room)


def test_two_people_pass_each_other_in_a_doorway():
    room = drawn(
        "#########",
        "#...#...#",
        "#2a.D.b1#",
        "#...#...#",
        "#########",
    )
    room.walk(20)
    arrive(room)


def test_somebody_squeezes_past_a_person_standing_in_the_door():
    room = drawn(
        "#######",
        "#..#..#",
        "#a.b.1#",
        "#..#..#",
        "#######",
    )
    room.walk(20)
    arrive(room)


def test_people_who_enter_on_one_spot_part():
    hall = Plan.open_hall(8, 8)
    pair = Walkers.at(hall, [4, 4], [4, 4], [4, 4], [4, 4])
    pair.walk(5)
    assert np.hypot(pair.x[0] - pair.x[1], pair.y[0] - pair.y[1]) > 0.1


def test_somebody_in_the_open_walks_straight():
    room = drawn(
        "############",
        "#a.........#",
        "#..........#",
        "#..........#",
        "#.........1#",
        "############",
    )
    course = []
    for _ in range(30):
        room.walk(0.25)
        course.append((room.x[0], room.y[0]))
    off = [abs((y - 1.5) - (x - 1.5) * 3 / 9) for x, y in course]
    assert max(off) < 0.1


def test_nobody_hurries_beyond_his_own_pace_by_more_than_a_third():
    room = crowd(1, 60)
    for _ in range(40):
        room.walk(0.25)
        assert np.hypot(room.vx, room.vy).max() <= float(HURRY) + 1e-4


def test_those_who_do_not_walk_keep_their_place_and_have_no_velocity():
    room = crowd(2, 20)
    room.movers = np.arange(0, 40, 2)
    stood_x, stood_y = room.x[1::2].copy(), room.y[1::2].copy()
    room.vx = np.ones(40, np.float32)
    room.walk(2)
    assert (room.x[1::2] == stood_x).all()
    assert (room.y[1::2] == stood_y).all()
    assert not room.vx[1::2].any()


def test_somebody_put_into_a_wall_comes_out_of_it():
    plan = Plan.from_rows(CHAMBER)
    lost = Walkers.at(plan, [0.2, 99, -5, 16.5], [0.2, 3, 400, 4.2], [5] * 4, [5] * 4)
    lost.walk(0.25)
    assert lost.off_the_floor() == []


goals = st.floats(-50, 80, width=32) | st.sampled_from([np.nan, np.inf, -np.inf, 1e9])
letters = st.sampled_from("......#tBp")


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([0.5, 1.0, 1.5]), st.integers(0, 9))
def test_nobody_is_ever_in_a_wall_whatever_the_goals(data, cell_m, seed):
    rows = data.draw(st.lists(st.text(letters, min_size=9, max_size=9), min_size=2, max_size=7))
    plan = Plan.from_rows(("....D....", *rows), cell_m)
    chance = np.random.default_rng(seed)
    people = 12
    x, y = chance.uniform(-1, plan.width_m + 1, people), chance.uniform(-1, plan.height_m + 1, people)
    walkers = Walkers.at(plan, x, y, np.zeros(people), np.zeros(people))
    walkers.pace[:] = chance.uniform(0.5, 3, people)
    for _ in range(3):
        walkers.goal_x[:] = data.draw(st.lists(goals, min_size=people, max_size=people))
        walkers.goal_y[:] = data.draw(st.lists(goals, min_size=people, max_size=people))
        for _ in range(12):
            walkers.walk(float(STEP_S))
            assert walkers.off_the_floor() == []
            assert np.isfinite(walkers.vx).all()


@pytest.mark.parametrize("seed", range(4))
def test_nearly_everybody_in_a_busy_room_arrives(seed):
    room = crowd(1, 40, seed)
    goals = np.array([(place.x, place.y) for place in room.plan.places], np.float32)
    room.goal_x, room.goal_y = goals[np.arange(40) % len(goals)].T.copy()
    room.walk(60)
    away = np.hypot(room.x - room.goal_x, room.y - room.goal_y)
    assert np.mean(away < 1.0) > 0.9
