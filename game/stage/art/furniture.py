"""What stands in the room and is drawn among the people, by depth."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.stage.art.moods import Mood
from game.stage.art.projection import Projection
from game.stage.art.svg import box, document, glow, group, line, lit, load, oval, path, polygon
from game.stage.art.theme import darker, lighter
from game.stage.art.venue import Run, Venue

_LEAVES: Final = ("#3f8f63", "#57a773", "#2f7d55")
_BOTTLES: Final = ("#2f6b4f", "#8a3b3b", "#c98f2e", "#3d5a94", "#6d4fa0", "#4b7a3a")
_GROUND: Final = "<defs>" + glow("ground", (0, "#2a1420", 0.4), (0.6, "#2a1420", 0.22), (1, "#2a1420", 0)) + "</defs>"


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture that stands on the floor at depth `foot` (pixels), its top left corner at (x, y)."""

    foot: float
    x: float
    y: float
    picture: pygame.Surface


def furniture(venue: Venue, look: Mood, to: Projection) -> tuple[Piece, ...]:
    """All standing pieces of the plan."""
    pieces = [_small(_table(look), run, to, 0.70) for run in venue.inside("t")]
    for run in venue.inside("p"):
        by_wall = run.top <= venue.bounds[1] + venue.cell_m * 0.5
        pieces.append(_small(plant(), run, to, 0.95 if by_wall else 0.68))
    for run in venue.inside("B", "#"):
        pieces.append(_block(run, look, to, bar=run.kind == "B"))
    return tuple(pieces)


def _small(drawing: str, run: Run, to: Projection, tall: float) -> Piece:
    """A piece drawn in a box of 100 × 100 with its foot at (50, 92), `tall` in figure heights."""
    middle_y = (run.top + run.bottom) / 2
    x, foot = to.point(run.middle, middle_y)
    size = to.figure_height(middle_y) * tall
    picture = load(document(size, size, (100, 100), _GROUND, drawing))
    return Piece(foot, x - size / 2, foot - size * 0.92, picture)


def _table(look: Mood) -> str:
    cups = "".join(
        path(f"M{x - 4} {y - 9} L{x + 4} {y - 9} L{x + 3} {y + 2} L{x - 3} {y + 2}Z", "#ffffff")
        + path(f"M{x - 3.4} {y - 5} L{x + 3.4} {y - 5} L{x + 2.8} {y + 1.4} L{x - 2.8} {y + 1.4}Z", colour)
        for x, y, colour in ((34, 26, "#c9803f"), (63, 24, "#df5a34"), (49, 34, "#7fb3d5"))
    )
    return (
        lit(50, 92, 32, 7.5, "ground")
        + line("M50 34 L50 88", "#6b7280", 6)
        + line("M48.500 34 L48.500 88", "#8d94a3", 1.6)
        + oval(50, 90, 17, 4.5, "#565e6b")
        + oval(50, 33, 42, 14.5, darker("#fbf7ef", 0.16))
        + oval(50, 30, 42, 14.5, "#fbf7ef")
        + oval(50, 30, 37, 12, "#ffffff", 0.6)
        + oval(66, 32, 6, 2.4, "#f0e3cd")
        + cups
    )


def plant() -> str:
    """A pot plant in a box of 100 × 100 units; to be drawn with the glow of the ground."""
    leaves = "".join(
        group(
            f"translate(50 62) rotate({angle})",
            path(
                f"M0 0 C-13 {-0.36 * reach:.0f} -9 {-0.78 * reach:.0f} 0 {-reach} "
                f"C9 {-0.78 * reach:.0f} 14 {-0.36 * reach:.0f} 0 0Z",
                _LEAVES[i % 3],
            ),
            line(f"M0 -4 L0 {-reach * 0.86:.0f}", "#2c6b49", 1.2, 0.55),
        )
        for i, (angle, reach) in enumerate(((-74, 40), (72, 42), (-50, 52), (50, 52), (-26, 58), (28, 57), (0, 60)))
    )
    return (
        lit(50, 92, 26, 6.5, "ground")
        + leaves
        + path("M32 64 L68 64 L62.500 94 L37.500 94Z", "#d98f5c")
        + path("M58 64 L68 64 L62.500 94 L55 94Z", darker("#d98f5c", 0.14))
        + box(29.5, 58, 41, 9, "#c47a49", 3)
        + box(29.5, 58, 41, 3, lighter("#c47a49", 0.25), 1.5)
    )


