"""The server in a process of its own: the same as in a thread, and what only two processes can do to each other."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator

import pytest
from aiohttp import ClientSession

from game.errors import GameError
from game.web.apart import Apart
from game.web.hub import Hub, Outgoing, Peer
from game.web.server import PULSE_S, Page
from tests.architecture.tree import ROOT
from tests.web.conftest import Echo, run
from tests.web.phones import Phone, phones


class Shelf:
    """Pages, and how often each was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, path: str, peer: Peer) -> Page | None:
        self.asked.append(path)
        if path == "secret":
            return Page(b"for this machine", "text/html") if peer.here else None
        return Page(path.encode(), "text/html", fixed=path == "fixed") if path in ("fixed", "made") else None


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def apart(shelf: Shelf) -> Iterator[Echo]:
    echo = Echo(lambda hub: Apart(hub, shelf, {"localhost"}))
    yield echo
    echo.stop()


def process_of(echo: Echo) -> int:
    assert isinstance(echo.server, Apart) and echo.server._process.pid
    return echo.server._process.pid


async def fetched(session: ClientSession, port: int, path: str, host: str = "localhost") -> tuple[int, bytes]:
    async with session.get(f"http://127.0.0.1:{port}/{path}", headers={"Host": host}) as answer:
        return answer.status, await answer.read()


def test_what_is_asked_is_answered_to_whoever_asked(apart: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, apart.port, 20) as lines:
            answers = await asyncio.gather(*(line.ask(t="do") for line in lines for _ in range(5)))
            assert len({answer["me"] for answer in answers}) == 20

    run(told)
    assert process_of(apart) != os.getpid()


def test_a_fixed_page_is_asked_for_once_and_any_other_each_time(apart: Echo, shelf: Shelf) -> None:
    async def told(session: ClientSession) -> None:
        for _ in range(3):
            assert await fetched(session, apart.port, "fixed") == (200, b"fixed")
            assert await fetched(session, apart.port, "made") == (200, b"made")
            assert (await fetched(session, apart.port, "nothing"))[0] == 404

    run(told)
    assert [shelf.asked.count(path) for path in ("fixed", "made", "nothing")] == [1, 3, 3]


def test_the_game_learns_who_wants_a_page(apart: Echo) -> None:
    async def told(session: ClientSession) -> None:
        assert (await fetched(session, apart.port, "secret"))[0] == 200
        assert (await fetched(session, apart.port, "secret", "192.168.0.7"))[0] == 404

    run(told)


def test_a_name_that_is_added_is_answered_to(shelf: Shelf) -> None:
    names = {"localhost"}
    echo = Echo(lambda hub: Apart(hub, shelf, names))

    async def told(session: ClientSession) -> None:
        assert (await fetched(session, echo.port, "made", "party.test"))[0] == 421
        names.add("party.test")
        while (await fetched(session, echo.port, "made", "party.test"))[0] == 421:
            await asyncio.sleep(0.01)

    run(told)
    echo.stop()


def test_the_last_word_arrives_before_the_line_is_cut(apart: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, apart.port, 1) as (line,):
            number = (await line.ask(t="do"))["me"]
            apart.hub.post([Outgoing(number, "", '{"t": "bye", "why": "closed"}', end=True)])
            await line.cut()
            assert line.last["bye"]["why"] == "closed"

    run(told)


def test_a_port_that_is_taken_is_said_in_one_line(apart: Echo, shelf: Shelf) -> None:
    with pytest.raises(GameError) as error:
        Apart(Hub(), shelf, ()).start(apart.port)
    assert str(apart.port) in str(error.value) and "--port" in str(error.value)


def test_a_server_that_was_stopped_lets_go_of_its_port(shelf: Shelf) -> None:
    echo = Echo(lambda hub: Apart(hub, shelf, ()))
    echo.stop()
    again = Apart(Hub(), shelf, ())
    again.start(echo.port)
    assert again.port == echo.port
    again.stop()


def test_more_lines_are_held_than_the_system_lets_a_program_have_at_first(shelf: Shelf) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = len(os.listdir("/dev/fd")) + 30  # this process has files of its own
    resource.setrlimit(resource.RLIMIT_NOFILE, (few, hard))
    try:
        echo = Echo(lambda hub: Apart(hub, shelf, ()))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    async def told(session: ClientSession) -> None:
        async with phones(session, echo.port, few + 20) as lines:
            assert len({(await line.ask(t="do"))["me"] for line in lines}) == few + 20

    run(told)
    echo.stop()


def test_when_the_server_dies_there_is_another_and_the_game_knows_who_is_gone(apart: Echo) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, apart.port, 2) as lines:
            before = [(await line.ask(t="do"))["me"] for line in lines]
            os.kill(process_of(apart), signal.SIGKILL)
            for line in lines:
                await line.cut()
        again = Phone(session, apart.port)
        while again.socket is None:
            try:
                await again.open()
            except OSError:
                await asyncio.sleep(0.05)
        assert (await again.ask(t="do"))["me"] not in before  # nobody is taken for somebody else
        assert sorted(apart.gone) == sorted(before)
        await again.close()

    run(told)


def test_the_pulse_that_phones_hear_is_the_game_s(apart: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    async def told(session: ClientSession) -> None:
        async with phones(session, apart.port, 1) as (line,):
            monkeypatch.setattr("game.web.apart.PULSE_S", 1e9)
            await asyncio.sleep(0.3)  # whatever was on its way
            line.last.pop("pulse", None)
            await asyncio.sleep(1.2 * PULSE_S)
            assert "pulse" not in line.last
            monkeypatch.setattr("game.web.apart.PULSE_S", 0.05)
            await line.shown("pulse")

    run(told)


def test_when_the_game_is_killed_the_server_goes_too_and_frees_the_port() -> None:
    game = """
        import time
        from game.web.apart import Apart
        from game.web.hub import Hub
        if __name__ == "__main__":
            server = Apart(Hub(), lambda *_: None, ())
            server.start(0)
            print(server.port, server._process.pid, flush=True)
            time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(game)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="ascii") as process:
        assert process.stdout is not None
        port, server = map(int, process.stdout.readline().split())
        process.kill()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(server, 0)
        except ProcessLookupError:
            break
        time.sleep(0.02)
    again = Apart(Hub(), lambda *_: None, ())
    again.start(port)
    again.stop()
