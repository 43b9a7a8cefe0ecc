"""Sprites built when first needed, a few a frame, and forgotten when memory is short."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

import pygame

from game.stage.art import svg
from game.stage.art.figure import figure_svg, portrait_svg
from game.stage.art.look import Look
from game.stage.art.stance import Mood, Stance

_STEP: Final = 6  # figure heights are drawn in steps of so many pixels
Key = tuple[object, ...]


class Sprites:
    """Figures, portraits and any other picture, least recently used ones forgotten first.

    A frame builds at most `per_frame` figures; where one is missing beyond
    that, the nearest one of the same person stands in for a moment.
    """

    def __init__(self, cap_bytes: int = 96_000_000, per_frame: int = 3) -> None:
        self._cap = cap_bytes
        self._per_frame = per_frame
        self._left = per_frame
        self._bytes = 0
        self._kept: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._latest: dict[Look, Key] = {}  # the sprite of each person that was last asked for

    @property
    def bytes(self) -> int:
        """Memory held by the pictures."""
        return self._bytes

    def new_frame(self, unlimited: bool = False) -> None:
        """Allow the next few figures; `unlimited` for a first picture that must be right at once."""
        self._left = 1_000_000 if unlimited else self._per_frame

    def figure(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        tall = max(_STEP * 4, round(height / _STEP) * _STEP)
        key: Key = (look, stance, tall)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif self._left > 0 or (found := self._stand_in(look, tall)) is None:
            self._left -= 1
            found = self._keep(key, svg.load(figure_svg(look, stance, tall)))
        else:
            return found
        self._latest[look] = key
        return found

    def portrait(self, look: Look, mood: Mood, size: int) -> pygame.Surface:
        """The person's head on a disc of `size` pixels."""
        return self.picture(("portrait", look, mood, size), lambda: portrait_svg(look, mood, size))

    def picture(self, key: Key, draw: Callable[[], str]) -> pygame.Surface:
        """The SVG that `draw` writes, kept under `key`; not counted against the figures of a frame."""
        found = self._kept.get(key)
        if found is None:
            return self._keep(key, svg.load(draw()))
        self._kept.move_to_end(key)
        return found

    def _stand_in(self, look: Look, tall: int) -> pygame.Surface | None:
        key = self._latest.get(look)
        found = self._kept.get(key) if key else None
        return found if found is not None and found.get_height() == tall else None

    def _keep(self, key: Key, picture: pygame.Surface) -> pygame.Surface:
        self._kept[key] = picture
        self._bytes += _size(picture)
        while self._bytes > self._cap and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)
        return picture


def _size(picture: pygame.Surface) -> int:
    return picture.get_pitch() * picture.get_height()
