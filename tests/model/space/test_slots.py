"""Circles of people: near enough to talk, clear of walls and of one another."""

import numpy as np
import pytest

from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan
from game.model.space.slots import MOST_SEATS, RADIUS_M, WIDEST_M, free_spot, ring_positions, seats_in_order, spread
from tests.model.space.rooms import CHAMBER


@pytest.mark.parametrize("size", range(2, MOST_SEATS + 1))
def test_people_in_a_ring_stand_at_talking_distance(size):
    x, y = ring_positions(np.full(size, size), np.arange(size))
    beside = np.hypot(x - np.roll(x, 1), y - np.roll(y, 1))
    across = np.hypot(x[0] - x[size // 2], y[0] - y[size // 2])
    assert beside.min() >= 0.6
    assert 0.6 <= across <= 1.4
    assert np.allclose(np.hypot(x, y), RADIUS_M[size])
    assert np.allclose([x.sum(), y.sum()], 0, atol=1e-6)


def test_the_first_seat_lies_ahead():
    x, y = ring_positions(np.array([3, 3]), np.array([0, 1]), 0.0, 1.0)
    assert np.allclose([x[0], y[0]], [0, RADIUS_M[3]])
    assert np.isclose(np.hypot(x[1], y[1]), RADIUS_M[3])


@pytest.mark.parametrize("cell_m", [0.5, 1.0, 1.5])
def test_round_a_free_spot_no_seat_is_in_a_wall(cell_m):
    hall = ["#" * 30, *["#" + "." * 28 + "#"] * 14, "#" * 30]
    hall[0] = "#D" + "#" * 28
    hall[7] = "#" + "." * 12 + "pppp" + "." * 12 + "#"
    plan = Plan.from_rows(tuple(hall), cell_m)
    chance = np.random.default_rng(2)
    wish_x = chance.uniform(-1, plan.width_m + 1, 300).astype(np.float32)
    wish_y = chance.uniform(-1, plan.height_m + 1, 300).astype(np.float32)
    x, y = free_spot(plan, wish_x, wish_y)
    for seat in range(6):
        dx, dy = ring_positions(np.full(300, 6), np.full(300, seat))
        assert plan.walkable[((y + dy) / cell_m).astype(int), ((x + dx) / cell_m).astype(int)].all()


def test_a_point_in_the_open_is_its_own_free_spot():
    plan = Plan.from_rows(CHAMBER)
    x, y = free_spot(plan, np.array([10.2], np.float32), np.array([6.9], np.float32))
    assert (x[0], y[0]) == (np.float32(10.2), np.float32(6.9))


def test_rings_that_crowd_each_other_move_apart_and_others_stay():
    plan = Plan.open_hall(20, 10)
    near = Neighbours(plan, 2, 3, WIDEST_M)
    x = np.array([5, 5.5, 15, 5, 12, 5.5], np.float32)
    y = np.full(6, 5, np.float32)
    alive = np.array([1, 1, 1, 1, 1, 0], np.bool_)
    size = np.full(6, 4)
    for _ in range(60):
        x, y = spread(plan, near, x, y, size, alive)
    assert np.hypot(x[0] - x[1], y[0] - y[1]) >= 2 * RADIUS_M[4] + 0.5
    assert x[2:].tolist() == [15, 5, 12, 5.5]


def test_two_rings_on_one_spot_part():
    plan = Plan.open_hall(20, 10)
    near = Neighbours(plan, 1, 2, WIDEST_M)
    x, y = np.full(2, 10, np.float32), np.full(2, 5, np.float32)
    for _ in range(60):
        x, y = spread(plan, near, x, y, np.array([2, 5]), np.ones(2, np.bool_))
    assert np.hypot(x[0] - x[1], y[0] - y[1]) > 1.5


def test_rings_pressed_into_one_corner_get_past_each_other():
    plan = Plan.from_rows(("######", "#..tt#", "#..tt#", "#....#", "#....#", "#....#", "#....#", "#....#", "#D####"))
    near = Neighbours(plan, 1, 3, WIDEST_M)
    x, y = free_spot(plan, np.full(3, 1, np.float32), np.full(3, 1, np.float32))
    for _ in range(300):
        x, y = spread(plan, near, x, y, np.full(3, 4), np.ones(3, np.bool_))
    assert min(np.hypot(x[i] - x[j], y[i] - y[j]) for i, j in ((0, 1), (0, 2), (1, 2))) > 1


@pytest.mark.parametrize("size", range(2, MOST_SEATS + 1))
def test_seats_go_round_the_ring_as_people_stand_so_that_nobody_crosses_it(size):
    chance = np.random.default_rng(size)
    angle = np.sort(chance.uniform(-np.pi / 6, 2 * np.pi - np.pi / 6, (200, MOST_SEATS)), axis=1)
    shuffled = chance.permuted(np.tile(np.arange(MOST_SEATS), (200, 1)), axis=1)
    reach = chance.uniform(0.3, 2, (200, MOST_SEATS))
    stand = np.take_along_axis(angle, shuffled, axis=1)
    ahead_x, ahead_y = np.full((200, 1), 0.6, np.float32), np.full((200, 1), 0.8, np.float32)
    stand += np.arctan2(0.8, 0.6)
    x, y = (reach * np.cos(stand)).astype(np.float32), (reach * np.sin(stand)).astype(np.float32)
    here = shuffled < size
    seat = seats_in_order(x, y, ahead_x, ahead_y, here)
    assert (seat[here] == shuffled[here]).all()
