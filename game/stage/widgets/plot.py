"""Values with their spread over steps from left to right: a line with a band, and others to compare it with."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pygame
from pygame import Rect

from game.stage.art.theme import mix
from game.stage.ink import Ink

Kind = Literal["line", "ghost", "mark"]  # a line with a band; a dashed one with whiskers; a single square
NICE = (1.0, 2.0, 5.0, 10.0)
MARKER = 5.5  # design units
DASH = 7  # design units


class At(NamedTuple):
    """A value on one of the steps, and between which values most lie."""

    step: int
    low: float
    mean: float
    high: float


@dataclass(frozen=True)
class Series:
    """Points of one kind, from left to right."""

    kind: Kind
    points: tuple[At, ...]


@dataclass(frozen=True)
class Plot:
    """What is plotted over so many steps. Values are written at those `told`; `chosen` has an upright line."""

    series: tuple[Series, ...]
    steps: int
    chosen: int
    told: tuple[int, ...] = ()
    said: tuple[float, str] | None = None  # a value predicted for the chosen step, and its words
    written: Callable[[str], str] = str  # a figure ("1,234.5") as the language writes it


def number(value: float) -> str:
    """A mean as it is written: whole where it is ten or more."""
    return f"{value:,.0f}" if value >= 9.95 or value == 0 else f"{value:.1f}"


def top(value: float) -> float:
    """The next round number up."""
    power = 10.0 ** math.floor(math.log10(max(value, 1.0)))
    return next(power * step for step in NICE if power * step >= value)


def across(rect: Rect, step: int, steps: int) -> int:
    """The x of a step."""
    return rect.x + round(rect.width * (step + 0.5) / steps)


def draw(ink: Ink, plot: Plot, rect: Rect, left: int) -> None:
    """Draw into the rectangle; the numbers of the scale stand in `left` pixels beside it."""
    highest = top(max((at.high for series in plot.series for at in series.points), default=1.0))
    taken = _scale(ink, plot, rect, highest, left)
    x = across(rect, plot.chosen, plot.steps)
    dashed(ink, (x, rect.y), (x, rect.bottom), "accent", ink.px(2))
    for series in reversed(plot.series):
        _series(ink, series, _placed(series, plot, rect, highest))
    told: set[tuple[int, str]] = set()
    for series in plot.series:
        for at, (_, mean, _) in zip(series.points, _placed(series, plot, rect, highest), strict=True):
            value = (at.step, plot.written(number(at.mean)))
            if at.step in plot.told and value not in told:
                told.add(value)
                _tell(ink, value[1], mean, rect, taken)
    if plot.said is not None:
        _say(ink, plot.said, highest, x, rect, taken)


Placed = list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]  # low, mean and high of each point


def _placed(series: Series, plot: Plot, rect: Rect, highest: float) -> Placed:
    def y(value: float) -> int:
        return rect.bottom - round(rect.height * value / highest)

    found = []
    for at in series.points:
        x = across(rect, at.step, plot.steps)
        found.append(((x, y(at.low)), (x, y(at.mean)), (x, y(at.high))))
    return found


def _scale(ink: Ink, plot: Plot, rect: Rect, highest: float, left: int) -> list[Rect]:
    """Lines across at nothing, half and all of the scale; where their numbers stand, half only if there is room."""
    line, taken = ink.size("small")[1], list[Rect]()
    for share in (0.0, 1.0, 0.5):
        y = rect.bottom - round(rect.height * share)
        pygame.draw.line(ink.surface, ink.colour("line"), (rect.x, y), (rect.right, y), max(1, ink.px(1)))
        here = Rect(rect.x - left, y - line // 2, left - ink.px(8), line)
        if here.collidelist(taken) < 0:
            words = plot.written(number(highest * share))
            taken.append(ink.write(words, "small", here.x, here.y, here.width, "soft", "right"))
    return taken


def _series(ink: Ink, series: Series, placed: Placed) -> None:
    means = [mean for _, mean, _ in placed]
    if series.kind == "line":
        _band(ink, placed)
        if len(means) > 1:
            pygame.draw.lines(ink.surface, ink.colour("night"), False, means, max(2, ink.px(3)))
    else:
        for low, _, high in placed:
            pygame.draw.line(ink.surface, ink.colour("soft"), low, high, max(1, ink.px(2)))
        for one, other in zip(means, means[1:], strict=False) if series.kind == "ghost" else ():
            dashed(ink, one, other, "soft", ink.px(2))
    for mean in means:
        marker(ink, series.kind, mean)


def _band(ink: Ink, placed: Placed) -> None:
    tint = mix(ink.theme.night, ink.theme.paper, 0.8)
    if len(placed) > 1:
        around = [low for low, _, _ in placed] + [high for _, _, high in reversed(placed)]
        pygame.draw.polygon(ink.surface, tint, around)
    else:
        for low, _, high in placed:
            pygame.draw.line(ink.surface, tint, low, high, ink.px(2 * MARKER))


def marker(ink: Ink, kind: Kind, at: tuple[int, int]) -> None:
    """A full disc for the line, a hollow diamond for what it is compared with, a hollow square for a single value."""
    (x, y), r = at, ink.px(MARKER)
    if kind == "line":
        pygame.draw.circle(ink.surface, ink.colour("night"), at, r)
        return
    corners = [(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)]
    if kind == "mark":
        corners = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    pygame.draw.polygon(ink.surface, ink.colour("card"), corners)
    pygame.draw.polygon(ink.surface, ink.colour("ink"), corners, max(2, ink.px(2)))


def dashed(ink: Ink, one: tuple[int, int], other: tuple[int, int], colour: str, thick: int) -> None:
    """A line of dashes."""
    length, dash = math.dist(one, other), max(2, ink.px(DASH))
    for start in range(0, int(length), 2 * dash):
        near, far = (_along(one, other, at / length) for at in (start, min(start + dash, length)))
        pygame.draw.line(ink.surface, ink.colour(colour), near, far, max(1, thick))


def _along(one: tuple[int, int], other: tuple[int, int], share: float) -> tuple[float, float]:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _tell(ink: Ink, words: str, at: tuple[int, int], rect: Rect, taken: list[Rect]) -> None:
    """Write a value over its point, or under it, wherever nothing is written yet."""
    wide, high = ink.measure(words, "strong")
    x = min(max(at[0] - wide // 2, rect.x + ink.px(2)), rect.right - wide)
    for y in (at[1] - high - ink.px(9), at[1] + ink.px(9)):
        here = Rect(x, y, wide, high)
        if rect.y - ink.px(14) <= y and here.bottom <= rect.bottom and here.collidelist(taken) < 0:
            taken.append(ink.write(words, "strong", x, y))
            return


def _say(ink: Ink, said: tuple[float, str], highest: float, x: int, rect: Rect, taken: list[Rect]) -> None:
    """An arrow at what was predicted, pointing up where that lies beyond the scale."""
    value, words = said
    beyond, r = value > highest, ink.px(MARKER)
    y = rect.y + r if beyond else rect.bottom - round(rect.height * value / highest)
    wide, high = ink.measure(words, "strong")
    here = Rect(x - wide - 3 * r, min(max(y - high // 2, rect.y), rect.bottom - high), wide, high)
    if beyond:
        ink.arrow(x - 2 * r, here.centery, -1, upright=True)
    else:
        ink.arrow(x - 2 * r, y, 1)
    if here.collidelist(taken) < 0:
        taken.append(ink.write(words, "strong", here.x - r, here.y, colour="accent_ink"))
