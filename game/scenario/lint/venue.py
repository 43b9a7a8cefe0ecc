"""A plan in which people stand in the wall, or cannot get to the bar."""

from collections.abc import Iterator
from math import ceil

import numpy as np
from numpy.typing import NDArray

from game.model.space.floor import BODY_M
from game.model.space.plan import STANDING_ROOM_M
from game.scenario.lint.finding import Finding, Subject
from game.scenario.plan import OPEN_TO_WALK

_Cells = NDArray[np.bool_]


def walled_in(subject: Subject) -> Iterator[Finding]:
    """Floor narrower than a body; or nowhere the room a group at talk takes up."""
    drawn = subject.plan()
    if drawn is None:
        return
    cell_m = subject.scenario.venue.cell_m
    floor = _cells(subject, OPEN_TO_WALK)
    narrow = np.argwhere(floor & ~_covered(floor, ceil(2 * BODY_M / cell_m)))
    if len(narrow):
        row, col = (int(at) for at in narrow[0])
        count = f"{len(narrow)} cells, first here" if len(narrow) > 1 else "this cell"
        message = f"people would stand in the wall: expected floor {2 * BODY_M:g} m wide, got {cell_m:g} m in {count}"
        yield Finding(drawn, "WR606", message, subject.drawn_at(row, col))
        return
    side = 2 * ceil(STANDING_ROOM_M / cell_m - 0.5) + 1
    if not _covered(floor, side).any():
        message = f"people would stand in the wall: expected {side} by {side} cells of open floor for a group, got none"
        yield Finding(drawn, "WR606", message)


def dry(subject: Subject) -> Iterator[Finding]:
    """Bars without floor beside them."""
    drawn = subject.plan()
    if drawn is None:
        return
    floor = np.pad(_cells(subject, OPEN_TO_WALK), 1)
    beside = floor[:-2, 1:-1] | floor[2:, 1:-1] | floor[1:-1, :-2] | floor[1:-1, 2:]
    bar = {(int(row), int(col)) for row, col in np.argwhere(_cells(subject, "B"))}
    for row, col in sorted(bar):
        counter = _counter(bar, (row, col))
        bar -= counter
        if counter and not any(beside[cell] for cell in counter):
            yield Finding(drawn, "WR607", "no way to the bar: there is no floor beside it", subject.drawn_at(row, col))


def _cells(subject: Subject, letters: str) -> _Cells:
    return np.isin([list(row) for row in subject.scenario.venue.plan], list(letters))


def _covered(floor: _Cells, side: int) -> _Cells:
    """The cells that lie in some open square of `side` cells; all arrays are [rows, columns]."""
    covered = np.zeros_like(floor)
    if side > min(floor.shape):
        return covered
    squares = np.lib.stride_tricks.sliding_window_view(floor, (side, side)).all(axis=(2, 3))
    for row, col in np.argwhere(squares):
        covered[row : row + side, col : col + side] = True
    return covered


def _counter(bar: set[tuple[int, int]], start: tuple[int, int]) -> set[tuple[int, int]]:
    """The cells of the bar that hang together with one of them; none where that is none."""
    found: set[tuple[int, int]] = set()
    ahead = [start]
    while ahead:
        cell = ahead.pop()
        if cell in bar and cell not in found:
            found.add(cell)
            row, col = cell
            ahead += [(row - 1, col), (row + 1, col), (row, col - 1), (row, col + 1)]
    return found
