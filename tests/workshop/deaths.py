"""A workshop with sixty phones whose laptop dies in every phase, most of the time while they are still answering."""

import asyncio
import json
import shutil
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from aiohttp import ClientSession, TCPConnector

from game import scenario as scenarios
from game.session.journal import Journal
from game.talk.words import Words
from game.workshop import book, export
from game.workshop.entry import Entry
from game.workshop.state import FACILITATOR
from game.workshop.views.private import EVERYBODY
from game.workshop.workshop import Workshop
from tests.bench.phones import spent_s
from tests.web.phones import Phone
from tests.workshop.programs import Program

PHONES, BOTS, SEED = 60, 40, 3  # bots stand in for the first of them
READERS = 200  # of one file at once
LED = ("phase", "minutes", "parts", "pace", "step", "bookmarks", "code", "locked")  # what the console has set


@dataclass
class Death:
    """What was known of everybody before the laptop died, and after."""

    scene: str
    before: list[tuple[int, str, str, str]]  # of each phone: seat, secret, name, phase
    given: dict[int, Any]  # what was acknowledged, by phone
    open: dict[str, Any]  # of the program: port, code, PIN, file
    after: list[tuple[int, str, str, str]] = field(default_factory=list)
    open_again: dict[str, Any] = field(default_factory=dict)
    led: dict[str, Any] = field(default_factory=dict)  # what the console showed
    led_again: dict[str, Any] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)  # how it stands on phones and console
    lost: list[int] = field(default_factory=list)  # phones that do not find what was acknowledged
    seconds: float = 0.0  # by the clock, until everybody was back
    busy_s: float = 0.0  # of a processor, for the same; Linux only
    snapshot: bool = False  # there was one to begin from
    told: dict[str, Any] = field(default_factory=dict)  # what is exported then
    unbroken: dict[str, Any] = field(default_factory=dict)  # what would be, had nobody died


class Scene(NamedTuple):
    """Where the laptop dies: how one gets there, what a phone gives meanwhile, and how it finds that again."""

    name: str
    enter: Callable[["Hall"], Awaitable[None]]
    give: Callable[[Phone], Awaitable[Any]]  # what was acknowledged, None for nothing
    finds: Callable[[Phone, Any], Awaitable[bool]]


