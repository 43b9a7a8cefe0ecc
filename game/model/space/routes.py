"""Ways round walls: for every pair of cells the cell to head for, worked out once per plan.

Breadth-first over all targets at once: a bit per target, so that one pass of eight
directions moves the frontiers of all targets by one cell.
"""

import numpy as np
import numpy.typing as npt

from game.model.columns import I64, Bool

I16 = npt.NDArray[np.int16]
MOST_CELLS = 2750  # a plan of 50 × 50 and its border; larger halls are walked straight

SIGHT = 8  # cells one looks ahead for a straight line
PART = 64  # starting cells handled together

# East first and straight before diagonal, so that of equal ways the one with fewer corners is taken.
STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1))


def next_cells(free: Bool) -> I16:
    """[cells, cells] from, to → the neighbour to step to; the cell itself where there is no way.

    `free` [rows, columns] must have a blocked border. Corners are not cut.
    """
    flat = free.ravel()
    cells, columns = flat.size, free.shape[1]
    reached = np.packbits(np.eye(cells, dtype=np.bool_) & flat[:, None], axis=1)
    frontier = reached.copy()
    planes = [np.zeros_like(reached) for _ in STEPS]
    doorways = [_enterable(flat, down, across, columns) for down, across in STEPS]
    while frontier.any():
        ahead = np.zeros_like(reached)
        for plane, (at, to) in zip(planes, doorways, strict=True):
            fresh = frontier[to] & ~reached[at] & ~ahead[at]
            plane[at] |= fresh
            ahead[at] |= fresh
        reached |= ahead
        frontier = ahead
    table: I16 = np.repeat(np.arange(cells, dtype=np.int16)[:, None], cells, axis=1)
    for plane, (down, across) in zip(planes, STEPS, strict=True):
        step = np.int16(down * columns + across)
        table += np.unpackbits(plane, axis=1, count=cells) * step
    return table


def _enterable(flat: Bool, down: int, across: int, columns: int) -> tuple[I64, I64]:
    """Cells from which one step in a direction is possible, and the cells it leads to."""
    at = np.flatnonzero(flat)
    ok = flat[at + down * columns + across] & flat[at + down * columns] & flat[at + across]
    at = at[ok]
    return at, at + down * columns + across


def way_points(free: Bool, clearance: float) -> I16:
    """[cells, cells] from, to → the farthest cell on the way that can be walked to in a straight line.

    `free` as in `next_cells`; `clearance` in cells is kept on either side of the line.
    """
    table = next_cells(free)
    sight = lines_of_sight(free, clearance)
    columns, cells = free.shape[1], free.size
    across = np.arange(cells) % columns
    down = np.arange(cells) // columns
    ways: I16 = table.copy()
    for start in range(0, cells, PART):
        here = np.arange(start, min(start + PART, cells))[:, None]
        reached, best = table[here[:, 0]].astype(np.int64), ways[start : start + PART]
        for _ in range(SIGHT - 1):
            reached = table[reached, np.arange(cells)].astype(np.int64)
            step = (down[reached] - down[here] + SIGHT) * (2 * SIGHT + 1) + across[reached] - across[here] + SIGHT
            np.copyto(best, reached, where=sight[step, here], casting="same_kind")
    return ways


def lines_of_sight(free: Bool, clearance: float) -> Bool:
    """[offsets, cells]: whether one can go straight from a cell to the one at an offset within SIGHT cells.

    Offset (down, across) is row (down + SIGHT) × (2 SIGHT + 1) + across + SIGHT.
    """
    rows, columns = free.shape
    blocked = np.pad(~free, SIGHT, constant_values=True)
    clear = np.empty(((2 * SIGHT + 1) ** 2, rows, columns), np.bool_)
    span = range(-SIGHT, SIGHT + 1)
    for line, (down, across) in zip(clear, ((d, a) for d in span for a in span), strict=True):
        met = np.zeros_like(free)
        for r, c in _touched(down, across, clearance):
            met |= blocked[SIGHT + r : SIGHT + r + rows, SIGHT + c : SIGHT + c + columns]
        np.logical_not(met, out=line)
    return clear.reshape(len(clear), -1)


def _touched(down: int, across: int, clearance: float) -> list[tuple[int, int]]:
    """The cells a body touches that goes from the middle of cell (0, 0) to that of (down, across)."""
    steps = 4 * max(abs(down), abs(across), 1)
    along = np.linspace(0, 1, steps + 1)
    touched = set()
    for r in (-clearance, clearance):
        for c in (-clearance, clearance):
            at_row, at_column = np.rint(along * down + r), np.rint(along * across + c)
            touched |= set(zip(at_row.astype(int).tolist(), at_column.astype(int).tolist(), strict=True))
    return sorted(touched)
