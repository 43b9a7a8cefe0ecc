"""What is kept of the evening for looking back: facts and reasons that concern a player, and every line said.

The model reports thousands of facts a minute; those about two strangers across the
room are dropped here, since no view, debrief or "why?" of a player may show them.
"""

from collections.abc import Iterable
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
    """Grows with every tick; goes into each snapshot."""

    def __init__(self, players: Iterable[int]) -> None:
        self._players = np.array(sorted(players), dtype=np.int32)
        self._events: list[Rows] = []
        self._reasons: list[Rows] = []
        self.lines: list[Said] = []
        self.heard: list[int] = []  # which of the lines were said in a player's circle
        self._track: list[tuple[float, ...]] = []
        self._told: dict[tuple[int, int], list[Said]] = {}  # a player's own lines, by whom to

    def take(self, events: Rows, reasons: Rows, lines: Iterable[Said], circles: Iterable[int]) -> None:
        """Keep what concerns the players of one tick's reports; `circles`: the formations they stand in."""
        circles = [circle for circle in circles if circle >= 0]
        mine = self._any_player(events, ("actor", "other", "about")) & ~np.isin(events["kind"], _ARRIVALS)
        mine |= np.isin(events["formation"], circles) & np.isin(events["kind"], _OF_A_CIRCLE)
        if mine.any():
            self._events.append(events[mine])
        mine = self._any_player(reasons, ("of", "about"))
        if mine.any():
            self._reasons.append(reasons[mine])
        for line in lines:
            if line.formation in circles:
                self.heard.append(len(self.lines))
            self._keep(line)

    def _keep(self, line: Said) -> None:
        self.lines.append(line)
        if line.speaker in self._players:
            self._told.setdefault((line.speaker, line.addressee), []).append(line)

    def stand(self, tick: int, x: float, y: float, company: Iterable[int]) -> None:
        """Note where the first player stands, in metres of the plan, and with whom; now and then is enough."""
        with_ = [*company][:COMPANY]
        self._track.append((tick, x, y, *with_, *[-1] * (COMPANY - len(with_))))

    def track(self) -> Rows:
        """(n, 3 + COMPANY) of float32: tick, x, y, and who stood with the player, -1 where fewer did."""
        return np.array(self._track, dtype=np.float32).reshape(-1, 3 + COMPANY)

    def told(self, player: int, other: int) -> list[Said]:
        """What a player has said to somebody, oldest first."""
        return self._told.get((player, other), [])

    def _any_player(self, rows: Rows, columns: tuple[str, ...]) -> NDArray[np.bool_]:
        found = np.zeros(len(rows), dtype=np.bool_)
        for name in columns:
            found |= np.isin(rows[name], self._players)
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
        return {
            "chronicle.events": self.events(),
            "chronicle.reasons": self.reasons(),
            "chronicle.heard": np.array(self.heard, dtype=np.int64),
            "chronicle.track": self.track(),
        }

    def thaw(self, arrays: Arrays, lines: list[Said]) -> None:
        """Take back what `freeze` gave, and the lines said before it."""
        self._events = [arrays["chronicle.events"]]
        self._reasons = [arrays["chronicle.reasons"]]
        self.heard = [int(index) for index in arrays["chronicle.heard"]]
        track = arrays.get("chronicle.track")  # runs left open before it was kept have none
        self._track = [] if track is None else [tuple(row) for row in track.tolist()]
        self.lines, self._told = [], {}
        for line in lines:
            self._keep(line)


def _joined(tables: list[Rows], dtype: np.dtype[Any]) -> Rows:
    return np.concatenate(tables) if tables else np.zeros(0, dtype=dtype)
