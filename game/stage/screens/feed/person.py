"""One person: what one knows of them, what they said last, and what could be done."""

from __future__ import annotations

from pygame import Rect

from game.session.feed_views import FeedChoice, FeedPerson
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.screen import Move, Pop
from game.stage.screens.feed import avatar
from game.stage.screens.feed.beside import Beside
from game.stage.screens.feed.deeds import deeds
from game.stage.screens.feed.people import standing
from game.stage.screens.feed.state import Feed
from game.stage.widgets.base import Card, Spoken, Text, Widget, aloud
from game.stage.widgets.controls import Button

FACE = 84  # design units


class WithPerson(Beside):
    """Doing something leads back to where one came from, where its effect is told."""

    name = "feed_person"

    def __init__(self, feed: Feed, who: int) -> None:
        self.who = who
        super().__init__(feed)

    def build(self) -> None:
        t, person = self.desk.t, self.feed.person(self.who)
        back = Button(t("feed.back_first" if self.feed.morning_after else "feed.back"), Pop)
        self.foot = [back]
        if person is None:
            self.body = []
        else:
            self.heading = person.name
            choices = deeds(t, self.feed.run.choices_with(self.who), self._do)
            rest: list[Widget] = choices or [Text(t("feed.no_choices", name=person.name), colour="soft")]
            self.body = [About(self.feed.faces, person, self._known(person)), *rest]
        self.refresh(focus=next((row for row in self.body if row.stop), back))

    def _known(self, person: FeedPerson) -> list[Widget]:
        t = self.desk.t
        parts: list[Widget] = [Text(fact) for fact in person.facts]
        if not person.facts:
            parts.append(Text(t("feed.unknown", name=person.name), colour="soft"))
        if words := standing(t, person):
            parts.append(Text(words, "small", "accent_ink"))
        if person.said:
            parts.append(Card([Text(t("feed.said", text=person.said), "strong")], "page", edge="line"))
        return parts

    def _do(self, choice: FeedChoice) -> Move:
        self.feed.do(choice.command)
        return Pop()


class About(Widget):
    """A large face, and beside it what is known."""

    def __init__(self, faces: Faces, person: FeedPerson, parts: list[Widget]) -> None:
        self.faces, self.person, self.parts = faces, person, parts

    def _inner(self, ink: Ink, width: int) -> int:
        return width - avatar.size(ink, FACE) - ink.px(16)

    def height(self, ink: Ink, width: int) -> int:
        inner = self._inner(ink, width)
        text = sum(part.height(ink, inner) for part in self.parts) + ink.px(6) * (len(self.parts) - 1)
        return max(text, avatar.size(ink, FACE)) + ink.px(6)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        y, inner = rect.y, self._inner(ink, rect.width)
        avatar.draw(ink, self.faces, self.person.id, self.person.name, rect.x, y, FACE)
        with ink.inside(rect):
            for part in self.parts:
                high = part.height(ink, inner)
                part.draw(ink, Rect(rect.right - inner, y, inner, high), False)
                y += high + ink.px(6)

    def spoken(self) -> Spoken:
        return aloud(self.parts)
