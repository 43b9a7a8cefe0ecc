"""Circles of talk on the floor, and what the player and the focus stand on."""

import math
from collections.abc import Mapping
from typing import Final

import pygame

from game.session.views import RoomView
from game.stage.art import marks
from game.stage.art.closing import Closings
from game.stage.art.ground import Flat
from game.stage.art.moods import mood_of
from game.stage.art.projection import Projection
from game.stage.art.sprites import Sprites
from game.stage.art.standing import Actor
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, VOICES, Theme

_JOINED: Final = 2.2  # metres from the middle of a circle within which somebody stands in it
_WIDER: Final = 1.2  # circles are drawn wider than deep, as people are


class Rings:
    """Draws what marks people's places on the floor."""

    def __init__(self, sprites: Sprites, closings: Closings) -> None:
        self._sprites, self._closings = sprites, closings
        self.setup(NORMAL, 1.0)

    def setup(self, theme: Theme, scale: float) -> None:
        """Draw in this theme, and lines so much thicker than at 1280×720, from now on."""
        self._theme, self._scale = theme, scale

    def circles(self, view: RoomView, actors: Mapping[int, Actor], to: Projection, mood: str) -> list[Flat]:
        """The rings around those who talk, the player's last, and locks on those that have closed."""
        stark = self._theme is HIGH_CONTRAST
        colours, casing = (("#ffffff",), "#000000") if stark else (VOICES, mood_of(mood).casing)
        flats = []
        for formation in sorted(view.formations, key=lambda f: f.mine):
            members = [actors[i] for i in formation.members if i in actors]
            # who is still on the way to the circle does not stretch it
            members = [a for a in members if math.hypot(a.x - formation.x, a.y - formation.y) < _JOINED]
            if len(members) < 2:
                continue
            # around where the members are drawn: between two views they are on their way
            x = sum(a.x for a in members) / len(members)
            y = sum(a.y for a in members) / len(members)
            reach = max(math.hypot((a.x - x) / _WIDER, a.y - y) for a in members) + 0.15
            rx, ry = to.ellipse(y, reach)
            colour = marks.ring_colour(formation, self._theme, colours)
            closed = self._closings.is_closed(formation)
            ring = marks.ring(self._sprites, rx * _WIDER, ry, colour, formation.mine, self._scale, casing, closed)
            px, py = to.point(x, y)
            flats.append(_centred(ring, px, py))
            if closed:
                side = rx * _WIDER * self._closings.side(formation)
                flats.append(_centred(marks.lock(self._sprites, self._theme, self._scale), px + side, py))
        return flats

    def spots(self, surface: pygame.Surface, me: int, focus: int, actors: Mapping[int, Actor], to: Projection) -> None:
        """The disc under the player and the ring under whom the focus is on."""
        for who in (me, focus):
            if who in actors:
                actor = actors[who]
                rx, ry = to.ellipse(actor.y, 0.34 if who == me else 0.42)
                spot = marks.spot(self._sprites, rx, ry, self._theme, who == focus, self._scale)
                surface.blit(*_centred(spot, actor.px, actor.foot))


def _centred(picture: pygame.Surface, x: float, y: float) -> Flat:
    return picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2))
