"""What can go wrong with a run's file, in one line each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.errors import GameError


class JournalError(GameError):
    """A run's journal cannot be written or read."""


class InUseError(JournalError):
    """A run is open in another window."""


_ELSEWHERE = "a read-only one; set WORK_THE_ROOM_HOME to another folder"
_PLAINLY = (  # part of what SQLite or the system says: what was expected, what came
    ("locked", "a run nobody else has open", "one that another window uses: close it there first"),
    ("full", "room on the disk", "a full one; what was answered so far is kept"),
    ("file too large", "room on the disk", "no more of it; what was answered so far is kept"),
    ("disk i/o", "a disk that takes what is written", "one that refuses; what was answered so far is kept"),
    ("readonly", "a file that may be written", _ELSEWHERE),
    ("read-only", "a folder that may be written", _ELSEWHERE),
    ("unable to open", "a file that can be opened", "none; is the folder there, and may you write to it?"),
    ("not a directory", "a folder", "something else; set WORK_THE_ROOM_HOME to a folder"),
    ("not a database", "a run of this game", "another or a damaged file"),
    ("no such table", "a run of this game", "another or a damaged file"),
    ("malformed", "a whole run", "a damaged one"),
)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite or the disk says into one line with the file's name."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as trouble:
        said = str(trouble).lower()
        for part, expected, got in _PLAINLY:
            if part in said:
                kind = InUseError if part == "locked" else JournalError
                raise kind(str(path), expected, got) from trouble
        raise JournalError(str(path), "a file that can be written and read", str(trouble)) from trouble
