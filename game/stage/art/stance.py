"""How somebody stands at this moment, in the few steps that figures are drawn in."""

from typing import Literal, NamedTuple

Pose = Literal["idle", "talk", "listen", "cup", "fold", "wave", "walk", "phone", "away", "drink", "keen", "nod"]
Mood = Literal["smile", "laugh", "talk", "think", "worry", "bored", "tired", "keen"]


class Stance(NamedTuple):
    """`turn` is how far the face is turned, -1 (to the left of the picture) … 1; `phase` the step, -1 … 1."""

    pose: Pose = "idle"
    mood: Mood = "smile"
    turn: float = 0.0
    back: bool = False
    phase: float = 0.0
    drink: bool = False
