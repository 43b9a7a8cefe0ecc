"""The empty arena: a warm hall, rings of floor that get lighter towards the stage, and the stage."""

from __future__ import annotations

from typing import Final

import pygame

from game.stage.art.crowd.bowl import CROWD, FRONT, STAGE, Sight
from game.stage.art.moods import MOODS
from game.stage.art.svg import box, document, fade, glow, line, lit, load, oval, polygon
from game.stage.art.theme import HIGH_CONTRAST, Theme, darker, lighter, mix

RINGS: Final = 5  # bands of floor, from the stage to the far edge
_LOOK: Final = MOODS["warm"]


def ground(sight: Sight, theme: Theme) -> pygame.Surface:
    """Draw it for a picture of the sight's size."""
    width, height = sight.size
    picture = pygame.Surface(sight.size, 0, 32)
    parts = (_hall(sight), *_bands(sight, theme), _light(sight), _stage(sight))
    picture.blit(load(document(width, height, (width, height), _shades(), *parts)), (0, 0))
    return picture


def band(number: int) -> float:
    """How far out the outer edge of a band of floor lies; bands hold about as many people each."""
    share = (number + 1) / RINGS
    return float((CROWD**2 + (1.0 - CROWD**2) * share) ** 0.5)


def _hall(sight: Sight) -> str:
    """Walls behind the floor, wood round it, bunting and windows."""
    width, height = sight.size
    wall = sight.back * 0.80
    parts = [
        box(0, 0, width, height, "url(#wood)"),
        box(0, 0, width, wall, "url(#wall)"),
        box(0, wall - height * 0.012, width, height * 0.012, _LOOK.skirting),
    ]
    for k in range(9):
        x = width * (k + 0.5) / 9
        if k != 4:
            wide, tall = width * 0.052, wall * 0.62
            parts.append(box(x - wide / 2 - 3, wall * 0.12 - 3, wide + 6, tall + 6, "#ffffff", 3))
            parts.append(box(x - wide / 2, wall * 0.12, wide, tall, "url(#sky)", 1))
            parts.append(oval(x, wall * 0.12 + tall - 1, wide * 0.36, tall * 0.16, _LOOK.land[1], 0.8))
            parts.append(line(f"M{x:.0f} {wall * 0.12:.0f} L{x:.0f} {wall * 0.12 + tall:.0f}", "#ffffff", 2.5))
    parts.append(_bunting(width, wall))
    return "".join(parts)


def _bunting(width: int, wall: float) -> str:
    """Little flags from wall to wall."""
    flags, count = [], 48
    for k in range(count):
        x = width * (k + 0.5) / count
        sag = wall * (0.03 + 0.07 * (1 - (((k % 12) - 5.5) / 5.5) ** 2))
        half = width / count * 0.28
        colour = ("#df5a34", "#efa23f", "#2b978c", "#3d5a94", "#cc4a64")[k % 5]
        flags.append(polygon([(x - half, sag), (x + half, sag), (x, sag + half * 2.2)], colour))
    return "".join(flags)


def _bands(sight: Sight, theme: Theme) -> list[str]:
    """Rings of floor, the far ones first, each with a step in front."""
    unit = sight.size[1] / 720
    far, close = mix(_LOOK.floor[0], "#7a4f38", 0.30), lighter(_LOOK.floor[1], 0.28)
    if theme is HIGH_CONTRAST:
        far, close = "#f2ede4", "#ffffff"
    parts = [_step(sight, 1.03, darker(_LOOK.wood, 0.2)), _step(sight, 1.018, _LOOK.wood_top)]
    for number in reversed(range(RINGS)):
        parts.append(_step(sight, band(number), mix(close, far, (number + 1) / RINGS)))
        parts.append(_edge(sight, band(number), theme, (2.6 if number < RINGS - 1 else 1.5) * unit))
    parts.append(_step(sight, (CROWD + FRONT[1]) / 2, lighter(close, 0.35)))
    parts.append(_edge(sight, (CROWD + FRONT[1]) / 2, theme, 2.2 * unit))
    return parts


def _step(sight: Sight, rho: float, colour: str) -> str:
    return polygon(sight.outline(rho), colour)


def _edge(sight: Sight, rho: float, theme: Theme, thick: float) -> str:
    points = sight.outline(rho)
    colour = theme.ink if theme is HIGH_CONTRAST else _LOOK.joint
    run = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    high = "" if theme is HIGH_CONTRAST else line(run, "#fff3dc", thick * 1.6, 0.25)
    return high + line(run, colour, thick, 0.75)


def _light(sight: Sight) -> str:
    """Two lamps shine on the floor before the stage."""
    width, _ = sight.size
    deep = sight.front - sight.back
    return lit(width / 2, sight.front - deep * 0.22, width * 0.36, deep * 0.50, "pool", 0.5)


def _stage(sight: Sight) -> str:
    """A round podium with a rug, cut off by the lower edge of the floor."""
    rim = sight.outline(STAGE)
    left, right = rim[0][0], rim[-1][0]
    middle, wide, front = (left + right) / 2, (right - left) / 2, sight.front
    tall = front - min(y for _, y in rim)
    rise = sight.size[1] * 0.022
    board = [(x, y - rise) for x, y in rim]
    return (
        oval(middle, front + rise * 0.2, wide * 1.14, rise * 1.5 + tall * 0.25, "#2a1420", 0.22)
        + polygon([*rim, (right, front + rise), (left, front + rise)], darker(_LOOK.wood, 0.15))
        + polygon([*board, (right, front), (left, front)], _LOOK.wood_top)
        + box(left, front, right - left, rise * 1.3, _LOOK.wood, 2)
        + oval(middle, front - tall * 0.45 - rise * 0.5, wide * 0.62, tall * 0.30, _LOOK.rugs[0], 0.55)
        + oval(middle, front - tall * 0.45 - rise * 0.5, wide * 0.50, tall * 0.23, lighter(_LOOK.rugs[0], 0.4), 0.4)
    )


def _shades() -> str:
    return (
        "<defs>"
        + fade("wall", (0, _LOOK.wall[0], 1), (1, _LOOK.wall[1], 1))
        + fade("wood", (0, mix(_LOOK.wood, _LOOK.floor[0], 0.25), 1), (1, darker(_LOOK.wood, 0.12), 1))
        + fade("sky", (0, _LOOK.sky[0], 1), (1, _LOOK.sky[1], 1))
        + glow("pool", (0, _LOOK.lamp, 0.75), (1, _LOOK.lamp, 0))
        + "</defs>"
    )
