"""What becomes of the lesson when a mechanism is taken away: the ablation table."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.lab.batch import Block
from game.lab.figures import figure
from game.model.params import Params
from game.model.social.rules import AGAINST_PROMOTION

STYLES = ("ordinary", "listener", "promoter")
AS_IT_IS = "as it is"
ABLATIONS: dict[str, Params] = {
    AS_IT_IS: Params(),
    "no gossip": Params(hearsay_on=False),
    "listening teaches nothing": Params(learning=False),
    "nothing against promotion": Params(off=AGAINST_PROMOTION),
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


EFFECTS = (
    Effect("listener's relationships", "listener", "relationships"),
    Effect("…less the promoter's", "listener", "relationships", less="promoter"),
    Effect("…less the ordinary guest's", "listener", "relationships", less="ordinary"),
    Effect("listener's deals", "listener", "business"),
    Effect("liking of the listener, less the ordinary guest's", "listener", "liking", less="ordinary"),
    Effect("rise in evasion of the promoter", "promoter", "evaded_last_third", less="evaded_first_third"),
    Effect("people he never spoke to who avoid the promoter", "promoter", "avoided_unmet"),
)


@dataclass(frozen=True)
class Cell:
    """Mean of an effect under an ablation, and the half-width of its 95 % interval."""

    mean: float
    within: float


def table(found: dict[str, dict[str, Block]]) -> list[tuple[Effect, dict[str, Cell]]]:
    """`found`: by ablation and style. A row per effect, a cell per ablation."""
    return [(effect, {name: _cell(effect.of(blocks)) for name, blocks in found.items()}) for effect in EFFECTS]


def _cell(values: NDArray[np.float64]) -> Cell:
    return Cell(float(values.mean()), float(1.96 * values.std(ddof=1) / np.sqrt(len(values))))


def write_csv(rows: list[tuple[Effect, dict[str, Cell]]], path: Path) -> None:
    """One line per effect and ablation: effect, ablation, mean, within (half of the 95 % interval)."""
    lines = ["effect,without,mean,within"]
    for effect, cells in rows:
        lines += [f'"{effect.name}",{name},{cell.mean:.4f},{cell.within:.4f}' for name, cell in cells.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
