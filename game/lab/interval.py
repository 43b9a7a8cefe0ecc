"""Intervals of shares and of means: where the true value lies, in 95 of 100 runs of the lab.

Whoever looks again and again, and stops at the first look that pleases, errs more often than he says. So the 5 % are
shared out evenly over all looks that were possible from the beginning (Bonferroni): over all of them together, an
interval misses the true value in at most 5 of 100 runs, wherever the looking stops. Several claims judged in one run
are not corrected for one another.
"""

from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

ERROR = 0.05  # of all looks together, both sides
FEWEST = 5  # rooms, below which a mean has no interval worth the name


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, both included; infinite where too little is known."""

    low: float
    high: float


def of_share(yes: int, rooms: int, looks: int = 1) -> Interval:
    """Of the share of rooms in which something holds, by Wilson's score (1927): good for few rooms and for 100 %."""
    z2, share = _z(looks) ** 2, yes / rooms
    middle = (share + z2 / (2 * rooms)) / (1 + z2 / rooms)
    half = sqrt(z2 * (share * (1 - share) / rooms + z2 / (4 * rooms * rooms))) / (1 + z2 / rooms)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def of_mean(values: NDArray[np.float64], looks: int = 1) -> Interval:
    """Of the mean of one value a room, or one difference of two rooms of the same seed, by Student's t."""
    rooms = len(values)
    if rooms < FEWEST:
        return Interval(-inf, inf)
    mean, half = float(values.mean()), _t(_z(looks), rooms - 1) * float(values.std(ddof=1)) / sqrt(rooms)
    return Interval(mean - half, mean + half)


def _z(looks: int) -> float:
    return NormalDist().inv_cdf(1 - ERROR / (2 * looks))


def _t(z: float, free: int) -> float:
    """The quantile of Student's t where the normal's is z; within 1 % from 4 degrees of freedom on.

    Abramowitz and Stegun 26.7.5; the standard library has the normal's alone.
    """
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(free) ** power for power, term in enumerate(terms, start=1))
