"""A search finds exactly those who are near: no more, no fewer, each once."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan


def people(rooms: int, capacity: int, width: float, height: float, seed: int):
    chance = np.random.default_rng(seed)
    x = chance.uniform(0, width, rooms * capacity).astype(np.float32)
    y = chance.uniform(0, height, rooms * capacity).astype(np.float32)
    some = chance.integers(0, 4, rooms * capacity) == 0  # many stand on whole metres, on edges of cells
    x[some], y[some] = np.floor(x[some]), np.floor(y[some])
    return x, y, chance.random(rooms * capacity) < 0.8


def squared(x, y, to_x, to_y):
    dx, dy = x - to_x, y - to_y
    return dx * dx + dy * dy


cases = given(
    rooms=st.integers(1, 4),
    capacity=st.integers(1, 30),
    size=st.tuples(st.integers(1, 30), st.integers(1, 12)),
    radius=st.sampled_from([0.5, 1.2, 3.5, 8.0]),
    seed=st.integers(0, 99),
)


@settings(max_examples=80, deadline=None)
@cases
def test_pairs_are_those_of_brute_force(rooms, capacity, size, radius, seed):
    x, y, present = people(rooms, capacity, *size, seed)
    near = Neighbours(Plan.open_hall(*size), rooms, capacity, radius)
    near.rebuild(x, y, present)
    one, other, way, d2 = near.pairs()
    found = [tuple(sorted(pair)) for pair in zip(one.tolist(), other.tolist(), strict=True)]
    expected = {
        (a, b)
        for a in range(x.size)
        for b in range(a + 1, x.size)
        if present[a] and present[b] and a // capacity == b // capacity
        if squared(x[a], y[a], x[b], y[b]) <= np.float32(radius * radius)
    }
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert (way.real == x[other] - x[one]).all()
    assert (way.imag == y[other] - y[one]).all()
    assert (d2 == squared(x[one], y[one], x[other], y[other])).all()


@settings(max_examples=80, deadline=None)
@cases
def test_pairs_with_movers_are_those_of_all_pairs_in_which_somebody_moves(rooms, capacity, size, radius, seed):
    x, y, present = people(rooms, capacity, *size, seed)
    moving = np.random.default_rng(seed).random(rooms * capacity) < 0.3
    near = Neighbours(Plan.open_hall(*size), rooms, capacity, radius)
    near.rebuild(x, y, present)
    everybody = near.pairs()
    some = moving[everybody.one] | moving[everybody.other]
    expected = {frozenset(pair) for pair in zip(everybody.one[some], everybody.other[some], strict=True)}
    one, other, way, d2 = near.pairs(moving)
    assert moving[one].all()
    assert len(one) == len(expected)
    assert {frozenset(pair) for pair in zip(one, other, strict=True)} == expected
    assert (way.real == x[other] - x[one]).all()
    assert (d2 == squared(x[one], y[one], x[other], y[other])).all()


@settings(max_examples=80, deadline=None)
@cases
def test_queries_are_answered_as_by_brute_force(rooms, capacity, size, radius, seed):
    x, y, present = people(rooms, capacity, *size, seed)
    at_x, at_y, _ = people(1, 10, *size, seed + 1)
    at_room = np.arange(10) % rooms
    near = Neighbours(Plan.open_hall(*size), rooms, capacity, 2.0)
    near.rebuild(x, y, present)
    query, other, d2 = near.query(at_x, at_y, at_room, radius)
    assert (np.diff(query) >= 0).all()
    assert (d2 == squared(x[other], y[other], at_x[query], at_y[query])).all()
    expected = {
        (q, a)
        for q in range(10)
        for a in range(x.size)
        if present[a] and a // capacity == at_room[q]
        if squared(x[a], y[a], at_x[q], at_y[q]) <= np.float32(radius * radius)
    }
    assert len(query) == len(expected)
    assert set(zip(query.tolist(), other.tolist(), strict=True)) == expected


def test_in_many_rooms_the_order_is_that_of_one_room():
    plan = Plan.open_hall(40, 30)
    x, y, present = people(300, 10, 40, 30, 5)  # more cells than 16 bits can number
    batch, alone = Neighbours(plan, 300, 10, 1.2), Neighbours(plan, 1, 10, 1.2)
    batch.rebuild(x, y, present)
    query, other, _ = batch.query(x, y, np.arange(3000) // 10, 3.5)
    for room in (0, 150, 299):
        own = slice(room * 10, room * 10 + 10)
        alone.rebuild(x[own], y[own], present[own])
        q, a, _ = alone.query(x[own], y[own], np.zeros(10, np.int64), 3.5)
        here = (query >= own.start) & (query < own.stop)
        assert (query[here] - own.start).tolist() == q.tolist()
        assert (other[here] - own.start).tolist() == a.tolist()


def test_an_empty_room_has_no_neighbours():
    near = Neighbours(Plan.open_hall(5, 5), 1, 4, 1.2)
    nowhere = np.zeros(4, np.float32)
    near.rebuild(nowhere, nowhere, np.zeros(4, np.bool_))
    assert near.pairs().one.size == 0
    assert near.query(nowhere, nowhere, np.zeros(4, np.int64), 3.0)[0].size == 0
