"""Who is near whom, for all rooms at once: people sorted into cells, cells looked up by range.

Cells are narrow and numbered along rows, so the cells a circle touches in one row are
one contiguous range of the sorted people.
"""

from typing import NamedTuple

import numpy as np

from game.model.columns import F32, I64, Bool

from .arrays import Scratch
from .plan import Plan

SLACK_M = 1e-3  # added to a search's range: rounding must not lose anybody at its very edge
RADIX_LIMIT = 65536  # numpy sorts 16-bit keys by radix, several times faster than wider ones


class Pairs(NamedTuple):
    """Pairs in ascending order of `query`; `other` is a flat attendee index, dx and dy point to him (m)."""

    query: I64
    other: I64
    dx: F32
    dy: F32
    d2: F32


class Neighbours:
    """A search structure over the people present, fastest for circles of about `radius` metres.

    Others come in an order of cell and attendee, which neither people farther away, nor other rooms,
    nor the capacity can change: sums over pairs are the same bit for bit.
    """

    def __init__(self, plan: Plan, rooms: int, capacity: int, radius: float) -> None:
        self.capacity = capacity
        self._per_m_x, self._per_m_y = np.float32(3 / radius), np.float32(1 / radius)
        self._columns = int(plan.width_m * self._per_m_x) + 1
        self._rows = int(plan.height_m * self._per_m_y) + 1
        self._cells = self._columns * self._rows * rooms
        self._room_cell = np.repeat(np.arange(rooms) * (self._columns * self._rows), capacity)
        self._kept = Scratch()
        self._order = self._start = np.zeros(0, np.int64)
        self._x = self._y = np.zeros(0, np.float32)

    def rebuild(self, x: F32, y: F32, present: Bool) -> None:
        """Take in where everybody is: x, y (m) and a mask, all of shape [rooms × capacity]."""
        who = np.flatnonzero(present)
        x, y = x.take(who), y.take(who)
        cell = self._across(x)
        cell += self._down(y) * self._columns
        cell += self._room_cell.take(who)
        order = _radix_order(cell, self._cells)
        self._order, self._x, self._y = who.take(order), x.take(order), y.take(order)
        self._start = np.zeros(self._cells + 1, np.int64)
        np.cumsum(np.bincount(cell, minlength=self._cells), out=self._start[1:])

    def query(self, x: F32, y: F32, room: I64, radius: float) -> tuple[I64, I64, F32]:
        """Everybody present within `radius` m of each point: (index of the query, attendee, distance²).

        A point where somebody stands finds him too. The arrays are good until the next search.
        """
        pairs = self.pairs(x, y, room, radius)
        return pairs.query, pairs.other, pairs.d2

    def pairs(self, x: F32, y: F32, room: I64, radius: float) -> Pairs:
        """As `query`, with the way from the point to the attendee."""
        first, count = self._ranges(x, y, room, np.float32(radius + SLACK_M))
        query = np.repeat(np.arange(x.size), count.sum(axis=1))
        count = count.ravel()
        place = np.repeat(first.ravel() - (np.cumsum(count) - count), count)
        place += np.arange(place.size)
        dx = self._x.take(place) - x.take(query)
        dy = self._y.take(place) - y.take(query)
        d2 = dx * dx + dy * dy
        near = np.flatnonzero(d2 <= np.float32(radius) * np.float32(radius))
        other = self._order.take(place.take(near))
        return Pairs(query.take(near), other, dx.take(near), dy.take(near), d2.take(near))

    def _ranges(self, x: F32, y: F32, room: I64, reach: np.float32) -> tuple[I64, I64]:
        """For each query and row of cells in reach: where its people begin, and how many there are."""
        top, bottom = self._down(y - reach), self._down(y + reach)
        rows = np.arange(int((bottom - top).max(initial=0)) + 1)
        row = top[:, None] + rows
        line = (room * self._rows)[:, None] + row
        line *= self._columns
        first = self._start.take(line + self._across(x - reach)[:, None], mode="clip")
        after = self._start.take(line + (self._across(x + reach) + 1)[:, None], mode="clip")
        return first, np.where(row <= bottom[:, None], after - first, 0)

    def _across(self, x: F32) -> I64:
        across: F32 = np.minimum(np.maximum(x * self._per_m_x, 0), self._columns - 1)
        return across.astype(np.int64)

    def _down(self, y: F32) -> I64:
        down: F32 = np.minimum(np.maximum(y * self._per_m_y, 0), self._rows - 1)
        return down.astype(np.int64)


def _radix_order(cell: I64, cells: int) -> I64:
    """Stable order of cell numbers below `cells`."""
    order = np.argsort(cell.astype(np.uint16), kind="stable")
    if cells <= RADIX_LIMIT:
        return order
    high = (cell >> 16).astype(np.uint16)
    return order.take(np.argsort(high.take(order), kind="stable"))
