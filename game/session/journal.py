"""The journal of one run: what was decided, said and saved, in one SQLite file.

A command is on the disk before it is answered (WAL, synchronous FULL), so a killed
run loses nothing that was acknowledged, nor does one whose power is cut. The journal
is also the replay and the export.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.model.commands import Command
from game.session.packing import Arrays, pack, unpack
from game.session.trouble import JournalError, told_plainly

FORMAT = 2  # 1 had snapshots of another form
KEEP_SNAPSHOTS = 3  # the newest may be torn: older ones are there to fall back on

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE commands (seq INTEGER PRIMARY KEY, tick INTEGER, actor INTEGER, do INTEGER,
    target INTEGER, act INTEGER, item INTEGER, about INTEGER, x REAL, y REAL);
CREATE TABLE phases (seq INTEGER PRIMARY KEY, tick INTEGER, phase TEXT, note TEXT);
CREATE TABLE snapshots (seq INTEGER PRIMARY KEY, tick INTEGER, sha256 TEXT, blob BLOB);
CREATE TABLE said (seq INTEGER PRIMARY KEY, tick INTEGER, speaker INTEGER, addressee INTEGER,
    act INTEGER, item INTEGER, about INTEGER, formation INTEGER, text TEXT);
CREATE TABLE entries (seq INTEGER PRIMARY KEY, tick INTEGER, seat INTEGER, kind TEXT, data TEXT);
CREATE TABLE bookmarks (seq INTEGER PRIMARY KEY, tick INTEGER, text TEXT);
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the evening, as the journal keeps it."""

    tick: int
    speaker: int
    addressee: int
    act: int
    item: int
    about: int
    formation: int
    text: str


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """A phase began at a tick; the note carries what was decided with it."""

    tick: int
    phase: str
    note: str = ""


