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
        self._bodies: list[pygame.Rect] = []
        self._grids: dict[int, tuple[int, NDArray[np.int32]]] = {}

    def take(self, rects: Iterable[pygame.Rect]) -> None:
        """Nothing may be placed over these."""
        self._taken.extend(rects)

    def avoid(self, rects: Iterable[pygame.Rect]) -> None:
        """Better to place nothing over these."""
        self._bodies.extend(rects)

    def fits(self, rect: pygame.Rect) -> bool:
        """Whether `rect` is on the picture and over nothing taken."""
        return bool(self._whole.contains(rect)) and rect.collidelist(self._taken) < 0

    def place(self, size: tuple[int, int], near: tuple[float, float]) -> pygame.Rect | None:
        """The best free place for `size` pixels, its lower edge just above the point `near`; None if full."""
        high, wide = -(-size[1] // self.cell), -(-size[0] // self.cell)
        taken = self._grid(self._taken)
        rows, columns = taken.shape
        if high > rows or wide > columns:
            return None
        free = _window_sums(taken, high, wide) == 0
        if not free.any():
            return None
        cost = self._distance(free.shape, high, wide, near)
        cost += _OVER_BODIES * _window_sums(self._grid(self._bodies), high, wide)
        cost[~free] = np.inf
        row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
        return pygame.Rect(int(column) * self.cell, int(row) * self.cell, *size)

    def _grid(self, rects: list[pygame.Rect]) -> NDArray[np.int32]:
        """1 in every cell that a rectangle touches; drawn when first needed, then only what was added."""
        empty = np.zeros((self.size[1] // self.cell, self.size[0] // self.cell), np.int32)
        drawn, grid = self._grids.get(id(rects), (0, empty))
        for rect in rects[drawn:]:
            grid[self._cells(rect)] = 1
        self._grids[id(rects)] = len(rects), grid
        return grid

    def _distance(self, shape: tuple[int, ...], high: int, wide: int, near: tuple[float, float]) -> NDArray[np.float32]:
        """Squared distance in cells from each place's lower middle to the point."""
        px, py = near[0] / self.cell, near[1] / self.cell
        aside = np.abs(np.arange(shape[1], dtype=np.float32) + wide / 2 - px)
        up = py - (np.arange(shape[0], dtype=np.float32) + high)
        down = np.where(up < 0, -up * _BELOW + 1, up)
        # a place as wide as the bubble above the head is all the same: do not fight for the middle
        aside = np.where(aside < wide * 0.3, aside * 0.25, aside - wide * 0.22)
        return np.asarray((aside**2)[None, :] + (down**2)[:, None], dtype=np.float32)

    def _cells(self, rect: pygame.Rect) -> tuple[slice, slice]:
        cell = self.cell
        return (
            slice(max(0, rect.top // cell), max(0, -(-rect.bottom // cell))),
            slice(max(0, rect.left // cell), max(0, -(-rect.right // cell))),
        )


def _window_sums(grid: NDArray[np.int32], high: int, wide: int) -> NDArray[np.int32]:
    """Sum of `grid` under a window of high × wide cells, for every place of the window."""
    total = np.zeros((grid.shape[0] + 1, grid.shape[1] + 1), np.int32)
    np.cumsum(grid, axis=0, out=total[1:, 1:])
    np.cumsum(total[1:, 1:], axis=1, out=total[1:, 1:])
    return total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide] + total[:-high, :-wide]
