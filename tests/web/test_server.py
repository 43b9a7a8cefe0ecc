"""The server serves phones on the network, lets nobody in from elsewhere, and nobody who misbehaves holds up others."""

import asyncio
import json
import socket

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from yarl import URL

from game.errors import GameError
from game.web import guard, server
from game.web.hub import Hub, Outgoing
from game.web.mailbox import MOST_WAITING
from game.web.server import Server
from tests.web.conftest import Echo, Hosted, run
from tests.web.phones import PATIENCE_S, Phone, phones

LAN = "192.168.1.20"


async def get(session: ClientSession, port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    async with session.get(f"http://127.0.0.1:{port}{path}", headers=headers) as answer:
        return answer.status, dict(answer.headers), await answer.read()


# pages


@pytest.mark.parametrize("path", ["/", "/j/ABCD", "/console", "/wall", "/check", "/nothing", "/export/x.csv"])
def test_every_page_forbids_what_a_page_of_ours_never_does(hosted: Hosted, path: str) -> None:
    async def told(session: ClientSession) -> None:
        status, headers, _ = await get(session, hosted.port, path)
        assert status == (404 if path in ("/nothing", "/export/x.csv") else 200)
        assert {name: headers.get(name) for name in guard.HEADERS} == guard.HEADERS
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]

    hosted.run(told)


@pytest.mark.parametrize("path", ["/../main.py", "/%2e%2e/main.py", "/..%2fmain.py", "/game/web/server.py", "/%00"])
def test_no_file_is_served_but_pages(hosted: Hosted, path: str) -> None:
    async def told(session: ClientSession) -> None:
        url = URL(f"http://127.0.0.1:{hosted.port}{path}", encoded=True)
        async with session.get(url) as answer:
            assert answer.status in (400, 404)

    hosted.run(told)


def test_nothing_can_be_posted(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        async with session.post(f"http://127.0.0.1:{hosted.port}/console", data=b"x" * 100_000) as answer:
            assert answer.status == 405
            assert answer.headers["X-Content-Type-Options"] == "nosniff"

    hosted.run(told)


@pytest.mark.parametrize("name", ["evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.evil"])
def test_a_name_of_somebody_else_s_that_leads_here_is_served_nothing(hosted: Hosted, name: str) -> None:
    async def told(session: ClientSession) -> None:
        status, headers, body = await get(session, hosted.port, "/", Host=name)
        assert status == 421 and b"<html" not in body
        assert headers["X-Content-Type-Options"] == "nosniff"
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect(f"http://127.0.0.1:{hosted.port}/ws", headers={"Host": name})
        assert refused.value.status == 421

    hosted.run(told)


@pytest.mark.parametrize("name", ["[", "[::1", "a[b]", "]", "%", "@", "x:y:z"])
def test_a_name_that_is_none_is_served_nothing_and_is_no_error(hosted: Hosted, name: str) -> None:
    async def told(session: ClientSession) -> None:
        assert (await get(session, hosted.port, "/", Host=name))[0] in (400, 421)

    hosted.run(told)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST:8000", LAN, f"{LAN}:8000", "[::1]:8000"])
def test_every_address_of_this_machine_is_served(hosted: Hosted, name: str) -> None:
    async def told(session: ClientSession) -> None:
        assert (await get(session, hosted.port, "/", Host=name))[0] == 200

    hosted.run(told)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "http://["]
)
def test_a_page_from_elsewhere_opens_no_socket(echo: Echo, origin: str) -> None:
    async def told(session: ClientSession) -> None:
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect(f"http://127.0.0.1:{echo.port}/ws", headers={"Origin": origin})
        assert refused.value.status == 403
        line = Phone(session, echo.port)
        await line.open(headers={"Origin": f"http://127.0.0.1:{echo.port}"})
        await line.close()

    run(told)


def test_the_export_is_for_this_machine_alone(hosted: Hosted) -> None:
    async def told(session: ClientSession) -> None:
        console = Phone(session, hosted.port)
        await console.open("console")
        assert (await get(session, hosted.port, "/export/people.csv"))[0] == 404
        assert (await console.do("export"))["t"] == "ack"
        for _ in range(400):
            if hosted.host.exports:
                break
            await asyncio.sleep(0.02)
        status, headers, body = await get(session, hosted.port, "/export/people.csv")
        assert status == 200 and headers["Content-Type"].startswith("text/csv") and body.startswith(b"\xef\xbb\xbf")
        assert (await get(session, hosted.port, "/export/people.csv", Host=LAN))[0] == 404
        assert (await get(session, hosted.port, "/export/session.json", Host=f"{LAN}:{hosted.port}"))[0] == 404
        await console.close()

    hosted.run(told)


# sockets


def test_what_is_sent_is_heard_and_answered(echo: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 3) as lines:
            answers = [await line.ask(t="do") for line in lines]
            assert [answer["me"] for answer in answers] == [1, 2, 3]
            assert [echo.peers[number].here for number in (1, 2, 3)] == [True] * 3

    run(told)


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "hello",
        "[]",
        '["t", "hello"]',
        "null",
        "5",
        '"hello"',
        '{"t": "hello"',
        "[" * 4000,
        '{"t":' * 700,
        '{"t":' * 17 + "0" + "}" * 17,
        '{"t": "do", "n": 1, "x": ' + "[" * 950 + "]" * 950 + "}",
        '{"t": "hello", "token": "\\ud800"}',
        '{"n": ' + "9" * 4090 + "}",
    ],
    ids=lambda frame: ascii(frame)[:20],
)
def test_a_frame_that_is_no_message_cuts_its_line_and_no_other(echo: Echo, frame: str) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 2) as (bad, good):
            await bad.send(frame)
            assert await bad.cut() in (1003, 1009)
            assert (await good.ask(t="do"))["t"] == "hi"

    run(told)


