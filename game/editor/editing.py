"""`edit`: one scenario open in the browser, until it is closed."""

import json
import queue
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.editor import form, shown
from game.editor.document import Document, Made
from game.editor.pages import Pages
from game.editor.trying import Bench, Tools
from game.errors import GameError
from game.scenario.load import SHIPPED
from game.scenario.source import MOST_BYTES
from game.talk.words import Words
from game.web.hub import Hub, Message, Outgoing
from game.web.server import Server

HOST = "127.0.0.1"  # this machine alone
LOOK_S = 0.5  # between two looks at the file
CLOSELY_S = 1.5  # changes at one place within this time are one step back
FRAME_BYTES = 6 * MOST_BYTES  # a text in JSON may be so much longer than in the file


@dataclass
class Line:
    """One page that is open."""

    page: str = ""  # its own name for itself, "" while it has not shown the token
    place: str = ""
    changed_at: float = 0.0


class Editor:
    """Open from its creation; `run` until Ctrl-C, then `close`."""

    def __init__(self, path: Path, home: Path, words: Words, tools: Tools) -> None:
        """Raises GameError when the file cannot be read, or is open elsewhere."""
        self._shipped = path.resolve().is_relative_to(SHIPPED)
        self.document = Document(path, home)
        self._words, self._hub = words, Hub()
        self._lines: dict[int, Line] = {}
        self._bench = Bench(self.document, words, tools, self._tell_all)
        left = self.document.address
        self._token = left.get("token") or secrets.token_hex(16)
        self._server = Server(self._hub, Pages(self._token, words), most_bytes=FRAME_BYTES)
        self._start(int(left.get("port", 0)))
        self.url = f"http://{HOST}:{self._server.port}/{self._token}/"
        self.document.announce(self._server.port, self._token, self.url)

    def _start(self, port: int) -> None:
        """On the port of last time, where a page may still be waiting; else on any."""
        try:
            self._server.start(port, HOST)
        except GameError:
            self._server.start(0, HOST)

    def run(self, going: Callable[[], bool] = lambda: True) -> None:
        """Serve as long as it is `going`."""
        looked = 0.0
        while going():
            with suppress(queue.Empty):
                self.hear(self._hub.inbox.get(timeout=LOOK_S / 2))
            if time.monotonic() - looked > LOOK_S:
                looked = time.monotonic()
                if self.document.look_at_disk():
                    self._show_all()

    def close(self) -> None:
        """Say goodbye to the pages and let go of the file."""
        self._bench.stop()
        self._tell_all({"t": "closed"})
        self._server.stop()
        self.document.close()

    # -- hearing ------------------------------------------------------------------------------------------

    def hear(self, message: Message) -> None:
        """Take one message of a page."""
        number, data = message.connection, message.data
        if data is None:
            if self._lines.pop(number, Line()).page:
                self._count_pages()
            return
        line = self._lines.setdefault(number, Line())
        if data.get("t") == "hello":
            self._greet(number, line, data)
        elif line.page and data.get("t") == "do":
            self._do(number, line, data)

    def _greet(self, number: int, line: Line, data: dict[str, Any]) -> None:
        if not secrets.compare_digest(str(data.get("token", "")).encode(errors="replace"), self._token.encode()):
            self._hub.post([Outgoing(number, "", json.dumps({"t": "bye"}), end=True)])
            return
        line.page = str(data.get("page", ""))[:40] or "page"
        hi = {
            "t": "hi",
            "seen": self.document.seen(line.page),
            "file": str(self.document.disk.path),
            "id": self.document.disk.path.parent.name,
            "shipped": self._shipped,
            "restored": self.document.restored,
            "words": self._words.table("editor.page"),
            **form.description(self._words),
            **self._bench.description(),
        }
        self._tell(number, hi)
        self._show(number)
        self._count_pages()

    def _do(self, number: int, line: Line, data: dict[str, Any]) -> None:
        n = data.get("n")
        if type(n) is not int or not 0 < n < 1 << 53:
            return
        if n <= self.document.seen(line.page):  # sent again after the line broke: it has been done
            self._tell(number, {"t": "ack", "n": n})
            return
        try:
            told = self._done(line, data, n)
        except GameError as refused:
            self._tell(number, {"t": "no", "n": n, "why": str(refused)})
            return
        self._tell(number, {"t": "ack", "n": n, **told})
        self._show_all()

    def _done(self, line: Line, data: dict[str, Any], n: int) -> dict[str, Any]:
        """Do what was asked; what there is to answer."""
        op, document = data.get("op"), self.document
        made = Made(line.page, n, "")
        match op:
            case "undo" | "redo":
                return {"place": document.step(-1 if op == "undo" else 1, made)}
            case "save":
                document.save(made)
            case "mine" | "theirs":
                document.settle(op == "mine", made)
            case "encounter":
                return {"encounter": asdict(self._bench.encounter(data))}
            case "preview" | "lab" | "stop":
                if op == "preview" and document.unsaved:
                    document.save(made)
                self._bench.begin(str(op), data)
            case _:
                place = "text" if op == "text" else "/".join(map(str, data.get("path") or ())) + f":{op}"
                place += str(data.get("stroke", ""))  # of the brush: each is a step back of its own
                now = time.monotonic()
                follows = op in ("put", "text") and line.place == place and now - line.changed_at < CLOSELY_S
                document.change(data, Made(line.page, n, place, follows))
                line.place, line.changed_at = place, now
        return {}

    # -- telling ------------------------------------------------------------------------------------------

    def _tell(self, number: int, data: dict[str, Any], key: str = "") -> None:
        self._hub.post([Outgoing(number, key, json.dumps(data, ensure_ascii=False))])

    def _tell_all(self, data: dict[str, Any]) -> None:
        text = json.dumps(data, ensure_ascii=False)
        self._hub.post([Outgoing(number, "", text) for number, line in [*self._lines.items()] if line.page])

    def _show(self, number: int) -> None:
        self._tell(number, shown.state(self.document), "state")

    def _show_all(self) -> None:
        text = json.dumps(shown.state(self.document), ensure_ascii=False)
        self._hub.post([Outgoing(number, "state", text) for number, line in [*self._lines.items()] if line.page])

    def _count_pages(self) -> None:
        self._tell_all({"t": "pages", "pages": sum(bool(line.page) for line in self._lines.values())})
