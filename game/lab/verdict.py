"""Whether a scenario shows what its `expect:` lines claim."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenario.sentences import sentence
from game.scenario.spec import Expect


@dataclass(frozen=True)
class Verdict:
    """One expectation, what was found, and over how many rooms."""

    claim: str
    holds: bool
    found: str


def judge(expected: Expect, figure: Callable[[str, str], NDArray[np.float64]]) -> Verdict:
    """Rooms are compared seed by seed; without `in_at_least` the mean decides. `figure` of a style: (rooms,)."""
    mine = figure(expected.style, expected.measure)
    if expected.beats is not None:
        other = figure(expected.beats, expected.measure)
        yes, mean_yes = mine > other, bool(mine.mean() > other.mean())
        means = f"{mine.mean():.2f} against {other.mean():.2f}"
    else:
        low, high = expected.within or (expected.at_least, expected.at_most)
        low = -np.inf if low is None else low
        high = np.inf if high is None else high
        yes, mean_yes = (mine >= low) & (mine <= high), bool(low <= mine.mean() <= high)
        means = f"{mine.mean():.2f}"
    if expected.in_at_least is None:
        return Verdict(sentence(expected), mean_yes, f"{means} over {len(mine)} rooms")
    share = float(yes.mean())
    return Verdict(
        sentence(expected), share >= expected.in_at_least, f"in {share:.0%} of {len(mine)} rooms; {means} on average"
    )


def styles_needed(expectations: tuple[Expect, ...]) -> list[str]:
    """The styles that expectations speak of, in their order."""
    named = [style for e in expectations for style in (e.style, e.beats) if style is not None]
    return list(dict.fromkeys(named))


def judge_all(
    expectations: Iterable[Expect], styles: Iterable[str], figure: Callable[[str, str], NDArray[np.float64]]
) -> list[Verdict]:
    """Every expectation whose styles were run."""
    run = set(styles)
    return [judge(one, figure) for one in expectations if run.issuperset(styles_needed((one,)))]
