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
    """Rectangles in pixels of the window; faces, heads and bodies by id."""

    projection: Projection
    faces: dict[int, pygame.Rect] = field(default_factory=dict)
    heads: dict[int, pygame.Rect] = field(default_factory=dict)  # faces with the hair around them
    bodies: dict[int, pygame.Rect] = field(default_factory=dict)
    around: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 4), np.int64))  # bodies, as an array
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
        faces = _part(figure.FACE, left, top, scale)
        faces[:, 2:] += 1
        self.faces = dict(zip(ids, map(pygame.Rect, faces.tolist()), strict=True))
        self.heads = {who: face.inflate(face.width // 5, face.height // 5) for who, face in self.faces.items()}
        self.around = _part(_BODY, left, top, scale)
        self.bodies = dict(zip(ids, map(pygame.Rect, self.around.tolist()), strict=True))

    def at(self, pos: tuple[int, int]) -> int:
        """Whose figure is at this pixel, the nearest one where several are; -1 if nobody's."""
        hits = [(rect.bottom, who) for who, rect in self.bodies.items() if rect.collidepoint(pos)]
        return max(hits)[1] if hits else -1

    def ground(self, pos: tuple[int, int]) -> tuple[float, float]:
        """The spot of the floor at this pixel, in metres of the plan."""
        return self.projection.metres(*pos)


def _part(
    part: tuple[float, float, float, float],
    left: NDArray[np.float32],
    top: NDArray[np.float32],
    scale: NDArray[np.float32],
) -> NDArray[np.int64]:
    """Left, top, width and height in pixels of a part of each figure's box, shape (figures, 4)."""
    x, y, w, h = part
    return np.stack((left + x * scale, top + y * scale, w * scale, h * scale), axis=1).astype(np.int64)
