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

    __slots__ = ("dx", "dy", "frame", "height", "picture", "width")

    def __init__(self, whole: pygame.Surface, frame: int) -> None:
        self.picture = whole.subsurface(whole.get_bounding_rect(min_alpha=4))
        self.dx, self.dy = self.picture.get_offset()
        self.width, self.height = whole.get_size()
        self.frame = frame

    @property
    def whole(self) -> pygame.Surface:
        """The picture with its margins."""
        return self.picture.get_parent()

    @property
    def bytes(self) -> int:
        """Memory held."""
        return self.width * self.height * 4


class Sprites:
    """Figures, portraits and any other picture, least recently used ones forgotten first.

    A frame builds at most `per_frame` figures; where one is missing beyond
    that, the nearest one of the same person stands in for a moment.
    """

    def __init__(self, cap_bytes: int = 96_000_000, per_frame: int = 2) -> None:
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

    def new_frame(self, unlimited: bool = False) -> None:
        """Allow the next few figures; `unlimited` for a first picture that must be right at once."""
        self._frame += 1
        self._left = 1_000_000 if unlimited else self._per_frame

    def figure(self, look: Look, stance: Stance, height: float) -> pygame.Surface:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        return self.figure_cut(look, stance, height).whole

    def figure_cut(self, look: Look, stance: Stance, height: float) -> Cut:
        """As `figure`, but only the part of the box with anything in it: half as much to draw."""
        tall = max(_STEP * 4, round(height / _STEP) * _STEP)
        key: Key = (look, stance, tall)
        kept = self._kept.get(key)
        if kept is not None:
            kept.frame = self._frame
            return kept
        if self._left <= 0:
            near = self._latest.get(look)
            if near is not None and abs(near.height - tall) <= tall * _NEARLY:
                return near
        self._left -= 1
        cut = self._latest[look] = self._keep(key, svg.load(figure_svg(look, stance, tall)))
        return cut

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
