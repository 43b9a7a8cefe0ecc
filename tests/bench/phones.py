"""How a workshop bears many phones:
python -m tests.bench.phones [--phones 200] [--warm 120] [--seconds 20] [--stops 10] [--window]

So many simulated phones join one after the other, and each sends ten inputs a second to a `host` that runs beside them,
while its evening goes on (or, with --weeks, one a second in the weeks); a wall and a console look on. Joins are counted
from the last arrival, answers from the input, stops from the console's word to the moment every phone and the wall have
heard of it. Only what follows the `--warm` seconds is measured: the stage draws people as they turn up, and keeps what
it drew up to a limit, which 200 reach after a minute and a half. The processor is shared with the phones: on a machine
with two cores the figures are worse than in a room.
"""

import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer
from aiohttp import ClientSession, TCPConnector
from rich.console import Console
from rich.table import Table

from game.model.commands import Do
from tests.web.phones import Phone
from tests.workshop.programs import HOST, Program

INPUTS_A_S = 10.0
READS_A_S = 1.0  # in the weeks: people opened, and what is then done
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

    def __init__(self, session: ClientSession, program: Program, number: int, weeks: bool) -> None:
        self.program, self.weeks = program, weeks
        self.a_second = READS_A_S if weeks else INPUTS_A_S
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

    def counted(self) -> tuple[int, int, int]:
        """Messages and bytes that phones have had, and where the evening or the weeks are: ticks or hours."""
        one = self.phones[0].last
        moment = (one["hour"]["day"] - 1) * 24 if self.weeks else one["floor"]["tick"]
        return sum(phone.heard for phone in self.phones), sum(phone.bytes for phone in self.phones), moment

    async def play(self, phone: Phone, chance: random.Random, until: float) -> None:
        """Ten inputs a second, whatever they are answered."""
        waiting: set[asyncio.Task[None]] = set()
        await asyncio.sleep(chance.random() / self.a_second)
        due = time.perf_counter()
        while due < until:
            task = asyncio.create_task(self.act(phone, chance))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            due += 1 / self.a_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await asyncio.gather(*waiting)

    async def act(self, phone: Phone, chance: random.Random) -> None:
        began = time.perf_counter()
        try:
            answer = await phone.ask(**(self.read(phone, chance) if self.weeks else self.walk_or_talk(phone, chance)))
        except (asyncio.TimeoutError, asyncio.CancelledError, ConnectionError):
            self.lost += 1
            return
        self.answered.append(time.perf_counter() - began)
        self.refused += answer["t"] != "ack"

    @staticmethod
    def walk_or_talk(phone: Phone, chance: random.Random) -> dict[str, Any]:
        """Something to do in the room."""
        choices = phone.last.get("you", {}).get("room", {}).get("circle", {}).get("choices", [])
        given: dict[str, Any] = {"c": [Do.WALK, -1, -1, -1, -1], "x": chance.uniform(1, 9), "y": chance.uniform(1, 7)}
        if choices and chance.random() < 0.5:
            given = {"c": chance.choice(choices)["c"]}
        return {"t": "do", "kind": "steer", **given}

    @staticmethod
    def read(phone: Phone, chance: random.Random) -> dict[str, Any]:
        """Something to do on the network: what one could do about whoever is open, or open somebody else."""
        deeds = phone.last.get("deeds", {})
        choices = (deeds.get("open") or {}).get("choices", [])
        if choices and chance.random() < 0.5:
            return {"t": "do", "kind": "steer", "c": chance.choice(choices)["c"]}
        people = [person["id"] for person in deeds.get("people", ())]
        return {"t": "look", "person": chance.choice(people or [-1])}

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


@dataclass
class Setting:
    """What is measured."""

    scenario: str
    phones: int
    warm: float
    seconds: float
    stops: int
    weeks: bool
    window: bool


@dataclass
class Seen:
    """What was measured beside the phones' own figures."""

    joined_s: float = 0.0
    began: float = 0.0
    ended: float = 0.0
    cold_mb: float = 0.0
    stopped: list[float] = field(default_factory=list)
    held: list[tuple[float, float]] = field(default_factory=list)  # second, MB
    spent: tuple[float, float] = (0.0, 0.0)  # processor seconds: of the workshop, of the phones
    told: tuple[int, int] = (0, 0)  # messages and bytes
    lived: int = 0  # ticks of the evening, or hours of the weeks

    @property
    def passed(self) -> float:
        return self.ended - self.began


async def lead_in(crowd: Crowd) -> float:
    """Everybody comes in, and it begins; seconds from the last arrival until the last was in."""
    joined_s = await crowd.come_in()
    await crowd.console.do("go", phase="evening")
    await asyncio.gather(*(phone.shown("floor") for phone in crowd.phones))
    for phase in ("decisions", "weeks") if crowd.weeks else ():
        await crowd.console.do("go", phase=phase)
    await asyncio.gather(*(phone.shown("hour") for phone in crowd.phones if crowd.weeks))
    return joined_s


