"""What of a view is to be shown over the people, worked out once for all frames of the view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.session.views import Line, PersonView, RoomView
from game.stage.art import marks
from game.stage.art.speech import Saying
from game.stage.art.theme import Theme, voice

_NEAR: Final = 4.5  # metres within which moods are signed
SEVERAL: Final = 3  # in a circle: from so many on it is not plain to whom something is said


@dataclass(frozen=True, slots=True)
class Agenda:
    """Lines, names and signs, each the most important first."""

    mates: tuple[int, ...]  # who stands in the player's circle
    sayings: dict[int, Saying]  # by the identity of the line
    full: list[Line]
    small: list[Line]
    known: list[PersonView]  # those with a name, the nearest to the front first
    signs: list[tuple[int, tuple[str, str]]]  # whose mood is signed, and the icon and its colour


@dataclass(frozen=True, slots=True)
class Naming:
    """How bubbles name who speaks: the player, if not by name, and one of several who listen."""

    you: str = ""
    to: Callable[[str, str], str] | None = (
        None  # speaker and addressee ("" the player), put together; None: no addressee
    )


NAMELESS: Final = Naming()


def agenda_of(view: RoomView, limit: int, naming: Naming, theme: Theme) -> Agenda:
    """What to show; at most `limit` bubbles in full."""
    mates = next((formation.members for formation in view.formations if formation.mine), ())
    full, small = _ranked(view, limit, talking=bool(mates))
    known = sorted((p for p in view.people if p.known), key=lambda p: -p.y)
    return Agenda(mates, _sayings(view, naming, mates, theme), full, small, known, _signs(view))


def _signs(view: RoomView) -> list[tuple[int, tuple[str, str]]]:
    me = next((p for p in view.people if p.id == view.me), None)
    talking = {line.speaker for line in view.lines}
    signs = []
    for person in view.people:
        near = me is not None and abs(person.x - me.x) + abs(person.y - me.y) < _NEAR
        if (near or person.activity in marks.SEEN_FROM_AFAR) and person.id not in talking and not person.player:
            sign = marks.sign_of(person, near)
            if sign:
                signs.append((person.id, sign))
    return signs


def _sayings(view: RoomView, naming: Naming, mates: tuple[int, ...], theme: Theme) -> dict[int, Saying]:
    names = {p.id: p.name for p in view.people}
    names[view.me] = naming.you or names.get(view.me, "")

    def head(line: Line) -> str:
        """Whose words, and to whom where several listen."""
        speaker, addressee = names.get(line.speaker, ""), names.get(line.addressee, "")
        several = line.mine and len(mates) >= SEVERAL and line.addressee != line.speaker
        if naming.to is None or not several or not addressee:
            return speaker
        return naming.to(speaker, "" if line.addressee == view.me else addressee.split()[0])

    return {
        id(line): Saying(
            head(line),
            theme.accent_ink if line.speaker == view.me else voice(line.speaker, theme),
            line.text,
            line.speaker == view.me,
            line.fading,
        )
        for line in view.lines
    }


def _ranked(view: RoomView, limit: int, *, talking: bool) -> tuple[list[Line], list[Line]]:
    """Lines to show in full, most important first, and those to show small: all of the others' while we talk."""
    spots = {p.id: (p.x, p.y) for p in view.people}
    mx, my = spots.get(view.me, (0.0, 0.0))

    def rank(line: Line) -> tuple[bool, bool, float]:
        x, y = spots.get(line.speaker, (1e6, 1e6))
        return not line.mine, line.fading, (x - mx) ** 2 + (y - my) ** 2 - line.tick * 1e-6

    lines = sorted((line for line in view.lines if line.text), key=rank)
    full = [line for line in lines if line.mine or not talking][:limit]
    in_full = set(map(id, full))
    return full, [line for line in lines if id(line) not in in_full and not line.fading]
