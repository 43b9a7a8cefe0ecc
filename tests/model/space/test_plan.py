"""What a drawn plan says: where one can walk, stand and enter."""

import numpy as np
import pytest

from game.model.space.plan import Plan
from game.model.space.routes import next_cells
from tests.model.space.rooms import CHAMBER


def kinds(plan: Plan, kind: str) -> set[tuple[float, float]]:
    return {(place.x, place.y) for place in plan.places if place.kind == kind}


def test_one_enters_by_the_first_door():
    plan = Plan.from_rows(CHAMBER, 1.5)
    assert (plan.door.kind, plan.door.x, plan.door.y) == ("door", 12.75, 0.75)
    assert kinds(plan, "door") == {(12.75, 0.75)}


def test_one_stands_beside_bars_and_tables_not_on_them():
    plan = Plan.from_rows(("#######", "#.B...#", "#.....#", "#...t.#", "#D#####"))
    assert kinds(plan, "bar") == {(1.5, 1.5), (3.5, 1.5), (2.5, 2.5)}
    assert kinds(plan, "table") == {(3.5, 3.5), (5.5, 3.5), (4.5, 2.5)}


def test_every_place_is_on_the_floor_and_open_ones_are_spread():
    plan = Plan.from_rows(CHAMBER)
    assert all(plan.walkable[int(place.y), int(place.x)] for place in plan.places)
    spots = np.array(sorted(kinds(plan, "spot")))
    apart = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1))
    assert len(spots) >= 4
    assert apart[~np.eye(len(spots), dtype=bool)].min() >= 2.5


def test_a_plan_is_as_large_as_its_drawing():
    plan = Plan.from_rows(CHAMBER, 0.5)
    assert (plan.width_m, plan.height_m) == (12.0, 5.0)


def test_floor_that_cannot_be_reached_is_no_floor():
    plan = Plan.from_rows(("#D####", "#..#.#", "######"))
    assert plan.walkable.sum() == 3


def test_the_same_drawing_is_worked_out_once():
    assert Plan.from_rows(CHAMBER, 1.0) is Plan.from_rows(tuple(CHAMBER), 1.0)


@pytest.mark.parametrize("rows", [(), ("",), ("##", "#"), ("#?#", "#D#"), ("###", "###")])
def test_what_is_no_plan_is_refused(rows):
    with pytest.raises(ValueError, match="plan"):
        Plan.from_rows(rows)


def test_an_open_hall_has_no_walls_within():
    hall = Plan.open_hall(20, 10)
    assert hall.walkable.all()
    assert (hall.width_m, hall.height_m) == (20, 10)
    assert (hall.door.x, hall.door.y) == (0.5, 5.5)


def test_ways_are_shortest_and_cut_no_corners():
    free = np.pad(Plan.from_rows(CHAMBER).walkable, 1)
    table = next_cells(free)
    columns, flat = free.shape[1], free.ravel()
    floor = np.flatnonzero(flat)
    start, goal = floor[0], floor[-1]
    cell, steps = int(start), 0
    while cell != goal:
        step = int(table[cell, goal]) - cell
        across = (step + 1) % columns - 1
        assert flat[cell + across]
        assert flat[cell + step - across]
        cell, steps = cell + step, steps + 1
    assert steps == walking_distance(free, int(start), int(goal))


def walking_distance(free, start: int, goal: int) -> int:
    columns, reached, steps = free.shape[1], {start}, 0
    while goal not in reached:
        ahead = set(reached)
        for cell in reached:
            r, c = divmod(cell, columns)
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if free[r + dr, c + dc] and free[r + dr, c] and free[r, c + dc]:
                        ahead.add(cell + dr * columns + dc)
        reached, steps = ahead, steps + 1
    return steps
