"""Elbow room: people drawn a little apart from where they stand, so that no head hides another face.

In a room people stand half a metre apart; seen from the front at that
distance the nearer head covers the face behind. The picture spreads them as a
photographer would, by less than a step, and leaves everybody's place in the
world alone.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.session.views import RoomView

_ASIDE: Final = 0.68  # metres between two people side by side
_BEHIND: Final = 1.15  # and one behind the other
_MOST: Final = 1.1  # nobody is drawn further from where they stand
_BACK: Final = 0.86  # share of an offset kept from one view to the next
_ROUNDS: Final = 3
_CROWD: Final = 150  # in a larger crowd one round a view is enough
_LEAP: Final = 8  # ticks not seen after which people need not be seen moving apart
_EDGE: Final = 0.3  # metres kept from the walls

Offsets = dict[int, tuple[float, float]]


class Spacing:
    """Offsets in metres for everybody in a room, settled a little with every view."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = bounds
        self._low = np.array((left + _EDGE, top + _EDGE), np.float32)
        self._high = np.array((right - _EDGE, bottom - _EDGE), np.float32)
        self._seen: RoomView | None = None
        self._before: Offsets = {}
        self._now: Offsets = {}

    def between(self, view: RoomView) -> tuple[Offsets, Offsets]:
        """Offsets of the view before and of `view`, to be mixed as their positions are."""
        if view is not self._seen:
            leap = self._seen is None or abs(view.tick - self._seen.tick) > _LEAP
            self._seen = view
            self._before, self._now = self._now, self._settled(view, _ROUNDS * 8 if leap else _ROUNDS)
            if leap:
                self._before = self._now
        return self._before, self._now

    def _settled(self, view: RoomView, rounds: int) -> Offsets:
        here = [p for p in view.people if p.activity not in ("outside", "gone")]
        if not here:
            return {}
        stand = np.array([(p.x, p.y) for p in here], np.float32)
        offset = np.array([self._now.get(p.id, (0.0, 0.0)) for p in here], np.float32) * _BACK
        for _ in range(rounds if len(here) < _CROWD or rounds > _ROUNDS else 1):
            offset = self._limited(stand, offset + _pushes(stand + offset))
        return {p.id: (float(dx), float(dy)) for p, (dx, dy) in zip(here, offset, strict=True)}

    def _limited(self, stand: NDArray[np.float32], offset: NDArray[np.float32]) -> NDArray[np.float32]:
        far = np.maximum(np.sqrt((offset**2).sum(axis=1, keepdims=True)) / np.float32(_MOST), np.float32(1))
        inside = np.clip(stand + offset / far, self._low, self._high) - stand
        # somebody in the door stands outside the floor and is not dragged in
        within = np.logical_and(stand >= self._low, stand <= self._high).all(axis=1)
        return np.asarray(inside * np.asarray(within, np.float32)[:, None], np.float32)


def _pushes(spots: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far everybody is pushed by those too near, shape (people, 2) in metres; aside rather than back."""
    x, y = spots[:, 0] / np.float32(_ASIDE), spots[:, 1] / np.float32(_BEHIND)
    aside, along = x[:, None] - x[None, :], y[:, None] - y[None, :]
    one, other = np.nonzero(aside * aside + along * along < 1)
    one, other = one[one != other], other[one != other]
    aside, along = aside[one, other], along[one, other]
    aside = np.where(np.abs(aside) + np.abs(along) < 1e-3, np.sign(one - other) * np.float32(0.01), aside)
    gap = np.sqrt(aside * aside + along * along)
    share = (1 - gap) / gap * 0.5
    sums = [np.bincount(one, share * part, len(spots)) for part in (aside * _ASIDE, along * _BEHIND * 0.5)]
    return np.stack(sums, axis=1).astype(np.float32)
