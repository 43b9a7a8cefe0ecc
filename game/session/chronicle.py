"""What is kept of the evening for looking back: facts and reasons that concern a player, and every line said.

The model reports thousands of facts a minute; those about two strangers across the
room are dropped here, since no view, debrief or "why?" of the player may show them.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.events import EVENT, REASON, Event
from game.session.journal import Said
from game.session.packing import Arrays

Rows = NDArray[Any]

COMPANY = 8  # people in a circle whom the track has room for
_ARRIVALS = (int(Event.ARRIVED), int(Event.DEPARTED))
_OF_A_CIRCLE = (int(Event.LEFT), int(Event.JOINED), int(Event.ENDED))


class Chronicle:
    """What one player may look back on. Grows with every tick; goes into each snapshot."""

    def __init__(self, player: int, lines: list[Said]) -> None:
        """`lines`: of the whole evening, oldest first; whoever plays it adds to them."""
        self._player = player
        self._events: list[Rows] = []
        self._reasons: list[Rows] = []
        self.lines = lines
        self.heard: list[int] = []  # which of the lines were said in the player's circle
        self._track = array("f")  # row by row; as tuples it would be most of what an evening of many players holds
        self._told: dict[int, list[Said]] = {}  # the player's own lines, by whom to

    def take(self, events: Rows, reasons: Rows, said: Sequence[Said], circle: int) -> None:
        """Keep what concerns the player of one tick's reports.

        `said` are the last of the lines, `circle` is where the player stands, or -1.
        """
        mine = self._concerns(events, ("actor", "other", "about")) & ~np.isin(events["kind"], _ARRIVALS)
        if circle >= 0:
            mine |= (events["formation"] == circle) & np.isin(events["kind"], _OF_A_CIRCLE)
        if mine.any():
            self._events.append(events[mine])
        mine = self._concerns(reasons, ("of", "about"))
        if mine.any():
            self._reasons.append(reasons[mine])
        for index, line in enumerate(said, start=len(self.lines) - len(said)):
            if circle >= 0 and line.formation == circle:
                self.heard.append(index)
            self._keep(line)

    def _keep(self, line: Said) -> None:
        if line.speaker == self._player:
            self._told.setdefault(line.addressee, []).append(line)

    def stand(self, tick: int, x: float, y: float, company: Iterable[int]) -> None:
        """Note where the player stands, in metres of the plan, and with whom; now and then is enough."""
        with_ = [*company][:COMPANY]
        self._track.extend((tick, x, y, *with_, *[-1] * (COMPANY - len(with_))))

    def track(self) -> Rows:
        """(n, 3 + COMPANY) of float32: tick, x, y, and who stood with the player, -1 where fewer did."""
        return np.array(self._track, dtype=np.float32).reshape(-1, 3 + COMPANY)

    def told(self, other: int) -> list[Said]:
        """What the player has said to somebody, oldest first."""
        return self._told.get(other, [])

    def _concerns(self, rows: Rows, columns: tuple[str, ...]) -> NDArray[np.bool_]:
        found = np.zeros(len(rows), dtype=np.bool_)
        for name in columns:
            found |= rows[name] == self._player
        return found

    def events(self, kind: Event | None = None) -> Rows:
        """EVENT rows, oldest first; of one kind if named."""
        self._events = [_joined(self._events, EVENT)]
        rows = self._events[0]
        return rows if kind is None else rows[rows["kind"] == kind]

    def reasons(self, of: int | None = None, about: int | None = None) -> Rows:
        """REASON rows, oldest first; of and about whom if named."""
        self._reasons = [_joined(self._reasons, REASON)]
        rows = self._reasons[0]
        if of is not None:
            rows = rows[rows["of"] == of]
        return rows if about is None else rows[rows["about"] == about]

    def line_before(self, tick: int, speaker: int, within: int) -> Said | None:
        """The last line of a speaker begun at most `within` ticks before a tick."""
        for line in reversed(self.lines):
            if line.tick > tick:
                continue
            if line.tick < tick - within:
                return None
            if line.speaker == speaker:
                return line
        return None

    def freeze(self) -> Arrays:
        """The rows as arrays; lines are kept by the journal itself."""
        kept = {
            "events": self.events(),
            "reasons": self.reasons(),
            "heard": np.array(self.heard, dtype=np.int64),
            "track": self.track(),
        }
        return {self._named(name): rows for name, rows in kept.items()}

    def thaw(self, arrays: Arrays) -> None:
        """Take back what `freeze` gave; the lines are those said before it."""
        self._events = [arrays[self._named("events")]]
        self._reasons = [arrays[self._named("reasons")]]
        self.heard = [int(index) for index in arrays[self._named("heard")]]
        track = arrays.get(self._named("track"))  # runs left open before it was kept have none
        self._track = array("f", () if track is None else track.ravel())
        self._told = {}
        for line in self.lines:
            self._keep(line)

    def _named(self, table: str) -> str:
        return f"chronicle.{self._player}.{table}" if self._player else f"chronicle.{table}"


def _joined(tables: list[Rows], dtype: np.dtype[Any]) -> Rows:
    if len(tables) == 1:
        return tables[0]
    return np.concatenate(tables) if tables else np.zeros(0, dtype=dtype)
