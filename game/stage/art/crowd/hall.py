"""The hall round the arena: a wall with windows and bunting, boards, and plants where nobody stands."""

from __future__ import annotations

from typing import Final

from game.stage.art.crowd.bowl import Sight
from game.stage.art.furniture import plant
from game.stage.art.moods import Mood
from game.stage.art.openings import glazing
from game.stage.art.svg import box, group, line, lit, oval, polygon

_WINDOWS: Final = 9
_FLAGS: Final = ("#df5a34", "#efa23f", "#2b978c", "#3d5a94", "#cc4a64")
_SWAGS: Final = 4
# where plants stand: shares of the picture's width from the nearer side, of the floor's depth from the back, size
_PLANTS: Final = ((0.030, 0.52, 0.190), (0.095, 0.27, 0.160), (0.165, 0.09, 0.130))


def hall(sight: Sight, look: Mood) -> str:
    """Everything behind and beside the arena's floor."""
    width, height = sight.size
    wall = sight.back * 0.84
    parts = [
        box(0, wall, width, height - wall, "url(#aisle)"),
        _boards(sight, look, wall),
        box(0, 0, width, wall + 1, "url(#wall)"),
        box(0, wall * 0.84, width, wall * 0.16, look.panel),
        line(f"M0 {wall * 0.84:.1f} L{width} {wall * 0.84:.1f}", look.skirting, max(1.5, wall * 0.012), 0.6),
        box(0, wall * 0.95, width, wall * 0.05, look.skirting),
        box(0, wall, width, height * 0.03, "url(#under)"),
    ]
    step = width / _WINDOWS
    for k in range(_WINDOWS):
        wide = step * 0.52
        parts.append(glazing(look, step * (k + 0.5) - wide / 2, wall * 0.19, wide, wall * 0.54, wall * 0.026))
    parts += [_bunting(width, wall), _plants(sight)]
    return "".join(parts)


def _boards(sight: Sight, look: Mood, wall: float) -> str:
    """Seams that run towards the far end of the arena."""
    width, height = sight.size
    seams = []
    for k in range(-14, 15):
        far, near = width * (0.5 + k / 24), width * (0.5 + k / 14)
        seams.append(f"M{far:.1f} {wall:.1f} L{near:.1f} {height}")
    return line(" ".join(seams), look.joint, max(1.0, height / 620), 0.5)


def _bunting(width: int, wall: float) -> str:
    """Flags and lamps on lines from wall to wall."""
    parts = []
    each, span = 13, width / _SWAGS
    for swag in range(_SWAGS):
        points = []
        for k in range(each + 1):
            share = k / each
            points.append((span * (swag + share), wall * (0.025 + 0.42 * share * (1 - share))))
        parts.append(line("M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points), "#7d5b46", max(1.0, wall / 160), 0.7))
        for k, (x, y) in enumerate(points[:-1]):
            half = span / each * 0.27
            if k % 3 == 2:
                parts += [
                    lit(x, y + half, half * 2.2, half * 2.2, "bulb"),
                    oval(x, y + half * 0.7, half * 0.5, half * 0.6, "#fff6dd"),
                ]
            else:
                parts.append(polygon([(x - half, y), (x + half, y), (x, y + half * 2.3)], _FLAGS[(k + swag) % 5]))
    return "".join(parts)


def _plants(sight: Sight) -> str:
    """Pot plants in the corners that the floor leaves free, larger in front."""
    width, height = sight.size
    parts = []
    for aside, down, size in reversed(_PLANTS):
        tall = size * height
        foot = sight.back + down * (sight.front - sight.back)
        for x in (aside * width, (1 - aside) * width):
            parts.append(
                group(f"translate({x - tall / 2:.1f} {foot - tall * 0.94:.1f}) scale({tall / 100:.4f})", plant())
            )
    return "".join(parts)
