"""Who is near whom, for all rooms at once: people sorted into cells, cells looked up by range.

Cells are numbered along rows, so the cells that a circle touches in one row are one
contiguous range of the sorted people. Each row ends with an empty cell and each room with
an empty row, so that looking one cell on never meets somebody from elsewhere.
"""

from typing import NamedTuple

import numpy as np

from game.model.columns import F32, I64, Bool
from game.model.space.arrays import C64, Scratch
from game.model.space.plan import Plan

SLACK_M = 1e-3  # added to a search's range: rounding must not lose anybody at its very edge
RADIX_LIMIT = 65536  # numpy sorts 16-bit keys by radix, several times faster than wider ones


class Pairs(NamedTuple):
    """Two people near each other: flat attendee indices, the way from one to the other as x + iy (m)."""

    one: I64
    other: I64
    way: C64
    d2: F32


class Neighbours:
    """A search structure over the people present, fastest for circles of about `radius` metres.

    Others come in an order of cell and attendee, which neither people farther away, nor other rooms,
    nor the capacity can change: sums over pairs are the same bit for bit. Hence the cells may depend
    on the plan and the radius only.
    """

    def __init__(self, plan: Plan, rooms: int, capacity: int, radius: float) -> None:
        self.capacity = capacity
        self.radius = radius
        self._per_m = np.float32(1 / (radius + SLACK_M))
        self._last_column, self._last_row = int(plan.width_m * self._per_m), int(plan.height_m * self._per_m)
        self._columns = self._last_column + 2
        self._room_cells = self._columns * (self._last_row + 2)
        self._room_start = np.repeat(np.arange(rooms) * self._room_cells, capacity)
        self._begin = np.zeros(rooms * self._room_cells + 1, np.int64)  # by cell, the first of its people
        self._who = self._cell = np.zeros(0, np.int64)  # the people present, by cell
        self._at = np.zeros(0, np.complex64)
        self._kept = Scratch()

    def rebuild(self, x: F32, y: F32, present: Bool) -> None:
        """Take in where everybody is: x, y (m) and a mask, all of shape [rooms × capacity]."""
        who = np.flatnonzero(present)
        x, y = x.take(who), y.take(who)
        cell = self._room_start.take(who)
        cell += self._row(y) * self._columns
        cell += self._column(x)
        order = _radix_order(cell, self._begin.size)
        self._who, self._cell, self._at = who.take(order), cell.take(order), _points(x, y).take(order)
        np.cumsum(np.bincount(cell, minlength=self._begin.size - 1), out=self._begin[1:])

    def query(self, x: F32, y: F32, room: I64, radius: float) -> tuple[I64, I64, F32]:
        """Everybody present within `radius` m of each point: (index of the query, attendee, distance²).

        In ascending order of queries; a point where somebody stands finds him too. Any radius will do.
        The arrays are good until the next search.
        """
        first, count = self._ranges(x, y, room, np.float32(radius + SLACK_M))
        rows = count.shape[1]
        origin = np.repeat(_points(x, y), rows)
        stretch, place, _, d2 = self._near(self._at, first.ravel(), count.ravel(), origin, radius)
        stretch //= rows
        return stretch, self._who.take(place, mode="clip"), d2

    def pairs(self, moving: Bool | None = None) -> Pairs:
        """Every two people within the structure's radius of each other, once.

        With `moving` [rooms × capacity] only those of whom at least one moves, the mover first.
        """
        goes = None if moving is None else moving.take(self._who)
        movers = self._kept.counting(self._who.size) if goes is None else np.flatnonzero(goes)
        ahead = self._look_on(movers)
        if goes is None or movers.size == goes.size:
            return ahead
        behind = self._look_back(movers, ~goes)
        return Pairs(
            np.concatenate((ahead.one, behind.one)),
            np.concatenate((ahead.other, behind.other)),
            np.concatenate((ahead.way, behind.way)),
            np.concatenate((ahead.d2, behind.d2)),
        )

    def _look_on(self, movers: I64) -> Pairs:
        """Whoever comes after each of the people at places `movers`: in their cell, the next, and the three below."""
        here = self._cell.take(movers)
        first, end = np.empty((2, movers.size), np.int64), np.empty((2, movers.size), np.int64)
        np.add(movers, 1, out=first[0])
        end[0] = self._begins(here + 2)
        below = here + (self._columns - 1)
        first[1], end[1] = self._begins(below), self._begins(below + 3)
        return self._met(movers, self._who, self._at, first, end)

    def _look_back(self, movers: I64, stands: Bool) -> Pairs:
        """Those who stand and come before each mover: in his cell, the one before, and the three above."""
        before = np.zeros(stands.size + 1, np.int64)  # how many stand before each place
        np.cumsum(stands, out=before[1:])
        here = self._cell.take(movers)
        above = here - (self._columns + 1)
        first = np.stack((before.take(self._begins(here - 1)), before.take(self._begins(above))))
        end = np.stack((before.take(movers), before.take(self._begins(above + 3))))
        places = np.flatnonzero(stands)
        return self._met(movers, self._who.take(places), self._at.take(places), first, end)

    def _begins(self, cell: I64) -> I64:
        """The place of the first of a cell's people; there is nobody before the first cell."""
        return self._begin.take(cell, mode="clip")

    def _met(self, movers: I64, who: I64, at: C64, first: I64, end: I64) -> Pairs:
        """Pairs of each mover with those of the people `who` at places first … end, [2, movers] each."""
        twice = np.concatenate((movers, movers))
        stretch, place, away, d2 = self._near(
            at, first.ravel(), (end - first).ravel(), self._at.take(twice), self.radius
        )
        one = self._who.take(twice.take(stretch))
        # copied: the next search uses the same memory
        return Pairs(one, who.take(place), away.copy(), d2.copy())

    def _near(self, at: C64, first: I64, count: I64, origin: C64, radius: float) -> tuple[I64, I64, C64, F32]:
        """Of the people `at` places first … first + count, those within `radius` of the stretch's origin.

        Returns the stretch, the place, the way to it as x + iy and its squared length.
        """
        past = np.cumsum(count)
        total = int(past[-1]) if past.size else 0
        past -= count
        np.subtract(first, past, out=past)
        kept = self._kept
        stretch = np.repeat(kept.counting(count.size), count)
        place = past.take(stretch, out=kept.ints("place", total), mode="clip")
        place += kept.counting(total)
        away = at.take(place, out=kept.points("away", total), mode="clip")
        away -= origin.take(stretch, out=kept.points("origin", total), mode="clip")
        parts = away.view(np.float32)
        squares = np.multiply(parts, parts, out=kept.floats("squares", 2 * total))
        d2 = np.add(squares[::2], squares[1::2], out=kept.floats("d2", total))
        hits = np.flatnonzero(np.less_equal(d2, np.float32(radius * radius), out=kept.bools("hits", total)))
        return (
            stretch.take(hits, out=kept.ints("stretch of hit", hits.size), mode="clip"),
            place.take(hits, out=kept.ints("place of hit", hits.size), mode="clip"),
            away.take(hits, out=kept.points("way to hit", hits.size), mode="clip"),
            d2.take(hits, out=kept.floats("d2 of hit", hits.size), mode="clip"),
        )

    def _ranges(self, x: F32, y: F32, room: I64, reach: np.float32) -> tuple[I64, I64]:
        """[queries, rows] for each row of cells in reach: where its people begin, how many there are."""
        top, height = self._row(y - reach), self._row(y + reach)
        height -= top
        rows = int(height.max(initial=0)) + 1
        first, count = np.empty((x.size, rows), np.int64), np.empty((x.size, rows), np.int64)
        line = room * self._room_cells
        line += top * self._columns
        left, right = self._column(x - reach), self._column(x + reach)
        left += line
        right += line
        right += 1
        for row in range(rows):
            begin = self._begin.take(left, mode="clip")
            first[:, row] = begin
            np.subtract(self._begin.take(right, mode="clip"), begin, out=begin)
            count[:, row] = begin * (height >= row)
            left += self._columns
            right += self._columns
        return first, count

    def _column(self, x: F32) -> I64:
        return _whole(x * self._per_m, self._last_column)

    def _row(self, y: F32) -> I64:
        return _whole(y * self._per_m, self._last_row)


def _whole(values: F32, last: int) -> I64:
    """Rounded down, within 0 … last; overwrites `values`."""
    np.maximum(values, np.float32(0), out=values)
    np.minimum(values, np.float32(last), out=values)
    return values.astype(np.int64)


def _points(x: F32, y: F32) -> C64:
    """x + iy: a pair of coordinates is fetched as fast as one."""
    points = np.empty(x.size, np.complex64)
    points.real, points.imag = x, y
    return points


def _radix_order(cell: I64, cells: int) -> I64:
    """Stable order of cell numbers below `cells`."""
    order = np.argsort(cell.astype(np.uint16), kind="stable")
    if cells <= RADIX_LIMIT:
        return order
    high = (cell >> 16).astype(np.uint16)
    return order.take(np.argsort(high.take(order), kind="stable"))
