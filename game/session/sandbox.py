"""The follower slider: what is set, what it is held against, what was found, and what becomes of the prediction."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

STEPS = (30, 100, 300, 1_000, 3_000, 10_000, 30_000)  # followers at the start
BOUGHT = (0, *STEPS)
HOURS = (0.5, 1.0, 2.0, 4.0)  # a day
STYLES = ("listener", "giver", "engager", "meetings", "promoter", "broadcaster", "collector", "flatterer", "lurker")
RULES = ("hours", "listening", "selling", "beyond", "fading", "answered")  # those that can be switched off
GUESSES = {"none": 0.1, "half": 0.5, "same": 1.0, "twice": 2.0, "ten": 10.0, "hundred": 100.0}  # times as many
_NOBODY = 0.5  # relationships: added to both sides of a ratio, so that one to none is no miracle


@dataclass(frozen=True)
class Setup:
    """Where the controls stand."""

    followers: int = STEPS[-1]
    bought: int = 0
    style: str = STYLES[0]
    hours: float = 1.0
    off: frozenset[str] = frozenset()  # of RULES, those that do not hold

    @property
    def with_all_rules(self) -> Setup:
        return replace(self, off=frozenset())


@dataclass(frozen=True)
class Spread:
    """Of many seeds: the value below which a tenth of them lie, the mean, and the value above which a tenth lie."""

    low: float
    mean: float
    high: float


@dataclass(frozen=True)
class Point:
    """What thirty days came to under one setup, over so many seeds."""

    seeds: int
    response: Spread  # responses to a post
    relationships: Spread


@dataclass(frozen=True)
class Found:
    """What has been found so far."""

    points: Mapping[Setup, Point] = field(default_factory=dict)
    done: int = 0  # seeds run for the last question, over all its setups
    total: int = 0
    broken: bool = False  # it cannot be gone on with

    @property
    def over(self) -> bool:
        return self.broken or self.done >= self.total


@dataclass(frozen=True)
class Verdict:
    """A prediction beside what was found."""

    guess: str  # of GUESSES
    nearest: str  # of GUESSES, what would have been right
    times: float | None  # as many as what it is held against; None where that is next to nobody
    one: float  # relationships, mean
    other: float  # of what it is held against

    @property
    def came(self) -> str:
        """'right', or whether it came to 'more' or to 'fewer' than predicted."""
        if self.guess == self.nearest:
            return "right"
        return "more" if GUESSES[self.nearest] > GUESSES[self.guess] else "fewer"


def curve(setup: Setup) -> tuple[Setup, ...]:
    """The setup at every number of followers."""
    return tuple(replace(setup, followers=followers) for followers in STEPS)


def compared(setup: Setup) -> tuple[Setup, Setup]:
    """What the prediction is about: a setup, and the one it is held against.

    With a rule off, that is the same with all rules; else thirty followers and none bought.
    """
    if setup.off:
        return setup, setup.with_all_rules
    if (setup.followers, setup.bought) == (STEPS[0], 0):
        return replace(setup, followers=STEPS[-1]), setup
    return setup, replace(setup, followers=STEPS[0], bought=0)


def needed(setup: Setup) -> tuple[Setup, ...]:
    """Every setup to be run: the curve, beside it the one with all rules, and what the prediction is about."""
    cells = [*curve(setup), *curve(setup.with_all_rules), *compared(setup)]
    return tuple(dict.fromkeys(cells))


def predicted(setup: Setup, guess: str, found: Found) -> float | None:
    """The relationships a guess comes to; None until what they are held against has been run."""
    other = found.points.get(compared(setup)[1])
    return None if other is None else GUESSES[guess] * other.relationships.mean


def verdict(setup: Setup, guess: str, found: Found) -> Verdict | None:
    """What has become of the prediction so far; None until both sides have been run."""
    one, other = (found.points.get(side) for side in compared(setup))
    if one is None or other is None:
        return None
    a, b = one.relationships.mean, other.relationships.mean
    ratio = (a + _NOBODY) / (b + _NOBODY)
    nearest = min(GUESSES, key=lambda name: abs(math.log(GUESSES[name] / ratio)))
    return Verdict(guess, nearest, a / b if b >= 1 else None, a, b)
