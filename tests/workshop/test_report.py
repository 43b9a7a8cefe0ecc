"""`report` and `runs` read a workshop's book: ended, left, under way or damaged, and leave it as it is."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game import cli
from game.session import versions
from game.session.journal import Journal
from game.talk.words import Words
from game.workshop import book, export, shelf
from game.workshop.book import Book
from game.workshop.rehearsal import rehearse_at_once
from tests.workshop.hands import CODE, Room

BAD_NAME = '=HYPERLINK("x")'
Say = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def say(capfdbinary: pytest.CaptureFixture[bytes]) -> Say:
    """Run a command: its exit code, what it printed, and what it complained of."""

    def run(*arguments: object) -> tuple[int, bytes, str]:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        printed = capfdbinary.readouterr()
        return int(left.value.code or 0), printed.out, printed.err.decode()

    return run


@pytest.fixture
def begun(tea_room: str, words: Words) -> tuple[Room, Book]:
    """A workshop with its book: three are in, one with a bad name, and the evening has gone on for a while."""
    room = Room(tea_room, words)
    room.show, kept = book.begin(tea_room, words, 3, CODE)
    room.join("Ana", "Bo", BAD_NAME)
    room.leave_to_bots()
    room.go("evening")
    for _ in range(200):
        kept.say(room.show, room.show.tick())
    kept.write(room.entries)
    return room, kept


def told_by(show: Room) -> dict[str, bytes]:
    """What the console would export now."""
    return {name: page.body for name, page in export.pages(show.show).items()}


def as_it_is_on_the_disk() -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in book.folder().iterdir()}


# what is read


@pytest.mark.parametrize(
    ("format", "file"), [("json", "session.json"), ("csv", "people.csv"), ("html", "session.html")]
)
def test_a_report_of_a_workshop_is_its_export_to_the_byte(
    begun: tuple[Room, Book], say: Say, format: str, file: str
) -> None:
    room, kept = begun
    kept.save(room.show, {})
    kept.close()
    assert say("report", "--format", format) == (0, told_by(room)[file], "")


def test_every_file_of_the_export_can_be_had_at_once(begun: tuple[Room, Book], say: Say, tmp_path: Path) -> None:
    room, kept = begun
    kept.save(room.show, {})
    kept.close()
    code, printed, _ = say("report", "last-workshop", "--out", tmp_path / "there")
    written = {path.name: path.read_bytes() for path in (tmp_path / "there").iterdir()}
    assert (code, written) == (0, told_by(room))
    assert printed.decode().split() == [str(tmp_path / "there" / name) for name in told_by(room)]


def test_names_are_nicknames_no_formulas_and_nobody_s_shame(begun: tuple[Room, Book], say: Say) -> None:
    room, kept = begun
    kept.save(room.show, {})
    kept.close()
    table = say("report", "--format", "csv")[1].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["name"] for row in rows] == ["Ana", "Bo", f"'{BAD_NAME}"]
    told = say("report")[1]
    people = json.loads(told)["people"]
    assert people[2]["name"] == BAD_NAME
    assert all("met" in row and not row.keys() & {"evaded", "approached", "avoided_by"} for row in people)
    assert b"hash-of" not in told and b"7000" not in told


# of one that is under way


def test_a_workshop_under_way_is_read_as_far_as_it_is_written_down_and_is_not_disturbed(
    begun: tuple[Room, Book], say: Say, words: Words
) -> None:
    room, kept = begun
    kept.save(room.show, {})
    room.entries.clear()
    room.join("Dara")
    kept.write(room.entries)
    before = as_it_is_on_the_disk()
    assert len(before) > 1  # the log, and in it all that has been said so far
    told = json.loads(say("report", kept.path.stem)[1])
    assert told == json.loads(told_by(room)["session.json"])
    assert [row["name"] for row in told["people"]] == ["Ana", "Bo", BAD_NAME, "Dara"]
    assert as_it_is_on_the_disk() == before
    room.entries.clear()
    room.join("Eli")
    kept.write(room.entries)
    assert len(json.loads(say("report", kept.path)[1])["people"]) == 5
    kept.close()


def test_a_copy_taken_while_the_log_is_folded_into_the_file_is_taken_once_more(
    begun: tuple[Room, Book], words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, kept = begun
    really, times = shelf._head, []

    def meanwhile(path: Path) -> bytes:
        times.append(path)
        if len(times) == 2:  # it has been copied, and is then folded in and written to
            kept._journal._database.execute("PRAGMA wal_checkpoint(RESTART)")
            room.entries.clear()
            room.join("Dara")
            kept.write(room.entries)
        return really(path)

    monkeypatch.setattr(shelf, "_head", meanwhile)
    seats = shelf.read(kept.path, words).state.seats
    kept.close()
    assert [seat.name for seat in seats] == ["Ana", "Bo", BAD_NAME, "Dara"]
    assert len(times) == 4


def test_one_that_is_written_to_all_the_time_is_said_in_a_line(
    begun: tuple[Room, Book], say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, kept = begun
    monkeypatch.setattr(shelf, "_head", lambda path: os.urandom(shelf._HEAD))
    code, printed, complained = say("report", kept.path.stem)
    kept.close()
    assert (code, printed) == (2, b"")
    assert complained.count("\n") == 1 and str(kept.path) in complained and "try again" in complained


# of a damaged one


def test_of_a_book_with_a_torn_end_all_that_is_whole_is_told(begun: tuple[Room, Book], say: Say) -> None:
    room, kept = begun
    kept.save(room.show, {})
    whole = json.loads(told_by(room)["session.json"])
    room.entries.clear()
    room.join("Dara")
    kept.write(room.entries)
    torn = kept.path.with_name(f"torn{book.SUFFIX}")
    torn.write_bytes(kept.path.read_bytes())
    log = kept.path.with_name(f"{kept.path.name}-wal").read_bytes()
    torn.with_name(f"{torn.name}-wal").write_bytes(log[:-1])
    assert json.loads(say("report", torn)[1]) == whole
    kept.close()


def test_where_no_snapshot_is_whole_the_entries_tell_it_all(begun: tuple[Room, Book], say: Say, words: Words) -> None:
    room, kept = begun
    room.entries.clear()
    room.go("decisions")
    kept.write(room.entries)
    kept.save(room.show, {})
    kept._journal._database.execute("UPDATE snapshots SET blob = x'1234'")
    kept.close()
    told = json.loads(say("report")[1])
    assert told == json.loads(told_by(room)["session.json"]) and len(told["lines"]) > 3
    again, kept, running = book.resume(kept.path, words)
    kept.close()
    assert (again.digest(), running) == (room.show.digest(), {})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"shopping list\n" * 400, "expected a run of this game, got another or a damaged file"),
        (b"", "expected a run of this game, got another or a damaged file"),
        (None, "expected a whole run, got a damaged one"),
    ],
    ids=["no book", "empty", "half"],
)
def test_what_cannot_be_read_is_said_in_a_line_with_its_own_name(
    begun: tuple[Room, Book], say: Say, content: bytes | None, says: str
) -> None:
    room, kept = begun
    kept.save(room.show, {})
    kept.close()
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert say("report", "last") == (2, b"", f"{kept.path}: {says}\n")
    listed = say("runs")[1].decode()
    assert kept.path.stem in listed and says.split()[1] in listed


def test_one_of_another_version_is_said_in_a_line(
    begun: tuple[Room, Book], say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, kept = begun
    kept.close()
    monkeypatch.setattr(versions, "model_hash", lambda: "another")
    expected = "expected a workshop of this version of the game, got one of another"
    assert say("report") == (2, b"", f"{kept.path}: {expected}\n")
    assert "3 seats" not in say("runs")[1].decode()  # nothing of it was saved; and it stands in the list


# which is meant


def test_workshops_and_evenings_stand_in_one_list_and_the_last_is_the_newest_of_both(
    begun: tuple[Room, Book], tea_room: str, say: Say, words: Words, tmp_path: Path
) -> None:
    room, kept = begun
    kept.save(room.show, {})
    kept.close()
    rehearse_at_once(tea_room, tmp_path / "out", 2, 7, words)
    assert say("play", tea_room, "--style", "mute", "--headless", "--seed", 5)[0] == 0
    evening, ended, left = (line.split() for line in say("runs")[1].decode().splitlines() if "tea_break" in line)
    assert evening[-3:] == ["mute", "5", "ended"]
    assert ended[1:] == ["2", "seats", "workshop", "7", "ended"]
    assert left == [kept.path.stem, "3", "seats", "workshop", "3", "evening"]
    assert json.loads(say("report")[1])["style"] == "mute"
    assert json.loads(say("report", "last-workshop")[1])["seed"] == 7
    assert say("report", ended[0])[1] == (tmp_path / "out" / "session.json").read_bytes()
    assert json.loads(say("report", left[0][:-3])[1])["phase"] == "evening"
    assert json.loads(say("report", evening[0])[1])["style"] == "mute"


def test_without_a_workshop_a_line_says_how_to_start_one(say: Say, tea_room: str) -> None:
    assert "`host`" in say("report", "last-workshop")[2]
    say("play", tea_room, "--style", "mute", "--headless")
    for given in (("--out", "there"), ("--format", "html")):
        code, _, complained = say("report", *given)
        assert code == 2 and complained.startswith(f"{given[0]}: ") and complained.count("\n") == 1


def test_a_book_being_read_can_be_opened_by_its_runner_all_the_same(begun: tuple[Room, Book], words: Words) -> None:
    _, kept = begun
    kept.close()
    with shelf._copied(kept.path):
        Journal.open(kept.path).close()
