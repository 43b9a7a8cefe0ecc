"""Lines to a workshop without a socket: what phones say goes in, and what they hear is kept."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from game.web.hub import Hub, Message, Outgoing, Peer
from game.workshop.book import Book
from game.workshop.doors import Doors
from game.workshop.invitation import Invitation
from game.workshop.running import Running
from game.workshop.workshop import Workshop
from tests.workshop.hands import CODE

HERE = Peer("127.0.0.1", True)
STEP_S = 1 / 60
CONSOLE_PIN = "246810"


@dataclass
class Listening(Hub):
    """Keeps what it is given, in order."""

    posted: list[Outgoing] = field(default_factory=list)

    def post(self, batch: Iterable[Outgoing]) -> None:
        self.posted.extend(batch)


class Live:
    """A workshop under way; `now` is whatever the test says."""

    def __init__(self, show: Workshop, kept: Book, spent: dict[str, float] | None = None) -> None:
        self.show, self.book, self.hub, self.now = show, kept, Listening(), 1000.0
        self.invitation = Invitation(show, 8000, {"localhost"}, {"address": "here", "own": False})
        self.running = Running(show, kept, self.hub, Doors(CONSOLE_PIN), self.invitation, spent)
        self._connections = 0
        self._asked = 0

    def steps(self, seconds: float = STEP_S) -> None:
        """Let time pass."""
        for _ in range(max(1, round(seconds / STEP_S))):
            self.now += STEP_S
            self.running.step(self.now)
            for beside in (self.book._packing, self.book._flushing):  # the game: here it is as quick as a step
                if beside is not None:
                    beside[0].exception()

    def say(self, connection: int, data: dict[str, Any], peer: Peer | None = None) -> None:
        """A connection sends something, which is heard with the next step."""
        self.hub.inbox.put(Message(connection, data, peer or Peer(f"10.0.0.{connection}", False)))

    def line(self, role: str = "phone", peer: Peer | None = None, **more: Any) -> int:
        """A new connection that says hello."""
        self._connections += 1
        self.say(self._connections, {"t": "hello", "role": role, **more}, peer)
        self.steps()
        return self._connections

    def console(self) -> int:
        return self.line("console", HERE)

    def phone(self, name: str) -> tuple[int, str]:
        """A phone with a seat: its connection and its secret."""
        connection = self.line()
        answer = self.ask(connection, t="join", code=CODE, name=name)
        assert answer is not None and answer["t"] == "hi", answer
        return connection, answer["token"]

    def ask(self, connection: int, peer: Peer | None = None, **data: Any) -> dict[str, Any] | None:
        """Say something, let a step pass, and return what was answered to it; None when nothing was."""
        self._asked += 1
        self.say(connection, {"n": self._asked, **data}, peer)
        self.steps()
        return self.answer_to(connection, self._asked)

    def do(self, connection: int, kind: str, **data: Any) -> dict[str, Any] | None:
        return self.ask(connection, HERE, t="do", kind=kind, **data)

    def answer_to(self, connection: int, number: int) -> dict[str, Any] | None:
        return next((heard for heard in self.heard(connection) if heard.get("n") == number), None)

    def heard(self, connection: int, kind: str = "") -> list[dict[str, Any]]:
        """All a connection was told, or all of a kind."""
        told = [json.loads(out.text) for out in self.hub.posted if out.connection == connection]
        return [one for one in told if kind in ("", one["t"])]

    def was_cut(self, connection: int) -> str:
        """Why a line was cut, "" when it was not."""
        ends = [json.loads(out.text)["why"] for out in self.hub.posted if out.connection == connection and out.end]
        return str(ends[0]) if ends else ""