def test_a_frame_short_of_4096_bytes_is_heard_and_a_longer_one_cuts_the_line(echo: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 2) as (one, other):
            padding = guard.MOST_BYTES - 1 - len('{"t": "do", "n": 7, "x": ""}')
            one._answers[7] = asyncio.get_running_loop().create_future()
            await one.send('{"t": "do", "n": 7, "x": "' + "x" * padding + '"}')
            assert (await asyncio.wait_for(one._answers[7], PATIENCE_S))["n"] == 7
            await one.send('{"t": "do", "n": 8, "x": "' + "x" * (padding + 1) + '"}')
            assert await one.cut() == 1009
            assert (await other.ask(t="do"))["t"] == "hi"

    run(told)


def test_a_frame_of_bytes_cuts_the_line(echo: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 2) as (bad, good):
            assert bad.socket is not None
            await bad.socket.send_bytes(b'{"t": "do"}')
            await bad.cut()
            assert (await good.ask(t="do"))["t"] == "hi"

    run(told)


def test_a_line_that_says_nothing_is_cut(echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "FIRST_FRAME_S", 0.2)

    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 1) as (talks,):
            silent = await session.ws_connect(f"http://127.0.0.1:{echo.port}/ws")
            while not silent.closed:
                await asyncio.wait_for(silent.receive(), PATIENCE_S)
            assert silent.close_code == 1008
            await asyncio.sleep(0.3)
            assert (await talks.ask(t="do"))["t"] == "hi"

    run(told)


def test_a_line_on_which_nothing_happens_has_a_pulse(echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PULSE_S", 0.05)

    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 1) as (line,):
            await line.shown("pulse")

    run(told)


def test_a_line_that_is_gone_is_told_of_and_its_place_is_free(echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_FROM_ONE", 3)

    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 3) as lines:
            with pytest.raises(WSServerHandshakeError) as refused:
                await session.ws_connect(f"http://127.0.0.1:{echo.port}/ws")
            assert refused.value.status == 503
            await lines[0].close()
            for _ in range(200):
                if echo.gone:
                    break
                await asyncio.sleep(0.02)
            assert echo.gone == [1]
            late = Phone(session, echo.port)
            assert (await late.open())["me"] == 4
            await late.close()

    run(told)


def test_a_thousand_messages_at_once_do_not_hold_up_others(echo: Echo) -> None:
    """Of the flood 120 are heard at once, and 60 in each second after that."""

    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 3) as (flood, one, other):
            before = flood.heard
            for number in range(1000):
                await flood.send({"t": "do", "n": number})
            assert (await one.ask(t="do"))["n"] == 1
            assert (await other.ask(t="do"))["n"] == 1
            assert flood.heard - before < 400
            assert flood.socket is not None and not flood.socket.closed

    run(told)


def test_whoever_never_reads_holds_up_nobody_and_is_cut_when_too_much_waits(echo: Echo) -> None:
    async def told(session: ClientSession) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", echo.port, limit=1024)
        writer.write(
            f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{echo.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        await reader.readuntil(b"\r\n\r\n")
        async with phones(session, echo.port, 1) as (good,):
            (deaf,) = set(echo.server.boxes) - {(await good.ask(t="do"))["me"]}
            box = echo.server.boxes[deaf]
            for _ in range(20):
                echo.hub.post(Outgoing(deaf, "", "x" * 50_000) for _ in range(MOST_WAITING // 5))
                echo.hub.post(Outgoing(deaf, "floor", "y" * 50_000) for _ in range(100))
                assert (await good.ask(t="do"))["t"] == "hi"
            assert box.closed and len(box._answers) <= MOST_WAITING and len(box._states) <= 1
        writer.transport.abort()

    run(told)


def test_of_states_only_the_newest_is_sent_to_whoever_is_slow(echo: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, 1) as (line,):
            number = (await line.ask(t="do"))["me"]
            states = [Outgoing(number, "floor", json.dumps({"t": "floor", "k": k})) for k in range(5000)]
            before = line.heard
            echo.hub.post(states)
            await line.shown("floor", lambda view: bool(view["k"] == 4999))
            assert line.heard - before < 100

    run(told)


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(GameError) as error:
            Server(Hub(), lambda *_: None).start(port, "127.0.0.1")
    assert str(port) in str(error.value) and "--port" in str(error.value) and "\n" not in str(error.value)


def test_a_server_that_was_stopped_lets_go_of_its_port_and_its_lines() -> None:
    one = Echo()
    port = one.port

    async def told(session: ClientSession) -> None:
        async with phones(session, port, 2) as lines:
            await asyncio.get_running_loop().run_in_executor(None, one.stop)
            for line in lines:
                await line.cut()

    run(told)
    again = Server(Hub(), lambda *_: None)
    again.start(port, "127.0.0.1")
    assert again.port == port
    again.stop()
