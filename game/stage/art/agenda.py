"""What of a view is to be shown over the people, worked out once for all frames of the view."""

from dataclasses import dataclass
from typing import Final

from game.session.views import Line, PersonView, RoomView
from game.stage.art import marks
from game.stage.art.speech import Saying
from game.stage.art.theme import Theme, voice

_NEAR: Final = 4.5  # metres within which moods are signed


@dataclass(frozen=True, slots=True)
class Agenda:
    """Lines, names and signs, each the most important first."""

    mates: tuple[int, ...]  # who stands in the player's circle
    sayings: dict[int, Saying]  # by the identity of the line
    full: list[Line]
    small: list[Line]
    known: list[PersonView]  # those with a name, the nearest to the front first
    signs: list[tuple[int, tuple[str, str]]]  # whose mood is signed, and the icon and its colour


def agenda_of(view: RoomView, limit: int, you: str, theme: Theme) -> Agenda:
    """What to show; at most `limit` bubbles in full; `you` is the name on the player's own, if not theirs."""
    mates = next((formation.members for formation in view.formations if formation.mine), ())
    full, small = _ranked(view, limit, talking=bool(mates))
    known = sorted((p for p in view.people if p.known), key=lambda p: -p.y)
    return Agenda(mates, _sayings(view, you, theme), full, small, known, _signs(view))


def _signs(view: RoomView) -> list[tuple[int, tuple[str, str]]]:
    me = next((p for p in view.people if p.id == view.me), None)
    talking = {line.speaker for line in view.lines}
    signs = []
    for person in view.people:
        near = me is not None and abs(person.x - me.x) + abs(person.y - me.y) < _NEAR
        sign = marks.sign_of(person, near)
        if sign and person.id not in talking and not person.player:
            signs.append((person.id, sign))
    return signs


def _sayings(view: RoomView, you: str, theme: Theme) -> dict[int, Saying]:
    names = {p.id: p.name for p in view.people}
    return {
        id(line): Saying(
            (you or names.get(line.speaker, "")) if line.speaker == view.me else names.get(line.speaker, ""),
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
