"""How a hosted workshop begins where it cannot, and how it ends when nothing of it is to be left."""

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from game.talk.words import Words
from game.workshop import book
from tests.architecture.tree import ROOT
from tests.web.phones import Phone
from tests.workshop.hands import CODE, write_tea_room
from tests.workshop.programs import Program

NICKNAME = "Xiomara-7f3a"


def test_where_the_port_is_taken_one_line_says_so_and_nothing_is_begun(tmp_path: Path, home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))  # noqa: S104 - what a server on this machine does
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [
            sys.executable,
            str(ROOT / "main.py"),
            "host",
            write_tea_room(tmp_path),
            "--no-window",
            "--port",
            port,
        ]
        done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert port in line and "--port" in line
    assert not list(home.rglob("*.workshop*")) and book.unfinished() is None


def test_a_workshop_to_be_forgotten_leaves_no_file_and_no_name_wherever_it_died_before(
    tmp_path: Path, home: Path
) -> None:
    scenario = write_tea_room(tmp_path)

    async def told(program: Program, **then: Any) -> None:
        async with ClientSession() as session:
            phone, console = Phone(session, program.port, NICKNAME), Phone(session, program.port)
            await console.open("console")
            await phone.open()
            await phone.join(program.code)
            await console.do("go", phase="evening")
            await console.do("bookmark", note=NICKNAME)
            if then:
                await console.do("export")
                await console.do(**then)
                await console.cut()
            else:
                program.kill()
            for line in (phone, console):
                await line.close()

    def holding_the_name() -> set[str]:
        return {path.name for path in home.rglob("*") if path.is_file() and NICKNAME.encode() in path.read_bytes()}

    program = Program(scenario, "--new")
    asyncio.run(told(program))
    program.close()
    assert f"{program.file.name}-wal" in holding_the_name()
    again = Program(scenario)
    assert again.file == program.file
    asyncio.run(told(again, kind="forget"))
    assert again.process.wait(timeout=20) == 0
    assert again.errors() == ""
    again.close()
    assert holding_the_name() == set()
    assert not [path for path in home.rglob("*") if path.name.startswith(program.file.stem)]
    assert book.unfinished() is None


def test_whoever_expects_the_last_workshop_is_told_why_it_is_not_taken_up(tmp_path: Path, words: Words) -> None:
    scenario = write_tea_room(tmp_path)
    _, kept = book.begin(scenario, words, 3, CODE)
    kept.remember({"model": "another"})
    kept.close()
    line = f"{kept.path}: expected a workshop of this version of the game, got one of another\n"
    for options, told in (((), line), (("--new",), "")):
        program = Program(scenario, *options)
        program.kill()
        assert program.file != kept.path and program.errors() == told
        book.forget(program.file)
        program.close()