def _block(run: Run, look: Mood, to: Projection, bar: bool) -> Piece:
    """A bar or a piece of wall: a box with a lit top, cropped to its own picture."""
    rise_back = to.figure_height(run.top) * (0.40 if bar else 0.62)
    rise = to.figure_height(run.bottom) * (0.40 if bar else 0.62)
    ax, ay = to.point(run.left, run.top)
    bx, by = to.point(run.right, run.top)
    cx, cy = to.point(run.right, run.bottom)
    dx, dy = to.point(run.left, run.bottom)
    head = rise * 0.75 if bar else 0.0
    x0, y0 = min(ax, dx) - 6, ay - rise_back - head - 4
    width, height = max(bx, cx) - x0 + 6, cy - y0 + 8
    top, front = (look.wood_top, look.wood) if bar else (lighter(look.side, 0.12), darker(look.side, 0.12))
    lip = rise * 0.09
    parts = [
        polygon([(dx, cy), (cx, cy), (cx + 5, cy + 6), (dx - 5, cy + 6)], "#1b1220", 0.22),
        polygon([(ax, ay), (ax, ay - rise_back), (dx, dy - rise), (dx, dy)], darker(front, 0.25)),
        polygon([(bx, by), (bx, by - rise_back), (cx, cy - rise), (cx, cy)], darker(front, 0.25)),
        polygon([(dx, dy - rise), (cx, cy - rise), (cx, cy), (dx, dy)], front),
    ]
    if bar:
        parts.append(_panels(dx, cx, cy, rise, front))
    parts.append(polygon([(ax, ay - rise_back), (bx, by - rise_back), (cx, cy - rise), (dx, dy - rise)], top))
    parts.append(
        polygon(
            [(dx, dy - rise), (cx, cy - rise), (cx, cy - rise + lip), (dx, dy - rise + lip)],
            lighter(top, 0.22),
        )
    )
    if bar:
        parts.append(_bottles(ax, bx, (ay + dy) / 2 - (rise_back + rise) / 2, rise))
    drawing = group(f"translate({-x0:.1f} {-y0:.1f})", *parts)
    return Piece(dy, x0, y0, load(document(width, height, (round(width), round(height)), drawing)))


def _panels(left: float, right: float, foot: float, rise: float, front: str) -> str:
    count = max(1, round((right - left) / (rise * 1.1)))
    wide = (right - left) / count
    return "".join(
        box(
            left + i * wide + wide * 0.08,
            foot - rise * 0.78,
            wide * 0.84,
            rise * 0.62,
            lighter(front, 0.09),
            3,
        )
        for i in range(count)
    )


def _bottles(left: float, right: float, foot: float, rise: float) -> str:
    tall = rise * 0.62
    step = tall * 0.55
    count = max(2, int((right - left) / step) - 1)
    start = (left + right) / 2 - (count - 1) * step / 2
    parts = []
    for i in range(count):
        x = start + i * step
        if i % 4 == 3:  # a glass between the bottles
            parts.append(
                path(
                    f"M{x - tall * 0.13:.1f} {foot - tall * 0.4:.1f} "
                    f"L{x + tall * 0.13:.1f} {foot - tall * 0.4:.1f} L{x + tall * 0.09:.1f} {foot:.1f} "
                    f"L{x - tall * 0.09:.1f} {foot:.1f}Z",
                    "#ffffff",
                    opacity=0.75,
                )
            )
            continue
        high = tall * (0.85 + 0.15 * ((i * 3) % 3) / 2)
        body = _BOTTLES[(i * 5) % 6]
        parts.append(
            box(x - tall * 0.12, foot - high * 0.66, tall * 0.24, high * 0.66, body, tall * 0.06)
            + box(x - tall * 0.05, foot - high, tall * 0.10, high * 0.45, body, tall * 0.03)
            + box(x - tall * 0.12, foot - high * 0.44, tall * 0.24, high * 0.2, "#f6ecd6")
        )
    return "".join(parts)
