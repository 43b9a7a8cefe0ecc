"""Workshops that were written down: found again, and read without touching them, even one that is under way."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from game.session import start
from game.session.journal import Journal, log_of
from game.session.trouble import JournalError, told_plainly
from game.talk.words import Words
from game.workshop import book
from game.workshop.state import State
from game.workshop.workshop import Workshop

TRIES = 5  # at a copy, while whoever runs the workshop folds the log into its file
_OF_THIS_VERSION = ("a workshop of this version of the game", "one of another")
_HEAD = 32  # bytes of a log that tell it from the one before


@dataclass(frozen=True, slots=True)
class Kept:
    """A workshop as a list shows it; `trouble` says why it cannot be read, "" when it can."""

    name: str
    meta: dict[str, Any]
    seats: int = 0
    phase: str = ""
    trouble: str = ""


def names() -> list[str]:
    """Every workshop, oldest first."""
    return [path.stem for path in sorted(book.folder().glob(f"*{book.SUFFIX}"), key=lambda path: (written(path), path))]


def path_of(name: str) -> Path:
    """The book of a workshop."""
    return book.folder() / f"{name}{book.SUFFIX}"


def written(path: Path) -> float:
    """When a book, or its log, was last written to: seconds of the system's clock."""
    return max(file.stat().st_mtime for file in (path, log_of(path)) if file.exists())


def read(path: Path, words: Words) -> Workshop:
    """A workshop as it stands on the disk: its last snapshot, and every entry since. Raises JournalError."""
    with _copied(path) as copy:
        meta = _opened(copy).meta
        if not start.same_model(meta):
            raise JournalError(str(path), *_OF_THIS_VERSION)
        show, kept, _ = book.resume(copy, words)
        kept.close()
    return show


def info(name: str) -> Kept:
    """What a workshop is, for a list."""
    try:
        with _copied(path_of(name)) as copy:
            found = _opened(copy)
    except JournalError as trouble:
        return Kept(name, {}, trouble=str(trouble))
    return Kept(name, found.meta, found.seats, found.phase)


def why_left(name: str) -> str:
    """Why a workshop cannot be taken up, in a line; "" where it can, or has ended."""
    kept = info(name)
    if kept.trouble or kept.meta["ended"] or start.same_model(kept.meta):
        return kept.trouble
    return str(JournalError(str(path_of(name)), *_OF_THIS_VERSION))


def _opened(path: Path) -> Kept:
    journal = Journal.open(path)
    try:
        meta, saved = journal.meta(), book.latest(journal)
    finally:
        journal.close()
    state = saved[2]["state"] if saved else State("").plain()
    return Kept(path.stem, meta, sum(not seat["out"] for seat in state["seats"]), state["phase"])


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy of a book and its log as they were at one moment, to be read in peace; what is wrong is said of `path`."""
    with TemporaryDirectory(prefix="work-the-room-") as folder:
        copy = Path(folder) / path.name
        with told_plainly(path):
            _copy(path, copy)
        try:
            yield copy
        except JournalError as trouble:
            raise JournalError(str(path), trouble.expected, trouble.got, trouble.nearest) from trouble


def _copy(path: Path, copy: Path) -> None:
    """First the file, then the log: all that came into the file meanwhile is in the log, too, if that is still the one
    that was there before.
    """
    for _ in range(TRIES):
        before = _head(path)
        shutil.copyfile(path, copy)
        log_of(copy).unlink(missing_ok=True)
        if before:
            shutil.copyfile(log_of(path), log_of(copy))
        if _head(path) == before:
            return
    raise OSError("it is being written to; try again")


def _head(path: Path) -> bytes:
    log = log_of(path)
    if not log.exists():
        return b""
    with log.open("rb") as file:
        return file.read(_HEAD)
