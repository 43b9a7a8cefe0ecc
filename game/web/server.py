"""The server: pages, and a socket for each phone; in a thread of its own, so that the stage never waits for a phone."""

import asyncio
import itertools
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from game.errors import GameError
from game.web import guard
from game.web.hub import Hub, Message, Outgoing, Peer
from game.web.mailbox import Mailbox
from game.web.wire import decoded

FIRST_FRAME_S = 8.0  # a connection that has not said by then who it is, is cut
PULSE_S = 2.0  # something is sent at least so often: a phone that hears nothing for longer knows the line is dead
PULSE = '{"t":"pulse"}'
MOST_SOCKETS = 1100
MOST_FROM_ONE = 260  # connections from one address: a whole room may sit behind one
FRAMES_A_S, FRAMES_AT_ONCE = 60.0, 120.0  # of one connection; seats have a stricter limit of their own


@dataclass(frozen=True, slots=True)
class Page:
    """What is served at a path."""

    body: bytes
    kind: str  # "text/html"
    fixed: bool = False  # the same for everybody as long as the server runs


def taken(port: int) -> GameError:
    """What is said when somebody else listens there."""
    return GameError("--port", "a free port", f"{port}, which is taken", str(port + 1))


Pages = Callable[[str, Peer], Page | None]


class Server:
    """Serves until it is stopped. `pages` is asked for every path, in small letters, on the server's thread."""

    def __init__(
        self, hub: Hub, pages: Pages, names: Collection[str] = ("localhost",), most_bytes: int = guard.MOST_BYTES
    ) -> None:
        """`names` that mean this machine, which may become more while it runs; `most_bytes` of one frame."""
        self._hub, self._pages, self._names, self._most_bytes = hub, pages, names, most_bytes
        self._numbers = itertools.count(1)
        self.boxes: dict[int, Mailbox] = {}  # of the server's thread alone
        self._from: dict[str, int] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stop: asyncio.Event | None = None
        self.port = 0

    def start(self, port: int, host: str = "0.0.0.0") -> None:
        """Listen. Raises GameError when the port is taken."""
        ready = threading.Event()
        trouble: list[OSError] = []
        self._thread = threading.Thread(target=self._run, args=(host, port, ready, trouble), daemon=True, name="web")
        self._thread.start()
        ready.wait()
        if trouble:
            raise taken(port) from trouble[0]

    def stop(self) -> None:
        """Close every line and let go of the port."""
        if self._thread is not None and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(timeout=5)
            self._thread = None

    def _run(self, host: str, port: int, ready: threading.Event, trouble: list[OSError]) -> None:
        asyncio.run(self._serve(host, port, ready, trouble))

    async def _serve(self, host: str, port: int, ready: threading.Event, trouble: list[OSError]) -> None:
        app = web.Application(client_max_size=self._most_bytes, middlewares=[self._checked])
        app.router.add_get("/ws", self._socket)
        app.router.add_get("/{path:.*}", self._page)
        runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        try:
            site = web.TCPSite(runner, host, port, backlog=512)
            await site.start()
            self.port = runner.addresses[0][1]
            self._hub.send = self._send
        except OSError as refused:
            trouble.append(refused)
        ready.set()
        pulse = asyncio.create_task(self._pulse())
        if not trouble:
            await self._stop.wait()
        self._hub.send = None
        pulse.cancel()
        for box in self.boxes.values():
            box.close("")
        await runner.cleanup()

    @web.middleware
    async def _checked(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        response: web.StreamResponse
        if not guard.is_ours(request.host, self._names):
            response = web.Response(status=421, text="This is not the machine you are looking for.")
        else:
            try:
                response = await handler(request)
            except web.HTTPException as refused:
                response = web.Response(status=refused.status, text=refused.reason)
        if not response.prepared:
            response.headers.update(guard.HEADERS)
        return response

    def _peer(self, request: web.Request) -> Peer:
        address = request.remote or ""
        here = guard.is_loopback(address) and guard.hostname(request.host) in ("localhost", "127.0.0.1", "::1")
        return Peer(address, here)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        page = await self._found(request.match_info["path"].lower().strip("/"), self._peer(request))
        if page is None:
            return web.Response(status=404, text="Nothing here.")
        return web.Response(body=page.body, content_type=page.kind, charset="utf-8")

    async def _found(self, path: str, peer: Peer) -> Page | None:
        return self._pages(path, peer)

    # sockets

    def _send(self, things: list[Outgoing]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._deliver, things)

    def _deliver(self, things: list[Outgoing]) -> None:
        for thing in things:
            box = self.boxes.get(thing.connection)
            if box is None:
                continue
            if thing.end:
                box.close(thing.text)
            elif not box.put(thing.key, thing.text):
                box.close("")

    async def _pulse(self) -> None:
        """Say something on every line now and then: one clock for all of them."""
        while True:
            await asyncio.sleep(PULSE_S)
            self._beat()

    def _beat(self) -> None:
        for box in self.boxes.values():
            box.put("pulse", PULSE)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        peer = self._peer(request)
        if not guard.same_origin(request.headers.get("Origin"), request.host):
            return web.Response(status=403, text="Not from there.")
        if len(self.boxes) >= MOST_SOCKETS or self._from.get(peer.address, 0) >= MOST_FROM_ONE:
            return web.Response(status=503, text="Full.")
        socket = web.WebSocketResponse(max_msg_size=self._most_bytes, compress=False, heartbeat=15.0)
        await socket.prepare(request)
        number, box = next(self._numbers), Mailbox()
        self.boxes[number] = box
        self._from[peer.address] = self._from.get(peer.address, 0) + 1
        writer = asyncio.create_task(self._write(socket, box))
        try:
            await self._read(socket, number, peer)
        finally:
            del self.boxes[number]
            self._from[peer.address] -= 1
            self._hub.inbox.put(Message(number, None, peer))
            box.close("")
            await asyncio.wait([writer], timeout=2.0)
            writer.cancel()
        return socket

    async def _read(self, socket: web.WebSocketResponse, number: int, peer: Peer) -> None:
        bucket, loop, first = guard.Bucket(FRAMES_A_S, FRAMES_AT_ONCE), asyncio.get_running_loop(), True
        while True:
            try:
                frame = await socket.receive(timeout=FIRST_FRAME_S if first else None)
            except asyncio.TimeoutError:
                await socket.close(code=WSCloseCode.POLICY_VIOLATION)
                return
            if frame.type != WSMsgType.TEXT:
                return  # closed, broken, too large, or not text
            first = False
            if not bucket.take(loop.time()):
                continue  # too many: what is beyond the limit is not heard
            data = decoded(frame.data)
            if data is None:
                await socket.close(code=WSCloseCode.UNSUPPORTED_DATA)
                return
            self._hub.inbox.put(Message(number, data, peer))

    async def _write(self, socket: web.WebSocketResponse, box: Mailbox) -> None:
        try:
            while not socket.closed:
                for text in await box.take():
                    await socket.send_str(text)
                if box.closed:
                    if box.last:
                        await socket.send_str(box.last)
                    await socket.close()
        except (ConnectionError, RuntimeError):
            return  # gone in the middle of a word; the reader notices, too
