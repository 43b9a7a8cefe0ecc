"""Thousands of tiny figures written into a picture, nearer ones over farther ones.

Whoever stands is stamped into a layer that is made anew for each cycle, a part of it in every frame, with the depth of
each pixel beside it; whoever walks is stamped over it in every frame, hidden by those who stand in front.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.stage.art.crowd.bowl import Floats
from game.stage.art.crowd.figures import Figures, Stamp

Ints = NDArray[np.int64]

PIECES: Final = 15  # a layer is made in so many parts
_NOBODY: Final = -1  # a depth behind everybody


class Throng(NamedTuple):
    """Figures to be stamped, those at the back first. All [n]."""

    across: Ints  # pixels
    foot: Ints
    tall: Ints
    pose: NDArray[np.int8]
    look: Ints

    def part(self, start: int, end: int) -> Throng:
        """Some of them, in order."""
        return Throng(
            self.across[start:end], self.foot[start:end], self.tall[start:end], self.pose[start:end],
            self.look[start:end],
        )  # fmt: skip


_NONE: Final = np.zeros(0, np.int64)
_EMPTY: Final = Throng(_NONE, _NONE, _NONE, np.zeros(0, np.int8), _NONE)


def throng(px: Floats, foot: Floats, tall: Floats, pose: NDArray[np.int8], look: Ints) -> Throng:
    """Figures put into order: by height, which grows with nearness, and where they stand."""
    down = np.rint(foot).astype(np.uint16)
    order = np.argsort(down, kind="stable")
    high = np.maximum.accumulate(np.rint(tall).astype(np.int64).take(order))
    return Throng(
        np.rint(px).astype(np.int64).take(order), down.take(order).astype(np.int64), high, pose.take(order),
        look.take(order),
    )  # fmt: skip


class Layer:
    """The arena with those who stand, and how near what each pixel shows is."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.surface = pygame.Surface(size, 0, 32)
        self._size = size
        self._depth = np.full(size[0] * size[1], _NOBODY, np.int16)
        self._crowd = _EMPTY
        self._background = self.surface
        self._bounds = [0] * PIECES
        self._done = 0

    def begin(self, background: pygame.Surface, crowd: Throng) -> None:
        """Start anew with those who stand."""
        self._background, self._crowd, self._done = background, crowd, 0
        pixels = np.cumsum(crowd.tall * crowd.tall)  # in proportion: parts take as long as one another
        share = np.arange(1, PIECES - 1) * ((pixels[-1] if pixels.size else 0) / (PIECES - 1))
        self._bounds = [0, *np.searchsorted(pixels, share).tolist(), pixels.size]

    def go_on(self, figures: Figures, pieces: int) -> None:
        """Do the parts that are due."""
        while self._done < min(pieces, PIECES):
            if self._done == 0:
                self._clear()
            else:
                start, end = self._bounds[self._done - 1 : self._done + 1]
                self._stamp(self.surface, figures, self._crowd.part(start, end), True)
            self._done += 1

    def over(self, surface: pygame.Surface, figures: Figures, walkers: Throng) -> None:
        """Stamp those who walk into a picture of the layer."""
        self._stamp(surface, figures, walkers, False)

    def _clear(self) -> None:
        self.surface.blit(self._background, (0, 0))
        self._depth.fill(_NOBODY)

    def _stamp(self, surface: pygame.Surface, figures: Figures, crowd: Throng, keep: bool) -> None:
        if not crowd.foot.size:
            return
        pixels = pygame.surfarray.pixels2d(surface).T.reshape(-1)
        heights = np.flatnonzero(np.diff(crowd.tall)) + 1
        for start, end in zip((0, *heights.tolist()), (*heights.tolist(), crowd.tall.size), strict=True):
            tall, poses = int(crowd.tall[start]), crowd.pose[start:end]
            for pose in np.flatnonzero(np.bincount(poses)).tolist():
                who = np.flatnonzero(poses == pose) + start
                self._press(pixels, figures.stamp(pose, tall), crowd, who, keep)

    def _press(self, pixels: NDArray[np.uint32], stamp: Stamp, crowd: Throng, who: Ints, keep: bool) -> None:
        """One stamp for everybody in one pose at one height."""
        width = self._size[0]
        foot = crowd.foot.take(who)
        base = foot * width
        base += crowd.across.take(who)
        at = base[:, None] + (stamp.down * width + stamp.across)
        colour = stamp.colours.take(crowd.look.take(who), axis=0)
        depth = foot.astype(np.int16)
        seen = self._depth.take(at, mode="clip") <= depth[:, None]
        seen &= colour != 0
        shown = seen.ravel().nonzero()[0]
        at = at.ravel().take(shown)
        pixels[at] = colour.ravel().take(shown)
        if keep:
            self._depth[at] = depth.repeat(stamp.across.size).take(shown)
