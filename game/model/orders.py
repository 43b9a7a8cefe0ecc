"""Commands as arrays, for styles and batches; flat attendee ids throughout."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import numpy as np

from game.model.columns import F32, I8, I32, I64, any_of
from game.model.commands import Command, Do


@dataclass(frozen=True)
class Orders:
    """n commands. The columns are those of `Command` without the tick."""

    actor: I64
    do: I8
    to: I32
    act: I8
    item: I8
    about: I32
    x: F32
    y: F32

    def of(self, *kinds: int) -> "Orders":
        """Those of the given kinds."""
        return self.take(np.flatnonzero(any_of(self.do, *kinds)))

    def take(self, at: I64) -> "Orders":
        """The rows `at`, ascending."""
        if len(at) == len(self.actor):
            return self
        return Orders(*(getattr(self, name).take(at) for name in FIELDS))


SENSELESS = -2  # stands for whatever is out of range: no rule of sense lets it pass
FAR_M = 1e6  # no plan is as wide
FIELDS = tuple(Orders.__dataclass_fields__)
NONE = Orders(*(np.zeros(0, dtype) for dtype in ("i8", "i1", "i4", "i1", "i1", "i4", "f4", "f4")))


def orders(actor: I64, do: int, **columns: "np.ndarray[tuple[int, ...], np.dtype[np.generic]] | float") -> Orders:
    """Orders of one kind; columns not named stay at −1 (or 0 for x, y)."""
    n = len(actor)

    def fill(name: str, dtype: str, default: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.generic]]":
        given = columns.get(name, default)
        return given.astype(dtype, copy=False) if isinstance(given, np.ndarray) else np.full(n, given, dtype=dtype)

    return Orders(
        np.asarray(actor, dtype=np.int64),
        np.full(n, do, dtype=np.int8),
        fill("to", "i4", -1),  # type: ignore[arg-type]
        fill("act", "i1", -1),  # type: ignore[arg-type]
        fill("item", "i1", -1),  # type: ignore[arg-type]
        fill("about", "i4", -1),  # type: ignore[arg-type]
        fill("x", "f4", 0.0),  # type: ignore[arg-type]
        fill("y", "f4", 0.0),  # type: ignore[arg-type]
    )


def join(parts: Iterable[Orders]) -> Orders:
    """Several sets of orders as one, in order."""
    some = [part for part in parts if len(part.actor)]
    if not some:
        return NONE
    return Orders(*(np.concatenate([getattr(part, name) for part in some]) for name in FIELDS))


def from_commands(commands: Iterable[Command], room: int, capacity: int) -> Orders:
    """Commands of one room (indices within it) as orders; whatever they hold, no number leaves its column."""
    base = room * capacity
    rows = [c for c in commands if 0 <= c.actor < capacity]

    def flat(index: int) -> int:
        return base + index if 0 <= index < capacity else _small(index, -1, -1)

    return Orders(
        np.array([base + c.actor for c in rows], dtype=np.int64),
        np.array([_small(c.do, 0, 127) for c in rows], dtype=np.int8),
        np.array([_small(c.to, 0, 127) if c.do == Do.GO else flat(c.to) for c in rows], dtype=np.int32),
        np.array([_small(c.act, -1, 127) for c in rows], dtype=np.int8),
        np.array([_small(c.item, -1, 127) for c in rows], dtype=np.int8),
        np.array([flat(c.about) for c in rows], dtype=np.int32),
        np.array([_metres(c.x) for c in rows], dtype=np.float32),
        np.array([_metres(c.y) for c in rows], dtype=np.float32),
    )


def _small(value: int, least: int, most: int) -> int:
    return value if least <= value <= most else SENSELESS


def _metres(value: float) -> float:
    return value if abs(value) < FAR_M else nan
