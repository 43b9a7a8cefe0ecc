"""The measures of a run of the lab, by the names that scenarios and results.csv use."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game import whole
from game.lab.batch import Block

PLAIN = (
    "relationships",
    "friends",
    "business",
    "referrals",
    "cards",
    "met",
    "reached",
    "avoided_by",
    "avoided_unmet",
    "asked",
    "followed_up",
    "heard_out_s",
    "talk_share",
    "pitches",
    "boasts",
    "liking",
)
BY_THIRD = ("evaded", "approached", "wished")
THIRDS = ("first_third", "middle_third", "last_third")
NAMES = PLAIN + tuple(f"{name}_{third}" for name in BY_THIRD for third in (THIRDS[0], THIRDS[2]))


def known(block: Block, measure: str) -> bool:
    """Whether a run has a measure: evenings and weeks have some each."""
    return {measure, measure.partition("_")[0]} & vars(block.results).keys() != set()


def figure(block: Block, measure: str) -> NDArray[np.float64]:
    """One measure of every room, (rooms,)."""
    if measure in vars(block.results) and measure not in BY_THIRD:
        plain: NDArray[np.float64] = getattr(block.results, measure).astype(np.float64)
        return plain
    name, _, third = measure.partition("_")
    thirds: NDArray[np.float64] = getattr(block.results, name).astype(np.float64)
    result: NDArray[np.float64] = thirds[:, THIRDS.index(third)] if third else thirds.mean(axis=1)
    return result


def write_csv(blocks: list[Block], names: Sequence[str], path: Path) -> None:
    """One row per room and style: room, seed, style, digest and these measures; rooms are numbered through."""
    rows = ["room,seed,style,digest," + ",".join(names)]
    for block in blocks:
        columns = [figure(block, name) for name in names]
        for room, (seed, ended) in enumerate(zip(block.seeds, block.digests, strict=True)):
            values = ",".join(f"{column[room]:g}" for column in columns)
            rows.append(f"{len(rows) - 1},{seed},{block.style},{ended},{values}")
    whole.write(path, ("\n".join(rows) + "\n").encode())
