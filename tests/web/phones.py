"""A simulated phone: a socket that says hello, asks, and remembers the last of everything it was shown."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

PATIENCE_S = 20.0  # after which a test gives up; nothing is measured by it


class Phone:
    """One line to a workshop."""

    def __init__(self, session: ClientSession, port: int, name: str = "") -> None:
        self._session, self._url = session, f"http://127.0.0.1:{port}/ws"
        self.name, self.token, self.seat = name, "", -1
        self.last: dict[str, dict[str, Any]] = {}  # by type
        self.heard = 0
        self.bytes = 0
        self._asked = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None
        self.socket: ClientWebSocketResponse | None = None

    async def open(self, role: str = "phone", headers: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
        """Connect and say hello; what came back: hi, no or bye."""
        self.last.clear()
        self.socket = await self._session.ws_connect(self._url, headers=headers, max_msg_size=0)
        self._reader = asyncio.create_task(self._read(self.socket))
        if self.token:
            more["token"] = self.token
        await self.send({"t": "hello", "role": role, **more})
        await self.until(lambda: bool(self.last.keys() & {"hi", "no", "bye"}))
        told = next(self.last[kind] for kind in ("hi", "no", "bye") if kind in self.last)
        self.seat = told.get("seat", -1)
        return told

    async def join(self, code: str) -> dict[str, Any]:
        """Ask for a seat."""
        answer = await self.ask(t="join", code=code, name=self.name)
        self.seat, self.token = answer.get("seat", -1), answer.get("token", "")
        return answer

    async def ask(self, **data: Any) -> dict[str, Any]:
        """Ask for something; the answer."""
        self._asked += 1
        number = self._asked
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self.send({**data, "n": number})
        return await asyncio.wait_for(answer, PATIENCE_S)

    async def do(self, kind: str, **data: Any) -> dict[str, Any]:
        """Do something; the answer."""
        return await self.ask(t="do", kind=kind, **data)

    async def send(self, data: Any) -> None:
        assert self.socket is not None
        await self.socket.send_str(data if isinstance(data, str) else json.dumps(data))

    async def shown(self, kind: str, fits: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """Wait for something to be shown that fits."""
        await self.until(lambda: kind in self.last and fits(self.last[kind]))
        return self.last[kind]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""

        async def wait() -> None:
            while not true():
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(wait(), PATIENCE_S)

    async def cut(self) -> int | None:
        """Wait until the line is cut; the code it was cut with."""
        assert self._reader is not None and self.socket is not None
        await asyncio.wait_for(self._reader, PATIENCE_S)
        return self.socket.close_code

    async def close(self) -> None:
        if self.socket is not None:
            await self.socket.close()
        if self._reader is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader

    async def _read(self, socket: ClientWebSocketResponse) -> None:
        async for frame in socket:
            if frame.type != WSMsgType.TEXT:
                break
            message = json.loads(frame.data)
            self.heard += 1
            self.bytes += len(frame.data)
            self.last[message["t"]] = message
            answer = self._answers.pop(message.get("n"), None)
            if answer is not None and not answer.done():
                answer.set_result(message)
            self._news.set()
        for answer in self._answers.values():
            answer.cancel()
        self._news.set()


@contextlib.asynccontextmanager
async def phones(session: ClientSession, port: int, number: int) -> AsyncIterator[list[Phone]]:
    """So many lines, which have said hello."""
    lines = [Phone(session, port, f"P{one}") for one in range(number)]
    try:
        for line in lines:
            await line.open()
        yield lines
    finally:
        for line in lines:
            await line.close()
