"""A workshop on the line whose address, code and Wi-Fi are changed: phones and codes follow, and nobody is dropped."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
import segno
from aiohttp import ClientSession

from game.errors import GameError
from game.web.hub import Message, Peer
from game.web.server import Server
from game.workshop.hosting import Host
from tests.web.conftest import Hosted, run
from tests.web.phones import Phone, phones
from tests.workshop.hands import write_tea_room

NAME = "room.local"
LAN = "192.168.1.20"
SECRET = "correct horse 42"


async def fetched(session: ClientSession, port: int, path: str, host: str = "localhost") -> tuple[int, bytes]:
    async with session.get(f"http://127.0.0.1:{port}/{path}", headers={"Host": f"{host}:{port}"}) as answer:
        return answer.status, await answer.read()


async def checked(session: ClientSession, port: int, host: str = "localhost") -> dict[str, Any]:
    told: dict[str, Any] = json.loads((await fetched(session, port, "check.json", host))[1])
    return told


def picture(text: str) -> bytes:
    """A code as the page has it."""
    out = io.BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(out, kind="svg", scale=8, border=2, dark="#2a1b2e", light="#ffffff")
    return out.getvalue()


async def console_of(session: ClientSession, hosted: Hosted) -> Phone:
    line = Phone(session, hosted.port)
    await line.open("console", headers={"Host": f"localhost:{hosted.port}"})
    return line


def test_a_name_typed_in_the_console_leads_here_at_once_and_nobody_is_dropped(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        assert (await fetched(session, hosted.port, "", NAME))[0] == 421
        console = await console_of(session, hosted)
        async with phones(session, hosted.port, 2) as lines:
            for line in lines:
                await line.join(hosted.code)
            assert (await console.do("address", to=f"http://{NAME}:9000/"))["t"] == "ack"
            view = await console.shown("console", lambda seen: seen["url"] == f"http://{NAME}:9000")
            assert view["address"] == f"{NAME}:9000"
            status, body = await fetched(session, hosted.port, "qr.svg")
            assert (status, body) == (200, picture(f"HTTP://ROOM.LOCAL:9000/J/{hosted.code}"))
            assert (await fetched(session, hosted.port, "", NAME))[0] == 200
            assert (await fetched(session, hosted.port, "", "evil.example"))[0] == 421
            await console.do("go", phase="evening")
            for line in lines:
                assert (await line.do("tally", what="pitch", by=1))["t"] == "ack"
            assert (await console.do("address", to=LAN))["t"] == "ack"
            assert (await fetched(session, hosted.port, "", NAME))[
                0
            ] == 200  # whoever came by the name comes back by it
        await console.close()

    hosted.run(told)


def test_an_address_no_phone_can_call_is_refused_in_one_sentence(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        console = await console_of(session, hosted)
        before = (await console.shown("console"))["url"]
        for wrong in ("localhost", "two words", "", None, 5):
            answer = await console.do("address", to=wrong)
            assert (answer["t"], answer["id"]) == ("no", "address") and "\n" not in answer["why"]
        assert (await checked(session, hosted.port))["told"] == before
        await console.close()

    hosted.run(told)


def test_the_code_to_scan_follows_a_new_code_and_the_wall_s_view(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        console, wall = await console_of(session, hosted), Phone(session, hosted.port)
        await wall.open("wall")
        before = hosted.code
        assert (await console.do("new_code"))["t"] == "ack"
        seen = await wall.shown("wall", lambda view: view["code"] != before)
        assert (await fetched(session, hosted.port, "qr.svg"))[1] == picture(f"{seen['url']}/j/{seen['code']}".upper())
        for line in (console, wall):
            await line.close()

    hosted.run(told)


def test_the_page_that_checks_knows_where_phones_are_sent_and_which_device_this_is(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        console = await console_of(session, hosted)
        await console.do("address", to=NAME)
        await console.shown("console", lambda seen: NAME in seen["url"])
        here, there = await checked(session, hosted.port), await checked(session, hosted.port, LAN)
        assert here["told"] == there["told"] == f"http://{NAME}:{hosted.port}"
        assert here["here"] and not there["here"]
        code = (await fetched(session, hosted.port, "check.svg"))[1]
        assert code == picture(f"http://{NAME}:{hosted.port}/check".upper())
        await console.close()

    hosted.run(told)


def test_other_devices_that_get_through_are_counted_from_the_last_address_on(hosted: Hosted) -> None:
    """On loopback there are no others: their lines are put where the server would."""
    host = hosted.host

    def came(number: int, address: str) -> None:
        host._hub.inbox.put(Message(number, {"t": "hello", "role": "phone"}, Peer(address, False)))
        host.step()

    def met() -> int:
        return int(json.loads(host._checked(Peer("127.0.0.1", True)).body)["met"])

    came(1, "127.0.0.1")
    came(2, "10.0.0.7")
    came(3, "10.0.0.7")
    for own in host.invitation.own_addresses():
        came(4, own)
    assert met() == 1
    came(5, "10.0.0.8")
    assert met() == 2
    host.invitation.tell(NAME)
    host.step()
    assert met() == 0
    came(6, "10.0.0.8")
    assert met() == 1


def test_the_wifi_is_set_shown_hidden_and_forgotten_from_the_console(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        console, wall = await console_of(session, hosted), Phone(session, hosted.port)
        await wall.open("wall", headers={"Host": f"localhost:{hosted.port}"})
        given = {"name": "Cafe", "password": SECRET, "security": "WPA", "hidden": False}
        assert (await console.do("wifi", **given | {"password": "short"}))["id"] == "wifi_password"
        assert (await console.do("wifi", **given))["t"] == "ack"
        shown = await wall.shown("wifi", lambda view: view["wifi"] is not None)
        assert shown["wifi"]["name"] == "Cafe" and shown["wifi"]["password"] == ""
        await console.do("wifi", spelled=True)
        await wall.shown("wifi", lambda view: view["wifi"]["password"] == SECRET)
        await console.do("wifi", on_wall=False)
        await wall.shown("wifi", lambda view: view["wifi"] is None)
        assert SECRET not in json.dumps(console.last)
        await console.do("wifi", name="")
        await console.shown("console", lambda seen: seen["wifi"] is None)
        for line in (console, wall):
            await line.close()

    hosted.run(told)


def test_what_the_stage_draws_is_what_the_page_shows(tmp_path: Path, home: Path) -> None:
    host = Host(write_tea_room(tmp_path), port=0, new=True, seed=3)
    try:
        assert host.wall()["wifi"] is None
        before = host.marks()
        host.set_wifi({"name": "Cafe", "password": SECRET})
        host.invitation.tell(NAME)
        host.step()
        assert host.wall()["wifi"] == host.invitation.wifi_for_wall() is not None
        assert host.marks() is not before and host.wall()["url"] == f"http://{NAME}:{host.port}"
    finally:
        host.close()


def test_whoever_started_it_is_told_of_each_change_once(tmp_path: Path, home: Path) -> None:
    host = Host(write_tea_room(tmp_path), port=0, new=True, seed=3)
    told: list[tuple[str, str]] = []
    host.invited = lambda: told.append((host.url, host.invitation.code))
    try:
        host.step()
        assert told == []
        code = host.invitation.code
        host.invitation.tell(NAME)
        host.step()
        host.step()
        assert host.act("new_code", code="WXYZ") == ""
        host.step()
        url = f"http://{NAME}:{host.port}"
        assert told == [(url, code), (url, "WXYZ")]
    finally:
        host.close()


def test_after_a_restart_the_address_is_told_again_the_name_leads_here_and_no_password_is_known(
    tmp_path: Path, home: Path
) -> None:
    first = Host(write_tea_room(tmp_path), port=0, new=True, seed=3, server=Server)
    first.set_wifi({"name": "Cafe", "password": SECRET})
    first.invitation.tell(f"{NAME}:9000")
    first._keep()
    first.close()
    again = Host("chamber_mixer", port=0, server=Server)
    try:
        assert again.resumed and again.url == f"http://{NAME}:9000"
        assert again.invitation.for_console()["wifi"]["ready"] is False and again.wall()["wifi"] is None

        async def told(session: ClientSession) -> None:
            assert (await fetched(session, again.port, "", NAME))[0] == 200

        run(told)
    finally:
        again.close()
    files = [file for file in home.rglob("*") if file.is_file()]
    assert files and all(SECRET.encode() not in file.read_bytes() for file in files)


def test_what_the_command_line_says_counts_more_than_what_was_remembered(tmp_path: Path, home: Path) -> None:
    first = Host(write_tea_room(tmp_path), port=0, new=True, seed=3, name=NAME)
    first.close()
    again = Host("chamber_mixer", port=0, address=LAN)
    again.close()
    assert again.resumed and again.url == f"http://{LAN}:{again.port}"


@pytest.mark.parametrize("option", ["address", "name"])
def test_an_address_on_the_command_line_that_no_phone_can_call_begins_nothing(home: Path, option: str) -> None:
    with pytest.raises(GameError) as error:
        Host("chamber_mixer", port=0, new=True, **{option: "two words"})
    assert f"--{option}" in str(error.value) and "two words" in str(error.value) and "\n" not in str(error.value)
    assert not list(home.rglob("*.workshop"))


def test_forgetting_the_session_leaves_nothing_of_the_wifi(hosted: Hosted, home: Path) -> None:
    async def told(session: ClientSession) -> None:
        console = await console_of(session, hosted)
        await console.do("wifi", name="Cafe", password=SECRET)
        assert (await console.do("forget"))["t"] == "ack"

    hosted.run(told)
    for file in home.rglob("*"):
        assert not file.is_file() or b"Cafe" not in file.read_bytes()
