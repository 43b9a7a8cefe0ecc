"""A digest of columns: what both venues make of their tables."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.columns import Table


def digest_of(tick: int, parts: Sequence[tuple[Table, NDArray[Any]]], sizes: Mapping[str, int]) -> str:
    """SHA-256 over every column of some rows of tables, as 16 hex digits.

    `sizes`: by the unit of a column that holds ids, how many there are in a room; ids are counted within it.
    """
    sha = hashlib.sha256(str(tick).encode())
    for table, rows in parts:
        for name in sorted(table.columns):
            values: NDArray[Any] = getattr(table, name)[rows]
            size = sizes.get(table.columns[name].unit)
            if size is not None:
                values = np.where(values < 0, -1, values % size).astype(np.int32)
            sha.update(name.encode())
            sha.update(np.ascontiguousarray(values).tobytes())
    return sha.hexdigest()[:16]


def joined(*digests: str) -> str:
    """One digest of several, in order."""
    return hashlib.sha256("".join(digests).encode()).hexdigest()[:16]
