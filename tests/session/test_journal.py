"""What a run has acknowledged is on the disk, and what is wrong with the disk is said in one line."""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from game.errors import GameError
from game.model.commands import Command, Do
from game.session.journal import FORMAT, Journal, PhaseChange, Said

SAID = Said(4, 0, 1, 0, -1, -1, 2, "Hello, Dana.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs" / "a.run"


def one_line(error: GameError) -> str:
    text = str(error)
    assert "\n" not in text
    return text


def save(journal: Journal, tick: int, phase: PhaseChange | None = None) -> None:
    journal.save(tick, {"x": np.arange(tick + 1)}, {"tick": tick}, [SAID], phase)


def test_a_command_is_on_the_disk_before_it_is_answered(path: Path, tmp_path: Path) -> None:
    journal = Journal.create(path, {})
    command = Command(12, 0, Do.SAY, 3, 5, 7, -1, 1.5, 2.25)
    journal.command(command)
    shutil.copytree(path.parent, tmp_path / "as_after_a_crash")
    found = Journal.open(tmp_path / "as_after_a_crash" / path.name)
    assert found.commands() == [command]


def test_only_commands_from_a_tick_on_are_asked_for(path: Path) -> None:
    journal = Journal.create(path, {})
    for tick in (1, 5, 9):
        journal.command(Command(tick, 0, Do.LISTEN))
    assert [command.tick for command in journal.commands(since=5)] == [5, 9]


def test_a_journal_keeps_what_it_was_told(path: Path) -> None:
    journal = Journal.create(path, {"seed": 7, "title": "Zoë's"})
    save(journal, 3, PhaseChange(3, "evening", "Get a drink!"))
    journal.bookmark(3, "the oven")
    journal.close()
    again = Journal.open(path)
    assert again.meta()["seed"] == 7 and again.meta()["title"] == "Zoë's"
    assert again.said() == [SAID]
    assert again.phases() == [PhaseChange(3, "evening", "Get a drink!")]
    assert again.bookmarks() == [(3, "the oven")]


def test_the_newest_whole_snapshot_counts_when_the_last_is_torn(path: Path) -> None:
    journal = Journal.create(path, {})
    save(journal, 1)
    save(journal, 2)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE snapshots SET blob = substr(blob, 1, 40) WHERE tick = 2")
    database.close()
    tick, arrays, plain = Journal.open(path).latest()
    assert (tick, plain["tick"], len(arrays["x"])) == (1, 1, 2)


def test_with_no_whole_snapshot_left_one_line_says_to_start_again(path: Path) -> None:
    journal = Journal.create(path, {})
    save(journal, 1)
    journal.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE snapshots SET blob = x'00'")
    database.close()
    with pytest.raises(GameError) as error:
        Journal.open(path).latest()
    assert "start again" in one_line(error.value)


def test_a_few_snapshots_are_kept_and_no_more(path: Path) -> None:
    journal = Journal.create(path, {})
    for tick in range(10):
        save(journal, tick)
    journal.close()
    with sqlite3.connect(path) as database:
        kept = [tick for (tick,) in database.execute("SELECT tick FROM snapshots ORDER BY tick")]
    database.close()
    assert kept == [7, 8, 9]


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_journal_torn_in_the_middle_is_no_traceback(path: Path, size: int) -> None:
    journal = Journal.create(path, {})
    save(journal, 1)
    journal.close()
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(GameError) as error:
        Journal.open(path).latest()
    assert str(path) in one_line(error.value)


def test_another_file_is_not_taken_for_a_run(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"shopping list\n" * 400)
    with pytest.raises(GameError) as error:
        Journal.open(path)
    assert "a run of this game" in one_line(error.value)


def test_a_run_of_a_later_format_is_named_as_such(path: Path) -> None:
    journal = Journal.create(path, {})
    journal.write_meta({"format": 99})
    journal.close()
    with pytest.raises(GameError) as error:
        Journal.open(path)
    assert "format 99" in one_line(error.value)


def test_a_run_open_in_one_window_is_not_opened_in_another(path: Path) -> None:
    journal = Journal.create(path, {})
    with pytest.raises(GameError) as error:
        Journal.open(path)
    assert "another window" in one_line(error.value)
    journal.close()
    assert Journal.open(path).meta()["format"] == FORMAT


def test_a_home_that_is_no_folder_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GameError) as error:
        Journal.create(tmp_path / "file" / "runs" / "a.run", {})
    assert "WORK_THE_ROOM_HOME" in one_line(error.value)


def test_a_folder_that_may_not_be_written_is_said_in_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, parents: bool = False, exist_ok: bool = True) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(GameError) as error:
        Journal.create(path, {})
    assert "WORK_THE_ROOM_HOME" in one_line(error.value)


def test_a_name_that_is_taken_is_refused_and_the_earlier_run_kept(path: Path) -> None:
    Journal.create(path, {"seed": 1}).close()
    with pytest.raises(GameError) as error:
        Journal.create(path, {"seed": 2})
    assert "taken" in one_line(error.value)
    assert Journal.open(path).meta()["seed"] == 1
    assert [file.name for file in path.parent.iterdir() if file.suffix == ".new"] == []


def test_a_full_disk_is_said_in_one_line_and_what_was_answered_is_kept(path: Path) -> None:
    journal = Journal.create(path, {})
    journal.command(Command(1, 0, Do.LISTEN))
    pages = journal._database.execute("PRAGMA page_count").fetchone()[0]
    journal._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(GameError) as error:
        journal.save(2, {"x": np.random.default_rng(1).random(50_000)}, {}, [])
    assert "full" in one_line(error.value)
    assert len(journal.commands()) == 1
