"""The server in a process of its own: on two cores and more, what phones cost is then no part of the stage's time.

The game's side is a `Hub` as ever; a pipe leads across. Over it go, each with what it is: to the server what is for
connections, pages it asked for, names of this machine, and the game's pulse, which phones hear of; from it what
connections sent, and the pages they want. When the game is gone, killed or not, the pipe ends, and with it the server.
"""

import asyncio
import contextlib
import itertools
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Collection
from multiprocessing.connection import Connection
from typing import Any

from game.errors import GameError
from game.web.hub import Hub, Message, Peer
from game.web.server import MOST_SOCKETS, PULSE_S, Page, Pages, Server, taken

GATHER_S = 0.003  # for which what comes in is gathered, to be handed over together
SPARE_FILES = 100  # beside the lines
MOST_FIXED = 100  # pages that the server keeps by itself
LOOK_S = 0.1  # between two looks at the names, when there is nothing to send
AGAIN_S = 0.5  # until a server that has died is tried again


class Apart:
    """As `Server`, in its own process. `pages` is asked in a thread of this one, for each fixed page once.

    Should that process die, there is another soon, and whoever was connected comes again.
    """

    def __init__(self, hub: Hub, pages: Pages, names: Collection[str]) -> None:
        """`names` that mean this machine, which may become more while it runs."""
        self._hub, self._pages, self._names = hub, pages, names
        self._told: frozenset[str] = frozenset()
        self._outbox: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._lines: dict[int, Peer] = {}  # that have been heard, and are not gone
        self._last = 0  # number of a connection
        self._stopping = False
        self._threads: list[threading.Thread] = []
        self._host, self.port = "", 0

    def start(self, port: int, host: str = "0.0.0.0") -> None:
        """Listen. Raises GameError when the port is taken."""
        self._host = host
        self._open(port)
        self._hub.send = lambda things: self._outbox.put(("post", things))
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._receive, self._deliver)]
        for thread in self._threads:
            thread.start()

    def _open(self, port: int) -> None:
        apart = multiprocessing.get_context("spawn")
        self._pipe, there = apart.Pipe()
        self._told = frozenset(self._names)
        given = (there, self._told, self._host, port, self._last + 1)
        self._process = apart.Process(target=_serve, args=given, daemon=True, name="web")
        self._process.start()
        there.close()
        self.port = self._opened() or self.port
        if not self._process.is_alive():
            raise taken(port)

    def _opened(self) -> int:
        """The port that it listens on, 0 when it cannot."""
        try:
            return int(self._pipe.recv())
        except EOFError:
            self._process.join()
            return 0

    def stop(self) -> None:
        """Close every line and let go of the port."""
        self._hub.send, self._stopping = None, True
        self._outbox.put(("post", ()))  # wakes whoever waits for something
        for thread in self._threads:
            thread.join(timeout=5)
        self._process.join(timeout=5)
        self._process.kill()
        self._pipe.close()

    def _receive(self) -> None:
        while True:  # to the end, or the other process would wait until somebody listens
            try:
                what, told = self._pipe.recv()
            except (EOFError, OSError):
                if self._stopping:
                    return
                self._begin_again()
                continue
            if what == "heard":
                for message in told:
                    self._hear(message)
            else:
                number, path, peer = told
                self._outbox.put(("page", (number, self._pages(path, peer))))

    def _hear(self, message: Message) -> None:
        if message.data is None:
            self._lines.pop(message.connection, None)
        else:
            self._lines[message.connection] = message.peer
        self._last = max(self._last, message.connection)
        self._hub.inbox.put(message)

    def _begin_again(self) -> None:
        """The other process is gone, and with it every line."""
        for connection, peer in list(self._lines.items()):
            self._hear(Message(connection, None, peer))
        try:
            self._open(self.port)
        except GameError:  # not quite gone, or somebody else was quicker
            time.sleep(AGAIN_S)

    def _deliver(self) -> None:
        beat = 0.0
        while not self._stopping or not self._outbox.empty():
            with contextlib.suppress(queue.Empty):
                self._send(self._outbox.get(timeout=LOOK_S))
            if time.monotonic() - beat > PULSE_S:
                beat = time.monotonic()
                self._send(("beat", None))
            names = frozenset(self._names)
            if names != self._told:
                self._told = names
                self._send(("names", names))
        self._send(("stop", None))

    def _send(self, thing: tuple[str, Any]) -> None:
        with contextlib.suppress(OSError):  # it is gone, and so is everybody whom this is for
            self._pipe.send(thing)


