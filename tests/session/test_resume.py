"""A run can be left anywhere, even by a kill, and ends as if it had not been left."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.errors import GameError
from game.model.acts import Mark
from game.model.commands import Command, Do
from game.session import runs, start, versions
from game.session.journal import Journal
from game.session.session import Session
from game.talk.words import Words
from tests.architecture.tree import ROOT
from tests.session.hands import play, the_nth


def played(session: Session) -> str:
    """Play to the end, mark whoever was met first, and return the digest."""
    play(session, the_nth(1))
    if session.phase == "decisions":
        session.submit(Command(-1, 0, Do.MARK, session.view().notebook[0].person, item=Mark.FRIEND))
        session.finish()
    session.close()
    return session.evening.digest()


_digest: dict[str, str] = {}  # the run that was not interrupted need not be played for every test


def uninterrupted(tea_break: str, words: Words) -> str:
    """The digest of the run with seed 9, played in one go."""
    if not _digest:
        _digest["9"] = played(start.begin(tea_break, words=words, seed=9))
    return _digest["9"]


def abandon(session: Session) -> None:
    """Drop a run as a crash does: nothing more is written."""
    assert session._journal is not None
    session._journal.close()


def test_a_run_killed_before_its_first_snapshot_begins_again(
    tea_break: str, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(Journal, "save", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        start.begin(tea_break, words=words, seed=9)
    again = start.resume(runs.find(runs.LAST), words)
    assert again.evening.tick == 0
    assert played(again) == uninterrupted(tea_break, words)


@pytest.mark.parametrize("left_at", [0, 121, 1199])
def test_a_run_left_anywhere_ends_as_the_one_that_was_not(tea_break: str, words: Words, left_at: int) -> None:
    whole = uninterrupted(tea_break, words)
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=left_at)
    session.close()
    again = start.resume(session.run, words)
    assert again.evening.tick == left_at
    assert again.paused
    assert played(again) == whole


@pytest.mark.parametrize("left_at", [60, 1100])
def test_a_crash_loses_no_command_that_was_answered(tea_break: str, words: Words, left_at: int) -> None:
    whole = uninterrupted(tea_break, words)
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=left_at)
    abandon(session)
    last = Journal.open(runs.path_of(session.run))
    answered = max((command.tick for command in last.commands()), default=0)
    last.close()
    again = start.resume(session.run, words)
    assert again.evening.tick >= answered
    assert played(again) == whole


def test_a_run_left_among_the_decisions_keeps_them(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1))
    met = session.view().notebook[0].person
    session.submit(Command(-1, 0, Do.MARK, met, item=Mark.BUSINESS))
    abandon(session)
    again = start.resume(session.run, words)
    assert again.phase == "decisions"
    assert [note.mark for note in again.view().notebook if note.person == met] == [Mark.BUSINESS]


def test_a_mark_given_in_the_moment_of_leaving_early_survives_a_crash(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=900)
    session.submit(Command(-1, 0, Do.MARK, session.view().notebook[0].person, item=Mark.FRIEND))
    session.finish()
    digest = session.evening.digest()
    abandon(session)
    assert start.resume(session.run, words).evening.digest() == digest


def test_a_resumed_run_remembers_what_was_said_and_learned(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=800)
    before = session.log(), session.view().notebook, session.evening.voice.memory()
    session.close()
    again = start.resume(session.run, words)
    assert (again.log(), again.view().notebook, again.evening.voice.memory()) == before


def test_a_torn_snapshot_costs_half_a_minute_of_computing_and_nothing_else(tea_break: str, words: Words) -> None:
    whole = uninterrupted(tea_break, words)
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=700)
    assert session._journal is not None
    session._journal._database.execute(
        "UPDATE snapshots SET blob = x'1234' WHERE seq = (SELECT MAX(seq) FROM snapshots)"
    )
    abandon(session)
    again = start.resume(session.run, words)
    assert again.evening.tick >= 600
    assert played(again) == whole


def test_an_evening_is_replayed_from_its_journal_alone(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    digest = played(session)
    again, recorded = start.replay(session.run, words)
    assert again.evening.digest() == recorded == digest
    assert [line.text for line in again.log()] == [line.text for line in session.log()]


def test_the_scenario_of_a_run_is_the_one_it_began_with(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    play(session, the_nth(1), until=300)
    session.close()
    Path(tea_break).write_text("gone", encoding="utf-8")
    assert start.resume(session.run, words).scenario.title == "The Tea Break"


def test_a_run_of_other_rules_is_not_taken_up(tea_break: str, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    session = start.begin(tea_break, words=words, seed=9)
    session.close()
    monkeypatch.setattr(versions, "model_hash", lambda: "another")
    with pytest.raises(GameError, match="a run of this version"):
        start.resume(session.run, words)


def test_a_headless_run_killed_at_a_random_moment_ends_in_the_same_digest(
    tea_break: str, words: Words, home: Path
) -> None:
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "play",
        tea_break,
        "--style",
        "giver",
        "--seed",
        "4",
        "--headless",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list((home / "runs").glob("*.run")) and process.poll() is None:
        time.sleep(0.01)
    time.sleep(random.uniform(0.1, 1.0))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    killed = start.resume(runs.find(runs.LAST), words)
    whole = start.begin(tea_break, words=words, seed=4, style="giver")
    for session in (killed, whole):
        while session.phase == "evening":
            session.tick()
    assert killed.evening.digest() == whole.evening.digest()
