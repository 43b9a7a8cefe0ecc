"""The room with everybody in it, drawn between two views so that walking is smooth."""

from collections.abc import Mapping, Sequence

import pygame

from game.session.views import RoomView
from game.stage.art.agenda import NAMELESS, Naming
from game.stage.art.closing import Closings
from game.stage.art.figures import Figures
from game.stage.art.ground import Ground
from game.stage.art.look import Look
from game.stage.art.overlay import Overlay
from game.stage.art.picture import Picture
from game.stage.art.rings import Rings
from game.stage.art.room import Room, build_room
from game.stage.art.sprites import Sprites
from game.stage.art.standing import Standing
from game.stage.art.text import unit
from game.stage.art.theme import NORMAL, Theme
from game.stage.art.venue import Venue, lit_at


class Scene:
    """Draws one venue; keeps what need not be drawn anew."""

    def __init__(
        self,
        venue: Venue,
        looks: Mapping[int, Look],
        theme: Theme = NORMAL,
        sprites: Sprites | None = None,
    ) -> None:
        self.venue = venue
        self.theme = theme
        self.sprites = sprites or Sprites()
        self._room: Room | None = None
        self._lit = venue.hour  # the hour whose light the room was drawn in
        self._overlay = Overlay(self.sprites)
        self._closings = Closings()
        self._rings = Rings(self.sprites, self._closings)
        self._ground = Ground()
        self._standing = Standing(venue.bounds, self._closings)
        self._figures = Figures(looks, self.sprites, self._closings)
        self._fresh = True

    def room(self, size: tuple[int, int], below: int = 0) -> Room:
        """Background, furniture and projection for a window, `below` pixels free under the floor."""
        room = self._room
        if self._lit != self.venue.hour:
            room, self._lit = None, self.venue.hour
        if room is None or room.projection.size != size or room.below != below:
            room = self._room = build_room(self.venue, size, below)
            self._fresh = True
        return room

    def draw(
        self,
        surface: pygame.Surface,
        view: RoomView,
        previous: RoomView | None = None,
        alpha: float = 1.0,
        seconds: float = 0.0,
        *,
        focus: int = -1,
        reserved: Sequence[pygame.Rect] = (),
        caption: pygame.Rect | None = None,
        below: int = 0,
        text_scale: float = 1.0,
        still: bool = False,
        naming: Naming = NAMELESS,
        bubbles: int = 6,
    ) -> Picture:
        """Draw the room at `alpha` (0 … 1) of the way from `previous` to `view`.

        `focus` is who keyboard or mouse are on; `reserved` are panels that speech must not cover; `caption`
        is the strip for speech that finds no room; `naming` is what stands over speech; `bubbles` is how
        many are shown in full; `still` reduces motion; `seconds` is the wall clock that moves mouths and hands.
        """
        self.venue = lit_at(self.venue, view.clock)
        room = self.room(surface.get_size(), below)
        beat = 0 if still else int(seconds * 5)
        anew = not self._figures.goes_on(view.tick, beat)
        self.sprites.new_frame(at_once=self._fresh or anew)
        anew, self._fresh = anew or self._fresh, False
        self._closings.look(view, seconds)
        places = self._standing.places(view, previous, alpha, room.projection)
        picture = Picture(room.projection)
        self._rings.setup(self.theme, unit(surface.get_size()))
        flats = self._rings.circles(view, places, room.projection, self.venue.mood)
        flats += self._rings.spots(view.me, focus, places, room.projection)
        standing = self._figures.standing(room, view, places, picture, beat, all_of_them=anew, still=still)
        self._ground.draw(surface, room.background, flats, standing)
        self._overlay.setup(self.theme, surface.get_size(), text_scale)
        self._overlay.draw(surface, view, picture, focus, reserved, caption, naming, bubbles)
        return picture
