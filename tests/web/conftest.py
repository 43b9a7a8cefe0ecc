"""A server on loopback, alone or with a workshop behind it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.web.hub import Hub, Outgoing, Peer
from game.web.server import Page, Server
from game.workshop.hosting import Host
from tests.workshop.hands import write_tea_room


class Echo:
    """A server with a game behind it that says everything back, and greets whoever comes."""

    def __init__(self) -> None:
        self.hub, self.peers = Hub(), dict[int, Peer]()
        self.server = Server(self.hub, lambda path, _: Page(b"hello", "text/html") if path == "" else None)
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
    """A workshop that is open, stepped by a thread of its own; what goes wrong in it is raised at the end."""

    def __init__(self, path: str) -> None:
        self.host = Host(path, port=0, new=True, seed=3)
        self._over = False
        self.trouble: list[BaseException] = []
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def port(self) -> int:
        return self.host.port

    @property
    def code(self) -> str:
        return self.host.running.show.state.code

    def _run(self) -> None:
        try:
            while not self._over:
                self.host.step()
                time.sleep(1 / 60)
        except BaseException as trouble:
            self.trouble.append(trouble)

    def stop(self) -> None:
        self._over = True
        self._thread.join()
        self.host.close()
        if self.trouble:
            raise self.trouble[0]


@pytest.fixture
def echo() -> Iterator[Echo]:
    server = Echo()
    yield server
    server.stop()


@pytest.fixture
def hosted(tmp_path: Path, home: Path) -> Iterator[Hosted]:
    workshop = Hosted(write_tea_room(tmp_path))
    yield workshop
    workshop.stop()
