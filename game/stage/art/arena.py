"""The audience of a network as a crowd in an arena, each follower a figure that comes nearer or turns away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.session.crowd_view import CrowdView
from game.stage.art.crowd import props
from game.stage.art.crowd.audience import Audience
from game.stage.art.crowd.bowl import Floats, Sight
from game.stage.art.crowd.figures import MOST_OWN, Figures, own_look
from game.stage.art.crowd.ground import ground
from game.stage.art.crowd.layer import Ints
from game.stage.art.crowd.portraits import Portraits, packed
from game.stage.art.crowd.poses import BACKS, Pose, walking
from game.stage.art.crowd.stamping import Stamping
from game.stage.art.figure import BOX, FACE, FEET
from game.stage.art.look import Look
from game.stage.art.sprites import Sprites
from game.stage.art.stance import Stance
from game.stage.art.theme import NORMAL, Theme

MOST_PICTURES: Final = 1200  # up to this number each is a picture of its own, above it all are stamped
_NAMED_TALL: Final = 0.06  # of the picture's height: people with a face are at least that tall
_PLAYER_TALL: Final = 0.185
_UP: Final = 0.55  # of the swing, above which somebody stands a pixel higher
_SWAY_S: Final = 2.4  # seconds in which somebody who stands shifts the weight and back


@dataclass(slots=True)
class Seen:
    """What was drawn where: arrays [n] in the order of the view, pixels; faces of large figures by row."""

    px: Floats
    foot: Floats
    tall: Floats
    pose: NDArray[np.int8]
    floor: list[tuple[float, float]]  # the far edge of the floor, from left to right
    faces: dict[int, pygame.Rect] = field(default_factory=dict)

    @property
    def back(self) -> NDArray[np.bool_]:
        """Who shows the back."""
        return np.isin(self.pose, BACKS)


class Arena:
    """Draws one network's audience; keeps where everybody is and what need not be drawn anew."""

    def __init__(
        self,
        looks: Mapping[int, Look],
        me: Look,
        theme: Theme = NORMAL,
        sprites: Sprites | None = None,
        still: bool = False,
    ) -> None:
        """`looks` by person id of the scenario; with reduced motion everybody is `still`: placed, not walked."""
        self.sprites = sprites or Sprites()
        self.audience = Audience()
        self._looks, self._me, self._theme, self._still = dict(looks), me, theme, still
        self._figures = Figures(theme)
        self._portraits = Portraits(self.sprites)
        self._window = ((0, 0), 0)  # the size of the picture, and the pixels free under the floor
        self._ground = pygame.Surface((1, 1))
        self._stamping: Stamping | None = None
        self._fresh = True

    def show(self, view: CrowdView) -> None:
        """The audience is now like this: whoever is elsewhere sets out."""
        self.audience.show(view, self._still)

    def step(self, seconds: float) -> None:
        """Let wall-clock time pass."""
        self.audience.walk.step(seconds)

    def catch_up(self) -> None:
        """Draw figures for which others stood in; call it between two frames."""
        self.sprites.catch_up()
        if self.audience.ids.size > MOST_OWN // 2:
            self._figures.catch_up()

    def draw(self, surface: pygame.Surface, seconds: float, below: int = 0) -> Seen:
        """Draw everything on a surface of 32 bits; `seconds` moves those who stand, `below` pixels stay free."""
        sight = self._fit(surface.get_size(), below)
        self.sprites.new_frame(self._fresh or self._still)
        self._figures.new_frame(self._fresh or self._still)
        self._fresh = False
        audience, count = self.audience, self.audience.ids.size
        seen = self._seen(sight)
        special = audience.beside | audience.tie
        special[list(audience.named)] = True
        if count > MOST_PICTURES:
            if self._stamping is None:
                self._stamping = Stamping(self._figures, sight.size)
            self._stamping.draw(surface, self._ground, audience, sight, ~special, self._still)
            self._pictures(surface, seen, np.flatnonzero(special), special, seconds)
        else:
            surface.blit(self._ground, (0, 0))
            large = special if count > MOST_OWN else np.ones(count, np.bool_)
            self._pictures(surface, seen, np.arange(count), large, seconds)
        self._player(surface, sight)
        return seen

    def _fit(self, size: tuple[int, int], below: int) -> Sight:
        """The view of the arena there is now; only a window of another size shows another ground."""
        sight = Sight.fit(self.audience.bowl, size, below)
        if (size, below) != self._window:
            self._window, self._fresh, self._stamping = (size, below), True, None
            self._ground = ground(sight, self._theme)
        return sight

    def _seen(self, sight: Sight) -> Seen:
        audience, walk = self.audience, self.audience.walk
        px, foot, scale = sight.point(*walk.places(walk.share))
        tall = np.float32(sight.height(audience.bowl.tall)) * scale
        beside = audience.beside
        tall[beside] = np.float32(sight.height(audience.bowl.front_tall)) * scale[beside]
        named = list(audience.named)
        tall[named] = np.maximum(tall[named], np.float32(_NAMED_TALL * sight.size[1]))
        pose = audience.pose.copy()
        going = np.flatnonzero(walk.moving)
        away = audience.turned[going] | (walk.y[going] > walk.from_y[going])
        pose[going] = walking(away, walk.steps, audience.whim[going])
        return Seen(px, foot, tall, pose, sight.outline(1.0))

    def _pictures(
        self, surface: pygame.Surface, seen: Seen, rows: Ints, large: NDArray[np.bool_], seconds: float
    ) -> None:
        """Draw a picture for each of these rows, those at the back first."""
        audience, figures = self.audience, self._figures
        rows = rows[np.argsort(seen.foot[rows], kind="stable")]
        bob = np.zeros(rows.size) if self._still else self._bob(rows, seconds)
        tall = np.rint(seen.tall[rows] / 2).astype(np.int64) * 2
        columns = (
            rows, seen.px[rows], seen.foot[rows] - bob, tall, seen.pose[rows], audience.look[rows], large[rows],
        )  # fmt: skip
        blits: list[tuple[pygame.Surface, tuple[float, float]]] = []
        for row, px, foot, high, pose, look, real in zip(*(c.tolist() for c in columns), strict=True):
            if real:
                self._large(blits, seen, row, px, foot)
            else:
                cut = figures.cutout(pose, look, high)
                blits.append((cut.picture, (px + cut.dx, foot + cut.dy)))
        surface.blits(blits, False)

    def _bob(self, rows: Ints, seconds: float) -> NDArray[np.float64]:
        """Pixels by which those who stand rise and sink."""
        audience = self.audience
        swing = np.sin((seconds / _SWAY_S + audience.whim[rows] * 9) * 2 * np.pi)
        stands = ~audience.walk.moving[rows] & (audience.pose[rows] < Pose.BACK)
        up: NDArray[np.float64] = (stands & (swing > _UP)).astype(np.float64)
        return up

    def _large(
        self, blits: list[tuple[pygame.Surface, tuple[float, float]]], seen: Seen, row: int, px: float, foot: float
    ) -> None:
        audience, going = self.audience, bool(self.audience.walk.moving[row])
        named = audience.named.get(row, -1)
        look = self._looks.get(named) or own_look(int(audience.ids[row]))
        pose, beat = int(seen.pose[row]), 0.0 if self._still else audience.walk.steps + float(audience.whim[row]) * 2
        middle = self._window[0][0] / 2
        turn = max(-1.0, min(1.0, round((middle - px) / middle * 2) / 2)) + 0.0
        cut = self._portraits.figure(look, pose, float(seen.tall[row]), turn, beat, going)
        scale = cut.height / BOX[1]
        left, top = px - cut.width / 2, foot - FEET * scale
        blits.append((cut.picture, (left + cut.dx, top + cut.dy)))
        if packed(pose):
            blits.append((self._portraits.bag(cut.height), (left, top)))
        x, y, w, h = FACE
        seen.faces[row] = pygame.Rect(left + x * scale, top + y * scale, w * scale + 1, h * scale + 1)
        if audience.tie[row]:
            size = max(11, round(cut.height * 0.15))
            sign = self.sprites.picture(("heart", self._theme.name, size), lambda: props.heart(size, self._theme))
            blits.append((sign, (px + 17 * scale, top + 104 * scale - size / 2)))

    def _player(self, surface: pygame.Surface, sight: Sight) -> None:
        """The player stands on the stage before them all."""
        tall = round(_PLAYER_TALL * sight.size[1])
        cut = self.sprites.figure(self._me, Stance("talk", back=True), tall)
        scale = cut.height / BOX[1]
        left, top = sight.size[0] / 2 - cut.width / 2, sight.front - 0.03 * sight.size[1] - FEET * scale
        surface.blit(cut.picture, (left + cut.dx, top + cut.dy))
