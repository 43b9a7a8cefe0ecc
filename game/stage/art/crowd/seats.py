"""Places to stand in rows round the stage, and who gets which.

Whoever keeps the same distance keeps the place. The others take the free place nearest to where they want to be; where
several want one, the first in the order given gets it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.stage.art.crowd.bowl import MARGIN_M, Bowl, Floats

Ints = NDArray[np.int64]

_SIDES: Final = (0, 1, -1, 3, -4)  # places tried along a row, before the next row is
_ROWS: Final = 12  # rows tried on either side
_SWAY: Final = 0.13  # of the distance between neighbours: nobody stands on a line


class Seats:
    """The places of a bowl from `first` to `last` (0 the stage … 1 the far edge), `pitch` metres apart."""

    def __init__(
        self, bowl: Bowl, first: float, last: float, pitch: float, clear: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """`clear` is how far aside from the middle, and how far from the front, nobody stands: shares of the depth."""
        rows = max(1, int((last - first) * bowl.deep / pitch) + 1)
        edge = min(0.45 * pitch / bowl.deep, (last - first) / 2)
        self.rho = np.linspace(first, last - edge, rows) if rows > 1 else np.array([(first + last) / 2])
        self.count = np.array([max(1, int(bowl.row_length(rho) / pitch)) for rho in self.rho])
        self.start = np.cumsum(self.count) - self.count
        row = np.repeat(np.arange(rows), self.count)
        place = np.arange(row.size) - self.start[row]
        shift = np.where(row % 2, 0.25, -0.25) + _SWAY * _uneven(row.size, 1)
        along = (place + 0.5 + shift) / self.count[row]
        rho = np.minimum(self.rho[row] + _SWAY * _uneven(row.size, 2) * pitch / bowl.deep, last)
        self.x, self.y = bowl.spot(rho.astype(np.float32), along.astype(np.float32))
        self._span = (first, last)
        aside, ahead = np.abs(self.x - bowl.middle) / bowl.deep, (self.y - MARGIN_M) / bowl.deep
        self._taken: NDArray[np.bool_] = (aside < clear[0]) & (ahead < clear[1])
        self.size = int((~self._taken).sum())  # how many have room
        self._bid = np.zeros(row.size, np.int64)

    def leave(self, seat: Ints) -> None:
        """Nobody has these places any more; −1 is none."""
        self._taken[seat[seat >= 0]] = False

    def take(self, near: Floats, along: Floats) -> Ints:
        """Places for people who want to be `near` (0 far out … 1 in front) and `along` (0 … 1, from the left).

        −1 for whoever finds no place left at all.
        """
        first, last = self._span
        # by area, not by distance: people spread evenly over `near` stand evenly on the floor
        rho = np.sqrt(last**2 - np.clip(near, 0, 1) * (last**2 - first**2))
        rows = self.rho.size
        wanted = np.rint((rho - first) / max(last - first, 1e-6) * (rows - 1)).astype(np.int64)
        seat = np.full(near.size, -1)
        left = np.arange(near.size)
        for step in range(2 * _ROWS + 1):
            off = (step + 1) // 2 * (1 if step % 2 else -1)
            for side in _SIDES:
                if not left.size:
                    return seat
                row = np.minimum(np.maximum(wanted.take(left) + off, 0), rows - 1)
                count = self.count.take(row)
                place = (along.take(left) * count).astype(np.int64) + side
                place = np.minimum(np.maximum(place, 0), count - 1)
                left = self._bid_for(seat, left, self.start.take(row) + place)
        free = np.flatnonzero(~self._taken)[::-1][: left.size]
        seat[left[: free.size]] = free
        self._taken[free] = True
        return seat

    def _bid_for(self, seat: Ints, left: Ints, place: Ints) -> Ints:
        """Give each free one of the places wanted to the first who wants it; who still has none."""
        free = ~self._taken[place]
        who, place = left[free], place[free]
        self._bid[place[::-1]] = who[::-1]
        won = self._bid[place] == who
        seat[who[won]] = place[won]
        self._taken[place[won]] = True
        return left[seat[left] < 0]


def _uneven(size: int, salt: int) -> NDArray[np.float64]:
    """−1 … 1 for each of a row of things, the same every time."""
    return scattered(np.arange(size, dtype=np.uint32), salt).astype(np.float64) * 2 - 1


def scattered(ids: NDArray[np.uint32], salt: int) -> Floats:
    """0 … 1 for each id, as if by chance, and the same every time."""
    h = ids.astype(np.uint32) + np.uint32((salt * 0x9E3779B9) & 0xFFFFFFFF)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B), (16, 1)):
        h ^= h >> np.uint32(shift)
        h *= np.uint32(factor)
    out: Floats = (h >> np.uint32(8)).astype(np.float32) * np.float32(1 / (1 << 24))
    return out
