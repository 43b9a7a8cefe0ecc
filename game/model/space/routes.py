"""Ways round walls: for every pair of cells the cell to head for, worked out once per plan.

Breadth-first over all targets at once: a bit per target, so that one pass of eight
directions moves the frontiers of all targets by one cell.
"""

import numpy as np
import numpy.typing as npt

from game.model.columns import I64, Bool

I16 = npt.NDArray[np.int16]
MOST_CELLS = 2750  # a plan of 50 × 50 and its border; larger halls are walked straight

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
    table = np.repeat(np.arange(cells, dtype=np.int16)[:, None], cells, axis=1)
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


def way_points(free: Bool) -> I16:
    """[cells, cells] from, to → the cell to head for."""
    return next_cells(free)
