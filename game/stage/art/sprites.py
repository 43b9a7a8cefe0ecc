"""Sprites built when first needed, a few a frame, and forgotten when memory is short."""

from collections.abc import Callable
from typing import Final

import pygame

from game.stage.art import svg
from game.stage.art.figure import figure_svg, portrait_svg
from game.stage.art.look import Look
from game.stage.art.stance import Mood, Stance

_STEP: Final = 6  # figure heights are drawn in steps of so many pixels
_COMFORT: Final = 0.8  # share of the cap that forgetting goes down to
_NEARLY: Final = 0.12  # how far from the height asked for a stand-in may be
Key = tuple[object, ...]


class _Kept:
    """A picture and the frame in which it was last asked for."""

    __slots__ = ("frame", "picture")

    def __init__(self, picture: pygame.Surface, frame: int) -> None:
        self.picture = picture
        self.frame = frame


class Sprites:
    """Figures, portraits and any other picture, least recently used ones forgotten first.

    A frame builds at most `per_frame` figures; where one is missing beyond
    that, the nearest one of the same person stands in for a moment.
    """

    def __init__(self, cap_bytes: int = 96_000_000, per_frame: int = 3) -> None:
        self._cap = cap_bytes
        self._per_frame = per_frame
        self._left = per_frame
        self._frame = 0
        self._bytes = 0
        self._kept: dict[Key, _Kept] = {}
        self._latest: dict[Look, pygame.Surface] = {}  # the figure of each person that was built last

    @property
    def bytes(self) -> int:
        """Memory held by the pictures."""
        return self._bytes

    def new_frame(self, unlimited: bool = False) -> None:
        """Allow the next few figures; `unlimited` for a first picture that must be right at once."""
        self._frame += 1
        self._left = 1_000_000 if unlimited else self._per_frame

    def figure(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        return self.figure_cut(look, stance, height).get_parent()

    def figure_cut(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """As `figure`, but only the part of the box with anything in it, a subsurface: half as much to draw."""
        tall = max(_STEP * 4, round(height / _STEP) * _STEP)
        key: Key = (look, stance, tall)
        kept = self._kept.get(key)
        if kept is not None:
            kept.frame = self._frame
            return kept.picture
        if self._left <= 0:
            near = self._latest.get(look)
            if near is not None and abs(near.get_parent().get_height() - tall) <= tall * _NEARLY:
                return near
        self._left -= 1
        whole = svg.load(figure_svg(look, stance, tall))
        cut = self._keep(key, whole.subsurface(whole.get_bounding_rect(min_alpha=4)))
        self._latest[look] = cut
        return cut

    def portrait(self, look: Look, mood: Mood, size: int) -> pygame.Surface:
        """The person's head on a disc of `size` pixels."""
        return self.picture(("portrait", look, mood, size), lambda: portrait_svg(look, mood, size))

    def picture(self, key: Key, draw: Callable[[], str]) -> pygame.Surface:
        """The SVG that `draw` writes, kept under `key`; not counted against the figures of a frame."""
        kept = self._kept.get(key)
        if kept is None:
            return self._keep(key, svg.load(draw()))
        kept.frame = self._frame
        return kept.picture

    def _keep(self, key: Key, picture: pygame.Surface) -> pygame.Surface:
        self._kept[key] = _Kept(picture, self._frame)
        self._bytes += _size(picture)
        if self._bytes > self._cap:
            self._forget()
        return picture

    def _forget(self) -> None:
        """Drop pictures, those longest unused first, down to a comfortable share of the cap."""
        for key, kept in sorted(self._kept.items(), key=lambda item: item[1].frame):
            if self._bytes <= self._cap * _COMFORT or kept.frame == self._frame:
                break
            del self._kept[key]
            self._bytes -= _size(kept.picture)
        in_use = {id(kept.picture) for kept in self._kept.values()}
        self._latest = {look: cut for look, cut in self._latest.items() if id(cut) in in_use}


def _size(picture: pygame.Surface) -> int:
    whole = picture.get_parent() or picture
    return whole.get_pitch() * whole.get_height()
