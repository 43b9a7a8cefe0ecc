"""The people of a crowd in small: the figures of the room, drawn once and brought to any height.

A few dozen looks are shared by thousands; somebody's look follows from the stable id alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.stage.art import svg
from game.stage.art.crowd import props
from game.stage.art.crowd.bowl import Floats
from game.stage.art.crowd.poses import BACKS, STANCES, STAND_IN, Pose
from game.stage.art.figure import BOX, FEET, figure_svg
from game.stage.art.look import Look, look_for
from game.stage.art.theme import HIGH_CONTRAST, Theme, rgb

LOOKS: Final = 64
MOST_OWN: Final = 200  # figures that are shown with a look of their own
DRAWN: Final = 112  # pixels of height in which each figure is drawn first
_PRONOUNS: Final = ("she", "he", "they")
_MOST_CUTOUTS: Final = 4000
_CUTOUTS_A_FRAME, _DRAWN_A_FRAME, _FORGOTTEN_A_FRAME = 6, 2, 20  # between two frames
_NEARLY: Final = 0.18  # how far from the height asked for a stand-in may be
_SEEN: Final = 0.4  # least cover of a pixel that is drawn in a stamp
_DUSK: Final = np.array((0.70, 0.63, 0.66), np.float32)  # what is left of the colours of the sleeping
_EDGE: Final = "#7a4a3a"  # what the pixels at the edge of a stamp are mixed with
_VIVID, _BRIGHT = 1.2, 14.0  # tiny figures run together to a brown: their colours are spread, and brighter
_TINY: Final = 26  # pixels of height up to which that is so; a line round each would leave nothing else to see


@lru_cache(maxsize=LOOKS)
def look_of(number: int) -> Look:
    """One of the shared looks."""
    return look_for(f"look {number}", None, _PRONOUNS[number % 3])


@lru_cache(maxsize=4 * MOST_OWN)
def own_look(follower: int) -> Look:
    """The look of the follower with this id seen closely: the colours of the shared one, and a cut of one's own."""
    number = follower % LOOKS
    own = look_for(f"follower {follower}", None, _PRONOUNS[number % 3])
    shared = look_of(number)
    if "hijab" in (own.hair, shared.hair):
        own = own._replace(hair=shared.hair)
    return shared._replace(hair=own.hair, outfit=own.outfit, glasses=own.glasses, legs=own.legs, beard=own.beard)


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """A pose at a height: pixels that any look covers, relative to the feet, and their colours for each look."""

    across: NDArray[np.int64]  # [m] pixels to the right
    down: NDArray[np.int64]  # [m]
    colours: NDArray[np.uint32]  # [looks, m] as 0xRRGGBB with a set top byte; 0 where a look has nothing


class Cutout:
    """A small figure, where its corner lies relative to the feet, and the frame that last asked for it."""

    __slots__ = ("dx", "dy", "frame", "picture", "tall")

    def __init__(self, picture: pygame.Surface, tall: int) -> None:
        inner = picture.get_bounding_rect(min_alpha=4)
        self.picture = picture.subsurface(inner).copy()
        self.picture.set_alpha(255, pygame.RLEACCEL)
        self.dx = inner.left - picture.get_width() // 2
        self.dy = inner.top - round(tall * FEET / BOX[1])
        self.tall = tall
        self.frame = 0


