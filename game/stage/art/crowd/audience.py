"""Who stands where in the arena, from one view of the audience to the next; nothing here is drawn."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.session.crowd_view import CrowdView
from game.stage.art.crowd.bowl import CROWD, FRONT, MARGIN_M, Bowl, Floats
from game.stage.art.crowd.figures import LOOKS
from game.stage.art.crowd.poses import standing
from game.stage.art.crowd.seats import Ints, Seats, scattered
from game.stage.art.crowd.walk import Walk

STIR: Final = 0.02  # who comes nearer or goes away by less keeps the place
TURNED_OUT: Final = 0.3  # of their nearness is left to those who have turned away
BOUGHT_NEAR: Final = 0.12  # bought followers stand no nearer
_ABREAST: Final = 0.46  # of their height: how far apart those beside the stage stand
_BEHIND_PLAYER: Final = (0.075, 0.265)  # half as wide, and as deep, as what the player's figure hides
_PLACE, _WHIM, _QUICK = 11, 12, 13  # salts


class Audience:
    """The figures of the last view shown, in its order; arrays are [n]."""

    def __init__(self) -> None:
        self.leaps = 0  # how often everybody was put somewhere at once
        self.bowl = Bowl.holding(0)
        self._lay_out()
        self.ids = np.zeros(0, np.uint32)
        self._seat: Ints = np.zeros(0, np.int64)
        self._wish: Floats = np.zeros(0, np.float32)
        self.beside = np.zeros(0, np.bool_)  # stands beside the stage
        self.turned = np.zeros(0, np.bool_)
        self.tie = np.zeros(0, np.bool_)
        self._place: Floats = np.zeros(0, np.float32)  # how far round the stage
        self.whim: Floats = np.zeros(0, np.float32)
        self.look: Ints = np.zeros(0, np.int64)
        self.pose = np.zeros(0, np.int8)
        self.named: dict[int, int] = {}  # person id by row

    def _lay_out(self) -> None:
        bowl = self.bowl
        self._crowd = Seats(bowl, CROWD, 1.0, bowl.pitch)
        self._front = Seats(bowl, *FRONT, bowl.front_tall * _ABREAST, _BEHIND_PLAYER)
        self.walk = Walk(bowl)

    def show(self, view: CrowdView, at_once: bool) -> None:
        """Take a view in: everybody whose distance has changed sets out, or stands there `at_once`."""
        at_once |= not self.ids.size
        row = rows_before(self.ids, view.id)
        others = row.size != self.ids.size or bool((row != np.arange(row.size)).any())
        if others:
            self._place, self.whim = scattered(view.id, _PLACE), scattered(view.id, _WHIM)
            self.look = (view.id % np.uint32(LOOKS)).astype(np.int64)
        wish = np.where(view.turned, view.near * np.float32(TURNED_OUT), view.near)
        wish = np.where(view.bought, np.minimum(wish, np.float32(BOUGHT_NEAR)), wish).astype(np.float32)
        bowl = Bowl.holding(view.id.size, self.bowl)
        if bowl is not self.bowl:
            x, y = self._at_the_edge(bowl, row < 0)
            self._carry(bowl, row, x, y)
            self.bowl, row, others = bowl, np.full(row.size, -1), True
            self._lay_out()
            beside, stays = self._beside(view), np.zeros(row.size, np.bool_)
        else:
            x, y = self._at_the_edge(bowl, row < 0)
            beside = self._beside(view)
            stays = self._stay(view, row, wish, beside)
        seat = np.where(stays, self._seat[row] if self._seat.size else row, -1)
        if others:
            self.walk.enroll(row, x, y, scattered(view.id, _QUICK))
        self._wish, self.beside, self._seat = wish, beside, seat
        self._describe(view)
        go = np.flatnonzero(~stays)
        self._seat_them(go)
        self.walk.head_for(go, *self._spots(go))
        self.leaps += at_once
        self.walk.put(np.arange(view.id.size) if at_once else go[view.bought[go]])
        self.walk.step(0.0)

    def _stay(self, view: CrowdView, row: Ints, wish: Floats, beside: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Who keeps the place, and with it the distance wished for in `wish`; the other places become free."""
        stays = np.zeros(row.size, np.bool_)
        known = np.flatnonzero(row >= 0)
        before = row[known]
        stays[known] = (np.abs(wish[known] - self._wish[before]) < STIR) | view.bought[known]
        stays[known] &= beside[known] == self.beside[before]
        wish[stays] = self._wish[row[stays]]
        goes = np.ones(self._seat.size, np.bool_)
        goes[row[stays]] = False
        self._crowd.leave(self._seat[goes & ~self.beside])
        self._front.leave(self._seat[goes & self.beside])
        return stays

    def _beside(self, view: CrowdView) -> NDArray[np.bool_]:
        """Those with whom there is a relationship stand beside the stage, the nearest first, as many as fit."""
        beside = view.tie & ~view.turned & ~view.bought
        among = np.flatnonzero(beside)
        if among.size > self._front.size:
            beside[among[np.argsort(-view.near[among], kind="stable")[self._front.size :]]] = False
        return beside

    def _at_the_edge(self, bowl: Bowl, new: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Where those come in who are `new`, at the far edge of the floor; 0 for the others."""
        x, y = np.zeros(new.size, np.float32), np.zeros(new.size, np.float32)
        who = np.flatnonzero(new)
        x[who], y[who] = bowl.spot(np.ones(who.size, np.float32), self._place[who])
        return x, y

    def _carry(self, bowl: Bowl, row: Ints, x: Floats, y: Floats) -> None:
        """Write where people stand in an arena of another size: just as far out as in the one before."""
        known = np.flatnonzero(row >= 0)
        grown, edge = np.float32(bowl.deep / self.bowl.deep), np.float32(MARGIN_M)
        x[known] = np.float32(bowl.middle) + (self.walk.x[row[known]] - np.float32(self.bowl.middle)) * grown
        y[known] = edge + (self.walk.y[row[known]] - edge) * grown

    def _seat_them(self, who: Ints) -> None:
        """Give places to rows `who`, the nearest first."""
        who = who[np.argsort(-self._wish[who], kind="stable")]
        for seats, group in ((self._front, who[self.beside[who]]), (self._crowd, who[~self.beside[who]])):
            self._seat[group] = seats.take(self._wish[group], self._place[group])

    def _spots(self, who: Ints) -> tuple[Floats, Floats]:
        """Metres of the places of rows `who`."""
        seat, beside = self._seat[who], self.beside[who]
        crowd, front = np.where(beside, 0, seat), np.where(beside, seat, 0)
        x = np.where(beside, self._front.x[front], self._crowd.x[crowd])
        y = np.where(beside, self._front.y[front], self._crowd.y[crowd])
        return x, y

    def _describe(self, view: CrowdView) -> None:
        self.ids, self.turned, self.tie = view.id, view.turned & ~view.bought, view.tie & ~view.bought
        self.pose = standing(view.near, view.turned, view.awake, view.bought, self.whim)
        self.named = dict(view.named)


def rows_before(before: NDArray[np.uint32], now: NDArray[np.uint32]) -> Ints:
    """For each id the row it had before, or −1."""
    if np.array_equal(before, now):
        return np.arange(now.size)
    if not before.size:
        return np.full(now.size, -1)
    order = np.argsort(before, kind="stable")
    at = np.minimum(np.searchsorted(before, now, sorter=order), before.size - 1)
    row = order[at]
    return np.where(before[row] == now, row, -1)
