"""Everybody no human plays decides: one call after each tick."""

from game.model.orders import NONE, Orders, join
from game.model.room import evening
from game.model.room.approach import Look
from game.model.room.hall import Hall
from game.styles import talk, walk


def decide(hall: Hall, look: Look | None) -> Orders:
    """Commands of all styles for the next tick; `look` is what `World.step` returned."""
    if look is None:
        return NONE
    return join([talk.speak(hall, evening.speakers(hall)), talk.cut_in(hall), walk.walk(hall, look)])
