"""The empty arena: a warm hall, rings of floor that get lighter towards the stage, and the stage."""

from __future__ import annotations

import math
from typing import Final

import pygame

from game.stage.art.crowd.bowl import CROWD, FRONT, Sight
from game.stage.art.crowd.hall import hall
from game.stage.art.moods import MOODS
from game.stage.art.svg import box, document, fade, glow, line, lit, load, oval, polygon
from game.stage.art.theme import HIGH_CONTRAST, Theme, darker, lighter, mix

RINGS: Final = 5  # bands of floor, from the stage to the far edge
_LOOK: Final = MOODS["warm"]
_APRON: Final = (CROWD + FRONT[1]) / 2  # the outer edge of the floor beside the stage


def ground(sight: Sight, theme: Theme) -> pygame.Surface:
    """Draw it for a picture of the sight's size."""
    width, height = sight.size
    picture = pygame.Surface(sight.size, 0, 32)
    light = "" if theme is HIGH_CONTRAST else _light(sight)
    parts = (hall(sight, _LOOK), *_bands(sight, theme), light, _edge_of_the_picture(sight), _stage(sight))
    picture.blit(load(document(width, height, (width, height), _shades(), *parts)), (0, 0))
    return picture


def band(number: int) -> float:
    """How far out the outer edge of a band of floor lies; bands hold about as many people each."""
    share = (number + 1) / RINGS
    return math.sqrt(CROWD**2 + (1.0 - CROWD**2) * share)


def _bands(sight: Sight, theme: Theme) -> list[str]:
    """Rings of floor, the far ones first."""
    unit = sight.size[1] / 720
    far, close = mix(_LOOK.floor[0], "#9a6240", 0.35), lighter(_LOOK.floor[1], 0.30)
    if theme is HIGH_CONTRAST:
        far, close = "#f2ede4", "#ffffff"
    parts = [
        _step(sight, 1.036, "#2a1420", 0.16),
        _step(sight, 1.028, darker(_LOOK.wood, 0.1)),
        _step(sight, 1.016, lighter(_LOOK.wood_top, 0.12)),
    ]
    for number in reversed(range(RINGS)):
        parts.append(_step(sight, band(number), mix(close, far, (number + 1) / RINGS)))
        parts.append(_edge(sight, band(number), theme, 2.2 * unit))
    parts.append(_step(sight, _APRON, lighter(close, 0.45)))
    parts.append(_edge(sight, _APRON, theme, 2.2 * unit))
    return parts


def _step(sight: Sight, rho: float, colour: str, opacity: float = 1) -> str:
    return polygon(sight.outline(rho), colour, opacity)


def _edge(sight: Sight, rho: float, theme: Theme, thick: float) -> str:
    run = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in sight.outline(rho))
    if theme is HIGH_CONTRAST:
        return line(run, theme.ink, thick)
    return line(run, "#fff3dc", thick * 2.2, 0.35) + line(run, _LOOK.joint, thick, 0.8)


def _light(sight: Sight) -> str:
    """A lamp shines on the floor before the stage."""
    deep = sight.front - sight.back
    return lit(sight.size[0] / 2, sight.front - deep * 0.15, sight.size[0] * 0.34, deep * 0.42, "pool", 0.6)


def _edge_of_the_picture(sight: Sight) -> str:
    """The wood in front of the floor, as at the edge of the room."""
    width, height = sight.size
    lip = max(3.0, height * 0.012)
    return (
        box(0, sight.front, width, height - sight.front + 1, darker(_LOOK.wood, 0.25))
        + box(0, sight.front, width, lip, lighter(_LOOK.wood_top, 0.1))
        + box(0, sight.front + lip, width, height * 0.02, "url(#under)")
    )


def _stage(sight: Sight) -> str:
    """A round podium with a rug on it, its front against the edge of the picture."""
    width, height = sight.size
    x, y, rise = width / 2, sight.front - height * 0.040, height * 0.026
    rx, ry = min(width * 0.082, height * 0.15), height * 0.045
    return (
        oval(x, y + rise * 1.1, rx * 1.12, ry * 1.12, "#2a1420", 0.22)
        + oval(x, y + rise, rx, ry, _LOOK.wood)
        + box(x - rx, y, 2 * rx, rise, _LOOK.wood)
        + oval(x, y, rx, ry, _LOOK.wood_top)
        + oval(x, y - height * 0.001, rx * 0.97, ry * 0.95, lighter(_LOOK.wood_top, 0.14))
        + oval(x, y, rx * 0.72, ry * 0.70, _LOOK.rugs[0], 0.75)
        + oval(x, y, rx * 0.58, ry * 0.55, lighter(_LOOK.rugs[0], 0.45), 0.55)
    )


def _shades() -> str:
    return (
        "<defs>"
        + fade("wall", (0, _LOOK.wall[0], 1), (1, _LOOK.wall[1], 1))
        + fade("aisle", (0, mix(_LOOK.floor[0], "#7a4f38", 0.30), 1), (1, mix(_LOOK.floor[0], "#7a4f38", 0.12), 1))
        + fade("sky", (0, _LOOK.sky[0], 1), (1, _LOOK.sky[1], 1))
        + fade("under", (0, "#2a1420", 0.22), (1, "#2a1420", 0))
        + glow("pool", (0, _LOOK.lamp, 0.8), (1, _LOOK.lamp, 0))
        + glow("bulb", (0, _LOOK.lamp, 0.9), (1, _LOOK.lamp, 0))
        + glow("ground", (0, "#2a1420", 0.42), (0.55, "#2a1420", 0.28), (1, "#2a1420", 0))
        + "</defs>"
    )