class Journal:
    """One open journal. Every method raises JournalError, with one line that says what to do."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self.path = path
        self._database = database

    @classmethod
    def create(cls, path: Path, meta: dict[str, Any]) -> "Journal":
        """Start the journal of a new run. The file appears under its name when it is whole."""
        unborn = path.with_suffix(f".{os.getpid()}.new")
        with told_plainly(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with closing(sqlite3.connect(unborn)) as database:
                    database.executescript(_TABLES)
                    database.executemany("INSERT INTO meta VALUES (?, ?)", _as_rows({"format": FORMAT, **meta}))
                    database.commit()
                if path.exists():
                    raise FileExistsError(f"{path} is taken")
                unborn.rename(path)
            finally:
                unborn.unlink(missing_ok=True)
            return cls(path, _connect(path))

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """Open the journal of an earlier run."""
        if not path.is_file():
            raise JournalError(str(path), "a run", "no such file")
        with told_plainly(path):
            journal = cls(path, _connect(path))
            try:
                written_as = journal.meta().get("format")
                if written_as != FORMAT:
                    raise JournalError(str(path), f"a run of format {FORMAT}", f"one of format {written_as}")
            except BaseException:
                journal._database.close()
                raise
        return journal

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with told_plainly(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with told_plainly(self.path):
            return self._database.execute(query, values).fetchall()

    # what the run is

    def meta(self) -> dict[str, Any]:
        """Versions, hashes, seed, style, player: what the run was started with."""
        return {key: json.loads(value) for key, value in self._rows("SELECT key, value FROM meta")}

    def write_meta(self, values: dict[str, Any]) -> None:
        """Set or change some of it."""
        with self._transaction() as database:
            database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", _as_rows(values))

    # what was decided

    def command(self, command: Command) -> None:
        """Commit a command; when this returns it is on the disk."""
        with self._transaction() as database:
            values = (None, *(value.item() if hasattr(value, "item") else value for value in command))
            database.execute("INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def commands(self, since: int = 0) -> list[Command]:
        """Commands that apply at `since` or later, in the order in which they were given."""
        rows = self._rows(
            "SELECT tick, actor, do, target, act, item, about, x, y FROM commands WHERE tick >= ? ORDER BY seq",
            since,
        )
        return [Command(*row) for row in rows]

    def phases(self) -> list[PhaseChange]:
        """Every change of phase, in order."""
        return [PhaseChange(*row) for row in self._rows("SELECT tick, phase, note FROM phases ORDER BY seq")]

    def enter(self, entries: Iterable[tuple[int, int, str, dict[str, Any]]]) -> None:
        """Commit entries of a workshop (tick, seat, kind, data); when this returns they are on the disk."""
        rows = [(tick, seat, kind, json.dumps(data)) for tick, seat, kind, data in entries]
        with self._transaction() as database:
            database.executemany("INSERT INTO entries VALUES (NULL, ?, ?, ?, ?)", rows)

    def hurry(self) -> None:
        """From now on commits do not wait until the disk has really written: for whoever calls `flush` now and then.

        A kill loses nothing all the same; when the power is cut, what came after the last flush may be missing.
        """
        with told_plainly(self.path):
            self._database.execute("PRAGMA synchronous = NORMAL")

    def flush(self) -> None:
        """Wait until the disk has really written all that was committed; in any thread."""
        with told_plainly(self.path), suppress(FileNotFoundError), log_of(self.path).open("r+b") as file:
            os.fsync(file.fileno())

    def entries(self, after: int = 0) -> list[tuple[int, int, str, dict[str, Any]]]:
        """All but the first `after` entries, in order."""
        rows = self._rows("SELECT tick, seat, kind, data FROM entries ORDER BY seq LIMIT -1 OFFSET ?", after)
        return [(tick, seat, kind, json.loads(data)) for tick, seat, kind, data in rows]

    # what was saved

    def save(
        self,
        tick: int,
        arrays: Arrays,
        plain: dict[str, Any],
        said: Iterable[Said],
        phase: PhaseChange | None = None,
    ) -> None:
        """Commit a snapshot, the lines said since the last one, and the change of phase it goes with."""
        self.save_packed(tick, pack(arrays, plain), said, phase)

    def save_packed(self, tick: int, blob: bytes, said: Iterable[Said], phase: PhaseChange | None = None) -> None:
        """The same for a snapshot that was packed elsewhere: that takes longest, and may be done beside the game."""
        with self._transaction() as database:
            if phase is not None:
                values = (phase.tick, phase.phase, phase.note)
                database.execute("INSERT INTO phases VALUES (NULL, ?, ?, ?)", values)
            database.executemany(
                "INSERT INTO said VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
                [tuple(asdict(line).values()) for line in said],
            )
            sha256 = hashlib.sha256(blob).hexdigest()
            database.execute("INSERT INTO snapshots VALUES (NULL, ?, ?, ?)", (tick, sha256, blob))
            database.execute(
                "DELETE FROM snapshots WHERE seq <= (SELECT MAX(seq) FROM snapshots) - ?", (KEEP_SNAPSHOTS,)
            )

    def latest(self) -> tuple[int, Arrays, dict[str, Any]]:
        """The newest snapshot that is whole: its tick, arrays and plain data."""
        for tick, sha256, blob in self._rows("SELECT tick, sha256, blob FROM snapshots ORDER BY seq DESC"):
            if hashlib.sha256(blob).hexdigest() == sha256:
                arrays, plain = unpack(blob)
                return tick, arrays, plain
        raise JournalError(str(self.path), "a whole snapshot", "damaged ones only; start again with `play`")

    @property
    def begun(self) -> bool:
        """Whether a snapshot was ever committed, whole or not."""
        return bool(self._rows("SELECT 1 FROM snapshots LIMIT 1"))

    def saved_at(self) -> int:
        """The tick of the newest snapshot, 0 before the first."""
        return int(self._rows("SELECT COALESCE(MAX(tick), 0) FROM snapshots")[0][0])

    # what was said

    def said(self) -> list[Said]:
        """Every line, oldest first."""
        rows = self._rows("SELECT tick, speaker, addressee, act, item, about, formation, text FROM said ORDER BY seq")
        return [Said(*row) for row in rows]

    def forget_after(self, tick: int, phases: int) -> None:
        """Drop lines and snapshots after a tick, and all but the first phases: the run goes on from there."""
        with self._transaction() as database:
            database.execute("DELETE FROM said WHERE tick > ?", (tick,))
            database.execute("DELETE FROM snapshots WHERE tick > ?", (tick,))
            database.execute(
                "DELETE FROM phases WHERE seq NOT IN (SELECT seq FROM phases ORDER BY seq LIMIT ?)", (phases,)
            )

    def bookmark(self, tick: int, text: str) -> None:
        """Mark a moment to come back to."""
        with self._transaction() as database:
            database.execute("INSERT INTO bookmarks VALUES (NULL, ?, ?)", (tick, text))

    def bookmarks(self) -> list[tuple[int, str]]:
        """(tick, text), oldest first."""
        return [(tick, text) for tick, text in self._rows("SELECT tick, text FROM bookmarks ORDER BY seq")]

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        with told_plainly(self.path):
            self._database.close()


def log_of(path: Path) -> Path:
    """Where SQLite keeps what is committed and not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def _as_rows(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, json.dumps(value)) for key, value in values.items()]


def _connect(path: Path) -> sqlite3.Connection:
    """Open for one process alone: two windows on one run would each save over the other."""
    database = sqlite3.connect(path, isolation_level=None, timeout=0.5)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
    except BaseException:
        database.close()
        raise
    return database