class Hall:
    """The program, its phones and its console; and a workshop in which all the same happens, and nobody dies."""

    def __init__(self, session: ClientSession, scenario: str) -> None:
        self.session, self.scenario = session, scenario
        self.program = Program(scenario, "--new", "--seed", str(SEED))
        self.phones = [Phone(session, self.program.port, f"Zoë 👩‍🚀 {number}") for number in range(PHONES)]
        self.console = Phone(session, self.program.port)
        self.unbroken = Workshop(scenarios.load(scenario), SEED, self.program.code, Words())
        self._relived = 0

    async def come_in(self) -> None:
        await self.console.open("console")
        for phone in self.phones:
            await phone.open()
            assert (await phone.join(self.program.code))["t"] == "hi"

    async def say(self, kind: str, **data: Any) -> dict[str, Any]:
        """The facilitator does something, and is not refused."""
        answer = await self.console.do(kind, **data)
        assert answer["t"] == "ack", answer
        return answer

    async def go(self, phase: str) -> None:
        await self.say("go", phase=phase)
        for phone in self.phones:
            await phone.shown("you", lambda view: bool(view["phase"] == phase))

    async def die_in(self, scene: Scene) -> Death:
        """Half of the phones have been answered when it dies; whoever was, has to find that again."""
        await scene.enter(self)
        tasks = [asyncio.create_task(scene.give(phone)) for phone in self.phones]
        waiting, answered = set(tasks), 0
        while waiting and answered < PHONES // 2:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            answered += sum(task.result() is not None for task in done)
        death = await self.known(scene.name)
        self.program.kill()
        for task in tasks:
            task.cancel()
        given = await asyncio.gather(*tasks, return_exceptions=True)
        death.given = {n: one for n, one in enumerate(given) if one is not None and not isinstance(one, BaseException)}
        await self.rise(death)
        death.lost = [n for n, one in death.given.items() if not await scene.finds(self.phones[n], one)]
        return death

    async def known(self, name: str) -> Death:
        """What is known of everybody now."""
        phase = self.phones[0].last["you"]["phase"]
        led = await self.console.shown("console", lambda view: bool(view["phase"] == phase))
        return Death(name, self._who(), {}, self._open(), led={key: led[key] for key in LED})

    def _who(self) -> list[tuple[int, str, str, str]]:
        views = [phone.last["you"] for phone in self.phones]
        return [(p.seat, p.token, v["name"], v["phase"]) for p, v in zip(self.phones, views, strict=True)]

    def _open(self) -> dict[str, Any]:
        return {name: getattr(self.program, name) for name in ("port", "code", "pin", "file")}

    async def rise(self, death: Death) -> None:
        """It is dead, and started again; then everything goes on."""
        self.program.close()
        lines = (*self.phones, self.console)
        await asyncio.gather(*(line.cut() for line in lines))
        await asyncio.gather(*(line.close() for line in lines))
        entries = self._read(death)
        began = time.monotonic()
        self.program = Program(self.scenario, port=self.program.port)
        await asyncio.gather(self.console.open("console"), *(phone.open() for phone in self.phones))
        await asyncio.gather(*(phone.shown("you") for phone in self.phones))
        death.seconds = time.monotonic() - began
        death.busy_s = spent_s(self.program.process.pid) if sys.platform == "linux" else 0.0
        death.after, death.open_again = self._who(), self._open()
        death.stopped = {phone.last["you"]["stopped"] for phone in self.phones}
        led = await self.console.shown("console")
        death.stopped.add(led["stopped"])
        death.led_again = {key: led[key] for key in LED}
        moment, before = (await self.say("export"))["tick"], -1
        while moment != before:  # hours that were left when the weeks were go by even now
            moment, before = (await self.say("export"))["tick"], moment
        death.told = json.loads(await self.fetched("session.json"))
        # an entry that is refused brings it to the same moment and changes nothing
        book.relive(self.unbroken, [*entries, Entry("", FACILITATOR, {}, moment)])
        death.unbroken = json.loads(export.pages(self.unbroken)["session.json"].body)
        await self.say("stop", how="")

    def _read(self, death: Death) -> list[Entry]:
        """The entries on the disk that are not relived yet; read from a copy."""
        there = self.program.file.parent.with_name(f"after {death.scene}")
        shutil.copytree(self.program.file.parent, there)
        journal = Journal.open(there / self.program.file.name)
        death.snapshot = book.latest(journal) is not None
        rows = journal.entries(self._relived)
        journal.close()
        self._relived += len(rows)
        return [Entry(kind, seat, data, tick) for tick, seat, kind, data in rows]

    async def fetched(self, name: str) -> bytes:
        """A file of the export."""
        async with self.session.get(f"http://localhost:{self.program.port}/export/{name}") as answer:
            assert answer.status == 200
            return await answer.read()

    async def die_making_an_export(self) -> Death:
        """Asked for, and not answered yet."""
        death = await self.known("export made")
        asked = asyncio.create_task(self.console.do("export"))
        await asyncio.sleep(0.02)
        self.program.kill()
        await asyncio.wait([asked])
        death.given = {} if asked.cancelled() else {0: asked.result()}
        await self.rise(death)
        return death

    async def die_being_fetched(self) -> Death:
        """Many want the export, one has it, and the others get less than that."""
        death = await self.known("export fetched")
        await self.say("export")
        whole = await self.fetched("session.json")
        reading = {asyncio.create_task(self.fetched("session.json")) for _ in range(READERS)}
        had, _ = await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
        self.program.kill()
        came = await asyncio.gather(*reading, return_exceptions=True)
        assert {task.result() for task in had} == {whole}
        death.given = {0: json.loads(whole), 1: sum(one != whole for one in came)}
        await self.rise(death)
        return death

    async def close(self) -> None:
        for line in (*self.phones, self.console):
            await line.close()
        said = self.program.errors()
        self.program.close()
        assert said == ""


# what phones give in each phase, and where they find it again


def answering(question: str, choices: int) -> tuple[Any, Any]:
    """Everybody answers a question; the answer stands on the phone."""

    async def give(phone: Phone) -> Any:
        answer = phone.seat % choices if choices else f"I'll ask once more, says number {phone.seat}"
        return answer if (await phone.do("answer", question=question, answer=answer))["t"] == "ack" else None

    async def finds(phone: Phone, given: Any) -> bool:
        asked = phone.last["you"]["asked"]
        return any(one["question"] == question and one["answer"] == given for one in asked)

    return give, finds


