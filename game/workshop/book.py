"""Where a workshop is written down, and how it is taken up again: every entry, and a snapshot now and then."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from game import scenario as scenarios
from game.scenario.told import told_in
from game.session import runs, start, versions
from game.session.journal import Journal, Said
from game.session.packing import Arrays, pack
from game.session.trouble import JournalError
from game.talk.words import Words
from game.workshop.entry import Entry, RefusedError
from game.workshop.workshop import Workshop

SUFFIX = ".workshop"


class Book:
    """The journal of one workshop."""

    def __init__(self, journal: Journal, entries: int = 0, round: int = 0) -> None:
        self._journal = journal
        # two threads that stay: the C library gives each new one memory of its own, and keeps what it held when it ends
        self._packer, self._flusher = ThreadPoolExecutor(1, "packer"), ThreadPoolExecutor(1, "flusher")
        self._entries = entries  # on the disk
        self._unsaved: list[Said] = []
        self._packing: tuple[Future[bytes], int, int] | None = None  # on its way, its tick, how many lines go with it
        self._turned = False  # the lines on the disk are those of an evening before
        self._round = round  # which evening the lines on the disk are of
        self._flushing: tuple[Future[None], int] | None = None  # on its way, with so many entries
        self._flushed = entries  # of them, whatever becomes of the power
        journal.hurry()

    @property
    def path(self) -> Path:
        """The file."""
        return self._journal.path

    def write(self, entries: Sequence[Entry]) -> None:
        """Commit entries; when this returns they are on the disk. Raises JournalError, and none of them is."""
        self._journal.enter((entry.tick, entry.seat, entry.kind, entry.data) for entry in entries)
        self._entries += len(entries)

    def flush(self) -> bool:
        """Let what was written outlive a power cut, too: beside the game. Raises JournalError when it last failed.

        Whether something has outlived it since it was last asked.
        """
        if self._flushing is not None and not self._flushing[0].done():
            return False
        last, self._flushing = self._flushing, None
        try:
            if last is not None:
                last[0].result()
                self._flushed = last[1]
            return last is not None
        finally:
            if self._flushed < self._entries:
                self._flushing = self._flusher.submit(self._journal.flush), self._entries

    def say(self, show: Workshop, said: Sequence[Said]) -> None:
        """Lines to be kept with the next snapshot."""
        self._turn(show)
        self._unsaved.extend(said)

    def _turn(self, show: Workshop) -> None:
        """A new evening: the lines of the one before are another's."""
        if show.state.round != self._round:
            self._round, self._unsaved, self._packing, self._turned = show.state.round, [], None, True

    def save(self, show: Workshop, running: dict[str, Any]) -> None:
        """Commit a snapshot; `running`: what whoever runs the workshop wants back with it. Raises JournalError."""
        self.begin_saving(show, running)
        self.end_saving(wait=True)

    def begin_saving(self, show: Workshop, running: dict[str, Any]) -> None:
        """The same, but packed beside the game, for that takes longer than a frame; `end_saving` commits it."""
        self._turn(show)
        arrays, plain = show.freeze()
        plain |= {"entries": self._entries, "running": dict(running)}
        self._packing = self._packer.submit(pack, arrays, plain), show.tick_now, len(self._unsaved)

    def end_saving(self, *, wait: bool = False) -> bool:
        """Commit the snapshot that was begun, if it is packed; whether there was one. Raises JournalError."""
        if self._packing is None or not (wait or self._packing[0].done()):
            return False
        (packed, tick, lines), self._packing = self._packing, None
        if self._turned:
            self._journal.forget_after(-1, 0)
            self._turned = False
        self._journal.save_packed(tick, packed.result(), self._unsaved[:lines])
        del self._unsaved[:lines]
        return True

    def remember(self, values: dict[str, Any]) -> None:
        """Keep something about the workshop that is no part of it: who may use the console."""
        self._journal.write_meta(values)

    def meta(self) -> dict[str, Any]:
        """What was remembered."""
        return self._journal.meta()

    def close(self) -> None:
        """Let go of the file."""
        self._packer.shutdown()
        self._flusher.shutdown()
        self._journal.close()


def folder() -> Path:
    """Where workshops are kept."""
    return runs.home() / "workshops"


def begin(path_or_id: str, words: Words, seed: int, code: str) -> tuple[Workshop, Book]:
    """A new workshop, its file already on the disk."""
    loaded = scenarios.load(path_or_id)
    scenario = told_in(loaded, words.language)
    now = datetime.now()
    meta = {
        "scenario": scenario.id,
        "scenario_text": scenarios.find(path_or_id).read_text(encoding="utf-8"),
        "seed": seed,
        "code": code,
        "model": versions.model_hash(),
        **start.in_language(loaded, words.language),
        "started": now.isoformat(timespec="seconds"),
        "ended": False,
    }
    stem = f"{scenario.id}-{now:%Y%m%d-%H%M%S-%f}"
    journal = Journal.create(folder() / f"{stem}{SUFFIX}", meta)
    return Workshop(scenario, seed, code, words), Book(journal)


def unfinished() -> Path | None:
    """The newest workshop that has not ended and can be read; None when there is none."""
    files = sorted(folder().glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for path in files:
        try:
            journal = Journal.open(path)
        except JournalError:
            continue
        try:
            meta = journal.meta()
        finally:
            journal.close()
        if not meta["ended"] and start.same_model(meta):
            return path
    return None


def resume(path: Path, words: Words) -> tuple[Workshop, Book, dict[str, Any]]:
    """A workshop where it was left, stopped; and what its runner saved with the last snapshot."""
    journal = Journal.open(path)
    try:
        meta = journal.meta()
        show = Workshop(start.written_of(meta), meta["seed"], meta["code"], start.words_of(meta, words))
        known, running = 0, dict[str, Any]()
        saved = latest(journal)
        if saved is None:
            journal.forget_after(-1, 0)
        else:
            tick, arrays, plain = saved
            journal.forget_after(tick, 0)
            show.thaw(arrays, plain, journal.said())
            known, running = plain["entries"], plain["running"]
        rows = journal.entries(known)
        book = Book(journal, known + len(rows), show.state.round)
        relive(show, [Entry(kind, seat, data, tick) for tick, seat, kind, data in rows], book)
    except BaseException:
        journal.close()
        raise
    return show, book, running


def latest(journal: Journal) -> tuple[int, Arrays, dict[str, Any]] | None:
    """The newest snapshot that is whole; None where there is none, and the entries have to do alone."""
    try:
        return journal.latest()
    except JournalError:
        return None


def relive(show: Workshop, entries: Sequence[Entry], book: Book | None = None) -> None:
    """Let entries happen again, each at its tick."""
    for entry in entries:
        while show.running and show.moment < entry.tick:
            said = show.tick()
            if book is not None:
                book.say(show, said)
        while show.weeks is not None and not show.weeks.over and show.moment < entry.tick:
            show.hour()
        try:
            show.apply(entry)
        except RefusedError:
            continue  # it was refused then, too


def forget(path: Path) -> None:
    """Remove a workshop, every trace of it."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)
