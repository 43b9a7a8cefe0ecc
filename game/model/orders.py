"""Commands as arrays, for styles and batches; flat attendee ids throughout."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.model.columns import F32, I8, I32, I64
from game.model.commands import Command


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
        return self.take(np.flatnonzero(np.isin(self.do, kinds)))

    def take(self, at: I64) -> "Orders":
        """The rows `at`."""
        return Orders(*(getattr(self, name)[at] for name in FIELDS))


FIELDS = tuple(Orders.__dataclass_fields__)
NONE = Orders(*(np.zeros(0, dtype) for dtype in ("i8", "i1", "i4", "i1", "i1", "i4", "f4", "f4")))


def orders(actor: I64, do: int, **columns: "np.ndarray[tuple[int, ...], np.dtype[np.generic]] | float") -> Orders:
    """Orders of one kind; columns not named stay at −1 (or 0 for x, y)."""
    n = len(actor)

    def fill(name: str, dtype: str, default: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.generic]]":
        return np.broadcast_to(np.asarray(columns.get(name, default), dtype=dtype), (n,))

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
    """Commands of one room (indices within it) as orders."""
    base = room * capacity
    rows = list(commands)

    def flat(index: int) -> int:
        return base + index if index >= 0 else -1

    return Orders(
        np.array([flat(c.actor) for c in rows], dtype=np.int64),
        np.array([c.do for c in rows], dtype=np.int8),
        np.array([c.to if c.do == 2 else flat(c.to) for c in rows], dtype=np.int32),
        np.array([c.act for c in rows], dtype=np.int8),
        np.array([c.item for c in rows], dtype=np.int8),
        np.array([flat(c.about) for c in rows], dtype=np.int32),
        np.array([c.x for c in rows], dtype=np.float32),
        np.array([c.y for c in rows], dtype=np.float32),
    )