def counting(what: str) -> tuple[Any, Any]:
    """Everybody counts something they heard; those without a bot send their avatar somewhere."""

    async def give(phone: Phone) -> Any:
        if phone.seat >= BOTS:
            await phone.do("steer", c=[1, -1, -1, -1, -1], x=1.0, y=2.0)
        return 1 if (await phone.do("tally", what=what, by=1))["t"] == "ack" else None

    async def finds(phone: Phone, given: Any) -> bool:
        return bool(phone.last["you"]["tally"][what] == given)

    return give, finds


async def takes_a_part(phone: Phone) -> Any:
    return True if (await phone.do("part", plays=True))["t"] == "ack" else None


async def has_its_part(phone: Phone, given: Any) -> bool:
    return bool(phone.last["you"]["part"]["plays"] == given)


async def marks(phone: Phone) -> Any:
    people = phone.last["you"]["people"]
    if people and (await phone.do("mark", to=people[-1]["id"], mark=5))["t"] == "ack":
        return people[-1]["id"]
    return None


async def has_marked(phone: Phone, given: Any) -> bool:
    return any(one["id"] == given and one["mark"] == 5 for one in phone.last["you"]["people"])


async def posts(phone: Phone) -> Any:
    await phone.ask(t="look", person=EVERYBODY)
    choice = (await phone.shown("deeds", lambda view: bool(view["open"])))["open"]["choices"][1]
    return choice["text"] if (await phone.do("steer", c=choice["c"]))["t"] == "ack" else None


async def has_posted(phone: Phone, given: Any) -> bool:
    page = await phone.shown("page", lambda view: given in [item["text"] for item in view["items"]])
    return bool(page)


async def reads(phone: Phone) -> Any:
    return (await phone.shown("you", lambda view: bool((view["result"] or {}).get("headline"))))["result"]


async def reads_the_same(phone: Phone, given: Any) -> bool:
    return bool(await reads(phone) == given)


def to(phase: str) -> Callable[[Hall], Awaitable[None]]:
    """On to a phase."""
    return lambda hall: hall.go(phase)


async def lobby(hall: Hall) -> None:
    await hall.say("settings", minutes=75, parts=True, pace=12.0)
    for phone in hall.phones:
        await phone.shown("you", lambda view: bool(view["parts"]))


async def evening(hall: Hall) -> None:
    for seat in range(BOTS):
        await hall.say("bot", seat=seat, style=("collector", "promoter", "listener")[seat % 3])
    await hall.go("evening")
    for phone in hall.phones[: BOTS // 2]:
        await phone.shown("you", lambda view: bool(view["room"]["notes"]))


async def talk(hall: Hall) -> None:
    await hall.say("stop", how="frozen")
    await hall.say("bookmark", note="the man with the cards")
    await hall.console.shown("console", lambda view: bool(view["bookmarks"]))
    for phone in hall.phones:
        await phone.shown("you", lambda view: bool(view["stopped"] == "frozen"))


async def reveal(hall: Hall) -> None:
    await hall.go("reveal")
    await hall.say("step", by=1)
    await hall.console.shown("console", lambda view: bool(view["step"][0] == 1))


SCENES = (
    Scene("lobby", lobby, takes_a_part, has_its_part),
    Scene("first question", to("first question"), *answering("first", 3)),
    Scene("prediction", to("prediction"), *answering("prediction", 2)),
    Scene("evening", evening, *counting("pitch")),
    Scene("talk", talk, *counting("question")),
    Scene("decisions", to("decisions"), marks, has_marked),
    Scene("follow-up", to("follow-up"), *answering("weeks", 6)),
    Scene("weeks", to("weeks"), posts, has_posted),
    Scene("reveal", reveal, reads, reads_the_same),
    Scene("debrief", to("debrief"), *answering("plan", 0)),
)
NAMES = (*(scene.name for scene in SCENES), "export made", "export fetched")


async def course(scenario: str) -> dict[str, Death]:
    """One workshop from the lobby to the export, and every death in it."""
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        hall = Hall(session, scenario)
        try:
            await hall.come_in()
            deaths = [await hall.die_in(scene) for scene in SCENES]
            deaths += [await hall.die_making_an_export(), await hall.die_being_fetched()]
        finally:
            await hall.close()
    return {death.scene: death for death in deaths}
