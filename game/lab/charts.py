"""Figures as SVG: where things stand is worked out here, the drawing is in the templates.

Text stays text, nothing is told by colour alone, and the same numbers give the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, isfinite, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.lab import interval
from game.lab.interval import Interval
from game.lab.templates import filled

WIDTH, LEFT, RIGHT, TOP, BELOW = 720, 130, 70, 14, 52  # px
WIDE, NARROW, MANY = 36, 22, 15  # px, of a row: narrow from so many rows on
HIGH, LINE = 300, 15  # px, of a plot over rounds, and of a line of text
DASHES = ("", "9 4", "2 4", "12 4 2 4", "5 5")
MARKS = "●■▲▼◆○□△▽◇"


@dataclass(frozen=True)
class Scale:
    """From values to places along an axis, with round numbers to mark on it."""

    ticks: tuple[float, ...]
    begin: float  # px
    end: float

    def at(self, value: float) -> float:
        """Where a value lies, px; what is off the scale lies at its end."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (min(max(value, low), high) - low) / (high - low)
        return round(self.begin + share * (self.end - self.begin), 1)


def scale(low: float, high: float, begin: float, end: float) -> Scale:
    """A scale over these values, zero included, in about five steps of 1, 2 or 5 times a power of ten."""
    low, high = min(low, 0.0), max(high, 0.0)
    rough = max((high - low) / 5, 1e-6)
    power = 10.0 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), max(ceil(high / step - 1e-9), floor(low / step) + 1)
    return Scale(tuple(round(number * step, 9) for number in range(first, last + 1)), begin, end)


def rounds(last: int, begin: float, end: float) -> Scale:
    """A scale from the first round to the last, marked at whole numbers."""
    step, last = 1 + last // 10, max(last, 2)
    return Scale((*range(1, last - step // 2, step), last), begin, end)


@dataclass(frozen=True)
class Row:
    """One style in a chart of a measure: the mean, its 95 % interval, and the middle 80 % of rooms."""

    style: str
    mean: float
    low: float
    high: float
    least: float
    most: float


def row(style: str, values: NDArray[np.float64]) -> Row:
    """The row of a style, from the measure in every room, (rooms,)."""
    least, most = np.percentile(values, (10, 90))
    found = replace(bar(style, float(values.mean()), interval.of_mean(values)), least=float(least), most=float(most))
    return replace(found, low=max(found.low, 0.0)) if values.min() >= 0 else found  # nothing is counted below nought


def bar(name: str, mean: float, around: Interval) -> Row:
    """A row of a mean and its interval alone; too few rooms for an interval: a dot."""
    low, high = (around.low, around.high) if isfinite(around.low) else (mean, mean)
    return Row(name, mean, low, high, low, high)


def dots(title: str, rows: Sequence[Row]) -> str:
    """A measure of several styles, a line each."""
    ends = [end for one in rows for end in (one.low, one.high, one.least, one.most)]
    each = WIDE if len(rows) < MANY else NARROW
    height, left = TOP + each * len(rows) + BELOW, max(LEFT, 8 * max(len(one.style) for one in rows))
    return filled(
        "lab_dots.svg.j2",
        title=title,
        told="; ".join(f"{one.style} {one.mean:.2f} ({one.low:.2f} to {one.high:.2f})" for one in rows),
        rows=[(TOP + each * number + each / 2, one) for number, one in enumerate(rows)],
        x=scale(min(ends), max(ends), left, WIDTH - RIGHT),
        box={"width": WIDTH, "height": height, "left": left, "bottom": height - BELOW, "top": TOP},
    )


@dataclass(frozen=True)
class Course:
    """A style over the rounds of a tournament: its share in each."""

    style: str
    shares: Sequence[float]


def shares(title: str, courses: Sequence[Course]) -> str:
    """Shares of styles over rounds, a line each, named at its end."""
    top, bottom = TOP + LINE, TOP + LINE + HIGH
    x = rounds(len(courses[0].shares), 60, WIDTH - 150)
    y = scale(0, max(max(course.shares) for course in courses), bottom, top)
    return filled(
        "lab_shares.svg.j2",
        title=title,
        told="; ".join(f"{one.style} from {one.shares[0]:.0%} to {one.shares[-1]:.0%}" for one in courses),
        lines=[*_lines(courses, x, y)],
        x=x,
        y=y,
        box={"width": WIDTH, "height": bottom + BELOW, "left": 60, "right": WIDTH - 150, "bottom": bottom, "top": top},
    )


def _lines(courses: Sequence[Course], x: Scale, y: Scale) -> Iterator[dict[str, Any]]:
    """Each style's points, and how it is drawn."""
    ends = [y.at(course.shares[-1]) for course in courses]
    for number, (course, name_y) in enumerate(zip(courses, apart(ends, y.begin), strict=True)):
        points = [(x.at(at), y.at(share)) for at, share in enumerate(course.shares, start=1)]
        yield {
            "points": " ".join(f"{a},{b}" for a, b in points),
            "marked": points[:: max(1, len(points) // 6)],
            "end": points[-1],
            "name": f"{course.style} {course.shares[-1]:.0%}",
            "name_y": name_y,
            "dash": DASHES[number % len(DASHES)],
            "mark": MARKS[number % len(MARKS)],
            "colour": number % 5,
        }


def apart(places: Sequence[float], bottom: float) -> list[float]:
    """Where names stand that belong to these places, px from above: none on another, none below the bottom."""
    order, found = sorted(range(len(places)), key=lambda at: places[at]), [*places]
    for above, at in zip(order, order[1:], strict=False):
        found[at] = max(found[at], found[above] + LINE)
    for left, at in enumerate(reversed(order)):
        found[at] = min(found[at], bottom - LINE * left)
    return found
