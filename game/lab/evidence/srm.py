"""Variance components of a round robin: rater, target, pair (Warner, Kenny & Stoto 1979; Kenny, Kashy & Cook 2006)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]


@dataclass(frozen=True)
class Components:
    """Unbiased variances of one round robin; they may come out slightly below 0."""

    rater: float
    target: float
    pair: float  # with error
    reciprocity: float  # correlation of the two sides of a pair, rater and target taken out

    @property
    def total(self) -> float:
        """The variance of a single rating."""
        return self.rater + self.target + self.pair


def components(ratings: F64) -> Components:
    """Decompose `ratings` (n, n), n ≥ 4: row i rates column j; the diagonal is ignored."""
    n = len(ratings)
    x = ratings.astype(np.float64).copy()
    np.fill_diagonal(x, 0.0)
    given, got, mean = x.sum(axis=1) / (n - 1), x.sum(axis=0) / (n - 1), x.sum() / (n * (n - 1))
    rater = effect(given, got, mean, n)
    target = effect(got, given, mean, n)
    rest = x - rater[:, None] - target[None, :] - mean
    one, two = np.triu_indices(n, 1)
    there, back = rest[one, two], rest[two, one]
    degrees = (n - 1) * (n - 2) / 2
    between = float(((there + back) ** 2).sum()) / 2 / (degrees - 1)
    within = float(((there - back) ** 2).sum()) / 2 / degrees
    pair, shared = (between + within) / 2, (between - within) / 2
    bias = (pair * (n - 1) + shared) / (n * (n - 2))
    return Components(
        rater=float((rater**2).sum()) / (n - 1) - bias,
        target=float((target**2).sum()) / (n - 1) - bias,
        pair=pair,
        reciprocity=shared / pair if pair > 0 else 0.0,
    )


def effect(own: F64, other: F64, mean: float, n: int) -> F64:
    """Each person's effect, freed of having no rating of oneself. (n,)"""
    result: F64 = ((n - 1) ** 2 * own + (n - 1) * other) / (n * (n - 2)) - (n - 1) / (n - 2) * mean
    return result
