"""A page of the notebook: a face, what is known, and the private marks below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pygame import Rect

from game.session.views import Note
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.marks import NAMES, Marks
from game.stage.panels import framed
from game.stage.screen import Move
from game.stage.widgets.base import Row, Spoken, Text, Widget, aloud
from game.stage.widgets.controls import Action, Button

FACE = 72  # design units


class Portrait(Widget):
    """Text beside a face."""

    def __init__(self, faces: Faces, person: int, parts: Sequence[Widget], mood: str = "smile") -> None:
        self.faces, self.person, self.parts, self.mood = faces, person, parts, mood

    def _beside(self, ink: Ink) -> int:
        return ink.px(FACE + 14)

    def height(self, ink: Ink, width: int) -> int:
        inner = width - self._beside(ink) - ink.px(32)
        text = sum(part.height(ink, inner) for part in self.parts) + ink.px(3) * (len(self.parts) - 1)
        return max(text, ink.px(FACE)) + ink.px(28)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        x, y = rect.x + ink.px(16), rect.y + ink.px(14)
        face = self.faces.portrait(self.person, ink.px(FACE), "worry" if self.mood == "worry" else "smile")
        ink.surface.blit(face, (x, y))
        x += self._beside(ink)
        with ink.inside(rect):
            for part in self.parts:
                high = part.height(ink, rect.right - ink.px(16) - x)
                part.draw(ink, Rect(x, y, rect.right - ink.px(16) - x, high), False)
                y += high + ink.px(3)

    def spoken(self) -> Spoken:
        return aloud(self.parts)


class PersonCard(Portrait):
    """Text beside a face, to be pressed."""

    stop = True

    def __init__(self, faces: Faces, person: int, parts: Sequence[Widget], action: Action, mood: str = "smile") -> None:
        super().__init__(faces, person, parts, mood)
        self.action = action

    def least(self, ink: Ink) -> int:
        return ink.px(FACE + 46) + round(ink.px(230) * ink.settings.text / 100)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        super().draw(ink, rect, focused)
        if focused:
            ink.ring(rect)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        return self.action()


class Badge(Widget):
    """A sign and a word on a pill: told apart by shape and by word, not by colour alone."""

    def __init__(self, word: str, icon: str, colour: str) -> None:
        self.word, self.icon, self.colour = word, icon, colour

    def height(self, ink: Ink, width: int) -> int:
        return ink.size("small")[1] + ink.px(6)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        wide = ink.icon_width("small") + ink.measure(self.word, "small")[0] + ink.px(20)
        pill = Rect(rect.x, rect.y, min(wide, rect.width), rect.height)
        edge, fill = ink.colour(self.colour), ink.colour("card")
        framed(ink.surface, pill, edge, max(1, ink.px(1.5)), fill, pill.height // 2)
        ink.icon(self.icon, pill.x + ink.px(7), pill.centery, "small", self.colour)
        x = pill.x + ink.px(10) + ink.icon_width("small")
        ink.write(self.word, "small", x, pill.y + ink.px(3), colour=self.colour)

    def spoken(self) -> Spoken:
        return Spoken(self.word)


def note_rows(desk: Desk, marks: Marks, faces: Faces, note: Note) -> list[Widget]:
    """What the notebook shows of one person: the card, and a row of marks."""
    minutes = int(note.minutes)  # never longer than the evening has lasted
    talked = desk.t("notebook.talked", n=minutes) if minutes else desk.t("notebook.moment")
    known = [talked, *([desk.t("notebook.card")] if note.card else [])]
    facts = [Text(fact) for fact in note.facts] or [Text(desk.t("decisions.facts_none"), colour="soft")]
    parts = [
        Text(note.name or desk.t("notebook.unnamed"), "heading"),
        *facts,
        Text(" ".join(known), "small", "soft"),
    ]
    return [Portrait(faces, note.person, parts), mark_row(desk, marks, note.person)]


def mark_row(desk: Desk, marks: Marks, person: int) -> Row:
    """A button for each mark, with a tick where it is on."""
    return Row(
        [
            Button(
                desk.t(f"mark.{name}"),
                partial(marks.toggle, person, mark),
                on=lambda mark=mark: bool(marks.of(person) & mark),  # type: ignore[misc]
                icon=name,
            )
            for mark, name in NAMES.items()
        ]
    )
