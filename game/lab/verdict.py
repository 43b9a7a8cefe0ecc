"""Whether a scenario shows what its `expect:` lines claim, and how certain that is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf, isfinite

import numpy as np
from numpy.typing import NDArray

from game.lab import interval
from game.lab.interval import Interval
from game.scenario.sentences import sentence
from game.scenario.spec import Expect

Figure = Callable[[str, str], NDArray[np.float64]]  # of a style, a measure in every room: (rooms,)


@dataclass(frozen=True)
class Verdict:
    """One expectation and what was found: a share of rooms, a mean difference or a mean, with its 95 % interval."""

    claim: str
    holds: bool  # by what was found
    certain: bool  # the whole interval says the same
    quantity: str  # what value, low and high are of
    value: float
    low: float
    high: float
    rooms: int  # of each style
    found: str  # all that in a few words

    @property
    def told(self) -> str:
        """Holds, FAILS, or that it is not certain and what it looks like so far."""
        plain = "holds" if self.holds else "FAILS"
        return plain if self.certain else f"not certain, {plain} so far"


def judge(expected: Expect, figure: Figure, looks: int = 1) -> Verdict:
    """Rooms are compared seed by seed; without `in_at_least` the mean decides.

    `looks`: how many there might have been, this one included (game.lab.interval).
    """
    mine = figure(expected.style, expected.measure)
    if expected.beats is not None:
        other = figure(expected.beats, expected.measure)
        values, means = mine - other, f"{mine.mean():.2f} against {other.mean():.2f}"
        low, high, quantity = np.nextafter(0, 1), inf, "mean difference"  # as much is not more
    else:
        values, means, quantity = mine, f"{mine.mean():.2f}", "mean"
        bounds = expected.within or (expected.at_least, expected.at_most)
        low, high = (end if bound is None else bound for bound, end in zip(bounds, (-inf, inf), strict=True))
    if expected.in_at_least is not None:
        yes = int(((values >= low) & (values <= high)).sum())
        value, around = yes / len(values), interval.of_share(yes, len(values), looks)
        found = f"in {value:.0%} of {len(values)} rooms, {_between(around, '.1%')}; {means} on average"
        low, high, quantity = expected.in_at_least, inf, "share of rooms"
    else:
        value, around = float(values.mean()), interval.of_mean(values, looks)
        gap = f", a difference of {value:.2f}" if expected.beats is not None else ""
        found = f"{means}{gap}, {_between(around, '.2f')}, over {len(values)} rooms"
    holds = bool(low <= value <= high)
    inside, outside = low <= around.low and around.high <= high, around.high < low or around.low > high
    certain = bool(inside if holds else outside)
    return Verdict(sentence(expected), holds, certain, quantity, value, around.low, around.high, len(values), found)


def _between(around: Interval, form: str) -> str:
    if not isfinite(around.low):
        return "too few for an interval"
    return f"95 % interval {around.low:{form}} to {around.high:{form}}"


def styles_needed(expectations: tuple[Expect, ...]) -> list[str]:
    """The styles that expectations speak of, in their order."""
    named = [style for e in expectations for style in (e.style, e.beats) if style is not None]
    return list(dict.fromkeys(named))


def judge_all(
    expectations: Iterable[Expect], styles: Iterable[str], figure: Figure, looks: int = 1
) -> tuple[Verdict, ...]:
    """Every expectation whose styles were run."""
    run = set(styles)
    return tuple(judge(one, figure, looks) for one in expectations if run.issuperset(styles_needed((one,))))
