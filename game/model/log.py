"""What a tick reports: events and reasons, collected as arrays and handed over as tables."""

from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.events import EVENT, REASON

Rows = NDArray[Any]


class Log:
    """Collects the reports of one tick. `on` False keeps nothing (the lab without detail)."""

    def __init__(self, capacity: int) -> None:
        self.on = True
        self.tick = 0
        self._capacity = capacity
        self._events: list[Rows] = []
        self._reasons: list[Rows] = []

    def clear(self, tick: int) -> None:
        """Start a new tick."""
        self.tick = tick
        self._events = []
        self._reasons = []

    def event(self, kind: IntEnum, actor: Rows, **columns: Any) -> None:
        """Report events; `actor`, `other`, `about` are flat ids and become ids within the room."""
        if not self.on or not len(actor):
            return
        rows = np.zeros(len(actor), dtype=EVENT)
        rows["tick"], rows["kind"] = self.tick, kind
        rows["room"], rows["actor"] = actor // self._capacity, actor % self._capacity
        for name in ("other", "about"):
            flat = np.asarray(columns.pop(name, -1))
            rows[name] = np.where(flat < 0, -1, flat % self._capacity)
        slot = np.asarray(columns.pop("formation", -1))
        rows["formation"] = np.where(slot < 0, -1, slot % max(1, self._capacity // 2))
        for name in ("act", "item"):
            rows[name] = columns.pop(name, -1)
        rows["value"] = columns.pop("value", 0.0)
        self._events.append(rows)

    def reason(self, of: Rows, about: Rows, **columns: Any) -> None:
        """Report contributions to opinions; `of`, `about` are flat ids."""
        if not self.on or not len(of):
            return
        rows = np.zeros(len(of), dtype=REASON)
        rows["tick"] = self.tick
        rows["room"], rows["of"], rows["about"] = (
            of // self._capacity,
            of % self._capacity,
            about % self._capacity,
        )
        for name, values in columns.items():
            rows[name] = values
        self._reasons.append(rows)

    def events(self) -> Rows:
        """The EVENT table of this tick, in the order things happened."""
        return np.concatenate(self._events) if self._events else np.zeros(0, dtype=EVENT)

    def reasons(self) -> Rows:
        """The REASON table of this tick."""
        return np.concatenate(self._reasons) if self._reasons else np.zeros(0, dtype=REASON)
