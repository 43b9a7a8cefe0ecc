"""Circles of talk on the floor, and what the player and the focus stand on."""

from collections.abc import Iterator
from itertools import compress
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.session.views import FormationView, RoomView
from game.stage.art import marks
from game.stage.art.closing import Closings
from game.stage.art.ground import Flat
from game.stage.art.moods import mood_of
from game.stage.art.projection import Projection
from game.stage.art.sprites import Sprites
from game.stage.art.standing import Places
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, VOICES, Theme

_JOINED: Final = 2.2  # metres from the middle of a circle within which somebody stands in it
_WIDER: Final = 1.2  # circles are drawn wider than deep, as people are
_MARGIN: Final = 0.15  # metres around those who stand in one

Ring = tuple[FormationView, float, float, float, float]  # half width, half height, middle; pixels


class Rings:
    """Draws what marks people's places on the floor."""

    def __init__(self, sprites: Sprites, closings: Closings) -> None:
        self._sprites, self._closings = sprites, closings
        self._view: RoomView | None = None
        self._formations: list[FormationView] = []
        self._drawn: dict[int, pygame.Surface] = {}  # the ring last drawn around each circle
        self._members = self._of = np.zeros(0, np.int64)  # rows of all members, and whose circle each is in
        self._middles: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._theme, self._scale = NORMAL, 1.0

    def setup(self, theme: Theme, scale: float) -> None:
        """Draw in this theme, and lines so much thicker than at 1280×720, from now on."""
        if (theme, scale) != (self._theme, self._scale):
            self._theme, self._scale, self._drawn = theme, scale, {}

    def circles(self, view: RoomView, places: Places, to: Projection, mood: str) -> list[Flat]:
        """The rings around those who talk, the player's last, and locks on those that have closed."""
        stark = self._theme is HIGH_CONTRAST
        colours, casing = (("#ffffff",), "#000000") if stark else (VOICES, mood_of(mood).casing)
        flats, drawn = [], {}
        for formation, rx, ry, px, py in self._around(view, places, to):
            colour = marks.ring_colour(formation, self._theme, colours)
            closed = self._closings.is_closed(formation)
            last = self._drawn.get(formation.id)
            ring = marks.ring(self._sprites, rx, ry, colour, formation.mine, self._scale, casing, closed, last)
            drawn[formation.id] = ring
            flats.append(_centred(ring, px, py))
            if closed:
                side = rx * self._closings.side(formation)
                flats.append(_centred(marks.lock(self._sprites, self._theme, self._scale), px + side, py))
        self._drawn = drawn
        return flats

    def _around(
        self, view: RoomView, places: Places, to: Projection
    ) -> Iterator[tuple[FormationView, float, float, float, float]]:
        """Circles of two or more.

        Around where the members are drawn: between two views they are on their way. Who is still on the way to
        the circle does not stretch it.
        """
        if view is not self._view:
            self._take_in(view, places)
        circles, of = len(self._formations), self._of
        x, y = places.x[self._members], places.y[self._members]
        there = np.hypot(*(np.stack((x, y), axis=1) - self._middles[of]).T) < _JOINED
        x, y, of = x[there], y[there], of[there]
        count = np.bincount(of, minlength=circles)
        many = np.maximum(count, 1)
        middle_x, middle_y = ((np.bincount(of, along, circles) / many).astype(np.float32) for along in (x, y))
        reach = np.zeros(circles, np.float32)
        np.maximum.at(reach, of, np.hypot((x - middle_x[of]) / _WIDER, y - middle_y[of]))
        rx, ry = to.ellipse(middle_y, reach + np.float32(_MARGIN))
        columns = (column.tolist() for column in (rx * _WIDER, ry, *to.point(middle_x, middle_y)))
        return compress(zip(self._formations, *columns, strict=True), (count >= 2).tolist())

    def _take_in(self, view: RoomView, places: Places) -> None:
        """Who stands in which circle of a new view, the player's circle last."""
        self._view = view
        self._formations = sorted(view.formations, key=lambda f: f.mine)
        members = [[places.rows[i] for i in f.members if i in places.rows] for f in self._formations]
        self._members = np.array([row for rows in members for row in rows], np.int64)
        self._of = np.repeat(np.arange(len(members)), [len(rows) for rows in members])
        self._middles = np.array([(f.x, f.y) for f in self._formations], np.float32).reshape(-1, 2)

    def spots(self, me: int, focus: int, places: Places, to: Projection) -> list[Flat]:
        """The disc under the player and the ring under whom the focus is on."""
        flats = []
        for who in (me, focus):
            row = places.rows.get(who)
            if row is not None:
                rx, ry = to.ellipse(float(places.y[row]), 0.34 if who == me else 0.42)
                spot = marks.spot(self._sprites, rx, ry, self._theme, who == focus, self._scale)
                flats.append(_centred(spot, float(places.px[row]), float(places.foot[row])))
        return flats


def _centred(picture: pygame.Surface, x: float, y: float) -> Flat:
    return picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2))
