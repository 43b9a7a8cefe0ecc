"""How the crowd walks: the bodies of game.model.space, a part of those under way at a time.

A cycle has PARTS parts: in each a share of the walkers takes the step that will be shown in the next cycle, so that no
frame has to carry the whole of a step. What is shown is the way from where they were at the start of the cycle to
where they are at its end, worked out one cycle before.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan
from game.model.space.steering import REACH_M, STEP_S, steer
from game.stage.art.crowd.bowl import MARGIN_M, WIDE, Bowl, Floats

CYCLE_S: Final = 0.25  # seconds of the clock in which bodies take a step of STEP_S
STEPS_S: Final = 5.0  # steps a second of whoever walks
PARTS: Final = 12
THERE_M: Final = 0.3  # metres from the goal at which one stands (A-45, as in the room)
CROSS_S: Final = 22.0  # in so many seconds one walks across the depth of the floor
SLOWEST: Final = 1.1  # m/s
FASTEST: Final = 5.0  # m/s
MOST_SMOOTH: Final = 3000  # walkers shown between two steps
_GIVE_UP: Final = 3.0  # times the undisturbed way's time after which one stands where one is
_CELL_M: Final = 4.0


class Walk:
    """The bodies of one bowl; all arrays are [n] and in the order of the view.

    `moving` walk in the cycle that is shown, `moves_next` in the one after it. Of them at most `most` are `smooth`,
    those in front first: they are shown on their way, and the rest, whose steps are small, step by step.
    """

    def __init__(self, bowl: Bowl) -> None:
        self.bowl = bowl
        self.most = MOST_SMOOTH
        self._plan = Plan.open_hall(2 * (WIDE * bowl.deep + MARGIN_M), bowl.deep + 2 * MARGIN_M, _CELL_M)
        self._near = Neighbours(self._plan, 1, bowl.capacity, REACH_M)
        self._base = float(np.clip(bowl.deep / CROSS_S, SLOWEST, FASTEST))
        empty, nobody = np.zeros(0, np.float32), np.zeros(0, np.bool_)
        self.from_x, self.from_y, self.x, self.y = (empty.copy() for _ in range(4))
        self._next_x, self._next_y, self._vx, self._vy = (empty.copy() for _ in range(4))
        self.goal_x, self.goal_y, self._pace = empty.copy(), empty.copy(), empty.copy()
        self._patience = empty.copy()  # seconds left to get there
        self._off = nobody.copy()  # on the way
        self.moving, self.moves_next, self.smooth, self.smooth_next = (nobody.copy() for _ in range(4))
        self._movers = np.zeros(0, np.int64)
        self._time = 0.0
        self._done = 0  # parts of this cycle
        self.cycle = 0

    def enroll(self, row: NDArray[np.int64], x: Floats, y: Floats, quick: Floats) -> None:
        """People come and go: `row` is where each was in the order before, −1 for the new, who stand at x, y.

        `quick` 0 … 1 makes paces differ.
        """
        new = row < 0
        for name in ("from_x", "x", "_next_x", "goal_x"):
            setattr(self, name, _moved(getattr(self, name), row, x))
        for name in ("from_y", "y", "_next_y", "goal_y"):
            setattr(self, name, _moved(getattr(self, name), row, y))
        for name in ("_vx", "_vy", "_patience"):
            setattr(self, name, _moved(getattr(self, name), row, np.zeros_like(x)))
        for name in ("_off", "moving", "moves_next", "smooth", "smooth_next"):
            setattr(self, name, _moved(getattr(self, name), row, np.zeros_like(new)))
        self._pace = np.float32(self._base) * (np.float32(0.85) + np.float32(0.3) * quick)
        self._movers = np.flatnonzero(self.moves_next)
        if self._movers.size:
            self._near.rebuild(self.x, self.y, np.ones(x.size, np.bool_))

    @property
    def share(self) -> float:
        """How much of the cycle shown has passed, 0 … 1."""
        return min(1.0, self._time / CYCLE_S)

    @property
    def steps(self) -> float:
        """Steps taken so far by whoever walks."""
        return (self.cycle + self.share) * CYCLE_S * STEPS_S

    def head_for(self, who: NDArray[np.int64], x: Floats, y: Floats) -> None:
        """Send people to new places."""
        self.goal_x[who], self.goal_y[who] = x, y
        away = np.hypot(x - self.x[who], y - self.y[who])
        self._off[who] = away > THERE_M
        self._patience[who] = _GIVE_UP * (away / self._pace[who] + np.float32(1))

    def put(self, who: NDArray[np.int64]) -> None:
        """Stand at the goal at once."""
        for column in (self.from_x, self.x, self._next_x):
            column[who] = self.goal_x[who]
        for column in (self.from_y, self.y, self._next_y):
            column[who] = self.goal_y[who]
        self._vx[who] = self._vy[who] = 0
        self._off[who] = self.moving[who] = self.moves_next[who] = False
        self._movers = np.flatnonzero(self.moves_next)

    def step(self, seconds: float) -> None:
        """Let wall-clock time pass."""
        self._time += seconds
        while self._time >= CYCLE_S:
            self._finish(PARTS)
            self._time -= CYCLE_S
            self._turn()
        self._finish(int(self._time / CYCLE_S * PARTS) + 1)

    def places(self, share: float) -> tuple[Floats, Floats]:
        """Where everybody is at a share of the cycle, metres."""
        part = np.float32(share)
        return self.from_x + (self.x - self.from_x) * part, self.from_y + (self.y - self.from_y) * part

    def _finish(self, parts: int) -> None:
        """Do the parts of this cycle that are due."""
        while self._done < parts:
            if self._done == 0:
                self._set_out()
            elif self._movers.size:
                self._go(self._movers[self._done - 1 :: PARTS - 1])
            self._done += 1

    def _set_out(self) -> None:
        """Who takes part in the next cycle."""
        away_x, away_y = self.goal_x - self.x, self.goal_y - self.y
        self._off &= (away_x * away_x + away_y * away_y > np.float32(THERE_M**2)) & (self._patience > 0)
        self.moves_next = self._off.copy()
        self._movers = np.flatnonzero(self._off)
        self._patience[self._movers] -= STEP_S
        self.smooth_next = self.moves_next.copy()
        if self._movers.size > self.most:
            front = np.argpartition(self.y[self._movers], self.most)
            self.smooth_next[self._movers[front[self.most :]]] = False
        if self._movers.size:
            self._near.rebuild(self.x, self.y, np.ones(self.x.size, np.bool_))

    def _go(self, part: NDArray[np.int64]) -> None:
        """One step of some of the walkers, among the others as they stand at the end of the cycle shown."""
        x, y, vx, vy = steer(
            self._plan, self._near, part, self.x, self.y, self._vx, self._vy, self.goal_x, self.goal_y, self._pace
        )
        self._next_x[part], self._next_y[part] = self.bowl.kept_in(x[part], y[part])
        self._vx[part], self._vy[part] = vx[part], vy[part]

    def _turn(self) -> None:
        """The next cycle is shown."""
        self.from_x[:], self.from_y[:] = self.x, self.y
        self.x[:], self.y[:] = self._next_x, self._next_y
        self.moving, self.smooth = self.moves_next, self.smooth_next
        self._vx[~self._off] = 0
        self._vy[~self._off] = 0
        self._done = 0
        self.cycle += 1


def _moved(column: NDArray[Any], row: NDArray[np.int64], fresh: NDArray[Any]) -> NDArray[Any]:
    """A column in a new order, with fresh values for the new."""
    kept = column.take(np.maximum(row, 0)) if column.size else fresh
    return np.where(row >= 0, kept, fresh).astype(column.dtype)
