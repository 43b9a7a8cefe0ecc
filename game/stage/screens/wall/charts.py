"""Charts for the back row: bars with names and numbers, and one dot a person."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.stage.ink import Ink

BAR, GAP = 64, 14  # design units
LABEL = 0.42  # share of the width that names have at most
DOT = 9


def bars(ink: Ink, rows: Sequence[tuple[str, int]], inner: Rect, style: str = "heading") -> int:
    """A bar a row, the number at its end; returns the lower edge."""
    if not rows:
        return inner.y
    most = max(1, *(number for _, number in rows))
    high = min(ink.px(BAR), (inner.height - ink.px(GAP) * (len(rows) - 1)) // len(rows))
    line = ink.size(style)[1]
    if line > high:
        style, line = "small", ink.size("small")[1]
    label = min(round(inner.width * LABEL), max(ink.measure(name, style)[0] for name, _ in rows) + ink.px(12))
    room = inner.width - label - ink.px(70)
    y = inner.y
    for name, number in rows:
        middle = y + (high - line) // 2
        ink.write(ink.cut(name, style, label - ink.px(12)), style, inner.x, middle)
        bar = Rect(inner.x + label, y, max(ink.px(6), round(room * number / most)), high)
        ink.panel(bar, "focus" if number == most else "night_soft", radius=8)
        ink.write(str(number), style, bar.right + ink.px(10), middle)
        y += high + ink.px(GAP)
    return y


def scatter(ink: Ink, dots: Sequence[Sequence[int]], box: Rect, title: str) -> None:
    """One dot a person: the first number across, the second up; those at one spot lie side by side."""
    line = ink.size("small")[1]
    title_high = ink.measure(title, "small", box.width)[1]
    ink.write(title, "small", box.x, box.bottom - title_high, box.width, "soft", "centre")
    plot = Rect(box.x + ink.px(40), box.y, box.width - ink.px(60), box.height - title_high - line - ink.px(14))
    across, up = (max(1, *(dot[k] for dot in dots)) if dots else 1 for k in (0, 1))
    ink.fill(Rect(plot.x, plot.bottom, plot.width, ink.px(2)), "ink")
    ink.fill(Rect(plot.x, plot.y, ink.px(2), plot.height), "ink")
    ink.write(str(across), "small", plot.right - ink.px(30), plot.bottom + ink.px(4), ink.px(60), "soft", "centre")
    ink.write(str(up), "small", plot.x - ink.px(38), plot.y, ink.px(34), "soft", "right")
    taken: dict[tuple[int, int], int] = {}
    for a, b in dots:
        beside = taken[a, b] = taken.get((a, b), -1) + 1
        x = plot.x + round(a / across * (plot.width - ink.px(12))) + beside * ink.px(DOT * 1.4)
        spot = (x, plot.bottom - round(b / up * (plot.height - ink.px(12))))
        pygame.draw.circle(ink.surface, ink.colour("night"), spot, ink.px(DOT))
        pygame.draw.circle(ink.surface, ink.colour("focus"), spot, ink.px(DOT) - max(1, ink.px(3)))