# in the other process


class _Asking(Server):
    """A server that asks across the pipe for pages it does not have."""

    def __init__(self, hub: Hub, names: set[str], first: int, pipe: "Pipe") -> None:
        """`first` number of a connection."""
        super().__init__(hub, lambda *_: None, names)
        self._numbers = itertools.count(first)
        self._fixed: dict[str, Page] = {}
        self._asked: dict[int, asyncio.Future[Page | None]] = {}
        self._questions, self._pipe = itertools.count(), pipe

    async def _found(self, path: str, peer: Peer) -> Page | None:
        if path in self._fixed:
            return self._fixed[path]
        number, answer = next(self._questions), asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        self._pipe.send("page", (number, path, peer))
        page: Page | None = await answer
        if page is not None and page.fixed and len(self._fixed) < MOST_FIXED:
            self._fixed[path] = page
        return page

    async def _pulse(self) -> None:
        """None of its own: phones have to notice when the game is dead, and not when this is."""

    def beat(self) -> None:
        """The game lives, and every phone hears of it."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._beat)

    def answer(self, number: int, page: Page | None) -> None:
        """The page that was asked for."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._answered, number, page)

    def _answered(self, number: int, page: Page | None) -> None:
        asked = self._asked.pop(number)
        if not asked.done():
            asked.set_result(page)


class Pipe:
    """The server's end of the line: one thing at a time."""

    def __init__(self, end: "Connection[Any, Any]") -> None:
        self._end, self._lock = end, threading.Lock()

    def send(self, what: str, told: Any) -> None:
        """Say something to the game; without a game there is nothing more to do."""
        try:
            with self._lock:
                self._end.send((what, told))
        except OSError:
            os._exit(0)

    def hear(self) -> tuple[str, Any]:
        """Wait for what the game says."""
        try:
            heard: tuple[str, Any] = self._end.recv()
            return heard
        except (EOFError, OSError):
            os._exit(0)


def _serve(end: "Connection[Any, Any]", names: frozenset[str], host: str, port: int, first: int) -> None:
    """The whole life of the other process."""
    for asked in (signal.SIGINT, signal.SIGTERM):  # the game hears it too, and says goodbye before it stops us
        signal.signal(asked, signal.SIG_IGN)
    _allow_files(MOST_SOCKETS + SPARE_FILES)
    hub, called, pipe = Hub(), set(names), Pipe(end)
    server = _Asking(hub, called, first, pipe)
    try:
        server.start(port, host)
    except GameError:
        return
    end.send(server.port)
    threading.Thread(target=_gather, args=(hub, pipe), daemon=True).start()
    while True:
        what, told = pipe.hear()
        if what == "post":
            hub.post(told)
        elif what == "page":
            server.answer(*told)
        elif what == "beat":
            server.beat()
        elif what == "names":
            called.update(told)
        else:
            break
    server.stop()


def _allow_files(number: int) -> None:
    """A line is a file to the system, which lets a program have few of them (256 on a Mac) until it asks for more."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows knows no such limit
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = number if hard == resource.RLIM_INFINITY else min(number, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _gather(hub: Hub, pipe: Pipe) -> None:
    while True:
        first: Message = hub.inbox.get()
        time.sleep(GATHER_S)
        pipe.send("heard", [first, *hub.drain()])
