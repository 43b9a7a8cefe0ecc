"""The arena's floor in metres, and how it is seen.

The floor is half of a rounded rectangle about the stage, a little wider than deep. It is seen from the front and above,
and rises towards the back as an amphitheatre does, so steeply that far rows lie no closer together in the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FEW: Final = 40  # figures the smallest arena has seats for
GROWTH: Final = 1.22  # from one arena to the next larger one
ROOMY_M: Final = 1.35  # metres between neighbours among few
CLOSE_M: Final = 0.95  # …and in the largest crowd
SPARE: Final = (1.9, 1.2)  # seats for each figure, among few and in the largest crowd
STAGE: Final = 0.12  # of the floor's depth: the stage
FRONT: Final = (0.205, 0.325)  # where those stand with whom there is a relationship
CROWD: Final = 0.37  # where everybody else begins
WIDE: Final = 1.15  # half of the width, in depths
ROUND: Final = 3.0  # how rounded the corners are: 2 an ellipse
MARGIN_M: Final = 1.0  # of the plan beyond the floor: bodies feel no wall at its edge
FAR: Final = 0.6  # size of things at the back; 1 at the front
_LARGEST: Final = 30_000
_SAMPLES: Final = 2049
_BACK, _FOOT = 0.215, 0.94  # shares of the picture's height: the far end of the floor, its front edge
_ACROSS: Final = 0.965  # of the picture's width
_HIGHEST: Final = 0.225  # of the picture's height: figures never get taller
_FRONT_TALL: Final = 0.085  # of the depth: figures beside the stage are at least that tall, to be told apart


@dataclass(frozen=True, slots=True)
class Bowl:
    """An arena with room for `capacity` figures. Places are metres from the left of the plan and from its front."""

    capacity: int
    seats: int
    pitch: float  # metres between neighbours
    deep: float  # metres from the middle of the stage to the far end
    tall: float  # metres: height of a figure's box; larger than life, as in the room

    @classmethod
    def holding(cls, figures: int, now: Bowl | None = None) -> Bowl:
        """The arena for so many; the one there is `now`, as long as it is not too small or far too large."""
        if now is not None and 0.4 * now.capacity < max(FEW, figures) <= now.capacity:
            return now
        capacity = FEW
        while capacity < figures:
            capacity = round(capacity * GROWTH)
        full = min(1.0, np.log(capacity / FEW) / np.log(_LARGEST / FEW))
        pitch = ROOMY_M + (CLOSE_M - ROOMY_M) * full
        seats = round(capacity * (SPARE[0] + (SPARE[1] - SPARE[0]) * full))
        deep = (seats * pitch * pitch / (_area() * (1 - CROWD**2))) ** 0.5
        return cls(capacity, seats, pitch, deep, pitch * (2.05 + 2.0 * full))

    @property
    def middle(self) -> float:
        """Metres from the left of the plan to the middle of the stage."""
        return self.deep * WIDE + MARGIN_M

    @property
    def front_tall(self) -> float:
        """Metres: height of the figures beside the stage."""
        return max(self.tall, self.deep * _FRONT_TALL)

    def spot(self, rho: Floats, along: Floats) -> tuple[Floats, Floats]:
        """x, y of places `rho` out (0 the stage … 1 the far edge), at a share `along` of the way round."""
        share, across, down = _edge()
        unit_x, unit_y = np.interp(along, share, across), np.interp(along, share, down)
        x, y = self.middle + rho * self.deep * unit_x, MARGIN_M + rho * self.deep * unit_y
        return x.astype(np.float32), y.astype(np.float32)

    def row_length(self, rho: float) -> float:
        """Metres along the row that lies `rho` out."""
        return _length() * rho * self.deep

    def rho(self, x: Floats, y: Floats) -> Floats:
        """How far out places are: 1 at the far edge of the floor."""
        across = np.abs(x - np.float32(self.middle)) * np.float32(1 / (WIDE * self.deep))
        down = np.maximum(y - np.float32(MARGIN_M), np.float32(0)) * np.float32(1 / self.deep)
        out: Floats = (across**ROUND + down**ROUND) ** (1 / ROUND)
        return out

    def kept_in(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Places brought onto the floor and off the stage."""
        y = np.maximum(y, np.float32(MARGIN_M))
        rho = np.maximum(self.rho(x, y), np.float32(1e-3))
        scale = np.clip(rho, np.float32(STAGE), np.float32(1)) / rho
        middle = np.float32(self.middle)
        return middle + (x - middle) * scale, np.float32(MARGIN_M) + (y - np.float32(MARGIN_M)) * scale


@dataclass(frozen=True, slots=True)
class Sight:
    """From metres of a bowl to pixels of a picture of `size`."""

    bowl: Bowl
    size: tuple[int, int]
    back: float  # y of the far end of the floor
    front: float  # y of its front edge
    ppm: float  # pixels of a metre across at the front

    @classmethod
    def fit(cls, bowl: Bowl, size: tuple[int, int], below: int = 0) -> Sight:
        """Show the whole floor, `below` pixels free under it."""
        width, usable = size[0], size[1] - below
        return cls(bowl, size, usable * _BACK, usable * _FOOT, width * _ACROSS / (2 * WIDE * bowl.deep))

    def scale(self, y: Floats) -> Floats:
        """How large things appear that are `y` metres from the front of the plan; 1 at the floor's front edge."""
        out: Floats = np.float32(1) - (y - np.float32(MARGIN_M)) * np.float32((1 - FAR) / self.bowl.deep)
        return out

    def point(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        """Pixels across and down of places, and the scale there."""
        scale = self.scale(y)
        down = (scale - np.float32(FAR)) * np.float32((self.front - self.back) / (1 - FAR))
        aside = (x - np.float32(self.bowl.middle)) * np.float32(self.ppm)
        return np.float32(self.size[0] / 2) + aside * scale, np.float32(self.back) + down, scale

    def height(self, metres: float) -> float:
        """Pixels, at the front edge, of something so tall."""
        return min(metres * self.ppm, _HIGHEST * self.size[1])

    def outline(self, rho: float, points: int = 90) -> list[tuple[float, float]]:
        """The row `rho` out as pixels from left to right."""
        along = np.linspace(0, 1, points, dtype=np.float32)
        px, py, _ = self.point(*self.bowl.spot(np.full(points, rho, np.float32), along))
        return list(zip(px.tolist(), py.tolist(), strict=True))


@lru_cache(maxsize=1)
def _edge() -> tuple[Floats, Floats, Floats]:
    """The far edge of a floor one deep: the share of its length walked from the left, x from the middle, y."""
    angle = np.linspace(np.pi, 0, _SAMPLES)
    cos, sin = np.cos(angle), np.abs(np.sin(angle))
    x = WIDE * np.sign(cos) * np.abs(cos) ** (2 / ROUND)
    y = sin ** (2 / ROUND)
    y[[0, -1]] = 0
    walked = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    share = walked / walked[-1]
    return share.astype(np.float32), x.astype(np.float32), y.astype(np.float32)


@lru_cache(maxsize=1)
def _length() -> float:
    _, x, y = _edge()
    return float(np.hypot(np.diff(x), np.diff(y)).sum())


@lru_cache(maxsize=1)
def _area() -> float:
    _, x, y = _edge()
    return float((np.diff(x) * (y[1:] + y[:-1]) / 2).sum())
