"""What is put to the vote: at most four ways on that differ. Pure: a view in, options out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.model.commands import Command, Do
from game.session.feed_views import FeedChoice
from game.session.views import Choice, PersonView, RoomView
from game.stage.screens import targets

LETTERS = "ABCDEF"
GROUPS = ("ask", "give", "tell", "sell")  # of choices that are put to the vote
MOST = 4
NOTHING = Command(-1, -1, Do.STAY)  # of a vote that the screen itself carries out
SETTLED = 4  # things said in a circle before going is offered

Option = TypeVar("Option")


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to vote for. `person` has their face beside it, `icon` stands where there is no face."""

    label: str
    command: Command = NOTHING
    icon: str = ""
    person: int = -1
    detail: str = ""  # a second line: the sentence that would be said
    kind: str = ""  # how somebody across the room looks from here, for the words of the screen


def said_next(choices: Sequence[Choice], owed: bool, said: int) -> tuple[Way, ...]:
    """Of what the player could say: a question, something given or told, something sold, and saying nothing or going.

    Args:
        choices: all that is open, as solo players see it.
        owed: the player owes an answer, which then stands among them.
        said: what the player has said in this circle so far.
    """
    by_group = {group: [c for c in choices if c.group == group] for group in GROUPS}
    quiet = [c for c in choices if c.command.do == Do.LISTEN]
    away = [c for c in choices if c.command.do == Do.LEAVE]
    wanted = [
        by_group["ask"][:1],
        by_group["tell"][:1] if owed else [*by_group["give"], *by_group["tell"]][:1],
        by_group["sell"][said % 2 :][:1] or by_group["sell"][:1],
        away if said >= SETTLED else quiet,
        by_group["ask"][1:],
        by_group["tell"],
        quiet,
        away,
    ]
    return _ways([choice for row in wanted for choice in row], said)


def written_next(choices: Sequence[FeedChoice], by: int) -> tuple[Way, ...]:
    """Of what the player could write to somebody: one of each kind, and then more of the first; turned by `by`."""
    of_each = [[choice for choice in choices if choice.group == group][:1] for group in GROUPS]
    return _ways([*(choice for row in of_each for choice in row), *choices], by)


def turned(options: Sequence[Option], by: int) -> Sequence[Option]:
    """The options, begun with another one each time: no letter is always the right one."""
    start = by % max(1, len(options))
    return [*options[start:], *options[:start]]


def _ways(choices: Sequence[Choice | FeedChoice], by: int) -> tuple[Way, ...]:
    """The first four that differ, turned, to be voted on."""
    return tuple(
        Way(choice.label, choice.command, choice.group, detail=choice.text) for choice in turned(_first(choices), by)
    )


def _first(choices: Iterable[Option]) -> list[Option]:
    found: list[Option] = []
    for choice in choices:
        if choice not in found and len(found) < MOST:
            found.append(choice)
    return found


def walk_to(view: RoomView) -> tuple[Way, ...]:
    """The nearest people, no two of one circle."""
    ways: list[Way] = []
    circles: set[int] = set()
    for person in targets.by_distance(view):
        if person.formation >= 0 and person.formation in circles:
            continue
        circles.add(person.formation)
        kind = _kind(view, person)
        ways.append(Way(person.name, targets.approach(view, person.id), person=person.id, kind=kind))
        if len(ways) == MOST:
            break
    return tuple(ways)


def _kind(view: RoomView, person: PersonView) -> str:
    if person.formation >= 0:
        circle = next((c for c in view.formations if c.id == person.formation), None)
        return "pair" if circle and len(circle.members) == 2 else "circle"
    return person.activity if person.activity in ("phone", "drinking", "walking") else "alone"
