"""The power goes in the middle of the last word: whatever is left of it, all that was there before is read."""

from pathlib import Path

import pytest

from game.model.commands import Command, Do
from game.session.journal import Journal

FRAME, PAGE, HEAD = 24, 4096, 32  # bytes of a log: before each page, of a page, before them all


class Torn:
    """A journal after a crash: its file, its log, and what is read with another log in its place."""

    def __init__(self, folder: Path) -> None:
        path = folder / "a.run"
        journal = Journal.create(path, {"seed": 1})
        for tick in (1, 2, 3):
            journal.command(Command(tick, 0, Do.LISTEN))
        journal.enter([(4, 0, "tally", {"what": "pitch"})])
        self._file, self.log = path.read_bytes(), path.with_name("a.run-wal").read_bytes()
        journal.close()
        self._there = folder / "torn" / path.name
        self._there.parent.mkdir()

    def read(self, log: bytes) -> list[int]:
        """The ticks of its commands and entries."""
        self._there.write_bytes(self._file)
        self._there.with_name("a.run-wal").write_bytes(log)
        journal = Journal.open(self._there)
        try:
            return [command.tick for command in journal.commands()] + [tick for tick, *_ in journal.entries()]
        finally:
            journal.close()


@pytest.fixture
def torn(tmp_path: Path) -> Torn:
    return Torn(tmp_path)


def test_a_log_cut_within_its_last_page_has_all_but_the_last_word(torn: Torn) -> None:
    assert len(torn.log) == HEAD + 4 * (FRAME + PAGE)  # a page for each of the four
    assert torn.read(torn.log) == [1, 2, 3, 4]
    ends = {*range(1, 64), *range(64, PAGE, 7), *range(PAGE, PAGE + FRAME + 1)}  # every byte of what tells a page
    read = {cut: torn.read(torn.log[:-cut]) for cut in ends}
    assert {cut: found for cut, found in read.items() if found != [1, 2, 3]} == {}


def test_nor_is_more_lost_where_the_disk_has_only_the_beginning_of_the_last_page(torn: Torn) -> None:
    """The file has its length, and nothing but zeros where the page would go on."""
    for cut in range(len(torn.log) - len(torn.log.rstrip(b"\0")) + 1, FRAME + PAGE + 1, 61):
        assert torn.read(torn.log[:-cut] + bytes(cut)) == [1, 2, 3], cut


def test_a_log_cut_anywhere_has_whatever_was_whole(torn: Torn) -> None:
    for length in range(0, len(torn.log), 509):
        whole = max(0, length - HEAD) // (FRAME + PAGE)
        assert torn.read(torn.log[:length]) == [1, 2, 3, 4][:whole], length
