"""Everything that happens in an evening as lines of JSON, while it happens."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from numpy.typing import NDArray

from game.errors import GameError
from game.model.acts import Act
from game.model.events import Event
from game.session.clock import TICK_S
from game.session.evening import Evening
from game.session.journal import Said
from game.session.roster import Roster


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
        self._file.close()

    def __call__(self, evening: Evening, said: Sequence[Said]) -> None:
        """Write the events of the tick that has just been."""
        texts = {(line.speaker, line.tick): line.text for line in said}
        lines = [self._line(row, evening.roster, texts) for row in evening.world.log.events()]
        try:
            self._file.writelines(line + "\n" for line in lines)
        except OSError as trouble:
            raise self._refused(trouble) from trouble

    def _line(self, row: NDArray[Any], roster: Roster, texts: dict[tuple[int, int], str]) -> str:
        kind = Event(int(row["kind"]))
        told: dict[str, Any] = {"t_s": int(row["tick"]) * TICK_S, "event": kind.name.lower()}
        for column in ("actor", "other", "about"):
            if row[column] >= 0:
                told[column] = roster.person(int(row[column])).name
        if row["act"] >= 0:
            told["act"] = Act(int(row["act"])).name.lower()
        for column in ("formation", "item"):
            if row[column] >= 0:
                told[column] = int(row[column])
        if row["value"] != 0:
            told["value"] = round(float(row["value"]), 3)
        if kind == Event.SAID:
            told["text"] = texts[int(row["actor"]), int(row["tick"])]
        return json.dumps(told, ensure_ascii=False)

    def _refused(self, trouble: OSError) -> GameError:
        return GameError(str(self._path), "a file that can be written", str(trouble.strerror))
