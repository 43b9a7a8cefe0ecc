"""Everything that happens in an evening and in the weeks after it as lines of JSON, while it happens."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.errors import GameError
from game.model.events import Event
from game.model.feed.events import FeedEvent
from game.scenario.spec import Person
from game.session.clock import TICK_S
from game.session.evening import Evening
from game.session.journal import Said
from game.session.twins import name_of
from game.session.weeks.book import Entry
from game.session.weeks.feed import Weeks


class Record:
    """An observer of a session that writes a file, one event a line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = path.open("w", encoding="utf-8")
        except OSError as trouble:
            raise self._refused(trouble) from trouble

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError as trouble:
            raise self._refused(trouble) from trouble

    def tick(self, evening: Evening, said: Sequence[Said]) -> None:
        """Write the events of the tick that has just been."""
        texts = {(line.speaker, line.tick): line.text for line in said}
        people = evening.roster.people()
        lines = []
        for row in evening.world.log.events():
            kind = Event(int(row["kind"]))
            told = {"t_s": int(row["tick"]) * TICK_S} | _told(row, kind.name, people)
            if kind == Event.SAID:
                told["text"] = texts[int(row["actor"]), int(row["tick"])]
            lines.append(told)
        self._write(lines)

    def hour(self, weeks: Weeks, events: NDArray[Any], entries: Sequence[Entry]) -> None:
        """Write what the network has just reported, and what was written there; `hour` is since the first midnight."""
        lines = [
            {"hour": int(row["tick"])} | _told(row, FeedEvent(int(row["kind"])).name, weeks.company) for row in events
        ]
        for entry in entries:
            told: dict[str, Any] = {"hour": entry.tick, "event": "wrote", "as": entry.kind}
            if entry.person >= 0:
                told["actor"] = weeks.company[entry.person].name
            lines.append(told | {"text": entry.text})
        self._write(lines)

    def _write(self, lines: Sequence[dict[str, Any]]) -> None:
        try:
            self._file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        except OSError as trouble:
            raise self._refused(trouble) from trouble

    def _refused(self, trouble: OSError) -> GameError:
        return GameError(str(self._path), "a file that can be written", str(trouble.strerror))


def _told(row: np.void, kind: str, people: Sequence[Person]) -> dict[str, Any]:
    """A row of events in words: who did what, and every other column that says something."""
    told: dict[str, Any] = {"event": kind.lower()}
    for column in ("actor", "other", "about"):
        if row[column] >= 0:
            told[column] = people[int(row[column])].name
    if row["act"] >= 0:
        told["act"] = name_of(int(row["act"]))
    for column in ("formation", "item"):
        if row[column] >= 0:
            told[column] = int(row[column])
    if row["value"] != 0:
        told["value"] = round(float(row["value"]), 3)
    return told
