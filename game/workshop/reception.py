"""Who is on which line, and what each may ask for: phones for their seat, the console for all, the wall nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from game.web.guard import Bucket
from game.web.hub import Hub, Message, Outgoing, Peer
from game.web.wire import encoded
from game.workshop import doors, names
from game.workshop.doors import Doors
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import FACILITATOR, Seat
from game.workshop.workshop import BY_FACILITATOR, BY_SEATS, Workshop

FOR_THE_HOST = ("export", "fill", "forget", "end", "address", "wifi")  # what no entry can do
ACTS_A_S, ACTS_AT_ONCE = 20.0, 40.0  # of one seat, whatever its phones and lines are

Take = Callable[[Entry, Callable[[], None]], None]


@dataclass
class Line:
    """One connection and who it belongs to."""

    connection: int
    peer: Peer
    role: str = ""  # phone, wall, console; "" has not said
    trusted: bool = False  # a wall on this machine, or where the console was let in: it may show the Wi-Fi
    seat: int = -1
    looks: int = -1  # at whom on the network: a row of the audience
    sent: dict[str, str] = field(default_factory=dict)  # the last of each kind of view
    prints: dict[str, Any] = field(default_factory=dict)  # …and what it was made from


@dataclass
class Presence:
    """When a seat was last heard of, in seconds."""

    acted: float = 0.0
    bucket: Bucket = field(default_factory=lambda: Bucket(ACTS_A_S, ACTS_AT_ONCE))


class Wanted(NamedTuple):
    """Something for whoever runs the workshop, who answers when it is done."""

    kind: str
    data: dict[str, Any]
    answer: Callable[[], None]
    refuse: Callable[[str], None]  # with the id of the words that say why


def numbered(data: dict[str, Any]) -> int | None:
    """The number a phone has given to what it asks, to be repeated in the answer; None for anything else."""
    number = data.get("n")
    return number if type(number) is int and abs(number) < 1 << 53 else None


class Reception:
    """Hears messages and turns them into entries; refuses what makes no sense in one plain sentence."""

    def __init__(
        self, show: Workshop, hub: Hub, entrance: Doors, take: Take, remember: Callable[[dict[str, Any]], None]
    ) -> None:
        self.show, self.hub, self.doors = show, hub, entrance
        self._take, self._remember = take, remember
        self.lines: dict[int, Line] = {}
        self.by_seat: dict[int, int] = {}  # the newest connection of each seat
        self.presence: dict[int, Presence] = {}
        self.urgent = False  # something that everybody should see at once
        self.outgoing: list[Outgoing] = []  # answers to what was heard in this step
        self.wanted: list[Wanted] = []  # what the console asked of whoever runs the workshop

    def hear(self, message: Message, now: float) -> None:
        """One message."""
        if message.data is None:
            self._gone(message.connection)
            return
        line = self.lines.get(message.connection)
        if line is None:
            line = self.lines[message.connection] = Line(message.connection, message.peer)
        kind = message.data.get("t")
        if kind == "hello":
            self._hello(line, message.data, now)
        elif kind == "join" and line.role == "phone" and line.seat < 0:
            self._join(line, message.data, now)
        elif kind == "seat" and line.role == "phone" and line.seat < 0:
            self._hand_over(line, message.data, now)
        elif kind == "do" and line.role in ("phone", "console"):
            self._do(line, message.data, now)
        elif kind == "look" and line.seat >= 0:
            self._look(line, message.data, now)
        elif kind != "pulse":
            self.refuse(line, message.data, "senseless")

    def say(self, line: Line, view: dict[str, Any], *, end: bool = False) -> None:
        """Say something to a connection."""
        self.outgoing.append(Outgoing(line.connection, "", encoded(view), end))

    def refuse(self, line: Line, data: dict[str, Any], why: str) -> None:
        """It cannot be done, and why."""
        self.say(line, {"t": "no", "n": numbered(data), "why": self.show.words.text(f"workshop.no.{why}"), "id": why})

    def answer(self) -> None:
        """Send what was said so far: whoever asked does not wait for a tick, nor for what is shown."""
        self.hub.post(self.outgoing)
        self.outgoing = []

    def say_goodbye(self) -> None:
        """The workshop closes: every line hears so, after all that was still to be said."""
        why = {"t": "bye", "why": "closed"}
        byes = [Outgoing(line.connection, "", encoded(why), True) for line in self.lines.values()]
        self.hub.post([*self.outgoing, *byes])

    def _gone(self, connection: int) -> None:
        line = self.lines.pop(connection, None)
        if line is not None and self.by_seat.get(line.seat) == connection:
            del self.by_seat[line.seat]

    # coming in

    def _hello(self, line: Line, data: dict[str, Any], now: float) -> None:
        role = data.get("role")
        if line.role or role not in ("phone", "wall", "console"):
            return self.refuse(line, data, "senseless")
        if role == "console":
            return self._console(line, data, now)
        line.role = str(role)
        line.trusted = role == "wall" and (line.peer.here or self.doors.knows(data.get("token")))
        seat = doors.seat_with(self.show.state, data.get("token")) if role == "phone" and data.get("token") else None
        if seat is not None and seat.out == "banned":
            return self.say(line, {"t": "bye", "why": "banned"}, end=True)
        if seat is not None and not seat.out:
            self._bind(line, seat, now)
        self._welcome(line, {})
        return None

    def _welcome(self, line: Line, more: dict[str, Any]) -> None:
        table = self.show.words.table("workshop.page")
        here = {"t": "hi", "role": line.role, "seat": line.seat, "title": self.show.scenario.title, "words": table}
        self.say(line, here | more)

    def _console(self, line: Line, data: dict[str, Any], now: float) -> None:
        """This machine is let in; another with the PIN, or the secret it was given for it."""
        more: dict[str, Any] = {}
        if not line.peer.here and not (data.get("token") and self.doors.knows(data["token"])):
            if not self.doors.may_guess("console", line.peer.address, now):
                return self.say(line, {"t": "bye", "why": "wait"}, end=True)
            if not self.doors.opens(data.get("pin")):
                return self.say(line, {"t": "bye", "why": "pin"}, end=True)
            secret = doors.new_secret()
            self.doors.tokens.add(doors.hashed(secret))
            self._remember({"consoles": sorted(self.doors.tokens)})
            more["token"] = secret
        if line.peer.here:
            more["pin"] = self.doors.pin
        line.role = "console"
        self._welcome(line, more)
        return None

    def _bind(self, line: Line, seat: Seat, now: float) -> None:
        """The newest line is the seat's; an older one is told so."""
        before = self.lines.get(self.by_seat.get(seat.id, -1))
        if before is not None and before is not line:
            before.seat = -1
            self.say(before, {"t": "bye", "why": "elsewhere"}, end=True)
        line.seat, self.by_seat[seat.id] = seat.id, line.connection
        self.presence.setdefault(seat.id, Presence()).acted = now

    def _join(self, line: Line, data: dict[str, Any], now: float) -> None:
        state = self.show.state
        if self.doors.is_slow("code", line.peer.address, now):
            return self.refuse(line, data, "slowly")
        if not names.same_code(data.get("code"), state.code):
            self.doors.may_guess("code", line.peer.address, now)
            return self.refuse(line, data, "code")
        secret, made = doors.new_seat(data.get("name"), {seat.pin for seat in state.seats})
        entry = Entry("join", FACILITATOR, made)
        return self._try(line, data, entry, self._seats(line, data, secret, now))

    def _hand_over(self, line: Line, data: dict[str, Any], now: float) -> None:
        """Another phone takes a seat over, with the PIN the facilitator has read out."""
        if not self.doors.may_guess("seat", line.peer.address, now):
            return self.refuse(line, data, "slowly")
        pin = str(data.get("pin", ""))
        seat = next((seat for seat in self.show.state.seated() if seat.pin == pin), None)
        if seat is None:
            return self.refuse(line, data, "pin")
        secret = doors.new_secret()
        made = {"seat": seat.id, "token": doors.hashed(secret)}
        return self._try(line, data, Entry("new_phone", FACILITATOR, made), self._seats(line, data, secret, now))

    def _seats(self, line: Line, data: dict[str, Any], secret: str, now: float) -> Callable[[], None]:
        """The answer to a phone that has a seat from now on: its secret."""

        def answer() -> None:
            seat = doors.seat_with(self.show.state, secret)
            if seat is not None:
                self._bind(line, seat, now)
                self.say(line, {"t": "hi", "role": "phone", "seat": seat.id, "token": secret, "n": numbered(data)})

        return answer

    # acting

    def _do(self, line: Line, data: dict[str, Any], now: float) -> None:
        kind = str(data.get("kind"))
        given = {key: value for key, value in data.items() if key not in ("t", "n", "kind")}
        if line.role == "console":
            if kind in FOR_THE_HOST:
                refuse = partial(self.refuse, line, data)
                self.wanted.append(Wanted(kind, given, self._acknowledge(line, data), refuse))
                return None
            if kind == "new_code":
                given = {"code": doors.new_code(self.show.state.code)}
            if kind not in BY_FACILITATOR or kind in ("join", "new_phone"):
                return self.refuse(line, data, "senseless")
            self.urgent = True
            return self._try(line, data, Entry(kind, FACILITATOR, given), self._acknowledge(line, data))
        if line.seat < 0 or kind not in BY_SEATS:
            return self.refuse(line, data, "senseless")
        there = self.presence.setdefault(line.seat, Presence())
        if not there.bucket.take(now):
            return self.refuse(line, data, "slowly")
        there.acted = now
        return self._try(line, data, Entry(kind, line.seat, given), self._acknowledge(line, data))

    def _look(self, line: Line, data: dict[str, Any], now: float) -> None:
        """A phone opens somebody on its feed, or closes them: nobody's deed, and written down nowhere."""
        person = data.get("person")
        if type(person) is not int or abs(person) >= 1 << 31:
            return self.refuse(line, data, "senseless")
        if not self.presence.setdefault(line.seat, Presence()).bucket.take(now):
            return self.refuse(line, data, "slowly")
        line.looks = person
        return self.say(line, {"t": "ack", "n": numbered(data), "tick": self.show.moment})

    def _acknowledge(self, line: Line, data: dict[str, Any]) -> Callable[[], None]:
        tick = self.show.moment
        return lambda: self.say(line, {"t": "ack", "n": numbered(data), "tick": tick})

    def _try(self, line: Line, data: dict[str, Any], entry: Entry, answer: Callable[[], None]) -> None:
        try:
            self._take(entry, answer)
        except RefusedError as why:
            self.refuse(line, data, str(why))
            return
        if entry.kind in ("send_out", "new_phone"):
            self._cut(entry)

    def _cut(self, entry: Entry) -> None:
        """Whoever was sent out hears so."""
        line = self.lines.get(self.by_seat.pop(entry.data.get("seat", -1), -1))
        if line is not None:
            line.seat = -1
            why = str(entry.data.get("how", "elsewhere"))
            self.say(line, {"t": "bye", "why": why}, end=True)
