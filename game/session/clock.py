"""How fast the evening runs against the wall clock. Nothing here reads a clock: time is handed in.

Walking is shown faster than life, talk at reading speed. Neither changes what
happens: the evening is counted in ticks, and only how soon the next tick is due
depends on the wall.
"""

from collections.abc import Iterable
from dataclasses import dataclass

TICK_S = 0.25  # seconds of the evening
TICKS_PER_MINUTE = 240

READING_BASE_S = 0.5  # to notice that somebody speaks
READING_CHARACTER_S = 0.048  # about 250 words a minute, as adults read (Brysbaert 2019: 238)
OWN_LINE_S = 0.8  # it was read before it was chosen
TALK_HASTE = 1.75  # a long turn of few words may go by this much faster than people walk

MAX_HITCH_S = 1.0  # after a longer hitch the evening goes on from here; it does not race to catch up


def own_seconds(text: str) -> float:
    """The same for a line of the player's own."""
    return min(OWN_LINE_S, reading_seconds(text))


def reading_seconds(text: str) -> float:
    """Wall seconds in which a line can be read without haste."""
    return READING_BASE_S + READING_CHARACTER_S * len(text)


def talking_rate(turns: Iterable[tuple[float, float]], walking_rate: float) -> float:
    """Seconds of the evening per wall second while the player stands in a circle.

    Args:
        turns: (seconds the turn takes in the evening, reading seconds of its line) of the turns under way.
        walking_rate: the rate at which walking is shown, which talk exceeds by a little at most.
    """
    rate = walking_rate * TALK_HASTE
    for evening_s, reading_s in turns:
        rate = min(rate, evening_s / reading_s)
    return rate


@dataclass
class Clock:
    """Turns wall seconds into ticks; `owed_s` is evening time not yet a whole tick."""

    owed_s: float = 0.0

    def next_tick_due(self, wall_s: float, rate: float) -> tuple[bool, float]:
        """Spend wall time on one tick.

        Returns:
            (a tick is due, wall seconds left over).
        """
        needed = (TICK_S - self.owed_s) / rate
        if wall_s >= needed:
            self.owed_s = 0.0
            return True, wall_s - needed
        self.owed_s += wall_s * rate
        return False, 0.0

    def stand(self) -> None:
        """Forget time owed: the evening waits for somebody."""
        self.owed_s = 0.0


def minutes(ticks: float) -> float:
    """Minutes of the evening in so many ticks."""
    return float(ticks) / TICKS_PER_MINUTE


def of_day(starts: str, tick: int) -> str:
    """The time of day at a tick: ("18:00", 2880) → "18:12"."""
    hours, minutes = (int(part) for part in starts.split(":"))
    total = hours * 60 + minutes + tick // TICKS_PER_MINUTE
    return f"{total // 60 % 24}:{total % 60:02d}"
