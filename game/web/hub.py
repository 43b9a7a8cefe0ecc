"""The line between the game's thread and the server's: messages in, messages out, and nothing else shared."""

import queue
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Peer(NamedTuple):
    """Who is at the other end of a connection."""

    address: str
    here: bool  # on this machine, and says so in its Host header


class Message(NamedTuple):
    """Something a connection sent; `data` None: it is gone."""

    connection: int
    data: dict[str, Any] | None
    peer: Peer


class Outgoing(NamedTuple):
    """Something for a connection; `key` as Mailbox.put has it; `end`: the last thing it hears."""

    connection: int
    key: str
    text: str
    end: bool = False


@dataclass
class Hub:
    """Passes messages between threads. The game drains and posts; the server does the rest."""

    inbox: "queue.SimpleQueue[Message]" = field(default_factory=queue.SimpleQueue)
    send: Callable[[list[Outgoing]], None] | None = None  # of the server, while one is open

    def drain(self, most: int = 5000) -> list[Message]:
        """What has come in."""
        found: list[Message] = []
        while len(found) < most:
            try:
                found.append(self.inbox.get_nowait())
            except queue.Empty:
                break
        return found

    def post(self, batch: Iterable[Outgoing]) -> None:
        """Send on what is for the connections."""
        things = list(batch)
        if things and self.send is not None:
            self.send(things)
