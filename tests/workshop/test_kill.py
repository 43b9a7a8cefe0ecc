"""The laptop dies, in any phase; it is started again, and everybody is where they were, with all they had answered."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from game.workshop.views.private import EVERYBODY
from tests.web.phones import PATIENCE_S, Phone
from tests.workshop.hands import write_tea_room
from tests.workshop.programs import Program

NAMES = ("Ana", "Bo", "Cem", "Dara", "Eli", "Zoë 👩‍🚀")


class Evening:
    """A workshop as a program, six phones and a console."""

    def __init__(self, session: ClientSession, scenario: str) -> None:
        self.session, self.scenario = session, scenario
        self.program = Program(scenario, "--new", "--seed", "3")
        self.phones = [Phone(session, self.program.port, name) for name in NAMES]
        self.console = Phone(session, self.program.port)

    async def open(self) -> None:
        await self.console.open("console")
        for phone in self.phones:
            await phone.open()
            assert (await phone.join(self.program.code))["t"] == "hi"

    async def go(self, phase: str) -> None:
        assert (await self.console.do("go", phase=phase))["t"] == "ack"
        for phone in self.phones:
            await phone.shown("you", lambda view: bool(view["phase"] == phase))

    async def die_and_rise(self) -> None:
        """Everything that was acknowledged until now is to be there when this returns."""
        seats = [(phone.seat, phone.token) for phone in self.phones]
        phase = self.phones[0].last["you"]["phase"]
        port, code, pin, file = self.program.port, self.program.code, self.program.pin, self.program.file
        self.program.kill()
        self.program.close()
        for line in (*self.phones, self.console):
            await line.cut()
            await line.close()
        self.program = Program(self.scenario, port=port)
        assert (self.program.port, self.program.code, self.program.pin, self.program.file) == (port, code, pin, file)
        await self.console.open("console")
        for phone in self.phones:
            await phone.open()
        assert [(phone.seat, phone.token) for phone in self.phones] == seats
        for phone, name in zip(self.phones, NAMES, strict=True):
            view = await phone.shown("you")
            assert (view["name"], view["phase"], view["stopped"]) == (name, phase, "paused")
        assert (await self.console.shown("console"))["stopped"] == "paused"
        assert (await self.console.do("stop", how=""))["t"] == "ack"

    async def close(self) -> None:
        for line in (*self.phones, self.console):
            await line.close()
        said = self.program.errors()
        self.program.close()
        assert said == ""


@pytest.fixture
def tell(tmp_path: Path) -> Callable[[Callable[[Evening], Coroutine[Any, Any, None]]], None]:
    """Let something happen in an evening."""
    scenario = write_tea_room(tmp_path)

    @asynccontextmanager
    async def opened() -> AsyncIterator[Evening]:
        async with ClientSession() as session:
            evening = Evening(session, scenario)
            try:
                await evening.open()
                yield evening
            finally:
                await evening.close()

    async def whole(told: Callable[[Evening], Coroutine[Any, Any, None]]) -> None:
        async with opened() as evening:
            await asyncio.wait_for(told(evening), 6 * PATIENCE_S)

    return lambda told: asyncio.run(whole(told))


def answers_of(phone: Phone, question: str) -> Any:
    """What a phone is shown that it has answered."""
    asked = phone.last["you"].get("asked", [])
    return next((one["answer"] for one in asked if one["question"] == question), None)


def test_seats_names_settings_and_answers_outlive_the_laptop(tell: Any) -> None:
    async def told(evening: Evening) -> None:
        await evening.console.do("settings", minutes=75, parts=True)
        assert (await evening.phones[1].do("part", plays=True))["t"] == "ack"
        await evening.die_and_rise()
        console = await evening.console.shown("console")
        assert (console["minutes"], console["parts"], console["seats"][1]["plays"]) == (75, True, True)
        await evening.go("first question")
        for number, phone in enumerate(evening.phones):
            assert (await phone.do("answer", question="first", answer=number % 3))["t"] == "ack"
        await evening.die_and_rise()
        assert [answers_of(phone, "first") for phone in evening.phones] == [0, 1, 2, 0, 1, 2]

    tell(told)


def test_an_evening_goes_on_after_the_laptop_died_in_the_middle_of_it(tell: Any) -> None:
    async def told(evening: Evening) -> None:
        phones, console = evening.phones, evening.console
        await console.do("settings", pace=12.0)
        for seat in (0, 1, 2, 3):
            await console.do("bot", seat=seat, style="collector")
        await evening.go("evening")
        await phones[0].shown("you", lambda view: bool(view["room"]["notes"]))
        for times in range(1, 4):
            assert (await phones[4].do("tally", what="pitch", by=1))["t"] == "ack"
            last = await phones[5].do("steer", c=[1, -1, -1, -1, -1], x=1.0 + times, y=2)
            assert last["t"] == "ack"
        met = phones[0].last["you"]["room"]["met"]
        await evening.die_and_rise()
        assert phones[4].last["you"]["tally"] == {"question": 0, "follow_up": 0, "pitch": 3}
        assert phones[0].last["you"]["room"]["met"] >= met
        floor = await phones[5].shown("floor")
        assert floor["tick"] >= last["tick"]
        await phones[5].shown("floor", lambda view: bool(view["tick"] > last["tick"]))
        await evening.go("decisions")
        people = (await phones[0].shown("you", lambda view: bool(view.get("people"))))["people"]
        for one in people:
            assert (await phones[0].do("mark", to=one["id"], mark=5))["t"] == "ack"
        await evening.die_and_rise()
        assert [one["mark"] for one in phones[0].last["you"]["people"]] == [5] * len(people)

    tell(told)


def test_what_came_of_the_evening_is_told_again_after_the_laptop_died(tell: Any) -> None:
    async def told(evening: Evening) -> None:
        phones, console = evening.phones, evening.console
        for seat in range(6):
            await console.do("bot", seat=seat, style="promoter")
        await console.do("settings", pace=12.0)
        await evening.go("evening")
        await phones[0].shown("you", lambda view: bool(view["room"]["notes"]))
        await evening.go("follow-up")
        for number, phone in enumerate(phones):
            assert (await phone.do("answer", question="weeks", answer=number))["t"] == "ack"
        await evening.die_and_rise()
        assert [answers_of(phone, "weeks") for phone in phones] == [0, 1, 2, 3, 4, 5]
        await evening.go("weeks")
        assert (await phones[0].ask(t="look", person=EVERYBODY))["t"] == "ack"
        choices = (await phones[0].shown("deeds", lambda view: bool(view["open"])))["open"]["choices"]
        assert (await phones[0].do("steer", c=choices[1]["c"]))["t"] == "ack"
        await evening.die_and_rise()
        await phones[0].shown("page", lambda view: choices[1]["text"] in [item["text"] for item in view["items"]])
        await evening.go("reveal")
        await console.do("step", by=1)
        before = [await phone.shown("you", lambda v: bool((v["result"] or {}).get("headline"))) for phone in phones]
        await evening.die_and_rise()
        after = [await phone.shown("you", lambda v: bool((v["result"] or {}).get("headline"))) for phone in phones]
        assert [view["result"] for view in after] == [view["result"] for view in before]
        assert (await console.shown("console"))["step"][0] == 1
        await evening.go("debrief")
        assert (await phones[2].do("answer", question="plan", answer="I'll ask once more"))["t"] == "ack"
        await evening.die_and_rise()
        assert phones[2].last["you"]["plan"] == "I'll ask once more"

    tell(told)
