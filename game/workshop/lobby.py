"""Seats: coming in, being called something else, going out, and coming back."""

from typing import TYPE_CHECKING, Any

from game.session.phases import Phase
from game.workshop import names
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import FACILITATOR, ONE_EACH, ROLES, Seat

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

MOST_SEATS = 200
_UNDOS = 20
_OUT = ("removed", "banned")


def join(show: "Workshop", entry: Entry) -> None:
    """A phone asks for a seat: `name`, and what the server made up for it: `token`, `pin`, `seat`."""
    state = show.state
    name = names.cleaned(entry.data.get("name"))
    if not name:
        raise RefusedError("no_name")
    if state.locked:
        raise RefusedError("locked")
    if len(state.seated()) >= MOST_SEATS:
        raise RefusedError("full")
    name = names.distinct(name, [seat.name for seat in state.seated()])
    seat = Seat(len(state.seats), name, entry.data["token"], entry.data["pin"])
    seat.crew = show.smallest_crew()
    if state.parts:
        seat.role = role_of(seat)
    state.seats.append(seat)
    if show.evening is not None:
        show.bring_in(seat)


def new_phone(show: "Workshop", entry: Entry) -> None:
    """Another phone has a seat from now on: `seat`, and the `token` it keeps."""
    _known(show, entry).token = entry.data["token"]


def rename(show: "Workshop", entry: Entry) -> None:
    """The facilitator calls somebody something else: `seat`, `name`."""
    seat = _known(show, entry)
    name = names.cleaned(entry.data.get("name"))
    if not name:
        raise RefusedError("no_name")
    _remember(show, seat, "name")
    _call(show, seat, name)


def send_out(show: "Workshop", entry: Entry) -> None:
    """Somebody is sent out: `seat`, `how`: removed (may come back) or banned (may not)."""
    seat = _known(show, entry)
    how = entry.data.get("how")
    if how not in _OUT:
        raise RefusedError("senseless")
    _remember(show, seat, "out")
    seat.out = str(how)
    show.take_over(seat)


def undo(show: "Workshop", _entry: Entry) -> None:
    """The last change to a seat, or the last new code, is taken back."""
    if not show.state.undo:
        raise RefusedError("nothing_to_undo")
    last = show.state.undo.pop()
    if last["what"] == "code":
        show.state.code = last["before"]
        return
    seat = show.state.seats[last["seat"]]
    if last["what"] == "out":
        seat.out = last["before"]
        _call(show, seat, seat.name)
        if seat.avatar < 0:
            show.bring_in(seat)
        show.take_over(seat)
    else:
        _call(show, seat, last["before"])


def lock(show: "Workshop", entry: Entry) -> None:
    """Nobody else comes in, or people do again: `on`."""
    show.state.locked = bool(entry.data.get("on"))


def bot(show: "Workshop", entry: Entry) -> None:
    """A style stands in for somebody who is silent or away: `seat`, `style` ("" for the phone again)."""
    seat, style = _known(show, entry), entry.data.get("style", "")
    if style and style not in show.styles:
        raise RefusedError("senseless")
    seat.bot = str(style)
    show.take_over(seat)


def crew(show: "Workshop", entry: Entry) -> None:
    """Somebody moves to another crew: `seat`, `crew`; only before the doors open."""
    seat, number = _known(show, entry), entry.data.get("crew")
    if type(number) is not int or not 0 <= number < MOST_SEATS or show.state.phase != Phase.LOBBY:
        raise RefusedError("senseless")
    seat.crew = number


def part(show: "Workshop", entry: Entry) -> None:
    """A phone takes the part it was offered, or declines it and nobody hears of it: `plays`."""
    seat = show.state.seat(entry.seat)
    if seat is None or not seat.role:
        raise RefusedError("senseless")
    seat.plays = bool(entry.data.get("plays"))


def role_of(seat: Seat) -> str:
    """The part a seat is offered; every fourth is offered none."""
    return ROLES[seat.id % len(ROLES)]


def new_code(show: "Workshop", entry: Entry) -> None:
    """Whoever comes in from now on needs another code, `code`; whoever is in stays. It can be taken back."""
    code = entry.data.get("code")
    if not names.is_code(code):
        raise RefusedError("senseless")
    _keep(show, {"seat": FACILITATOR, "what": "code", "before": show.state.code})
    show.state.code = code


def _known(show: "Workshop", entry: Entry) -> Seat:
    number = entry.data.get("seat")
    seat = show.state.seat(number) if type(number) is int else None
    if seat is None:
        raise RefusedError("no_such_seat")
    return seat


def _remember(show: "Workshop", seat: Seat, what: str) -> None:
    """What a seat was, before it changes."""
    _keep(show, {"seat": seat.id, "what": what, "before": getattr(seat, what)})


def _keep(show: "Workshop", before: dict[str, Any]) -> None:
    show.state.undo.append(before)
    del show.state.undo[:-_UNDOS]


def _call(show: "Workshop", seat: Seat, name: str) -> None:
    """By that name, or with a number behind it where somebody else is called so."""
    seat.name = names.distinct(name, [other.name for other in show.state.seated() if other is not seat])
    if show.evening is not None and seat.avatar >= 0 and show.state.way in ONE_EACH:
        show.evening.rename(seat.avatar, seat.name)
