"""What was drawn where in a frame, for the mouse, for what lies over the people, and for tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.session.views import Line
from game.stage.art import figure
from game.stage.art.projection import Projection

_BODY: Final = (30.0, 24.0, 60.0, 168.0)  # of a figure's box, as figure.FACE: what the mouse can point at


@dataclass(slots=True)
class Picture:
    """Rectangles in pixels of the window; faces and bodies by id."""

    projection: Projection
    faces: dict[int, pygame.Rect] = field(default_factory=dict)
    bodies: dict[int, pygame.Rect] = field(default_factory=dict)
    bubbles: list[tuple[Line, pygame.Rect]] = field(default_factory=list)
    small: list[tuple[Line, pygame.Rect]] = field(default_factory=list)
    tags: dict[int, pygame.Rect] = field(default_factory=dict)
    captions: list[Line] = field(default_factory=list)

    def outline(
        self,
        ids: Sequence[int],
        left: NDArray[np.float32],
        top: NDArray[np.float32],
        scale: NDArray[np.float32],
    ) -> None:
        """Note whose figures were drawn where: corners of their boxes, and pixels of a unit of figure.BOX."""
        x, y, w, h = figure.FACE
        self.faces = _rects(ids, left + x * scale, top + y * scale, w * scale + 1, h * scale + 1)
        x, y, w, h = _BODY
        self.bodies = _rects(ids, left + x * scale, top + y * scale, w * scale, h * scale)

    def at(self, pos: tuple[int, int]) -> int:
        """Whose figure is at this pixel, the nearest one where several are; -1 if nobody's."""
        hits = [(rect.bottom, who) for who, rect in self.bodies.items() if rect.collidepoint(pos)]
        return max(hits)[1] if hits else -1

    def ground(self, pos: tuple[int, int]) -> tuple[float, float]:
        """The spot of the floor at this pixel, in metres of the plan."""
        return self.projection.metres(*pos)


def _rects(ids: Sequence[int], *edges: NDArray[np.float32]) -> dict[int, pygame.Rect]:
    """Rectangles by id, from columns of left, top, width and height."""
    left, top, width, height = (edge.astype(int).tolist() for edge in edges)
    return dict(zip(ids, map(pygame.Rect, left, top, width, height), strict=True))
