"""`host`: a workshop on this machine's network, from the first phone to the export. No stage: that is the caller's."""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from game.errors import GameError, shorten
from game.scenario.spec import Scenario
from game.session import start
from game.session.party_view import room_for_all
from game.session.phases import Phase
from game.session.trouble import JournalError
from game.session.views import RoomView
from game.talk.words import Words
from game.web import guard
from game.web.addresses import adapters, as_told
from game.web.apart import Apart
from game.web.hub import Hub, Peer
from game.web.server import Page, Server
from game.workshop import book as books
from game.workshop import doors, export, rehearsal
from game.workshop.entry import Entry, RefusedError
from game.workshop.invitation import Invitation
from game.workshop.reception import Wanted
from game.workshop.running import Running
from game.workshop.state import FACILITATOR
from game.workshop.views.wall import lit_circles, wall_view
from game.workshop.workshop import Workshop

KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
INVITATION = "invitation"  # under this it is remembered
PHONE, LOCAL = ("", "j"), ("export",)
STEP_S = 1 / 60
SWITCH_S = 0.001  # between the stage's thread and those beside it: phones are heard while a frame is drawn
WALL_S = 0.25


class Host:
    """A workshop that is open: started, stepped, closed. `resumed` tells whether it was taken up again."""

    def __init__(
        self,
        path_or_id: str,
        *,
        port: int,
        new: bool = False,
        seed: int | None = None,
        address: str = "",
        name: str = "",
        words: Words | None = None,
        server: type[Server] | type[Apart] = Apart,
    ) -> None:
        """`address`: what phones are told, else as before; `name`: one that means this machine, told instead of it.

        `words`: in the language of a new workshop, English unless given; one that was left goes on in its own.
        `server`: in a process of its own, so that the stage waits for no phone, or in a thread of this one.
        """
        _check(address, "--address")
        _check(name, "--name")
        sys.setswitchinterval(SWITCH_S)
        words = words or Words()
        self._hub, self._pages = Hub(), _static(words.language)
        self.exports: dict[str, Page] = {}
        self._forget = self._rehearsing = self._left = False
        self._answered = Phase.LOBBY  # the last phase in which bots were asked
        self._wall_due, self._wall = 0.0, dict[str, Any]()
        self._room: tuple[object, RoomView] | None = None
        self._waited = False  # it is a frame behind
        self._made: dict[str, Callable[[Peer], Page]] = {}  # pages that are not the same every time
        self._met, self._newest = set[str](), 0  # other devices on a line since phones are told this address
        self.invited: Callable[[], None] = lambda: None  # called when phones are told something else
        names = {"localhost"}
        self._server = server(self._hub, self._page, names)
        self._server.start(port)  # first: where the port is taken nothing is begun
        try:
            left = None if new else books.unfinished()
            show, book, running = self._opened(left, path_or_id, seed, words)
        except BaseException:
            self._server.stop()
            raise
        self._pages = _static(show.words.language, fixed=True)
        self.resumed = left is not None
        self.invitation = Invitation(show, self.port, names, book.meta().get(INVITATION))
        self.running = Running(show, book, self._hub, self._doors(book), self.invitation, running)
        self._told = self.url, self.invitation.code
        if name or address:
            self.invitation.tell(name or address)
            self._keep()
        svg = KINDS[".svg"]
        self._made = {
            "qr.svg": lambda _: Page(self.invitation.picture(), svg),
            "check.svg": lambda _: Page(self.invitation.check_picture(), svg),
            "check.json": self._checked,
        }

    @staticmethod
    def _opened(
        left: Path | None, path_or_id: str, seed: int | None, words: Words
    ) -> tuple[Workshop, books.Book, dict[str, Any]]:
        """The workshop that was left, stopped; else a new one."""
        if left is None:
            number = start.any_seed() if seed is None else seed
            return *books.begin(path_or_id, words, number, doors.new_code()), {}
        show, book, running = books.resume(left, words)
        show.state.stopped = show.state.stopped or "paused"
        return show, book, running

    @staticmethod
    def _doors(book: books.Book) -> doors.Doors:
        """The console's PIN and secrets stay the same when a workshop is taken up again."""
        meta = book.meta()
        pin = meta.get("console_pin") or doors.new_pin(set(), doors.CONSOLE_PIN_DIGITS)
        book.remember({"console_pin": pin})
        return doors.Doors(pin, set(meta.get("consoles", ())))

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    @property
    def pin(self) -> str:
        """Of the console, for other devices."""
        return self.running.reception.doors.pin

    @property
    def url(self) -> str:
        """Where phones come in."""
        return self.invitation.url

    def step(self) -> None:
        """A sixtieth of a second or so."""
        self.running.step(time.monotonic())
        self._let_bots_answer()
        for wanted in self.running.reception.wanted:
            try:
                self._give(wanted)
            except RefusedError as why:
                wanted.refuse(str(why))
            else:
                wanted.answer()
        self.running.reception.wanted.clear()
        self._tell_again()
        self._note_arrivals()

    def _give(self, wanted: Wanted) -> None:
        """What the console asked for. Raises RefusedError."""
        if wanted.kind == "export":
            self.exports = export.pages(self.running.show)
        elif wanted.kind == "fill":
            self.fill(1)
        elif wanted.kind == "address":
            self.invitation.tell(wanted.data.get("to"))
            self._keep()
        elif wanted.kind == "wifi":
            self.set_wifi(wanted.data)
        else:
            self.running.ended = True
            self._forget = wanted.kind == "forget"

    def set_wifi(self, data: Mapping[str, Any]) -> None:
        """A Wi-Fi for phones, as `Invitation.set_wifi` takes it. Raises RefusedError."""
        self.invitation.set_wifi(data)
        self._keep()

    def _keep(self) -> None:
        """Remember what phones are told. A disk that refuses costs the facilitator a few clicks after a restart."""
        self._wall_due = 0.0
        with self.running.trying("remember"):
            self.running.book.remember({INVITATION: self.invitation.to_keep()})

    def _tell_again(self) -> None:
        """Wherever else it stands how to come in, it has to be said anew."""
        told = self.url, self.invitation.code
        if told != self._told:
            self._met = self._met if told[0] == self._told[0] else set()
            self._told, self._wall_due = told, 0.0
            self.invited()

    def _note_arrivals(self) -> None:
        """Which other devices have got through."""
        lines = self.running.reception.lines
        newest = max(lines, default=0)
        if newest > self._newest:
            came = {line.peer.address for number, line in lines.items() if number > self._newest}
            self._met |= {one for one in came if not guard.is_loopback(one)} - set(self.invitation.own_addresses())
            self._newest = newest

    def fill(self, bots: int) -> None:
        """Bots take seats, and will answer when everybody is asked."""
        self._rehearsing = True
        for entry in rehearsal.seat_bots(self.running.show, bots):
            self.running.do(entry)

    def _let_bots_answer(self) -> None:
        """Once in each phase."""
        show = self.running.show
        if self._rehearsing and show.state.phase != self._answered:
            self._answered = show.state.phase
            for seat in show.state.seated():
                for entry in rehearsal.entries_in(show, seat) if seat.bot else ():
                    self.running.do(entry)

    def run(self) -> None:
        """Until the facilitator ends it, or somebody has asked it to leave."""
        while not self.over:
            began = time.monotonic()
            self.step()
            time.sleep(max(0.0, STEP_S - (time.monotonic() - began)))

    # what the stage shows and asks for

    @property
    def scenario(self) -> Scenario:
        """The scenario as it was written."""
        return self.running.show.scenario

    @property
    def language(self) -> str:
        """What phones, console and wall speak."""
        return self.running.show.words.language

    @property
    def over(self) -> bool:
        """The facilitator has ended it, or it was left."""
        return self.running.ended or self._left

    def leave(self) -> None:
        """Step no more: it is to be closed, and taken up again some time."""
        self._left = True

    def wall(self) -> Mapping[str, Any]:
        """What the projector shows, made anew a few times a second."""
        now = time.monotonic()
        if now >= self._wall_due:
            self._wall_due = now + WALL_S
            stuck = bool(self.running.trouble)
            self._wall = wall_view(self.running.show, self.url, self.running.left(), stuck=stuck)
            self._wall["wifi"] = self.invitation.wifi_for_wall()
        return self._wall

    def room(self) -> RoomView | None:
        """The room at this tick, while the evening is on."""
        show = self.running.show
        if show.evening is None or show.state.phase != Phase.EVENING:
            return None
        moment = (show.evening.seed, show.evening.tick, show.state.spotlight)
        if self._room is not None and self._room[0] == moment:
            return self._room[1]
        if self._room is not None and not self._waited and time.perf_counter() > self.running.until:
            self._waited = True  # the step took long, and a frame is still to be drawn: the next one shows it
            return self._room[1]
        self._waited = False
        self._room = moment, room_for_all(show.evening, lit_circles(show))
        return self._room[1]

    def marks(self) -> Sequence[Sequence[int]]:
        """The join address as a QR code, another object when it is another one."""
        return self.invitation.marks()

    def act(self, kind: str, **data: Any) -> str:
        """What the facilitator's key asks for; why it cannot be done, "" when it is."""
        try:
            self.running.do(Entry(kind, FACILITATOR, data))
        except RefusedError as why:
            return self.running.show.words.text(f"workshop.no.{why}")
        self.running.reception.urgent, self._wall_due = True, 0.0
        return ""

    def close(self) -> None:
        """Save, and let go of the port and the file; forget it all if that was asked for."""
        self.running.reception.say_goodbye()
        path = self.running.book.path
        with suppress(JournalError):  # what was answered is on the disk all the same
            if self.running.ended:
                self.running.book.remember({"ended": True})
            self.running.close()
        self._server.stop()
        if self._forget:
            books.forget(path)

    def _page(self, path: str, peer: Peer) -> Page | None:
        """What is served; asked in another thread, which only reads."""
        first = path.split("/")[0]
        if path in self._made:
            return self._made[path](peer)
        if first in PHONE:
            return self._pages["phone.html"]
        if first in ("console", "wall", "check"):
            return self._pages[f"{first}.html"]
        if first in LOCAL:
            return self.exports.get(path.removeprefix("export/")) if peer.here else None
        return self._pages.get(path)

    def _checked(self, peer: Peer) -> Page:
        """For the page that checks the network: where phones are sent, and whether any have got here."""
        told: dict[str, Any] = {"told": self.url, "here": peer.here, "met": len(self._met)}
        told["unreachable"] = self.invitation.unreachable
        return Page(json.dumps(told).encode(), "application/json")


def _check(told: str, option: str) -> None:
    """Raise GameError if phones are to be told what they cannot call."""
    if told and not as_told(told):
        usual = next((one.address for one in adapters()), "room.local")
        raise GameError(option, "an address or a name that phones can call", shorten(told), usual)


def _static(language: str, *, fixed: bool = False) -> dict[str, Page]:
    """Every file that pages are made of, by its name; those of HTML say which language they are in.

    `fixed`: it is that from now on.
    """
    said = f'<html lang="{language}">'.encode()
    return {
        file.name: Page(file.read_bytes().replace(b'<html lang="en">', said, 1), KINDS[file.suffix], fixed)
        for file in export.PAGES.iterdir()
        if file.suffix in KINDS
    }
