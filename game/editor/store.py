"""What an editor keeps of one file until it is saved: every step, on the disk before it is answered.

One SQLite file per scenario, held by one program at a time; the lock goes with the program, however it ends.
"""

import hashlib
import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from game.errors import GameError

MOST_STEPS = 200
_TABLES = """
CREATE TABLE IF NOT EXISTS steps (n INTEGER PRIMARY KEY, text TEXT NOT NULL, place TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Store:
    """The steps of one file and a few facts beside them."""

    def __init__(self, file: Path, home: Path) -> None:
        """`home`: where the game keeps things. Raises GameError when another has the file, or nothing can be kept."""
        stem = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:16]
        folder = home / "edits"
        self._path, self._address = folder / f"{stem}.sqlite", folder / f"{stem}.url"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise GameError(str(folder), "a folder that can be written to", str(trouble.strerror)) from None
        self._database = self._opened()
        try:
            self._database.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._database.execute("PRAGMA synchronous=FULL")
            self._database.execute("BEGIN EXCLUSIVE")
            for statement in _TABLES.strip().splitlines():
                self._database.execute(statement)
            self._database.execute("COMMIT")
        except sqlite3.DatabaseError as trouble:
            self._database.close()
            if "locked" in str(trouble):
                got = f"one open at {self._where()}"
                raise GameError(str(file), "a scenario that is not open elsewhere", got) from None
            raise GameError(str(self._path), "a file that can be written", str(trouble)) from None

    def _opened(self) -> sqlite3.Connection:
        try:
            return sqlite3.connect(self._path, timeout=0.2, isolation_level=None, check_same_thread=False)
        except sqlite3.OperationalError as trouble:
            raise GameError(str(self._path), "a file that can be written", str(trouble)) from None

    def _where(self) -> str:
        try:
            return self._address.read_text(encoding="utf-8")
        except OSError:
            return "another window"

    def announce(self, url: str) -> None:
        """Tell where this file is being edited, for whoever opens it, too."""
        with suppress(OSError):  # on a full disk another window is told of no address, and no more
            self._address.write_text(url, encoding="utf-8")

    def steps(self) -> list[tuple[int, str, str]]:
        """Number, text and place of every step, oldest first."""
        return list(self._database.execute("SELECT n, text, place FROM steps ORDER BY n"))

    def facts(self) -> dict[str, Any]:
        """What was kept beside the steps."""
        return {key: json.loads(value) for key, value in self._database.execute("SELECT key, value FROM meta")}

    def keep(self, facts: dict[str, Any], step: tuple[int, str, str] | None = None) -> None:
        """Write down facts, and a step in place of its like and all later ones. Raises GameError, nothing changed."""
        try:
            self._database.execute("BEGIN")
            if step is not None:
                self._database.execute("DELETE FROM steps WHERE n >= ? OR n <= ?", (step[0], step[0] - MOST_STEPS))
                self._database.execute("INSERT INTO steps VALUES (?, ?, ?)", step)
            rows = [(key, json.dumps(value)) for key, value in facts.items()]
            self._database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
            self._database.execute("COMMIT")
        except sqlite3.Error as trouble:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise GameError(str(self._path), "room to keep the change", str(trouble)) from None

    def close(self, forget: bool) -> None:
        """Let go of the file; `forget`: there is nothing unsaved."""
        self._database.close()
        self._address.unlink(missing_ok=True)
        if forget:
            self._path.unlink(missing_ok=True)
