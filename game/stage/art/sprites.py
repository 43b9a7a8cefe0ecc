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


class Cut:
    """A picture without its margins, where it lies in the whole, and the frame that last asked for it."""

    __slots__ = ("dx", "dy", "frame", "height", "picture", "whole", "width")

    def __init__(self, whole: pygame.Surface, frame: int) -> None:
        self.whole = whole
        inner = whole.get_bounding_rect(min_alpha=4)
        self.picture = whole.subsurface(inner).copy()
        self.picture.set_alpha(255, pygame.RLEACCEL)  # a quarter faster to draw: most of a figure is clear or solid
        self.dx, self.dy = inner.topleft
        self.width, self.height = whole.get_size()
        self.frame = frame

    @property
    def bytes(self) -> int:
        """Memory held, at most."""
        return (self.width * self.height + self.picture.get_width() * self.picture.get_height()) * 4


class Sprites:
    """Figures, portraits and any other picture, least recently used ones forgotten first.

    A frame builds at most `per_frame` figures; where one is missing beyond
    that, the nearest one of the same person stands in for a moment.
    """

    def __init__(self, cap_bytes: int = 96_000_000, per_frame: int = 1) -> None:
        self._cap = cap_bytes
        self._per_frame = per_frame
        self._left = per_frame
        self._frame = 0
        self._bytes = 0
        self._kept: dict[Key, Cut] = {}
        self._latest: dict[Look, Cut] = {}  # the figure of each person that was built last

    @property
    def bytes(self) -> int:
        """Memory held by the pictures."""
        return self._bytes

    @property
    def frame(self) -> int:
        """How many frames there have been."""
        return self._frame

    def new_frame(self, unlimited: bool = False, busy: bool = False) -> None:
        """Allow the next few figures; `unlimited` for a first picture that must be right at once, none if `busy`."""
        self._frame += 1
        self._left = 1_000_000 if unlimited else 0 if busy else self._per_frame

    def figure(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        return self.figure_for(look, stance, height)[0].whole

    def figure_for(self, look: Look, stance: Stance, height: float) -> tuple[Cut, bool]:
        """As `figure`, but only the part of the box with anything in it; whether it is no stand-in."""
        tall = max(_STEP * 4, round(height / _STEP) * _STEP)
        key: Key = (look, stance, tall)
        kept = self._kept.get(key)
        if kept is not None:
            kept.frame = self._frame
            return kept, True
        if self._left <= 0:
            near = self._latest.get(look)
            if near is not None and abs(near.height - tall) <= tall * _NEARLY:
                return near, False
        self._left -= 1
        cut = self._latest[look] = self._keep(key, svg.load(figure_svg(look, stance, tall)))
        return cut, True

    def portrait(self, look: Look, mood: Mood, size: int) -> pygame.Surface:
        """The person's head on a disc of `size` pixels."""
        return self.picture(("portrait", look, mood, size), lambda: portrait_svg(look, mood, size))

    def picture(self, key: Key, draw: Callable[[], str]) -> pygame.Surface:
        """The SVG that `draw` writes, kept under `key`; not counted against the figures of a frame."""
        kept = self._kept.get(key) or self._keep(key, svg.load(draw()))
        kept.frame = self._frame
        return kept.whole

    def _keep(self, key: Key, whole: pygame.Surface) -> Cut:
        cut = self._kept[key] = Cut(whole, self._frame)
        self._bytes += cut.bytes
        if self._bytes > self._cap:
            self._forget()
        return cut

    def _forget(self) -> None:
        """Drop pictures, those longest unused first, down to a comfortable share of the cap."""
        for key, cut in sorted(self._kept.items(), key=lambda item: item[1].frame):
            if self._bytes <= self._cap * _COMFORT or cut.frame == self._frame:
                break
            del self._kept[key]
            self._bytes -= cut.bytes
        in_use = {id(cut) for cut in self._kept.values()}
        self._latest = {look: cut for look, cut in self._latest.items() if id(cut) in in_use}
