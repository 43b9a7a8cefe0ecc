"""A crowd too large for a picture each: the layer that is shown, and the one that is being made."""

from __future__ import annotations

import numpy as np
import pygame
from numpy.typing import NDArray

from game.stage.art.crowd.audience import Audience
from game.stage.art.crowd.bowl import FAR, Floats, Sight
from game.stage.art.crowd.figures import Figures
from game.stage.art.crowd.layer import PIECES, Ints, Layer, Throng, throng
from game.stage.art.crowd.poses import walking
from game.stage.art.crowd.walk import MOST_SMOOTH, Walk

SMALLEST = 7  # pixels of height: less is no figure
STEPS = ((24, 1), (48, 2), (4096, 4))  # up to a height of so many pixels figures are made in steps of so many
_PIXELS_A_FRAME = 450_000  # of walkers
_COVER = 0.3  # of the square of its height: the pixels of a figure
STIRS = 12  # one in so many of those who stand stirs in a cycle


class Stamping:
    """Draws the tiny figures of one arena."""

    def __init__(self, figures: Figures, size: tuple[int, int]) -> None:
        self._figures = figures
        self._size = size
        self._shown, self._next = Layer(size), Layer(size)
        self._of: tuple[Walk, int, Sight, pygame.Surface] | None = None
        self._cycle = 0
        self._begun = False

    def draw(
        self,
        surface: pygame.Surface,
        ground: pygame.Surface,
        audience: Audience,
        sight: Sight,
        tiny: NDArray[np.bool_],
        still: bool,
    ) -> None:
        """Draw the ground and everybody who is `tiny` [n]."""
        walk = audience.walk
        walk.most = _most_smooth(sight)
        of = (walk, audience.leaps, sight, ground)
        ahead = walk.cycle - self._cycle
        if of != self._of or ahead not in (0, 1) or (ahead and not self._begun):
            stand = tiny & ~walk.smooth
            self._shown.begin(ground, self._throng(audience, sight, stand, walk.from_x, walk.from_y, still, walk.cycle))
            self._shown.go_on(self._figures, PIECES)
            self._of, self._cycle, self._begun = of, walk.cycle, False
        elif ahead:
            self._next.go_on(self._figures, PIECES)
            self._shown, self._next = self._next, self._shown
            self._cycle, self._begun = walk.cycle, False
        straight = surface if _writable(surface) else pygame.Surface(self._size, 0, 32)
        straight.blit(self._shown.surface, (0, 0))
        going = np.flatnonzero(tiny & walk.smooth)
        if going.size:
            self._shown.over(straight, self._figures, self._walkers(audience, sight, going))
        if straight is not surface:
            surface.blit(straight, (0, 0))
        due = int(walk.share * PIECES)  # nothing in the first part of a cycle, in which bodies are sorted anew
        if due and not self._begun:
            stand = tiny & ~walk.smooth_next
            self._next.begin(ground, self._throng(audience, sight, stand, walk.x, walk.y, still, walk.cycle + 1))
            self._begun = True
        elif self._begun:
            self._next.go_on(self._figures, due)

    def _throng(
        self, audience: Audience, sight: Sight, stand: NDArray[np.bool_], x: Floats, y: Floats, still: bool, cycle: int
    ) -> Throng:
        """Those who stand in a cycle, and those whose steps are too small to be shown one by one."""
        who = np.flatnonzero(stand)
        px, foot, scale = sight.point(x.take(who), y.take(who))
        pose = audience.pose.take(who)
        if not still:
            whim = audience.whim.take(who)
            beat = np.floor(whim * STIRS + cycle / 4).astype(np.int64) % STIRS == 0
            foot = foot - (beat & (pose < 6))
        return throng(px, foot, tall(sight, scale), pose, audience.look.take(who))

    def _walkers(self, audience: Audience, sight: Sight, who: Ints) -> Throng:
        walk = audience.walk
        x, y = walk.places(walk.share)
        px, foot, scale = sight.point(x.take(who), y.take(who))
        away = audience.turned.take(who) | (walk.y.take(who) > walk.from_y.take(who))
        pose = walking(away, walk.steps, audience.whim.take(who))
        return throng(px, foot, tall(sight, scale), pose, audience.look.take(who))


def _writable(surface: pygame.Surface) -> bool:
    """Whether pixels lie in it as stamps have them: row after row, 0xRRGGBB."""
    masks = tuple(surface.get_masks()[:3])
    return surface.get_pitch() == 4 * surface.get_width() and masks == (0xFF0000, 0xFF00, 0xFF)


def _most_smooth(sight: Sight) -> int:
    """How many walkers can be stamped in every frame: fewer where figures are large."""
    high = sight.height(sight.bowl.tall) * (1 + FAR) / 2
    return min(MOST_SMOOTH, round(_PIXELS_A_FRAME / (_COVER * high * high)))


def tall(sight: Sight, scale: Floats) -> Floats:
    """Pixels of height of figures in the crowd at a scale."""
    high: Floats = np.float32(sight.height(sight.bowl.tall)) * scale
    high = np.maximum(np.rint(high), np.float32(SMALLEST))
    for above, step in ((low, step) for (low, _), (_, step) in zip(STEPS[:-1], STEPS[1:], strict=True)):
        high = np.where(high > above, np.rint(high / step) * step, high)
    out: Floats = high.astype(np.float32)
    return out
