"""The digest of one room: the same for the same seed and commands, alone or in a batch, whatever the capacity."""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.columns import Table
from game.model.world import World


def digest(world: World, room: int = 0) -> str:
    """SHA-256 over every column of a room, of those who are expected, as 16 hex digits."""
    n = world.cast.size
    who = room * world.capacity + np.arange(n)
    slots = room * world.per_room + np.arange(max(1, n // 2))
    subjects = np.arange(n) if world.ties.everybody else world.ties.subjects.astype(np.int64)
    pairs = world.ties.index(np.repeat(who, len(subjects)), np.tile(subjects, n) + room * world.capacity)
    sha = hashlib.sha256(str(world.tick).encode())
    for table, rows in ((world.people, who), (world.formations, slots), (world.ties, pairs)):
        for name in sorted(table.columns):
            sha.update(name.encode())
            sha.update(np.ascontiguousarray(_local(world, table, name, rows)).tobytes())
    return sha.hexdigest()[:16]


def _local(world: World, table: Table, name: str, rows: NDArray[Any]) -> NDArray[Any]:
    """A column of one room; ids of attendees and formations counted within the room."""
    values: NDArray[Any] = getattr(table, name)[rows]
    size = {"attendee": world.capacity, "formation": world.per_room}.get(table.columns[name].unit)
    return values if size is None else np.where(values < 0, -1, values % size).astype(np.int32)
