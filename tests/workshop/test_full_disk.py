"""On a full disk everything waits or says so in a line, and nothing that was there is lost."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientSession

from game import whole
from game.editor.document import Document, Made
from game.errors import GameError
from game.model.commands import Command, Do
from game.session import start
from game.stage import settings
from game.stage.settings import Settings
from game.talk.words import Words
from game.workshop import book, export, shelf
from tests.architecture.tree import ROOT
from tests.web.phones import Phone
from tests.workshop.full_disk import full_disk
from tests.workshop.hands import CODE, write_tea_room
from tests.workshop.programs import Program

FULL = ("-m", "tests.workshop.full_disk")
REFUSES = "expected a disk that takes what is written, got one that refuses"
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say() -> Say:
    """Run a command on a full disk: its exit code, what it printed, and what it complained of."""

    def run(*arguments: str) -> tuple[int, str, str]:
        command = [sys.executable, *FULL, "now", *arguments]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "300"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, cwd=ROOT)
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout, done.stderr

    return run


# a workshop


def test_a_workshop_waits_says_why_and_goes_on_with_all_that_was_asked_meanwhile(tmp_path: Path) -> None:
    async def told(program: Program, session: ClientSession) -> None:
        ana, bo, console, wall = (Phone(session, program.port, name) for name in ("Ana", "Bo", "", ""))
        await console.open("console")
        await wall.open("wall")
        await ana.open()
        await ana.join(program.code)
        await console.do("go", phase="evening")
        await ana.shown("floor", lambda view: bool(view["tick"] > 0))
        os.kill(program.process.pid, signal.SIGUSR1)
        await bo.open()
        waiting = [
            asyncio.create_task(bo.join(program.code)),
            asyncio.create_task(ana.do("tally", what="pitch", by=1)),
            asyncio.create_task(console.do("stop", how="")),
        ]
        why = (await console.shown("console", lambda view: bool(view["trouble"])))["trouble"]
        assert why.startswith(f"{program.file}: {REFUSES}") and "\n" not in why
        assert (await wall.shown("wall", lambda view: bool(view["stuck"])))["phase"] == "evening"
        stood = ana.last["floor"]["tick"]
        assert (await console.do("export"))["t"] == "ack"
        async with session.get(f"http://localhost:{program.port}/export/people.csv") as answer:
            assert "Ana" in await answer.text()
        await asyncio.sleep(1.0)
        assert ana.last["floor"]["tick"] == stood
        assert not any(task.done() for task in waiting)
        os.kill(program.process.pid, signal.SIGUSR2)
        assert [(await task)["t"] for task in waiting] == ["hi", "ack", "ack"]
        await console.shown("console", lambda view: not view["trouble"])
        await wall.shown("wall", lambda view: not view["stuck"])
        await ana.shown("floor", lambda view: bool(view["tick"] > stood))
        for line in (ana, bo, console, wall):
            await line.close()

    async def whole_evening(program: Program) -> None:
        async with ClientSession() as session:
            await told(program, session)

    program = Program(write_tea_room(tmp_path), "--new", "--seed", "3", program=(*FULL, "later", "host"))
    try:
        asyncio.run(whole_evening(program))
        program.kill()
        show = shelf.read(program.file, Words())
        assert [seat.name for seat in show.state.seats] == ["Ana", "Bo"]
        assert show.state.tallies["0"]["pitch"] == 1
        assert program.errors() == ""
    finally:
        program.close()


def test_what_was_never_acknowledged_is_all_a_kill_on_a_full_disk_costs(tmp_path: Path) -> None:
    async def told(program: Program) -> None:
        async with ClientSession() as session:
            ana, bo = (Phone(session, program.port, name) for name in ("Ana", "Bo"))
            await ana.open()
            await ana.join(program.code)
            os.kill(program.process.pid, signal.SIGUSR1)
            await bo.open()
            joining = asyncio.create_task(bo.join(program.code))
            await asyncio.sleep(0.5)
            program.kill()
            joining.cancel()
            for line in (ana, bo):
                await line.close()

    program = Program(write_tea_room(tmp_path), "--new", program=(*FULL, "later", "host"))
    try:
        asyncio.run(told(program))
        assert [seat.name for seat in shelf.read(program.file, Words()).state.seats] == ["Ana"]
    finally:
        program.close()


# starting, and everything else


@pytest.mark.parametrize(
    "command",
    [
        ("host", "TEA", "--no-window", "--new", "--port", "0"),
        ("host", "TEA", "--rehearse", "--headless", "OUT"),
        ("play", "TEA", "--style", "mute", "--headless"),
        ("play", "TEA", "--style", "mute", "--headless", "--log", "OUT/log.jsonl"),
        ("edit", "TEA", "--no-browser"),
        ("new", "half_a_scenario"),
        ("lab", "TEA", "--rooms", "2", "--styles", "mute", "--jobs", "1", "--out", "OUT"),
        ("lab", "TEA", "--rooms", "2", "--styles", "mute", "--jobs", "1", "--out", "OUT", "--detail"),
        ("lab", "TEA", "--rooms", "2", "--styles", "mute", "--jobs", "2", "--out", "OUT", "--detail"),
        ("lab", "launch_week", "--rooms", "2", "--styles", "lurker", "--jobs", "1", "--out", "OUT"),
    ],
    ids=lambda command: " ".join(command),
)
def test_whatever_is_started_says_so_in_a_line_and_leaves_nothing_half_done(
    say: Say, tmp_path: Path, home: Path, command: tuple[str, ...]
) -> None:
    tea, out = write_tea_room(tmp_path), tmp_path / "out"
    out.mkdir()
    places = {"TEA": tea, "OUT": str(out), "OUT/log.jsonl": str(out / "log.jsonl")}
    code, _, complained = say(*(places.get(word, word) for word in command))
    (line,) = [line for line in complained.splitlines() if "expected" in line]
    assert code == 2 and ("disk" in line or "too large" in line or "full" in line), complained
    assert not list(home.glob("runs/*")) and not list(home.glob("workshops/*"))
    assert not (ROOT / "scenarios" / "half_a_scenario").exists() and not list(out.rglob(".*.new"))


def test_settings_and_files_that_were_there_stay_as_they_were(tmp_path: Path, home: Path) -> None:
    kept, file = home / "settings.json", tmp_path / "file"
    settings.save(Settings(text=150), kept)
    whole.write(file, b"what was there before")
    with full_disk():
        settings.save(Settings(text=200), kept)
        with pytest.raises(OSError, match="large"):
            whole.write(file, b"something else")
    assert settings.load(kept) == Settings(text=150)
    assert file.read_bytes() == b"what was there before"
    assert [entry.name for entry in home.iterdir()] == ["settings.json"]
    whole.write(file, b"something else")
    assert file.read_bytes() == b"something else"


def test_an_editor_says_that_nothing_can_be_kept_and_goes_on_when_it_can(tmp_path: Path, home: Path) -> None:
    file = Path(write_tea_room(tmp_path))
    document = Document(file, home)
    kept = file.read_text(encoding="utf-8")

    def title(words: str, n: int) -> None:
        document.change({"op": "put", "path": ["title"], "value": words}, Made("page", n, "", False))

    title("First", 1)
    with full_disk():
        with pytest.raises(GameError, match="expected room to keep the change") as refused:
            title("Second", 2)
        with pytest.raises(GameError, match="expected a file that can be written") as unsaved:
            document.save(Made("page", 3, "", False))
    assert "\n" not in f"{refused.value}{unsaved.value}"
    assert "title: First\n" in document.text and file.read_text(encoding="utf-8") == kept
    title("Second", 4)
    document.save(Made("page", 5, "", False))
    document.close()
    assert "title: Second\n" in file.read_text(encoding="utf-8")


def test_an_evening_alone_says_so_and_is_there_up_to_its_last_answer(tmp_path: Path) -> None:
    session = start.begin(write_tea_room(tmp_path), words=Words(), seed=4)
    for _ in range(200):
        session.tick()
    session.submit(Command(-1, 0, Do.LISTEN))
    with full_disk():
        with pytest.raises(GameError, match=REFUSES) as error:
            session.submit(Command(-1, 0, Do.LISTEN))
        with suppress(GameError):
            session.close()
    assert "\n" not in str(error.value)
    again = start.resume(session.run, Words())
    assert again.evening.tick >= 200
    again.close()


def test_a_report_and_an_export_that_find_no_room_say_so_and_leave_the_one_before(tmp_path: Path, words: Words) -> None:
    show, kept = book.begin(write_tea_room(tmp_path), words, 3, CODE)
    export.write(show, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    kept.close()
    with full_disk():
        with pytest.raises(GameError, match="expected a folder that can be written to, got File too large"):
            export.write(show, tmp_path / "out")
        with pytest.raises(GameError, match=f"{kept.path.name}: expected room on the disk"):
            shelf.read(kept.path, words)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
