"""A world: R rooms with the same cast and their own seeds; built, stepped, saved, compared."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model import chance, people
from game.model.cast import Cast
from game.model.columns import I64
from game.model.orders import NONE, Orders
from game.model.params import TICK_S, Params
from game.model.room import bodies, circle, evening
from game.model.room.approach import Look
from game.model.room.formations import others
from game.model.room.hall import Hall
from game.model.space.plan import Plan

ARRIVE_FIRST_S = 2.0  # the earliest guests come in
ARRIVE_SPREAD_S = 60.0  # mean of the rest


class World(Hall):
    """The evening of every room of a batch."""

    def __init__(
        self,
        cast: Cast,
        plan: Plan,
        seeds: Sequence[int],
        minutes: float,
        *,
        params: Params | None = None,
        capacity: int | None = None,
    ) -> None:
        """`seeds`: one per room; `capacity` ≥ the cast's size leaves places for late comers."""
        n = cast.size
        capacity = capacity or n
        subjects = np.arange(capacity) if cast.subjects is None else cast.subjects
        super().__init__(
            len(seeds),
            capacity,
            subjects.astype(np.int32),
            plan,
            params or Params(),
            round(minutes * 60 / TICK_S),
        )
        self.seeds, self.cast, self.topics = tuple(seeds), cast, cast.topics
        self._fill(cast)
        people.draw_traits(self.people, self.params)
        bodies.draw_hours(self, ARRIVE_FIRST_S, ARRIVE_SPREAD_S)
        self._know(cast.known_before)

    def _fill(self, cast: Cast) -> None:
        p, n = self.people, cast.size
        for name in ("id", "interests", "stories", "need", "offer", "human", "player"):
            getattr(p, name).reshape(self.rooms, self.capacity)[:, :n] = getattr(cast, name)
        p.expected.reshape(self.rooms, self.capacity)[:, :n] = True
        seeds = np.array([s & 0xFFFFFFFF for s in self.seeds], dtype=np.uint32)
        p.key[:] = chance.keys(np.repeat(seeds, self.capacity), p.id)
        p.x[:], p.y[:] = self.plan.door.x, self.plan.door.y

    def _know(self, pairs: I64) -> None:
        """Ties from before the evening, both ways, in every room."""
        if not len(pairs):
            return
        base = (np.arange(self.rooms) * self.capacity)[:, None]
        one, two = (base + pairs[:, 0]).ravel(), (base + pairs[:, 1]).ravel()
        of, about = np.concatenate([one, two]), np.concatenate([two, one])
        t, pr = self.ties, self.params
        rows = t.index(of, about)
        t.prior[rows] = t.met[rows] = True
        t.liking[rows] = np.float32(pr.prior_liking) + np.float32(0.5) * circle.impression(self, of, about)
        t.trust[rows], t.minutes[rows] = pr.prior_trust, pr.prior_minutes
        t.known[rows] |= np.uint32(0b1011)  # name, work, offer

    def step(self, orders: Orders = NONE) -> Look | None:
        """Advance one tick of the evening."""
        return evening.step(self, orders)

    @property
    def over(self) -> bool:
        """The evening has ended."""
        return self.tick >= self.end

    def close(self) -> None:
        """Count the time of those still talking when the evening ends."""
        f, p = self.formations, self.people
        slot, seat = np.nonzero(f.members >= 0)
        talking = f.members[slot, seat]
        p.company_s[talking] += self.seconds(self.tick - p.joined[talking])
        p.joined[talking] = self.tick
        row, other = others(f.members[slot], talking)
        who = talking[row].astype(np.int64)
        once = who < other
        circle.part(self, who[once], other[once].astype(np.int64))

    def snapshot(self) -> dict[str, NDArray[Any]]:
        """The whole state as arrays."""
        state = {"tick": np.array([self.tick])}
        for table in ("people", "ties", "formations"):
            state |= {f"{table}.{name}": array.copy() for name, array in getattr(self, table).arrays().items()}
        return state

    def restore(self, state: dict[str, NDArray[Any]]) -> None:
        """Go back to a snapshot of a world built the same way."""
        self.tick = int(state["tick"][0])
        for table in ("people", "ties", "formations"):
            prefix = table + "."
            getattr(self, table).restore(
                {name[len(prefix) :]: array for name, array in state.items() if name.startswith(prefix)}
            )