async def play(crowd: Crowd, setting: Setting, process: int) -> Seen:
    """The crowd plays for so many seconds, and is stopped now and then."""
    seen = Seen(joined_s=await lead_in(crowd))
    chances = [random.Random(number) for number in range(setting.phones)]
    seen.cold_mb, until = held_mb(process), time.perf_counter() + setting.warm + setting.seconds
    playing = [asyncio.create_task(crowd.play(*each, until)) for each in zip(crowd.phones, chances, strict=True)]
    await asyncio.sleep(setting.warm)
    crowd.answered.clear()
    before, spent = crowd.counted(), (spent_s(process), time.process_time())
    seen.began = time.perf_counter()
    seen.held.append((0.0, held_mb(process)))
    for turn in range(2 * setting.stops):
        await asyncio.sleep(setting.seconds / (2 * setting.stops + 1))
        seen.stopped.append(await crowd.stop("" if turn % 2 else "frozen"))
        seen.held.append((time.perf_counter() - seen.began, held_mb(process)))
    await asyncio.gather(*playing)
    seen.ended, after = time.perf_counter(), crowd.counted()
    seen.spent = spent_s(process) - spent[0], time.process_time() - spent[1]
    heard, sent, moment = (now - then for now, then in zip(after, before, strict=True))
    seen.told, seen.lived = (heard - len(crowd.answered), sent), moment
    seen.held.append((seen.passed, held_mb(process)))
    return seen


def figures(crowd: Crowd, seen: Seen, setting: Setting) -> list[tuple[str, str]]:
    """By name."""
    phones = setting.phones
    return [
        ("joins: one phone, p50 / p99 ms", two(crowd.joined)),
        ("joins: after the last arrival, ms", f"{1000 * seen.joined_s:.0f}"),
        ("answers: p50 / p99 ms", two(crowd.answered)),
        ("answers: longest, ms", f"{1000 * max(crowd.answered):.0f}"),
        ("inputs a second, answered", f"{len(crowd.answered) / seen.passed:.0f}"),
        ("refused / lost", f"{crowd.refused} / {crowd.lost}"),
        ("views a second, one phone", f"{seen.told[0] / seen.passed / phones:.1f}"),
        ("KB a second, one phone", f"{seen.told[1] / seen.passed / phones / 1000:.1f}"),
        ("stop heard by all: p50 / p99 ms", two(seen.stopped)),
        ("ticks or hours a second", f"{seen.lived / seen.passed:.1f}"),
        ("workshop: processor", f"{100 * seen.spent[0] / seen.passed:.0f} %"),
        ("the phones themselves: processor", f"{100 * seen.spent[1] / seen.passed:.0f} %"),
        ("workshop: memory MB, cold / warm", f"{seen.cold_mb:.0f} / {seen.held[0][1]:.0f}"),
        ("workshop: memory MB, growth a minute", f"{seen.held[-1][1]:.0f}, {slope(seen.held):+.1f}"),
    ]


def of_frames(file: Path, seen: Seen) -> list[tuple[str, str]]:
    """The stage's own, as tests.bench.projector has written them."""
    frames = [took for when, took in json.loads(file.read_text(encoding="ascii")) if seen.began < when < seen.ended]
    return [
        ("frames a second", f"{len(frames) / seen.passed:.0f}"),
        ("a frame: p50 / p99 ms", two(frames)),
        ("a frame: slowest, ms", f"{1000 * max(frames):.0f}"),
    ]


async def measured(setting: Setting, folder: Path) -> list[tuple[str, str]]:
    """All figures; `folder`: for what has to be written."""
    shown = folder / "frames.json"
    as_program = ("-m", "tests.bench.projector", str(shown)) if setting.window else HOST
    program = Program(setting.scenario, "--new", "--seed", "3", program=as_program, window=setting.window)
    try:
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            crowd = Crowd(session, program, setting.phones, setting.weeks)
            seen = await play(crowd, setting, program.process.pid)
            await crowd.close()
    finally:
        program.stop()
        said = program.errors()
        program.close()
    rows = figures(crowd, seen, setting) + (of_frames(shown, seen) if setting.window else [])
    return [*rows, ("it said", said.strip().splitlines()[-1] if said.strip() else "nothing")]


def slope(held: list[tuple[float, float]]) -> float:
    """MB a minute, of memory held at so many seconds: the line that fits best."""
    seconds, megabytes = zip(*held, strict=True)
    return 60 * statistics.linear_regression(seconds, megabytes).slope


def two(seconds: list[float]) -> str:
    """The median and the 99th of a hundred, in ms."""
    return f"{1000 * share(seconds, 0.5):.0f} / {1000 * share(seconds, 0.99):.0f}"


def main(
    phones: Annotated[int, typer.Option(min=1, max=200, help="How many.")] = 200,
    warm: Annotated[float, typer.Option(min=0, help="Seconds of play before anything is measured.")] = 0.0,
    seconds: Annotated[float, typer.Option(min=1, help="Of play, by the clock on the wall.")] = 20.0,
    stops: Annotated[int, typer.Option(min=0, help="How often the console stops everything and goes on.")] = 0,
    scenario: Annotated[str, typer.Option(help="Which evening.")] = "chamber_mixer",
    weeks: Annotated[bool, typer.Option("--weeks", help="The weeks after an evening that has hardly begun.")] = False,
    window: Annotated[bool, typer.Option("--window", help="With the stage beside it, its frames timed.")] = False,
) -> None:
    """Measure, and print a table."""
    setting = Setting(scenario, phones, warm, seconds, stops, weeks, window)
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORK_THE_ROOM_HOME"] = home
        table = Table("what", f"{phones} phones, {seconds:.0f} s, {scenario}{', weeks' if weeks else ''}")
        for row in asyncio.run(measured(setting, Path(home))):
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
