"""The digest of one room's weeks: the same for the same seed, evening and deeds, alone or in a batch."""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.columns import Table
from game.model.feed.net import Net


def digest(net: Net, room: int = 0) -> str:
    """SHA-256 over every column of a room, as 16 hex digits."""
    sha = hashlib.sha256(str(net.tick).encode())
    people = room * net.capacity + np.arange(net.capacity)
    for table, rows in ((net.audience, people), (net.account, np.array([room]))):
        for name in sorted(table.columns):
            sha.update(name.encode())
            sha.update(np.ascontiguousarray(_local(net, table, name, rows)).tobytes())
    return sha.hexdigest()[:16]


def _local(net: Net, table: Table, name: str, rows: NDArray[Any]) -> NDArray[Any]:
    """A column of one room; ids of people counted within the room."""
    values: NDArray[Any] = getattr(table, name)[rows]
    if table.columns[name].unit != "person":
        return values
    return np.where(values < 0, -1, values % net.capacity).astype(np.int32)
