"""How the figures of a crowd stand: the few poses they are drawn in, and who takes which."""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.stage.art.crowd.bowl import Floats
from game.stage.art.stance import Stance

Poses = NDArray[np.int8]

EAGER, COOL = 0.7, 0.3  # nearer than this some cheer, farther out most fold their arms


class Pose(IntEnum):
    """FRONT to COOL stand, LEFT and RIGHT are steps; the same from behind; SIT sleeps, CARD is cardboard."""

    FRONT = 0
    CHEER = 1
    LISTEN = 2
    COOL = 3
    LEFT = 4
    RIGHT = 5
    BACK = 6
    BACK_LEFT = 7
    BACK_RIGHT = 8
    SIT = 9
    CARD = 10


STANCES: Final = {
    Pose.FRONT: Stance("idle", "smile"),
    Pose.CHEER: Stance("wave", "laugh"),
    Pose.LISTEN: Stance("listen", "smile"),
    Pose.COOL: Stance("fold", "bored"),
    Pose.LEFT: Stance("walk", "smile", phase=0.9),
    Pose.RIGHT: Stance("walk", "smile", phase=-0.9),
    Pose.BACK: Stance("idle", back=True),
    Pose.BACK_LEFT: Stance("walk", back=True, phase=0.9),
    Pose.BACK_RIGHT: Stance("walk", back=True, phase=-0.9),
    Pose.SIT: Stance("idle", "tired"),
}
STAND_IN: Final = {
    Pose.LEFT: Pose.FRONT, Pose.RIGHT: Pose.FRONT, Pose.BACK_LEFT: Pose.BACK, Pose.BACK_RIGHT: Pose.BACK,
}  # fmt: skip
BACKS: Final = (Pose.BACK, Pose.BACK_LEFT, Pose.BACK_RIGHT)


def standing(
    near: Floats, turned: NDArray[np.bool_], awake: NDArray[np.bool_], bought: NDArray[np.bool_], whim: Floats
) -> Poses:
    """How each figure stands; `whim` 0 … 1 is its own. All [n]."""
    pose = np.where(whim < 0.5, Pose.FRONT, Pose.LISTEN).astype(np.int8)
    pose[(near > EAGER) & (whim > 0.45)] = Pose.CHEER
    pose[(near < COOL) & (whim > 0.35)] = Pose.COOL
    pose[~awake] = Pose.SIT
    pose[turned] = Pose.BACK
    pose[bought] = Pose.CARD
    return pose


def walking(away: NDArray[np.bool_], beat: float, whim: Floats) -> Poses:
    """How walkers step; `away` from the stage shows the back, `beat` counts steps. All [n]."""
    odd = np.floor(beat + whim * 2).astype(np.int64) % 2
    left: Poses = np.where(away, Pose.BACK_LEFT, Pose.LEFT).astype(np.int8)
    left += odd.astype(np.int8)
    return left
