"""What becomes of the lesson when a mechanism is taken away: each in turn, over the same seeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game import whole
from game.lab import interval
from game.lab.batch import Block
from game.lab.figures import figure
from game.lab.interval import Interval
from game.lab.rules import BEING_HEARD
from game.model.params import Params
from game.model.social.rules import AGAINST_PROMOTION, Rule

STYLES = ("ordinary", "listener", "promoter")
AS_IT_IS = "as it is"
RULES = tuple(rule for rule in Rule if rule > Rule.KNEW_BEFORE)  # how ties begin is taken away by its numbers
ABLATIONS: dict[str, Params] = {
    AS_IT_IS: Params(),
    "no gossip": Params(hearsay_on=False),
    "listening teaches nothing": Params(learning=False),
    "nothing against promotion": Params(off=AGAINST_PROMOTION),
    "nothing for being heard": Params(off=BEING_HEARD),
    "first impressions all alike": Params(rater_sd=0.0, target_sd=0.0, pair_sd=0.0),
    "nobody known from before": Params(prior_liking=0.0, prior_trust=0.0, prior_minutes=0.0, friend_bonus=0.0),
    "bad counts no more than good": Params(negativity_low=1.0, negativity_high=1.0),
    "nobody keeps away from anybody": Params(avoid_below=-100.0),
    "nobody asks back": Params(mirror=0.0),
    "patience without end": Params(patience_s=100_000.0),
    **{f"off: {rule.name.lower().replace('_', ' ')}": Params(off=frozenset((rule,))) for rule in RULES},
}


@dataclass(frozen=True)
class Effect:
    """Something the model shows: one value per seed, from the blocks of all STYLES."""

    name: str
    style: str
    measure: str
    less: str = ""  # a style, or the same style's measure, taken off

    def of(self, blocks: dict[str, Block]) -> NDArray[np.float64]:
        """Its value in every room, (rooms,)."""
        value = figure(blocks[self.style], self.measure)
        if self.less in STYLES:
            return value - figure(blocks[self.less], self.measure)
        return value - figure(blocks[self.style], self.less) if self.less else value


LEAD = (
    Effect("listener's relationships", "listener", "relationships"),
    Effect("…less the promoter's", "listener", "relationships", less="promoter"),
    Effect("…less the ordinary guest's", "listener", "relationships", less="ordinary"),
    Effect("listener's deals", "listener", "business"),
)
EFFECTS = (
    *LEAD,
    Effect("liking of the listener, less the ordinary guest's", "listener", "liking", less="ordinary"),
    Effect("rise in evasion of the promoter", "promoter", "evaded_last_third", less="evaded_first_third"),
    Effect("people he never spoke to who avoid the promoter", "promoter", "avoided_unmet"),
)
WEEKS_EFFECTS = (
    *LEAD,
    Effect("listener's referral sources", "listener", "referrals"),
    Effect("responses to a post of the listener, less the promoter's", "listener", "answered", less="promoter"),
    Effect("fall in responses to the promoter", "promoter", "answered_first", less="answered_last"),
)


@dataclass(frozen=True)
class Cell:
    """Mean of an effect under an ablation with its interval, and of the change, seed by seed, from how it is."""

    mean: float
    around: Interval
    change: float
    changed: Interval

    @property
    def sure(self) -> bool:
        """Whether it changes anything: the interval of the change holds no zero."""
        return self.changed.low > 0 or self.changed.high < 0


Rows = list[tuple[Effect, dict[str, Cell]]]


def table(found: dict[str, dict[str, Block]], effects: Sequence[Effect] = EFFECTS) -> Rows:
    """`found`: by ablation and style, AS_IT_IS among them. A row per effect, a cell per ablation."""
    rows = []
    for effect in effects:
        as_it_is = effect.of(found[AS_IT_IS])
        rows.append((effect, {name: _cell(effect.of(blocks), as_it_is) for name, blocks in found.items()}))
    return rows


def _cell(values: NDArray[np.float64], as_it_is: NDArray[np.float64]) -> Cell:
    change = values - as_it_is
    return Cell(float(values.mean()), interval.of_mean(values), float(change.mean()), interval.of_mean(change))


def write_csv(rows: Rows, path: Path) -> None:
    """One line per effect and ablation: the mean and its 95 % interval, the change and its own; no interval: empty."""
    lines = ["effect,without,mean,low,high,change,change_low,change_high"]
    for effect, cells in rows:
        for name, cell in cells.items():
            numbers = (cell.mean, cell.around.low, cell.around.high, cell.change, cell.changed.low, cell.changed.high)
            lines.append(f'"{effect.name}",{name},{",".join(map(_written, numbers))}')
    whole.write(path, ("\n".join(lines) + "\n").encode())


def _written(number: float) -> str:
    return f"{number:.4f}" if isfinite(number) else ""
