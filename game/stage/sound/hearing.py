"""How loud the room is where the player stands: from who is speaking nearby, and from nothing else.

Nothing here knows who promotes himself. Where people keep away there is nobody to talk, and it is quiet.
"""

from __future__ import annotations

import math

from game.session.views import RoomView

REACH_M = 2.5  # at this distance a talker is half as loud as beside you
CROWD = 4.0  # so many talkers beside you are as loud as it gets
EAR_M = 3.0  # sideways, at which somebody is heard mostly on one side


def loudness(view: RoomView) -> tuple[float, float]:
    """Loudness of the talk around the player at the left and the right ear, 0 … 1."""
    me = next((person for person in view.people if person.id == view.me), None)
    if me is None or me.activity in ("outside", "gone"):
        return 0.0, 0.0
    left = right = 0.0
    for other in view.people:
        if not other.speaking or other.id == view.me:
            continue
        near = 1 / (1 + (math.hypot(other.x - me.x, other.y - me.y) / REACH_M) ** 2)
        side = math.tanh((other.x - me.x) / EAR_M)
        left += near * (1 - side) / CROWD
        right += near * (1 + side) / CROWD
    return min(1.0, left), min(1.0, right)
