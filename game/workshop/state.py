"""All that a workshop is, beside the evening itself: plain data, so that it can be saved and taken up again."""

from dataclasses import dataclass, field
from typing import Any

from game.session.phases import Phase

ARC = tuple(Phase)  # lobby, first question, prediction, evening, decisions, follow-up, weeks, reveal, debrief
WAYS = ("each", "table", "crew", "room")  # an avatar for each phone, for each table, for each crew, one for all
ONE_EACH = ("each", "table")  # of them: an avatar has its phone's name
ROLES = ("", "promoter", "collector", "listener")  # parts that are offered in secret; "" none
FACILITATOR = -1  # whose entry it is, where it is not a seat's


@dataclass
class Seat:
    """Somebody's place in the workshop. A seat is not its phone: phones come and go."""

    id: int
    name: str
    token: str  # SHA-256 of the secret the phone keeps
    pin: str  # four digits that give the seat to another phone
    avatar: int = -1  # of the evening's attendees; -1 before the doors have opened
    crew: int = 0  # which crew steers together, where crews do
    role: str = ""
    plays: bool | None = None  # took the part that was offered; None: has not said
    out: str = ""  # "removed" or "banned"
    bot: str = ""  # the style that stands in


@dataclass
class Bookmark:
    """A moment the facilitator wants to come back to."""

    tick: int
    phase: str
    note: str


@dataclass
class State:
    """Where a workshop stands."""

    code: str
    phase: Phase = Phase.LOBBY
    minutes: int = 45  # of the run sheet
    way: str = "each"
    crews: int = 4
    parts: bool = False  # parts are offered in secret
    locked: bool = False
    stopped: str = ""  # "paused" or "frozen": stop and talk; "" running
    pace: float = 3.0
    think_s: float = 20.0  # seconds of the wall before a question is left hanging
    extra_s: int = 0  # seconds added to the phase
    step: int = 0  # of the reveal, and of the debrief
    round: int = 0  # evenings begun
    seats: list[Seat] = field(default_factory=list)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)  # by question, then by seat
    tallies: dict[str, dict[str, int]] = field(default_factory=dict)  # by seat: questions, follow-ups, pitches heard
    ballots: dict[str, dict[str, Any]] = field(default_factory=dict)  # by avatar: when it opened, what each seat wants
    months: int = 0  # times the weeks have begun
    lived: dict[str, list[str]] = field(default_factory=dict)  # by avatar: manner and morning of the weeks, once begun
    bookmarks: list[Bookmark] = field(default_factory=list)
    spotlight: tuple[str, int] | None = None  # ("person", attendee) or ("circle", formation)
    undo: list[dict[str, Any]] = field(default_factory=list)  # what seats and the code were before their last changes

    def seat(self, number: int) -> Seat | None:
        """The seat of that number, if there is one and nobody has been sent out of it."""
        if 0 <= number < len(self.seats) and not self.seats[number].out:
            return self.seats[number]
        return None

    def seated(self) -> list[Seat]:
        """Everybody who is in."""
        return [seat for seat in self.seats if not seat.out]

    def crew_of(self, avatar: int) -> list[Seat]:
        """Who steers an avatar."""
        return [seat for seat in self.seated() if seat.avatar == avatar]

    def humans_of(self, avatar: int) -> list[Seat]:
        """Who of them steers, and is not stood in for."""
        return [seat for seat in self.crew_of(avatar) if not seat.bot]

    def answer(self, question: str, seat: int) -> Any:
        """What a seat has answered, None if nothing."""
        return self.answers.get(question, {}).get(str(seat))

    def plain(self) -> dict[str, Any]:
        """As JSON-able data."""
        parts = {name: _copied(value) for name, value in vars(self).items()}
        return parts | {"phase": self.phase.value}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> "State":
        """What `plain` gave."""
        lit = plain["spotlight"]
        return cls(
            **plain
            | {
                "phase": Phase(plain["phase"]),
                "seats": [Seat(**seat) for seat in plain["seats"]],
                "bookmarks": [Bookmark(**mark) for mark in plain["bookmarks"]],
                "spotlight": (lit[0], lit[1]) if lit else None,
            }
        )


def _copied(value: Any) -> Any:
    """Plain data, and seats and bookmarks as such; dataclasses.asdict takes ten times as long over a hall of seats."""
    if isinstance(value, Seat | Bookmark):
        return vars(value).copy()
    if isinstance(value, list | tuple):
        return [_copied(part) for part in value]
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in value.items()}
    return value
