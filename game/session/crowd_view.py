"""What the stage shows of a network's audience: one row for each figure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class CrowdView:
    """The audience as the stage shows it: n figures, arrays of the same length, never written to."""

    id: NDArray[np.uint32]  # stable ids: the same figure looks the same every day and keeps its place
    near: NDArray[np.float32]  # 0 far out ... 1 at the edge of the stage: how much they care about the player
    turned: NDArray[np.bool_]  # has turned the back: unfollowed, muted, or nobody cares any more
    bought: NDArray[np.bool_]  # a bought follower: a cardboard figure, never moves, far out
    tie: NDArray[np.bool_]  # somebody with whom there is a relationship
    awake: NDArray[np.bool_]  # whether it is day where they live; the sleeping are darker / sit
    followers: int  # the number the network shows, bought ones included
    named: tuple[tuple[int, int], ...]  # (row, person id of the scenario) of people who have a face, at most 40
