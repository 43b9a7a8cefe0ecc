"""Sprites built when first needed, between two frames, and forgotten when memory is short."""

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
LOOKED_AT: Final = 6  # frames in which each figure in use is asked for once
Key = tuple[object, ...]


def in_steps(height: float) -> int:
    """The height in pixels that a figure about so tall is drawn at."""
    return max(_STEP * 4, round(height / _STEP) * _STEP)


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

    A picture that is missing is built after the frame (`catch_up`), and the nearest one of the same person or thing
    stands in for that moment; only what has no stand-in is built at once.
    """

    def __init__(self, cap_bytes: int = 96_000_000) -> None:
        self._cap = cap_bytes
        self._at_once = False  # this frame has to be right, whatever it takes
        self._frame = 0
        self._bytes = 0
        self._kept: dict[Key, Cut] = {}
        self._latest: dict[Look, Cut] = {}  # the figure of each person that was built last
        self._missing: dict[Key, Callable[[Sprites], Cut]] = {}  # told whose, for a ring of references is freed late

    @property
    def bytes(self) -> int:
        """Memory held by the pictures."""
        return self._bytes

    def new_frame(self, at_once: bool = False) -> None:
        """A frame begins; `at_once` for one that does not follow on from the one before."""
        self._frame += 1
        self._at_once = at_once
        self._missing.clear()

    def catch_up(self, most: int = 1) -> None:
        """Build at most so many of the pictures that the last frame had a stand-in for."""
        for key in list(self._missing)[:most]:
            self._missing.pop(key)(self)

    def figure(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        return self.figure_for(look, stance, height).whole

    def figure_for(self, look: Look, stance: Stance, height: float) -> Cut:
        """As `figure`, but only the part of the box with anything in it."""
        tall = in_steps(height)
        key: Key = (look, stance, tall)
        kept = self._kept.get(key)
        if kept is not None:
            # whoever is on show keeps a stand-in too, or many would have to be built at once after a forgetting
            kept.frame = self._latest.setdefault(look, kept).frame = self._frame
            return kept
        near = None if self._at_once else self._latest.get(look)
        if near is not None and abs(near.height - tall) <= tall * _NEARLY:
            self._missing[key] = lambda sprites: sprites._build(key, look, stance, tall)
            near.frame = self._frame
            return near
        return self._build(key, look, stance, tall)

    def _build(self, key: Key, look: Look, stance: Stance, tall: int) -> Cut:
        cut = self._latest[look] = self._keep(key, svg.load(figure_svg(look, stance, tall)))
        return cut

    def portrait(self, look: Look, mood: Mood, size: int) -> pygame.Surface:
        """The person's head on a disc of `size` pixels."""
        return self.picture(("portrait", look, mood, size), lambda: portrait_svg(look, mood, size))

    def picture(self, key: Key, draw: Callable[[], str], meanwhile: pygame.Surface | None = None) -> pygame.Surface:
        """The SVG that `draw` writes, kept under `key`; what is to stand in `meanwhile` if it can be built later."""
        kept = self._kept.get(key)
        if kept is None:
            if meanwhile is not None and not self._at_once:
                self._missing[key] = lambda sprites: sprites._draw(key, draw)
                return meanwhile
            kept = self._draw(key, draw)
        kept.frame = self._frame
        return kept.whole

    def _draw(self, key: Key, draw: Callable[[], str]) -> Cut:
        return self._keep(key, svg.load(draw()))

    def _keep(self, key: Key, whole: pygame.Surface) -> Cut:
        cut = self._kept[key] = Cut(whole, self._frame)
        self._bytes += cut.bytes
        if self._bytes > self._cap:
            self._forget()
        return cut

    def _forget(self) -> None:
        """Drop pictures, those longest unused first, down to a comfortable share of the cap."""
        for key, cut in sorted(self._kept.items(), key=lambda item: item[1].frame):
            if self._bytes <= self._cap * _COMFORT or cut.frame > self._frame - LOOKED_AT:
                break
            del self._kept[key]
            self._bytes -= cut.bytes
        in_use = {id(cut) for cut in self._kept.values()}
        self._latest = {look: cut for look, cut in self._latest.items() if id(cut) in in_use}
