"""A workshop on a slow machine: phones wait a little, the wall and a stop do not, nor does anybody for the disk."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from game.session.journal import Journal
from game.session.trouble import JournalError
from game.workshop import running
from game.workshop.running import AGAIN_S, FLUSH_S, SAVE_S
from game.workshop.showing import SLOTS
from tests.workshop.lines import Live

PHONES = 30


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Every step has taken its time before it comes to the phones."""
    return lambda: monkeypatch.setattr(running, "STEP_S", 0.0)


def seated(live: Live) -> list[int]:
    """Phones in an evening, all of which have seen the room."""
    console = live.console()
    phones = [live.phone(f"P{number}")[0] for number in range(PHONES)]
    live.do(console, "go", phase="evening")
    live.steps(1.0)
    return phones


def told_of_the_room(live: Live, phones: list[int]) -> list[int]:
    """Whom a step tells where everybody is now."""
    before = len(live.hub.posted)
    live.steps()
    return [out.connection for out in live.hub.posted[before:] if out.key == "floor" and out.connection in phones]


def test_phones_are_told_of_the_room_in_turn_a_twelfth_in_a_step(live: Live) -> None:
    phones = seated(live)
    turns = [told_of_the_room(live, phones) for _ in range(3 * SLOTS)]
    assert max(map(len, turns)) == -(-PHONES // SLOTS)
    assert {phone for turn in turns for phone in turn} == set(phones)


def test_after_a_step_that_took_long_one_phone_is_served_and_each_in_its_turn(
    live: Live, slow: Callable[[], None]
) -> None:
    phones = seated(live)
    slow()
    turns = [told_of_the_room(live, phones) for _ in range(3 * PHONES)]
    assert max(map(len, turns)) == 1
    assert {phone for turn in turns for phone in turn} == set(phones)


def test_a_stop_and_the_wall_do_not_wait_for_the_phones(live: Live, slow: Callable[[], None]) -> None:
    wall, phones, console = live.line("wall"), seated(live), live.console()
    slow()
    before = len(live.hub.posted)
    live.do(console, "stop", how="frozen")
    told = live.hub.posted[before:]
    assert {out.connection for out in told if out.key == "stop"} == set(phones)
    assert any(out.key == "wall" and '"stopped":"frozen"' in out.text for out in told if out.connection == wall)


def test_within_half_a_second_what_was_answered_outlives_a_power_cut(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    really = os.fsync

    def fsync(file: int) -> None:
        synced.append(threading.current_thread().name)
        really(file)

    live.phone("Ana")
    live.steps(2 * FLUSH_S)
    monkeypatch.setattr(os, "fsync", fsync)
    live.steps(2 * FLUSH_S)
    assert not synced  # nothing has happened since
    live.phone("Ben")
    live.steps(FLUSH_S)
    live.book.close()
    assert [name.split("_")[0] for name in synced] == ["flusher"]  # and the game has not waited for it


def test_a_disk_that_does_not_really_write_is_a_trouble_that_is_shown(
    live: Live, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fsync(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fsync)
    live.phone("Ana")
    for _ in range(3):
        live.steps(FLUSH_S)
        assert live.book._flushing is not None  # it is tried again
    assert str(live.book.path) in live.running.trouble


def test_a_small_thing_that_can_be_written_does_not_hide_a_snapshot_that_cannot(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise JournalError("the file", "room on the disk", "a full one")

    phone, _ = live.phone("Ana")
    live.do(live.console(), "go", phase="evening")
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_packed", refused)
        live.steps(SAVE_S + 1)
        answer = live.ask(phone, t="do", kind="tally", what="pitch", by=1)
        assert answer is not None and answer["t"] == "ack"
        assert "a full one" in live.running.trouble
    live.steps(2 * AGAIN_S)
    assert live.running.trouble == ""
