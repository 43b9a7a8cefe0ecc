"""Elbow room: people drawn a little apart from where they stand, so that no head hides another face.

In a room people stand half a metre apart; seen from the front at that
distance the nearer head covers the face behind. The picture spreads them as a
photographer would, by less than a step, and leaves everybody's place in the
world alone.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_ASIDE: Final = 0.68  # metres between two people side by side
_BEHIND: Final = 1.15  # and one behind the other
_MOST: Final = 1.1  # nobody is drawn further from where they stand
_BACK: Final = 0.86  # share of an offset kept from one view to the next
_ROUNDS: Final = 3
_CROWD: Final = 150  # in a larger crowd one round a view is enough
_LEAP: Final = 8  # ticks not seen after which people need not be seen moving apart
_EDGE: Final = 0.3  # metres kept from the walls


class Spacing:
    """Offsets in metres for everybody in a room, settled a little with every view."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = bounds
        self._low = np.array((left + _EDGE, top + _EDGE), np.float32)
        self._high = np.array((right - _EDGE, bottom - _EDGE), np.float32)
        self._tick = -_LEAP - 1
        self._offsets = np.zeros((0, 2), np.float32)  # by id, as last settled

    def settle(
        self, tick: int, ids: NDArray[np.int64], stand: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Offsets before and from now on of the people `ids` who stand at `stand` (people, 2), each of that shape."""
        leap = abs(tick - self._tick) > _LEAP
        self._tick = tick
        grow = int(ids.max(initial=-1)) + 1 - len(self._offsets)
        if grow > 0:
            self._offsets = np.pad(self._offsets, ((0, grow), (0, 0)))
        before = self._offsets[ids]
        offset = before * np.float32(_BACK)
        for _ in range(_ROUNDS * 8 if leap else 1 if len(ids) > _CROWD else _ROUNDS):
            offset = self._limited(stand, offset + _pushes(stand + offset))
        self._offsets[:] = 0
        self._offsets[ids] = offset
        return (offset if leap else before), offset

    def _limited(self, stand: NDArray[np.float32], offset: NDArray[np.float32]) -> NDArray[np.float32]:
        far = np.maximum(np.sqrt((offset**2).sum(axis=1, keepdims=True)) / np.float32(_MOST), np.float32(1))
        inside = np.clip(stand + offset / far, self._low, self._high) - stand
        # somebody in the door stands outside the floor and is not dragged in
        within = np.logical_and(stand >= self._low, stand <= self._high).all(axis=1)
        return np.asarray(inside * np.asarray(within, np.float32)[:, None], np.float32)


def _pushes(spots: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far everybody is pushed by those too near, shape (people, 2) in metres; aside rather than back."""
    spread = np.asarray(spots / np.array((_ASIDE, _BEHIND)), np.float32)
    one, other = _pairs(*np.ascontiguousarray(spread.T))
    apart = spread[one] - spread[other]
    gap = np.hypot(apart[:, 0], apart[:, 1])
    near = gap < 1
    one, other, apart, gap = one[near], other[near], apart[near], gap[near]
    apart[np.abs(apart).sum(axis=1) < 1e-3, 0] = 0.01
    share = (1 - gap) / np.maximum(gap, 1e-2) * 0.5
    sums = [
        np.bincount(one, share * part, len(spots)) - np.bincount(other, share * part, len(spots))
        for part in (apart[:, 0] * _ASIDE, apart[:, 1] * _BEHIND * 0.5)
    ]
    return np.stack(sums, axis=1).astype(np.float32)


def _pairs(across: NDArray[np.float32], depth: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Everybody with everybody less than one behind and aside, each pair once: a sweep from the back to the front."""
    order = np.argsort(depth, kind="stable")
    swept, beside = depth[order], across[order]
    row = np.arange(len(depth))
    count = np.searchsorted(swept, swept + 1) - row - 1
    one = np.repeat(row, count)
    other = np.arange(len(one)) + np.repeat(row + 1 - np.cumsum(count) + count, count)
    near = np.flatnonzero(np.abs(beside[one] - beside[other]) < 1)
    return order[one[near]], order[other[near]]
