"""Sprites built when first needed, between two frames, and forgotten when memory is short."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pygame

from game.stage.art import svg
from game.stage.art.figure import figure_svg, portrait_svg
from game.stage.art.look import Look
from game.stage.art.stance import Mood, Stance

_STEP: Final = 6  # figure heights are drawn in steps of so many pixels
_COMFORT: Final = 0.97  # share of the cap above which only what has to be there is built
_LONG: Final = 3600  # frames after which nobody is waiting for a picture any more
_SWEEP: Final = 60  # frames between two looks for such
_NEARLY: Final = 0.2  # how far from the height asked for a stand-in may be
LOOKED_AT: Final = 6  # frames in which each figure in use is asked for once
Key = tuple[object, ...]


def in_steps(height: float) -> int:
    """The height in pixels that a figure about so tall is drawn at."""
    return max(_STEP * 4, round(height / _STEP) * _STEP)


class Kept:
    """A picture, and the frame that last asked for it."""

    __slots__ = ("frame", "picture")

    def __init__(self, picture: pygame.Surface, frame: int) -> None:
        self.picture, self.frame = picture, frame

    @property
    def bytes(self) -> int:
        """Memory held, at most."""
        return self.picture.get_width() * self.picture.get_height() * 4


class Cut(Kept):
    """A picture without its margins, and where it lies in the whole, which is not kept: it is mostly margins."""

    __slots__ = ("dx", "dy", "height", "width")

    def __init__(self, whole: pygame.Surface, frame: int = 0) -> None:
        inner = whole.get_bounding_rect(min_alpha=4)
        super().__init__(whole.subsurface(inner).copy(), frame)
        self.picture.set_alpha(255, pygame.RLEACCEL)  # a quarter faster to draw: most of a figure is clear or solid
        self.dx, self.dy = inner.topleft
        self.width, self.height = whole.get_size()


class Sprites:
    """Figures, portraits and any other picture, as many as there is room for.

    A picture that is missing is built after the frame (`catch_up`), and the nearest one of the same person or thing
    stands in for that moment; only what has no stand-in is built at once, and those longest unused make way for it.
    Where there are more people and steps than there is room, stand-ins stay until somebody's pictures are out of use:
    to build and to forget in turn would take the time of every frame.
    """

    def __init__(self, cap_bytes: int = 48_000_000) -> None:
        self._cap = cap_bytes
        self._at_once = False  # this frame has to be right, whatever it takes
        self._frame = 0
        self._bytes = 0
        self._figures: dict[Look, dict[tuple[Stance, int], Cut]] = {}
        self._pictures: dict[Key, Kept] = {}
        self._missing: dict[Key, Callable[[Sprites], Kept]] = {}  # told whose, for a ring of references is freed late

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
        """Build at most so many of the pictures that the last frame had a stand-in for, while there is room."""
        comfort = self._cap * _COMFORT
        if self._bytes >= comfort and self._frame % _SWEEP == 0:
            self._forget(_LONG, comfort)
        for key in list(self._missing)[:most]:
            if self._bytes < comfort:
                self._missing.pop(key)(self)

    def figure(self, look: Look, stance: Stance, height: float) -> Cut:
        """The person standing so, about `height` pixels tall; see figure.BOX for where the feet are."""
        tall = in_steps(height)
        kept = self._figures.setdefault(look, {})
        cut = kept.get((stance, tall))
        if cut is None:
            cut = None if self._at_once else _nearest(kept, stance, tall)
            if cut is None:
                return self._build(look, stance, tall)
            self._missing[look, stance, tall] = lambda sprites: sprites._build(look, stance, tall)
        cut.frame = self._frame
        return cut

    def _build(self, look: Look, stance: Stance, tall: int) -> Cut:
        cut = Cut(svg.load(figure_svg(look, stance, tall)), self._frame)
        self._make_room(cut)
        self._figures.setdefault(look, {})[stance, tall] = cut
        return cut

    def portrait(self, look: Look, mood: Mood, size: int) -> pygame.Surface:
        """The person's head on a disc of `size` pixels."""
        return self.picture(("portrait", look, mood, size), lambda: portrait_svg(look, mood, size))

    def picture(self, key: Key, draw: Callable[[], str], meanwhile: pygame.Surface | None = None) -> pygame.Surface:
        """The SVG that `draw` writes, kept under `key`; what is to stand in `meanwhile` if it can be built later."""
        kept = self._pictures.get(key)
        if kept is None:
            if meanwhile is not None and not self._at_once:
                self._missing[key] = lambda sprites: sprites._draw(key, draw)
                return meanwhile
            kept = self._draw(key, draw)
        kept.frame = self._frame
        return kept.picture

    def _draw(self, key: Key, draw: Callable[[], str]) -> Kept:
        kept = Kept(svg.load(draw()), self._frame)
        self._make_room(kept)
        self._pictures[key] = kept
        return kept

    def _make_room(self, kept: Kept) -> None:
        self._bytes += kept.bytes
        if self._bytes > self._cap:
            self._forget(LOOKED_AT, self._cap)

    def _forget(self, frames: int, down_to: float) -> None:
        """Drop pictures unused for so many frames, the longest unused first, down to so many bytes."""
        everything: list[dict[Any, Any]] = [self._pictures, *self._figures.values()]
        unused = [
            (kept.frame, key, where)
            for where in everything
            for key, kept in where.items()
            if kept.frame <= self._frame - frames
        ]
        for _, key, where in sorted(unused, key=lambda one: one[0]):
            if self._bytes <= down_to:
                break
            self._bytes -= where.pop(key).bytes
        self._figures = {look: kept for look, kept in self._figures.items() if kept}


def _nearest(kept: Mapping[tuple[Stance, int], Cut], stance: Stance, tall: int) -> Cut | None:
    """Whichever picture of somebody is most like how they stand, if it is about as tall."""
    best, least = None, float("inf")
    for (other, height), cut in kept.items():
        off = abs(height - tall)
        unlike = (
            8 * (other.back != stance.back)
            + 4 * (other.pose != stance.pose)
            + abs(other.turn - stance.turn)
            + abs(other.phase - stance.phase)
            + (other.mood != stance.mood)
            + (other.drink != stance.drink)
            + 20 * off / tall  # a twentieth of one's height is as much as a turn of the head
        )
        if unlike < least and off <= tall * _NEARLY:
            best, least = cut, unlike
    return best
