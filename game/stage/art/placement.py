"""Finding room for rectangles in a crowded picture.

The picture is divided into cells; a rectangle may stand wherever no cell under
it is taken. Sums over rectangles of cells come from one running total, so all
places are looked at together, and if there is one it is found.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

_CELL: Final = 8  # pixels at 720p
_OVER_BODIES: Final = 2.5  # what covering a body costs against distance, for each cell's width squared
_BELOW: Final = 1.7  # a bubble under its speaker seems further away than one above


class Board:
    """Which parts of a picture of `size` pixels are taken (never covered) or better not covered."""

    def __init__(self, size: tuple[int, int], unit: float = 1.0) -> None:
        self.cell = max(4, round(_CELL * unit))
        self.size = size
        self._whole = pygame.Rect((0, 0), size)
        self._taken: list[pygame.Rect] = []
        self._bodies = np.zeros((0, 4), np.int64)
        self._drawn = 0  # how many of those taken are in the cells
        self._cells = np.zeros((size[1] // self.cell, size[0] // self.cell), np.int32)

    def take(self, rects: Iterable[pygame.Rect]) -> None:
        """Nothing may be placed over these."""
        self._taken.extend(rects)

    def avoid(self, rects: NDArray[np.int64]) -> None:
        """Better to place nothing over these: left, top, width and height in pixels, shape (rectangles, 4)."""
        self._bodies = rects

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether `rect` is on the picture and over nothing taken."""
        return bool(self._whole.contains(rect)) and rect.collidelist(self._taken) < 0

    def place(self, size: tuple[int, int], near: tuple[float, float]) -> pygame.Rect | None:
        """The best free place for `size` pixels, its lower edge just above the point `near`; None if full."""
        high, wide = -(-size[1] // self.cell), -(-size[0] // self.cell)
        taken = self._grid()
        rows, columns = taken.shape
        if high > rows or wide > columns:
            return None
        free = _window_sums(taken, high, wide) == 0
        if not free.any():
            return None
        cost = self._distance(free.shape, high, wide, near)
        cost += _OVER_BODIES * _window_sums(self._touched(self._bodies), high, wide)
        cost[~free] = np.inf
        row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
        return pygame.Rect(int(column) * self.cell, int(row) * self.cell, *size)

    def _grid(self) -> NDArray[np.int32]:
        """1 in every cell that a rectangle taken touches; drawn when first needed, then only what was added."""
        if self._drawn < len(self._taken):
            added = [(rect.left, rect.top, rect.width, rect.height) for rect in self._taken[self._drawn :]]
            self._cells |= self._touched(np.array(added))
            self._drawn = len(self._taken)
        return self._cells

    def _touched(self, rects: NDArray[np.int64]) -> NDArray[np.int32]:
        """1 in every cell touched by rectangles as in `avoid`."""
        rows, columns = self._cells.shape
        first, last = rects[:, :2] // self.cell, -(-(rects[:, :2] + rects[:, 2:]) // self.cell)
        left, top, right, bottom = np.hstack((first, last)).clip(0, (columns, rows) * 2).T
        # where rectangles begin and end: summed up both ways, how many lie over each cell
        corners = np.concatenate([y * (columns + 1) + x for y in (top, bottom) for x in (left, right)])
        begin_end = np.repeat((1, -1, -1, 1), len(rects))
        changes = np.bincount(corners, begin_end, (rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
        return np.asarray(changes.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0, np.int32)

    def _distance(self, shape: tuple[int, ...], high: int, wide: int, near: tuple[float, float]) -> NDArray[np.float32]:
        """Squared distance in cells from each place's lower middle to the point."""
        px, py = near[0] / self.cell, near[1] / self.cell
        aside = np.abs(np.arange(shape[1], dtype=np.float32) + wide / 2 - px)
        up = py - (np.arange(shape[0], dtype=np.float32) + high)
        down = np.where(up < 0, -up * _BELOW + 1, up)
        # a place as wide as the bubble above the head is all the same: do not fight for the middle
        aside = np.where(aside < wide * 0.3, aside * 0.25, aside - wide * 0.22)
        return np.asarray((aside**2)[None, :] + (down**2)[:, None], dtype=np.float32)


def _window_sums(grid: NDArray[np.int32], high: int, wide: int) -> NDArray[np.int32]:
    """Sum of `grid` under a window of high × wide cells, for every place of the window."""
    total = np.zeros((grid.shape[0] + 1, grid.shape[1] + 1), np.int32)
    np.cumsum(grid, axis=0, out=total[1:, 1:])
    np.cumsum(total[1:, 1:], axis=1, out=total[1:, 1:])
    return total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide] + total[:-high, :-wide]
