"""Rooms drawn as text, and a handful of walkers in them."""

from dataclasses import dataclass

import numpy as np

from game.model.columns import F32, I64, Bool
from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan
from game.model.space.steering import REACH_M, STEP_S, steer

STARTS, ENDS = "abcdefg", "1234567"

CHAMBER = (
    "########D###############",
    "#..BB.......t..........#",
    "#..B...............p...#",
    "#......t...............#",
    "#..............####....#",
    "#.....p........#..#....#",
    "#..............#.......#",
    "#ss............####....#",
    "#ss....................#",
    "########################",
)


@dataclass
class Walkers:
    """Rooms × capacity people on a plan, and where each wants to go."""

    plan: Plan
    near: Neighbours
    movers: I64
    present: Bool
    x: F32
    y: F32
    vx: F32
    vy: F32
    goal_x: F32
    goal_y: F32
    pace: F32

    @classmethod
    def at(cls, plan: Plan, x, y, goal_x, goal_y, *, rooms: int = 1) -> "Walkers":
        x, y, goal_x, goal_y = (np.asarray(a, np.float32).copy() for a in (x, y, goal_x, goal_y))
        still = np.zeros_like(x)
        near = Neighbours(plan, rooms, x.size // rooms, REACH_M)
        everybody = np.arange(x.size)
        present = np.ones(x.size, np.bool_)
        return cls(plan, near, everybody, present, x, y, still, still, goal_x, goal_y, still + np.float32(1))

    def walk(self, seconds: float) -> None:
        for _ in range(int(seconds / STEP_S)):
            self.near.rebuild(self.x, self.y, self.present)
            self.x, self.y, self.vx, self.vy = steer(
                self.plan, self.near, self.movers, self.x, self.y, self.vx, self.vy,
                self.goal_x, self.goal_y, self.pace,
            )  # fmt: skip

    def off_the_floor(self) -> list[int]:
        """Who is in a blocked cell, or outside."""
        column, row = (
            np.floor(self.x / self.plan.cell_m).astype(int),
            np.floor(self.y / self.plan.cell_m).astype(int),
        )
        rows, columns = self.plan.walkable.shape
        outside = (column < 0) | (row < 0) | (column >= columns) | (row >= rows)
        return np.flatnonzero(
            outside | ~self.plan.walkable[row.clip(0, rows - 1), column.clip(0, columns - 1)]
        ).tolist()


def drawn(*rows: str, cell_m: float = 1.0) -> Walkers:
    """A room in which a walks to 1, b to 2 …; a letter without its digit stands where it is."""
    found = {letter: (r, c) for r, row in enumerate(rows) for c, letter in enumerate(row)}
    plan = Plan.from_rows(
        tuple("".join("." if letter in STARTS + ENDS else letter for letter in row) for row in rows), cell_m
    )
    names = [name for name in STARTS if name in found]
    ends = [found.get(ENDS[STARTS.index(name)], found[name]) for name in names]

    def middle(places, axis):
        return [(place[axis] + 0.5) * cell_m for place in places]

    starts = [found[name] for name in names]
    walkers = Walkers.at(plan, middle(starts, 1), middle(starts, 0), middle(ends, 1), middle(ends, 0))
    walkers.movers = np.flatnonzero([ENDS[STARTS.index(name)] in found for name in names])
    return walkers


def crowd(rooms: int, capacity: int, seed: int = 1, rows: tuple[str, ...] = CHAMBER) -> Walkers:
    """People put down and sent anywhere on the floor."""
    plan = Plan.from_rows(rows)
    chance = np.random.default_rng(seed)
    cells = np.argwhere(plan.walkable)

    def anywhere():
        cell = cells[chance.integers(len(cells), size=rooms * capacity)]
        return (cell + chance.uniform(0.3, 0.7, cell.shape)).T[::-1]

    return Walkers.at(plan, *anywhere(), *anywhere(), rooms=rooms)
