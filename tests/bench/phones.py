"""How a workshop bears many phones: python -m tests.bench.phones [--phones 200] [--seconds 20] [--stops 10]

So many simulated phones join one after the other, and each sends ten inputs a second to a `host --no-window` that runs
beside them, while its evening goes on; a wall and a console look on. Joins are counted from the last arrival, answers
from the input, stops from the console's word to the moment every phone and the wall have heard of it. The processor
is shared with the phones: on a machine with two cores the figures are worse than in a room.
"""

import asyncio
import json
import os
import random
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from aiohttp import ClientSession, TCPConnector
from rich.console import Console
from rich.table import Table

from game.model.commands import Do
from tests.web.phones import Phone
from tests.workshop.programs import Program

INPUTS_A_S = 10.0
AT_ONCE = 20  # phones that come in at the same moment


def family(process: int) -> list[int]:
    """A process and those it has begun (Linux only)."""
    begun = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [process, *(one for child in map(int, begun) for one in family(child))]


def held_mb(process: int) -> float:
    """The memory that a process and its children hold."""
    held = (Path(f"/proc/{one}/status").read_text(encoding="ascii") for one in family(process))
    return sum(float(status.split("VmRSS:")[1].split()[0]) for status in held) / 1024


def spent_s(process: int) -> float:
    """Processor seconds that a process and its children have used."""
    ticks = 0
    for one in family(process):
        fields = Path(f"/proc/{one}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def share(values: Iterable[float], of: float) -> float:
    """The value below which a share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(of * len(ordered)))] if ordered else float("nan")


class Crowd:
    """The phones, a wall and a console, and what they have seen."""

    def __init__(self, session: ClientSession, program: Program, number: int) -> None:
        self.program = program
        self.phones = [Phone(session, program.port, f"Phone {n}") for n in range(number)]
        self.wall, self.console = Phone(session, program.port), Phone(session, program.port)
        self.answered: list[float] = []
        self.joined: list[float] = []
        self.refused = self.lost = 0

    async def come_in(self) -> float:
        """All of them join; seconds from the last arrival until everybody had a seat and saw it."""
        await self.wall.open("wall")
        await self.console.open("console")
        gate = asyncio.Semaphore(AT_ONCE)
        last = 0.0

        async def one(phone: Phone) -> None:
            nonlocal last
            async with gate:
                began = last = time.perf_counter()
                await phone.open()
                await phone.join(self.program.code)
                await phone.shown("you")
                self.joined.append(time.perf_counter() - began)

        await asyncio.gather(*map(one, self.phones))
        return time.perf_counter() - last

    async def play(self, phone: Phone, until: float, chance: random.Random) -> None:
        """Ten inputs a second, whatever they are answered."""
        waiting: set[asyncio.Task[None]] = set()
        await asyncio.sleep(chance.random() / INPUTS_A_S)
        due = time.perf_counter()
        while due < until:
            task = asyncio.create_task(self.act(phone, chance))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            due += 1 / INPUTS_A_S
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await asyncio.gather(*waiting)

    async def act(self, phone: Phone, chance: random.Random) -> None:
        choices = phone.last.get("you", {}).get("room", {}).get("circle", {}).get("choices", [])
        given: dict[str, Any] = {"c": [Do.WALK, -1, -1, -1, -1], "x": chance.uniform(1, 9), "y": chance.uniform(1, 7)}
        if choices and chance.random() < 0.5:
            given = {"c": chance.choice(choices)["c"]}
        began = time.perf_counter()
        try:
            answer = await phone.do("steer", **given)
        except (asyncio.TimeoutError, asyncio.CancelledError, ConnectionError):
            self.lost += 1
            return
        self.answered.append(time.perf_counter() - began)
        self.refused += answer["t"] != "ack"

    async def stop(self, how: str) -> float:
        """Say stop, or go on; seconds until every phone and the wall have heard of it."""
        began = time.perf_counter()

        async def heard(line: Phone, kind: str, name: str) -> float:
            await line.shown(kind, lambda view: bool(view[name] == how))
            return time.perf_counter() - began

        waiting = [asyncio.create_task(heard(phone, "stop", "how")) for phone in self.phones]
        waiting.append(asyncio.create_task(heard(self.wall, "wall", "stopped")))
        await self.console.do("stop", how=how)
        return max(await asyncio.gather(*waiting))

    async def close(self) -> None:
        await asyncio.gather(*(line.close() for line in (*self.phones, self.wall, self.console)))


async def measured(scenario: str, number: int, seconds: float, stops: int, window: bool) -> list[tuple[str, str]]:
    """Figures, by name."""
    shown = Path(os.environ["WORK_THE_ROOM_HOME"]) / "frames.json"
    beside = ("-m", "tests.bench.projector", str(shown))
    program = Program(scenario, "--new", "--seed", "3", **({"program": beside, "window": True} if window else {}))
    process = program.process.pid
    try:
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            crowd = Crowd(session, program, number)
            joined_s = await crowd.come_in()
            await crowd.console.do("go", phase="evening")
            await asyncio.gather(*(phone.shown("floor") for phone in crowd.phones))
            before = sum(phone.heard for phone in crowd.phones), sum(phone.bytes for phone in crowd.phones)
            busy, tick = spent_s(process), crowd.phones[0].last["floor"]["tick"]
            began, own = time.perf_counter(), time.process_time()
            playing = [
                asyncio.create_task(crowd.play(phone, began + seconds, random.Random(n)))
                for n, phone in enumerate(crowd.phones)
            ]
            stopped, held = [], []
            for turn in range(2 * stops):
                await asyncio.sleep(seconds / (2 * stops + 1))
                stopped.append(await crowd.stop("" if turn % 2 else "frozen"))
                held.append((time.perf_counter() - began, held_mb(process)))
            await asyncio.gather(*playing)
            ended = time.perf_counter()
            passed, own = ended - began, time.process_time() - own
            answers = len(crowd.answered)
            told = sum(phone.heard for phone in crowd.phones) - before[0] - answers
            sent = sum(phone.bytes for phone in crowd.phones) - before[1]
            figures = [
                ("joins: one phone, p50 / p99 ms", two(crowd.joined)),
                ("joins: after the last arrival, ms", f"{1000 * joined_s:.0f}"),
                ("answers: p50 / p99 ms", two(crowd.answered)),
                ("answers: longest, ms", f"{1000 * max(crowd.answered):.0f}"),
                ("inputs a second, answered", f"{answers / passed:.0f}"),
                ("refused / lost", f"{crowd.refused} / {crowd.lost}"),
                ("views a second, one phone", f"{told / passed / number:.1f}"),
                ("KB a second, one phone", f"{sent / passed / number / 1000:.1f}"),
                ("stop heard by all: p50 / p99 ms", two(stopped)),
                ("ticks a second of the evening", f"{(crowd.phones[0].last['floor']['tick'] - tick) / passed:.1f}"),
                ("server: processor", f"{100 * (spent_s(process) - busy) / passed:.0f} %"),
                ("the phones themselves: processor", f"{100 * own / passed:.0f} %"),
                ("server: memory MB, growth a minute", f"{held_mb(process):.0f}, {slope(held[len(held) // 2 :]):+.1f}"),
            ]
            await crowd.close()
    finally:
        program.stop()
        said = program.errors()
        program.close()
    if window:
        frames = [took for when, took in json.loads(shown.read_text(encoding="ascii")) if began < when < ended]
        figures += [
            ("frames", str(len(frames))),
            ("a frame: p50 / p99 ms", two(frames)),
            ("slowest", f"{1000 * max(frames):.0f}"),
        ]
    return [*figures, ("server said", said.strip().splitlines()[-1] if said.strip() else "nothing")]


def slope(held: list[tuple[float, float]]) -> float:
    """MB a minute, of memory held at so many seconds."""
    return 60 * (held[-1][1] - held[0][1]) / (held[-1][0] - held[0][0]) if len(held) > 1 else float("nan")


def two(seconds: list[float]) -> str:
    """The median and the 99th of a hundred, in ms."""
    return f"{1000 * share(seconds, 0.5):.0f} / {1000 * share(seconds, 0.99):.0f}"


def main(
    phones: Annotated[int, typer.Option(min=1, max=200, help="How many.")] = 200,
    seconds: Annotated[float, typer.Option(min=1, help="Of the evening, by the clock on the wall.")] = 20.0,
    stops: Annotated[int, typer.Option(min=0, help="How often the console stops everything and goes on.")] = 0,
    scenario: Annotated[str, typer.Option(help="Which evening.")] = "chamber_mixer",
    window: Annotated[bool, typer.Option("--window", help="With the stage beside it, its frames timed.")] = False,
) -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORK_THE_ROOM_HOME"] = home
        table = Table("what", f"{phones} phones, {seconds:.0f} s, {scenario}")
        for row in asyncio.run(measured(scenario, phones, seconds, stops, window)):
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
