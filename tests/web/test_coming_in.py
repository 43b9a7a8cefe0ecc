"""Coming in over a real line: with the code, as the console, and as somebody who is neither."""

from typing import Any

import pytest
from aiohttp import ClientSession

from game.workshop.doors import CODES_A_MINUTE
from tests.web.conftest import Hosted
from tests.web.phones import Phone, phones

LAN = "192.168.1.20"


# a workshop behind it


def test_a_phone_comes_in_with_the_code_and_is_shown_its_seat(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, hosted.port, 1) as (ana,):
            assert (await ana.join(f" {hosted.code.lower()} "))["seat"] == 0
            assert (await ana.shown("you"))["name"] == "P0"

    hosted.run(told)


def test_a_wrong_code_is_refused_and_after_many_of_them_not_even_the_right_one_is_heard(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, hosted.port, 2) as (ana, bo):
            why = [(await ana.join("OOOO"))["id"] for _ in range(CODES_A_MINUTE)]
            why += [(await bo.join("OOOO"))["id"], (await bo.join(hosted.code))["id"]]
            assert why == ["code"] * CODES_A_MINUTE + ["slowly"] * 2
            assert hosted.host.running.show.state.seats == []

    hosted.run(told)


def test_the_console_is_for_this_machine_and_for_others_with_its_pin(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        elsewhere = {"Host": f"{LAN}:{hosted.port}"}
        lines = [Phone(session, hosted.port) for _ in range(4)]
        told = [
            await lines[0].open("console"),
            await lines[1].open("console", headers=elsewhere),
            await lines[2].open("console", headers=elsewhere, pin="no"),
            await lines[3].open("console", headers=elsewhere, pin=hosted.host.pin),
        ]
        assert [answer["t"] for answer in told] == ["hi", "bye", "bye", "hi"]
        assert told[0]["pin"] == hosted.host.pin and "pin" not in told[3]
        assert (await lines[3].shown("console"))["code"] == hosted.code
        for line in lines:
            await line.close()

    hosted.run(told)


@pytest.mark.parametrize("role", ["admin", "", None, [], {"role": "console"}])
def test_nobody_is_admin(hosted: Hosted, role: Any) -> None:
    async def told(session: ClientSession) -> None:
        line = Phone(session, hosted.port)
        assert (await line.open(role))["id"] == "senseless"
        assert (await line.do("go", phase="evening"))["id"] == "senseless"
        await line.close()

    hosted.run(told)


@pytest.mark.parametrize(
    "frame",
    [
        {"t": "hello", "role": "console", "pin": "é"},
        {"t": "hello", "role": "phone", "token": {"a": []}},
        {"t": "join", "code": ["ABCD"], "name": {}},
        {"t": "seat", "pin": []},
        {"t": ["do"]},
        {"t": {}},
        {"t": "do", "kind": ["steer"]},
        {"t": "do", "kind": {"go": 1}},
        {"t": "do", "kind": "steer", "c": [1, -1, -1, -1, -1], "x": 10**400},
        {"t": "nothing of the kind"},
        {},
    ],
    ids=lambda frame: ascii(frame)[:50],
)
def test_a_message_of_the_wrong_kind_ends_nothing(hosted: Hosted, frame: dict[str, Any]) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, hosted.port, 2) as (bad, good):
            await bad.join(hosted.code)
            console = Phone(session, hosted.port)
            await console.open("console", headers={"Host": f"{LAN}:{hosted.port}"}, pin=hosted.host.pin)
            await console.do("go", phase="evening")
            stranger = await session.ws_connect(f"http://127.0.0.1:{hosted.port}/ws", headers={"Host": LAN})
            for sent in (bad.send, stranger.send_json):
                await sent(frame)
            assert (await good.join(hosted.code))["t"] == "hi"
            assert (await good.shown("you"))["phase"] == "evening"
            await stranger.close()
            await console.close()

    hosted.run(told)


# coming and going
