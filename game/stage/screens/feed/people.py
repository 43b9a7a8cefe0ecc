"""Somebody to turn to: the face, the name, what they said last, and in words how things stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pygame import Rect

from game.session.feed_views import FeedPerson
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.screen import Move
from game.stage.screens.feed import avatar
from game.stage.widgets.base import Gap, Row, Spoken, Widget, joined
from game.stage.widgets.controls import Action

Words = Callable[..., str]
PAD, LEAST = 10, 250  # design units


def standing(t: Words, person: FeedPerson) -> str:
    """What can be told of somebody at a glance."""
    signs = [
        t("feed.person.asks") if person.said and person.asks else "",
        t("feed.person.waits", ago=person.ago) if person.said and person.ago else "",
        t("feed.person.asleep") if not person.awake else "",
        t(f"feed.person.{person.bond}") if person.bond else "",
        t("feed.person.follows") if person.follows else "",
        t("feed.person.ignored") if person.ignored else "",
        "" if person.met else t("feed.person.new"),
    ]
    return " · ".join(sign for sign in signs if sign)


class PersonButton(Widget):
    """One person, to be pressed."""

    stop = True

    def __init__(self, t: Words, faces: Faces, person: FeedPerson, action: Action) -> None:
        self.faces, self.person, self.action = faces, person, action
        self.label = person.name
        self.said = t("feed.said", text=person.said) if person.said else next(iter(person.facts), "")
        self.standing = standing(t, person)

    def least(self, ink: Ink) -> int:
        return round(ink.px(LEAST) * (0.5 + ink.settings.text / 200))

    def _inner(self, ink: Ink, width: int) -> int:
        return width - avatar.size(ink) - ink.px(10) - 2 * ink.px(PAD)

    def _lines(self, ink: Ink, inner: int) -> list[tuple[str, str, str]]:
        """Words, style and colour, each one line or a name in two."""
        lines = [(self.label, "strong", "ink")]
        if self.said:
            lines.append((ink.cut(self.said, "small", inner), "small", "ink"))
        if self.standing:
            lines.append((self.standing, "small", "accent_ink" if self.person.said else "soft"))
        return lines

    def height(self, ink: Ink, width: int) -> int:
        inner = self._inner(ink, width)
        text = sum(ink.measure(words, style, inner)[1] for words, style, _ in self._lines(ink, inner))
        return max(text, avatar.size(ink)) + 2 * ink.px(PAD)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "button", radius=12, edge="line")
        x, y = rect.x + ink.px(PAD), rect.y + ink.px(PAD)
        inner = self._inner(ink, rect.width)
        with ink.inside(rect):
            x += avatar.draw(ink, self.faces, self.person.id, self.person.name, x, y) + ink.px(10)
            for words, style, colour in self._lines(ink, inner):
                y = ink.write(words, style, x, y, inner, colour).bottom
        if focused:
            ink.ring(rect)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        return self.action()

    def spoken(self) -> Spoken:
        return Spoken(self.label, more=joined([self.said, self.standing]))


def in_pairs(buttons: Iterable[Widget]) -> list[Widget]:
    """Two side by side, where there is room for two; the last one is no wider than the others."""
    every = list(buttons)
    every += [Gap(0)] * (len(every) % 2)
    return [Row(every[i : i + 2]) for i in range(0, len(every), 2)]
