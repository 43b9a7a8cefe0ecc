"""Where everybody is drawn in a frame: between two views, a little apart, shoulder to shoulder in a closed circle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.session.views import PersonView, RoomView
from game.stage.art.closing import Closings
from game.stage.art.projection import Projection
from game.stage.art.spacing import Spacing

LEAP: Final = 1.0  # metres: whoever moves further between two views is put there, not walked


@dataclass(frozen=True, slots=True)
class Places:
    """Everybody in a picture, one row a person: metres of the plan, pixels of the feet, height of the figure's box."""

    people: list[PersonView]
    ids: list[int]
    rows: dict[int, int]  # by id
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    px: NDArray[np.float32]
    foot: NDArray[np.float32]
    height: NDArray[np.float32]


class Standing:
    """The way from each view to the next, worked out once and walked frame by frame."""

    def __init__(self, bounds: tuple[float, float, float, float], closings: Closings) -> None:
        self._spacing = Spacing(bounds)
        self._closings = closings
        self._view: RoomView | None = None
        self._people: list[PersonView] = []
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}
        self._stand = self._start = self._end = np.zeros((0, 2), np.float32)

    def places(self, view: RoomView, previous: RoomView | None, share: float, to: Projection) -> Places:
        """Everybody to be seen, at `share` (0 … 1) of the way from the view before."""
        if view is not self._view:
            self._set_out(view, previous)
        if previous is None or share >= 1:
            spots = self._end.copy()
        else:
            spots = self._start + (self._end - self._start) * np.float32(share)
        for row in self._closings.rows(self._ids):
            spots[row] = self._closings.step_in(self._ids[row], *spots[row].tolist())
        x, y = spots[:, 0], spots[:, 1]
        px, foot = to.point(x, y)
        return Places(self._people, self._ids, self._rows, x, y, px, foot, to.figure_height(y))

    def _set_out(self, view: RoomView, previous: RoomView | None) -> None:
        """Take a new view in: where everybody was drawn, and where they will be."""
        last, last_rows, last_stand = self._view, self._rows, self._stand
        self._view = view
        self._people = [p for p in view.people if p.activity not in ("outside", "gone")]
        self._ids = [p.id for p in self._people]
        self._rows = {who: row for row, who in enumerate(self._ids)}
        self._stand = _spots(self._people)
        if previous is not None and previous is not last:
            last_rows = {p.id: row for row, p in enumerate(previous.people)}
            last_stand = _spots(previous.people)
        old = self._stand.copy()
        if previous is not None:
            stayed = [(row, last_rows[who]) for who, row in self._rows.items() if who in last_rows]
            rows, last_of = np.array(stayed, np.int64).reshape(-1, 2).T
            old[rows] = last_stand[last_of]
        before, after = self._spacing.settle(view.tick, np.array(self._ids, np.int64), self._stand)
        self._end = self._stand + after
        walked = (np.abs(old - self._stand).sum(axis=1) < LEAP)[:, None]
        self._start = np.where(walked, old + before, self._end).astype(np.float32)


def _spots(people: Sequence[PersonView]) -> NDArray[np.float32]:
    """Where they stand, shape (people, 2), metres."""
    return np.stack((np.array([p.x for p in people], np.float32), np.array([p.y for p in people], np.float32)), axis=1)
