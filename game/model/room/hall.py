"""The state of R evenings side by side: tables, plan, clock. What the tick reads and writes."""

import numpy as np

from game.model.columns import F32, I32, I64, Bool
from game.model.log import Log
from game.model.params import BEAT_TICKS, TICK_S, Params
from game.model.people import People
from game.model.room.formations import Formations
from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan
from game.model.space.slots import WIDEST_M
from game.model.space.steering import REACH_M
from game.model.ties import Ties


class Hall:
    """R rooms × N attendees on one plan. Flat ids: attendee a = room × N + index."""

    def __init__(self, rooms: int, capacity: int, subjects: I32, plan: Plan, params: Params, end: int) -> None:
        """`subjects`: indices within the room whom ties are held about; `end`: last tick of the evening."""
        self.rooms, self.capacity = rooms, capacity
        self.plan, self.params, self.end = plan, params, end
        self.per_room = max(1, capacity // 2)
        self.people = People(rooms * capacity)
        self.ties = Ties(rooms * capacity, capacity, subjects)
        self.formations = Formations(rooms * self.per_room)
        self.close_by = Neighbours(plan, rooms, capacity, REACH_M)
        self.rings = Neighbours(plan, rooms, self.per_room, WIDEST_M)
        self.in_sight = Neighbours(plan, rooms, capacity, params.perception_m)
        self.log = Log(capacity)
        self.tick = 0
        self.topics = 0
        self.room_of: I64 = np.arange(rooms * capacity) // capacity

    @property
    def beat(self) -> bool:
        """Talk and decisions move on beats."""
        return self.tick % BEAT_TICKS == 0

    @property
    def third(self) -> int:
        """Which third of the evening it is: 0, 1, 2."""
        return min(2, 3 * self.tick // max(1, self.end))

    @property
    def third_ends(self) -> bool:
        """Whether this is the last beat of a third."""
        return 3 * (self.tick + BEAT_TICKS) // max(1, self.end) > 3 * self.tick // max(1, self.end)

    def seconds(self, ticks: I32) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        """Ticks as seconds."""
        result: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = ticks.astype(np.float32) * np.float32(TICK_S)
        return result

    def beside(self, x: F32, y: F32, whom: I64 | I32) -> Bool:
        """Whether spots `x`, `y` (n,), in metres, lie within keep_m of `whom` (n,); one spot for all will do."""
        p, keep = self.people, self.params.keep_m
        near: Bool = (x - p.x[whom]) ** 2 + (y - p.y[whom]) ** 2 < np.float32(keep * keep)
        return near

    def automatic(self, who: I64 | I32) -> Bool:
        """Whose feelings the model computes: everybody but humans."""
        return ~self.people.human[who]
