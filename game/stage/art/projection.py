"""From metres on the floor to pixels of the picture, and back.

The room is seen from the front and above, through a camera far enough away
that straight lines stay straight and people at the back are a little smaller.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

_FAR: Final = 0.84  # size of things at the back wall; 1 at the front
_WALL: Final = 0.275  # share of the picture's height above the floor
_TALL: Final = 1.7  # metres of floor at the front that a standing figure's box is high
_SLIMMEST: Final = 0.118  # of the picture's height: figures never get smaller, however large the room

Metres = TypeVar("Metres", float, NDArray[np.float32])


@dataclass(frozen=True, slots=True)
class Projection:
    """Of one spot or of arrays of them: metres from the plan's top left corner, pixels of the window."""

    left: float  # metres: the floor inside the outer walls
    top: float
    across: float
    deep: float
    size: tuple[int, int]  # of the picture
    back: float  # y of the back wall's foot
    front: float  # y of the front edge of the floor
    middle: float  # x of the room's middle
    ppm: float  # pixels of a metre across at the front

    @classmethod
    def fit(cls, bounds: tuple[float, float, float, float], size: tuple[int, int], below: int = 0) -> "Projection":
        """Show the floor within `bounds` (left, top, right, bottom, metres) in a picture of `size`.

        `below` pixels stay free under the floor.
        """
        left, top, right, bottom = bounds
        width, height = size
        usable = height - below
        back = usable * _WALL
        ppm = width * 0.985 / (right - left)
        # a shallow room is not stretched upright: a metre of depth shows shorter than one across
        front = min(usable * 0.985, back + (bottom - top) * ppm * 0.9)
        return cls(left, top, right - left, bottom - top, size, back, front, width / 2, ppm)

    def scale(self, y: Metres) -> Metres:
        """How large things `y` metres down the plan appear, 1 at the front edge."""
        return _FAR / (1 - (y - self.top) / self.deep * (1 - _FAR))

    def point(self, x: Metres, y: Metres) -> tuple[Metres, Metres]:
        """Where a spot of the floor is in the picture."""
        return self.middle + (x - self.left - self.across / 2) * self.ppm * self.scale(y), self._down(y)

    def _down(self, y: Metres) -> Metres:
        """Pixels from the picture's upper edge to a spot of the floor."""
        return self.back + (self.scale(y) - _FAR) / (1 - _FAR) * (self.front - self.back)

    def metres(self, px: float, py: float) -> tuple[float, float]:
        """Which spot of the floor is at this pixel; spots above the floor count as its back edge."""
        down = max(0.0, (py - self.back) / (self.front - self.back))
        scale = _FAR + down * (1 - _FAR)
        y = (1 - _FAR / scale) / (1 - _FAR) * self.deep
        return (px - self.middle) / (self.ppm * scale) + self.left + self.across / 2, self.top + y

    def figure_height(self, y: Metres) -> Metres:
        """Height in pixels of the box in which somebody at `y` is drawn."""
        tall = max(_TALL * self.ppm, _SLIMMEST * self.size[1] / _FAR)
        return min(tall, 0.235 * self.size[1]) * self.scale(y)

    def ellipse(self, y: Metres, radius: Metres) -> tuple[Metres, Metres]:
        """Half width and half height in pixels of a circle of `radius` metres on the floor at `y`."""
        return radius * self.ppm * self.scale(y), radius * (self._down(y + 0.5) - self._down(y - 0.5))
