"""How phones move their avatar: at once where one steers alone, by vote where several do."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from game.model.commands import Command, Do
from game.session.clock import TICK_S
from game.session.phases import Phase
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import ONE_EACH

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

FARTHEST_M = 1000
VOTE_S = 4.0  # seconds of the wall in which a crew makes up its mind
MAY = (Do.STAY, Do.WALK, Do.GO, Do.APPROACH, Do.SAY, Do.LISTEN, Do.CUT_IN, Do.LEAVE, Do.THINK)
_MARKS = 15  # all bits of Mark


def command_of(actor: int, data: dict[str, Any]) -> Command:
    """The command a phone asks for: `c` [do, to, act, item, about], `x` and `y` in metres. Raises RefusedError."""
    numbers = data.get("c")
    if not isinstance(numbers, list) or len(numbers) != 5 or any(type(number) is not int for number in numbers):
        raise RefusedError("senseless")
    if numbers[0] not in MAY or any(abs(number) > 10_000 for number in numbers):
        raise RefusedError("senseless")
    spot = [data.get("x", 0), data.get("y", 0)]
    if any(type(n) not in (int, float) or not abs(n) <= FARTHEST_M for n in spot):  # neither NaN nor infinity is
        raise RefusedError("senseless")
    return Command(-1, actor, *numbers, *map(float, spot))


def steer(show: "Workshop", entry: Entry) -> None:
    """A seat wants something of its avatar."""
    seat = show.state.seat(entry.seat)
    if seat is None:
        raise RefusedError("no_such_seat")
    if show.state.phase != Phase.EVENING or seat.avatar < 0:
        raise RefusedError("not_now")
    command = command_of(seat.avatar, entry.data)
    if seat.bot:
        seat.bot = ""  # whoever acts is back
        show.take_over(seat)
    crew = [seat] if show.state.way in ONE_EACH else show.state.humans_of(seat.avatar)
    if len(crew) == 1:
        show.pending.append(command)
        return
    ballot = show.state.ballots.setdefault(str(seat.avatar), {"since": show.tick_now, "votes": {}})
    ballot["votes"][str(seat.id)] = list(command)
    if len(ballot["votes"]) == len(crew):
        close(show, seat.avatar)


def close_due(show: "Workshop") -> None:
    """Votes whose time is up are counted."""
    window = VOTE_S * show.state.pace / TICK_S
    for avatar, ballot in list(show.state.ballots.items()):
        if show.tick_now >= ballot["since"] + window:
            close(show, int(avatar))


def close(show: "Workshop", avatar: int) -> None:
    """What most of a crew want is done; of as many, what was wanted first."""
    ballot = show.state.ballots.pop(str(avatar))
    votes = [tuple(vote) for vote in ballot["votes"].values()]
    if votes:
        show.pending.append(as_command(Counter(votes).most_common(1)[0][0]))


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
