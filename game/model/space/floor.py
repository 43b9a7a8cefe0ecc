"""The floor as tables by cell: where one may stand, and how far one may go from there.

Cells are numbered row by row over the plan with a border of one blocked cell round it,
so that looking left, right, up or down never leaves the tables.
"""

from dataclasses import dataclass

import numpy as np

from game.model.columns import F32, I64, Bool

BODY_M = 0.25  # a body's middle keeps this far from walls: half a shoulder width
REACH_CELLS = 0.9  # of a cell: the most one step may go beyond the cell it starts in


@dataclass(frozen=True, eq=False)
class Floor:
    """Tables over the bordered cells, all of shape [cells].

    `home` is the nearest free cell (itself where free). `left … bottom` bound where a body that starts
    in the cell may be after one move: at a wall `margin` before it, else most of a cell beyond.
    """

    cell_m: float
    columns: int  # of the bordered grid
    width_m: float
    height_m: float
    free: Bool
    home: I64
    middle_x: F32
    middle_y: F32
    left: F32
    right: F32
    top: F32
    bottom: F32

    def cell_of(self, x: F32, y: F32) -> I64:
        """The cell of each point, which must lie within the plan (see `inside`)."""
        scale = np.float32(1 / self.cell_m)
        cell: I64 = (y * scale).astype(np.int64)
        cell *= self.columns
        cell += (x * scale).astype(np.int64)
        cell += self.columns + 1
        return cell

    def inside(self, x: F32, y: F32) -> tuple[F32, F32]:
        """Points brought within the plan; what is not a number comes to its first corner."""
        edge = np.float32(self.cell_m * 1e-3)
        across, down = np.float32(self.width_m) - edge, np.float32(self.height_m) - edge
        return np.fmin(np.fmax(x, edge), across), np.fmin(np.fmax(y, edge), down)

    def clamp_x(self, x: F32, cell: I64) -> F32:
        """`x` after one move from `cell`: stopped by the walls beside it."""
        return np.fmin(np.fmax(x, self.left.take(cell)), self.right.take(cell))

    def clamp_y(self, y: F32, cell: I64) -> F32:
        """`y` after one move from `cell`: stopped by the walls above and below."""
        return np.fmin(np.fmax(y, self.top.take(cell)), self.bottom.take(cell))


def lay_floor(free: Bool, cell_m: float, margin_m: float = BODY_M) -> Floor:
    """The tables for a grid `free` [rows, columns] of cells where one may be."""
    rows, columns = free.shape
    margin = min(margin_m, 0.4 * cell_m)
    bordered = np.pad(free, 1)
    row, column = np.indices(bordered.shape)
    reach = (1 + REACH_CELLS) * cell_m

    def bound(edge: F32, step: int, axis: int) -> F32:
        """Where one stops going from the cell's far `edge` on by `step` (−1 or 1) along `axis`."""
        beyond = np.roll(bordered, -step, axis)
        stop = np.where(beyond, edge + step * (reach - cell_m), edge - step * margin)
        return stop.astype(np.float32).ravel()

    west, north = (column - 1) * cell_m, (row - 1) * cell_m
    return Floor(
        cell_m=cell_m,
        columns=columns + 2,
        width_m=columns * cell_m,
        height_m=rows * cell_m,
        free=bordered.ravel(),
        home=nearest_free(bordered),
        middle_x=(west + cell_m / 2).astype(np.float32).ravel(),
        middle_y=(north + cell_m / 2).astype(np.float32).ravel(),
        left=bound(west, -1, 1),
        right=bound(west + cell_m, 1, 1),
        top=bound(north, -1, 0),
        bottom=bound(north + cell_m, 1, 0),
    )


def nearest_free(free: Bool) -> I64:
    """For each cell of a grid the number of the nearest free cell; the first in reading order of equals."""
    nearest = np.arange(free.size)
    open_cells = np.flatnonzero(free)
    if not open_cells.size:
        raise ValueError("a plan needs a cell to stand in")
    row, column = np.divmod(nearest, free.shape[1])
    for cell in np.flatnonzero(~free.ravel()):
        away = (row[open_cells] - row[cell]) ** 2 + (column[open_cells] - column[cell]) ** 2
        nearest[cell] = open_cells[away.argmin()]
    return nearest
