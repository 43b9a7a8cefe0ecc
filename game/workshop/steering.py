"""How phones move their avatar: at once where one steers alone, by vote where several do."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from game.model.commands import Command, Do
from game.model.feed.deeds import Deed
from game.model.feed.params import HOURS
from game.session.clock import TICK_S
from game.session.phases import Phase
from game.session.wish import ON_FOOT
from game.workshop.arc import seconds_of
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import ONE_EACH, Seat

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

FARTHEST_M = 1000
VOTE_S = 4.0  # seconds of the wall in which a crew makes up its mind
MAY: dict[Phase, tuple[int, ...]] = {
    Phase.EVENING: (Do.STAY, Do.WALK, Do.GO, Do.APPROACH, Do.SAY, Do.LISTEN, Do.CUT_IN, Do.LEAVE, Do.THINK),
    Phase.WEEKS: tuple(Deed),
}
_FARTHEST = {Phase.EVENING: 10_000, Phase.WEEKS: 1_000_000}  # as the numbers of attendees, and of an audience, go
_MARKS = 15  # all bits of Mark


def command_of(actor: int, data: dict[str, Any], phase: Phase) -> Command:
    """The command a phone asks for: `c` [do, to, act, item, about], `x` and `y` in metres. Raises RefusedError."""
    numbers = data.get("c")
    if not isinstance(numbers, list) or len(numbers) != 5 or any(type(number) is not int for number in numbers):
        raise RefusedError("senseless")
    if numbers[0] not in MAY[phase] or any(abs(number) > _FARTHEST[phase] for number in numbers):
        raise RefusedError("senseless")
    spot = [data.get("x", 0), data.get("y", 0)]
    if any(type(n) not in (int, float) or not abs(n) <= FARTHEST_M for n in spot):  # neither NaN nor infinity is
        raise RefusedError("senseless")
    return Command(-1, actor, *numbers, *map(float, spot))


def steer(show: "Workshop", entry: Entry) -> None:
    """A seat wants something of its avatar: in the room with the next tick, on the network at once."""
    seat, phase = show.state.seat(entry.seat), show.state.phase
    if seat is None:
        raise RefusedError("no_such_seat")
    if phase not in MAY or seat.avatar < 0:
        raise RefusedError("not_now")
    command = command_of(seat.avatar, entry.data, phase)
    if phase == Phase.WEEKS:
        _check(show, command)
    mates = () if show.state.way in ONE_EACH else show.state.humans_of(seat.avatar)
    others = [mate for mate in mates if mate is not seat]
    if not others:
        done = _let(show, command)
    else:
        done = phase != Phase.WEEKS or show.weeks is None or show.weeks.possible(seat.avatar, command)
    if not done:
        raise RefusedError("senseless")
    if seat.bot:
        seat.bot = ""  # whoever acts is back
        show.take_over(seat)
    if others:
        ballot = show.state.ballots.setdefault(str(seat.avatar), {"since": show.moment, "votes": {}})
        ballot["votes"][str(seat.id)] = list(command)
        if len(ballot["votes"]) > len(others):
            close(show, seat.avatar)


def _check(show: "Workshop", command: Command) -> None:
    """On the network it is said at once that the day is too short for something."""
    weeks, avatar = show.weeks, command.actor
    if weeks is None or weeks.over or avatar not in weeks.feeds:
        raise RefusedError("not_now")
    if not weeks.feeds[avatar].affordable(command):
        raise RefusedError("no_time")


def _let(show: "Workshop", command: Command) -> bool:
    """Let it happen; False where it makes no sense. In a room that stands still only the last that was asked counts."""
    if show.state.phase == Phase.WEEKS and show.weeks is not None:
        return show.weeks.take(command.actor, command)
    if show.state.stopped:
        on_foot, before = command.do in ON_FOOT, show.pending.get(command.actor, [])
        show.pending[command.actor] = [one for one in before if (one.do in ON_FOOT) != on_foot]
    show.ask([command])
    return True


def close_due(show: "Workshop") -> None:
    """Votes whose time is up are counted."""
    for avatar, ballot in list(show.state.ballots.items()):
        if show.moment >= ballot["since"] + _window(show):
            close(show, int(avatar))


def _window(show: "Workshop") -> float:
    """How long a vote is open: in ticks, in the weeks in hours, as many as the run sheet lets pass meanwhile."""
    if show.state.phase == Phase.WEEKS:
        return VOTE_S * show.scenario.weeks.days * HOURS / seconds_of(show.state.minutes, Phase.WEEKS)
    return VOTE_S * show.state.pace / TICK_S


def close(show: "Workshop", avatar: int) -> None:
    """What most of a crew want is done; of as many, what was wanted first."""
    ballot = show.state.ballots.pop(str(avatar))
    votes = [tuple(vote) for vote in ballot["votes"].values()]
    if votes:
        _let(show, as_command(Counter(votes).most_common(1)[0][0]))


def ballot_of(show: "Workshop", seat: Seat) -> dict[str, int] | None:
    """How far the vote of a seat's crew has come; None where one steers alone."""
    crew = () if show.state.way in ONE_EACH else show.state.crew_of(seat.avatar)
    if len(crew) < 2:
        return None
    votes = show.state.ballots.get(str(seat.avatar), {}).get("votes", {})
    return {"of": len(crew), "in": len(votes), "mine": int(str(seat.id) in votes)}


def as_command(numbers: "list[float] | tuple[float, ...]") -> Command:
    """A command from its numbers, as JSON has them."""
    tick, actor, do, to, act, item, about = (int(number) for number in numbers[:7])
    return Command(tick, actor, do, to, act, item, about, *numbers[7:9])


def mark(show: "Workshop", entry: Entry) -> None:
    """A seat decides about somebody met: `to`, `mark`: bits of Mark. A crew's last word counts."""
    seat, to, bits = show.state.seat(entry.seat), entry.data.get("to"), entry.data.get("mark")
    if seat is None or show.evening is None or show.state.phase not in (Phase.EVENING, Phase.DECISIONS):
        raise RefusedError("not_now")
    if type(to) is not int or type(bits) is not int or not 0 <= bits <= _MARKS or seat.avatar < 0:
        raise RefusedError("senseless")
    if not 0 <= to < show.evening.world.capacity or to == seat.avatar:
        raise RefusedError("senseless")
    show.evening.mark(Command(-1, seat.avatar, Do.MARK, to, item=bits))
