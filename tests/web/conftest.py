"""A server on loopback, alone or with a workshop behind it."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, TCPConnector

from game.web.apart import Apart
from game.web.hub import Hub, Outgoing, Peer
from game.web.server import Page, Server
from game.workshop.hosting import Host
from tests.web.phones import PATIENCE_S
from tests.workshop.hands import write_tea_room

Told = Callable[[ClientSession], Coroutine[Any, Any, None]]


def hello(path: str, _: Peer) -> Page | None:
    return Page(b"hello", "text/html") if path == "" else None


class Echo:
    """A server with a game behind it that says everything back, and greets whoever comes."""

    def __init__(self, server: Callable[[Hub], Server | Apart] | None = None) -> None:
        self.hub, self.peers = Hub(), dict[int, Peer]()
        self.server = server(self.hub) if server else Server(self.hub, hello)
        self.server.start(0, "127.0.0.1")
        self.gone: list[int] = []
        self._thread = threading.Thread(target=self._run)
        self._over = False
        self._thread.start()

    @property
    def port(self) -> int:
        return self.server.port

    def _run(self) -> None:
        while not self._over:
            for number, data, peer in self.hub.drain():
                self.peers[number] = peer
                if data is None:
                    self.gone.append(number)
                else:
                    self.hub.post([Outgoing(number, "", f'{{"t": "hi", "n": {data.get("n", 0)}, "me": {number}}}')])
            time.sleep(0.002)

    def stop(self) -> None:
        self._over = True
        self._thread.join()
        self.server.stop()


class Hosted:
    """A workshop that is open; browsers do what they do in a thread beside it."""

    def __init__(self, path: str) -> None:
        self.host = Host(path, port=0, new=True, seed=3, server=Server)
        self._closed = False

    @property
    def port(self) -> int:
        return self.host.port

    @property
    def code(self) -> str:
        return self.host.running.show.state.code

    def run(self, told: Told) -> None:
        """Step until the browsers are done; what goes wrong on either side is raised."""
        trouble: list[BaseException] = []

        def beside() -> None:
            try:
                run(told)
            except BaseException as wrong:
                trouble.append(wrong)

        thread = threading.Thread(target=beside)
        thread.start()
        try:
            while thread.is_alive():
                self.host.step()
                time.sleep(1 / 60)
        finally:
            self.close()  # whoever still waits for an answer is cut
            thread.join()
        if trouble:
            raise trouble[0]

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.host.close()


def run(told: Told) -> None:
    """Let browsers do something."""

    async def whole() -> None:
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            await asyncio.wait_for(told(session), 3 * PATIENCE_S)

    asyncio.run(whole())


@pytest.fixture
def echo() -> Iterator[Echo]:
    server = Echo()
    yield server
    server.stop()


@pytest.fixture
def hosted(tmp_path: Path, home: Path) -> Iterator[Hosted]:
    workshop = Hosted(write_tea_room(tmp_path))
    yield workshop
    workshop.close()
