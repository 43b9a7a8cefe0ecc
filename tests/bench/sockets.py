"""A thousand lines held at once, by hand and on a machine that does nothing else: python -m tests.bench.sockets

Every seat is taken, and the other lines look on as a room does that has no seat; each says something once a second and
is answered. As no more than so many may come from one address, they come from several of this machine's (Linux only).
"""

import asyncio
import os
import random
import tempfile
import time
from typing import Annotated

import typer
from aiohttp import ClientSession, TCPConnector
from rich.console import Console
from rich.table import Table

from game.workshop.lobby import MOST_SEATS
from tests.bench.phones import Crowd, held_mb, spent_s, two
from tests.web.phones import Phone
from tests.workshop.programs import Program

FROM_ONE = 200  # lines from one address


async def measured(lines: int, seconds: float) -> list[tuple[str, str]]:
    """Figures, by name."""
    program = Program("chamber_mixer", "--new", "--seed", "3")
    sessions = [
        ClientSession(connector=TCPConnector(limit=0, local_addr=(f"127.0.0.{2 + number}", 0)))
        for number in range(-(-lines // FROM_ONE))
    ]
    try:
        crowd = Crowd(sessions[0], program, min(lines, MOST_SEATS), weeks=False)
        await crowd.come_in()
        empty = held_mb(program.process.pid)
        others = [Phone(sessions[number // FROM_ONE], program.port) for number in range(len(crowd.phones), lines)]
        for other in others:
            await other.open()
        await crowd.console.do("go", phase="evening")
        everybody = [*crowd.phones, *others]
        crowd.a_second = 1.0
        began, spent = time.perf_counter(), spent_s(program.process.pid)
        until = began + seconds
        await asyncio.gather(*(crowd.play(line, random.Random(n), until) for n, line in enumerate(everybody)))
        passed = time.perf_counter() - began
        held = sum(line.socket is not None and not line.socket.closed for line in everybody)
        return [
            ("lines held to the end", f"{held} of {lines}"),
            ("answers: p50 / p99 ms", two(crowd.answered)),
            ("answered a second", f"{len(crowd.answered) / passed:.0f}"),
            ("lost", str(crowd.lost)),
            ("workshop: processor", f"{100 * (spent_s(program.process.pid) - spent) / passed:.0f} %"),
            ("KB for each line that looks on", f"{1024 * (held_mb(program.process.pid) - empty) / len(others):.0f}"),
        ]
    finally:
        for session in sessions:
            await session.close()
        program.stop()
        program.close()


def main(
    lines: Annotated[int, typer.Option(min=MOST_SEATS + 1, max=1000, help="How many.")] = 1000,
    seconds: Annotated[float, typer.Option(min=1, help="For which they are held.")] = 60.0,
) -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORK_THE_ROOM_HOME"] = home
        table = Table("what", f"{lines} lines, {seconds:.0f} s")
        for row in asyncio.run(measured(lines, seconds)):
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
