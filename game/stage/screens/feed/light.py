"""The light of an hour: what the window shows, and what it does to the wall."""

from __future__ import annotations

from typing import Final, NamedTuple


class Light(NamedTuple):
    """One part of the day, with its colours; `name` is also the id of its words."""

    name: str
    sky: tuple[str, str]  # above, and at the horizon
    hills: tuple[str, str]  # far and near
    wall: str
    floor: str


MORNING: Final = Light("morning", ("#cfe6ee", "#ffe3bf"), ("#b9d3b0", "#8fbb8c"), "#f3e2cb", "#dfbd92")
DAY: Final = Light("day", ("#bfe3f2", "#e6f4f1"), ("#a9cfa4", "#7db487"), "#f0dfc6", "#e2c196")
EVENING: Final = Light("evening", ("#8d7fb0", "#f6a96b"), ("#8d7d92", "#6f6480"), "#ecccaa", "#c99d78")
NIGHT: Final = Light("night", ("#1b2240", "#39406b"), ("#2b3156", "#232846"), "#6c6482", "#514a68")
_FROM: Final = ((21, NIGHT), (17, EVENING), (11, DAY), (6, MORNING), (0, NIGHT))  # hours, the latest first


def hour(clock: str) -> float:
    """Hours since midnight of a clock like "21:30"."""
    hours, minutes = clock.split(":")
    return int(hours) + int(minutes) / 60


def light(clock: str) -> Light:
    """The light there is at that time."""
    return next(kind for first, kind in _FROM if hour(clock) >= first)