class Figures:
    """All small figures of one theme, made when first needed.

    What is missing is made between frames (`catch_up`), and something alike stands in for that moment; only in a frame
    that does not follow on from the one before everything is made at once.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._at_once = True
        self._frame = 0
        self._drawn: dict[tuple[Pose, int], pygame.Surface] = {}
        self._stamps: dict[tuple[int, int], Stamp] = {}
        self._cutouts: dict[tuple[int, int, int], Cutout] = {}
        self._latest: dict[int, Cutout] = {}  # by look, the cutout made last, as of the last catching up:
        self._fresh: dict[int, Cutout] = {}  # what is made within a frame stands in for nothing in that frame
        self._stale: list[tuple[int, int, int]] = []
        self._no_stamp: dict[tuple[int, int], None] = {}
        self._no_cutout: dict[tuple[int, int, int], None] = {}
        self._ahead = iter([(pose, look) for pose in Pose for look in range(LOOKS)])

    def new_frame(self, at_once: bool) -> None:
        """A frame begins; `at_once` when nothing may stand in for anything."""
        self._frame += 1
        self._at_once = at_once
        self._no_stamp.clear()
        self._no_cutout.clear()

    def cutout(self, pose: int, look: int, tall: int) -> Cutout:
        """A figure `tall` pixels from the top of the box to below the feet."""
        kept = self._cutouts.get((pose, look, tall))
        if kept is None:
            alike = None if self._at_once else self._latest.get(look)
            if alike is not None and abs(alike.tall - tall) <= _NEARLY * tall:
                self._no_cutout[pose, look, tall] = None
                return alike
            kept = self._cut_out(pose, look, tall)
        kept.frame = self._frame
        return kept

    def stamp(self, pose: int, tall: int) -> Stamp:
        """All looks in a pose, `tall` pixels high."""
        kept = self._stamps.get((pose, tall))
        if kept is not None:
            return kept
        if self._at_once or pose == Pose.FRONT:
            return self._cut(Pose(pose), tall)
        self._no_stamp[pose, tall] = None
        standing = STAND_IN.get(Pose(pose), Pose.FRONT)
        return self._stamps.get((standing, tall)) or self.stamp(Pose.FRONT, tall)

    def catch_up(self) -> None:
        """Make a little of what the last frame lacked; if that was nothing, of what others may."""
        self._forget()
        self._latest.update(self._fresh)
        self._fresh.clear()
        for pose, look, tall in list(self._no_cutout)[:_CUTOUTS_A_FRAME]:
            del self._no_cutout[pose, look, tall]
            self._cut_out(pose, look, tall)
        for pose, tall in list(self._no_stamp)[:1]:
            lacking = [look for look in range(LOOKS) if (pose, look) not in self._drawn]
            for look in lacking[:_DRAWN_A_FRAME]:
                self._figure(Pose(pose), look)
            if not lacking:
                self._cut(Pose(pose), tall)
        if not self._no_cutout and not self._no_stamp:
            for ahead in self._ahead:
                if ahead not in self._drawn:
                    self._figure(*ahead)
                    break

    def _forget(self) -> None:
        """Drop a few of the cutouts that the last frame did without, when there are many."""
        if len(self._cutouts) > _MOST_CUTOUTS and not self._stale:
            self._stale = [key for key, cut in self._cutouts.items() if cut.frame < self._frame]
        for key in self._stale[-_FORGOTTEN_A_FRAME:]:
            self._cutouts.pop(key, None)
        del self._stale[-_FORGOTTEN_A_FRAME:]

    def _cut_out(self, pose: int, look: int, tall: int) -> Cutout:
        figure = self._outlined(_resized(self._figure(Pose(pose), look), tall))
        made = self._cutouts[pose, look, tall] = self._fresh[look] = Cutout(_surface(figure), tall)
        made.frame = self._frame
        return made

    def _cut(self, pose: Pose, tall: int) -> Stamp:
        small = self._outlined(np.stack([_resized(self._figure(pose, look), tall) for look in range(LOOKS)]))
        alpha = small[..., 3:] / np.float32(255)
        edge = self._theme.ink if self._theme is HIGH_CONTRAST else _EDGE
        colour = small[..., :3] + (1 - alpha) * np.array(rgb(edge), np.float32)
        if tall <= _TINY:
            grey = colour.mean(axis=-1, keepdims=True)
            colour = grey + (colour - grey) * np.float32(_VIVID) + np.float32(_BRIGHT)
        value = np.rint(np.clip(colour, 0, 255)).astype(np.uint32)
        packed = (np.uint32(0xFF) << 24) | (value[..., 0] << 16) | (value[..., 1] << 8) | value[..., 2]
        packed = np.where(alpha[..., 0] >= _SEEN, packed, np.uint32(0)).astype(np.uint32)
        down, across = np.nonzero(packed.any(axis=0))
        feet = round(tall * FEET / BOX[1])
        stamp = Stamp(across - packed.shape[2] // 2, down - feet, np.ascontiguousarray(packed[:, down, across]))
        self._stamps[pose, tall] = stamp
        return stamp

    def _figure(self, pose: Pose, look: int) -> pygame.Surface:
        """A figure DRAWN pixels high, its colours multiplied by their cover."""
        kept = self._drawn.get((pose, look))
        if kept is None:
            raw = np.rint(_draw(pose, look_of(look))).astype(np.uint8)
            kept = pygame.image.frombytes(raw.tobytes(), (raw.shape[1], raw.shape[0]), "RGBA")
            self._drawn[pose, look] = kept
        return kept

    def _outlined(self, figure: Floats) -> Floats:
        """In high contrast with a dark line round it."""
        if self._theme is not HIGH_CONTRAST or figure.shape[-3] <= _TINY:
            return figure
        cover = figure[..., 3]
        solid = np.where(cover > 140, np.float32(255), np.float32(0))
        wide = solid.copy()
        for axis in (-2, -1):
            wide = np.maximum(wide, np.maximum(np.roll(wide, 1, axis), np.roll(wide, -1, axis)))
        line = np.maximum(wide, cover)
        return np.concatenate((figure[..., :3], line[..., None]), axis=-1)


def _draw(pose: Pose, look: Look) -> Floats:
    if pose is Pose.CARD:
        return _pixels(svg.load(props.cardboard(DRAWN)))
    figure = _pixels(svg.load(figure_svg(look, STANCES[pose], DRAWN)))
    if pose in BACKS:
        return _over(figure, _pixels(svg.load(props.bag(DRAWN))))
    if pose is Pose.SIT:
        return _over(seated(figure), _pixels(svg.load(props.bench(DRAWN))))
    return figure


def seated(figure: Floats) -> Floats:
    """A standing figure, [rows, columns, 4], without its legs, lower and darker."""
    rows = figure.shape[0]
    cut, sunk = round(rows * props.CUT / BOX[1]), round(rows * props.SUNK / BOX[1])
    out = np.zeros_like(figure)
    out[sunk : cut + sunk] = figure[:cut]
    out[..., :3] *= _DUSK
    return out


def _over(below: Floats, above: Floats) -> Floats:
    out: Floats = above + below * (1 - above[..., 3:] / np.float32(255))
    return out


def _pixels(picture: pygame.Surface) -> Floats:
    """[rows, columns, 4], 0 … 255, colours multiplied by their cover."""
    width, height = picture.get_size()
    raw = np.frombuffer(pygame.image.tobytes(picture, "RGBA"), np.uint8).reshape(height, width, 4)
    out = raw.astype(np.float32)
    out[..., :3] *= out[..., 3:] / np.float32(255)
    return out


def _surface(figure: Floats) -> pygame.Surface:
    """The picture for such pixels."""
    straight = figure.copy()
    straight[..., :3] *= 255 / np.maximum(figure[..., 3:], np.float32(1))
    raw = np.rint(np.clip(straight, 0, 255)).astype(np.uint8)
    return svg.in_window_order(pygame.image.frombytes(raw.tobytes(), (raw.shape[1], raw.shape[0]), "RGBA"))


def _resized(figure: pygame.Surface, tall: int) -> Floats:
    """A figure whose colours are multiplied by their cover, brought to a height: [rows, columns, 4]."""
    small = pygame.transform.smoothscale(figure, (round(tall * BOX[0] / BOX[1]), tall))
    raw = np.frombuffer(pygame.image.tobytes(small, "RGBA"), np.uint8)
    return raw.reshape(tall, small.get_width(), 4).astype(np.float32)
