"""The panel of a vote: lettered cards, two beside each other, readable from the back row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pygame import Rect

from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screens.present.dilemma import LETTERS, Way
from game.stage.widgets.base import joined

GAP, PAD = 8, 12  # design units
FACE = 54
MOST = 0.7  # of the window: the room has to be seen, too
_STEPS = {Intent.LEFT: -1, Intent.RIGHT: 1, Intent.UP: -2, Intent.DOWN: 2, Intent.NEXT: 1, Intent.PREV: -1}


def lettered(text: str, options: int) -> int:
    """Which option a letter or number typed means, -1 for none."""
    typed = text.strip().upper()
    number = LETTERS.find(typed) if typed in tuple(LETTERS) else int(typed) - 1 if typed.isdigit() else -1
    return number if 0 <= number < options else -1


def spoken(ask: str, ways: Sequence[Way]) -> str:
    """The question and its options, to be read aloud; "" where there is nothing to vote on."""
    options = [f"{letter}: {joined([way.label, way.detail])}" for letter, way in zip(LETTERS, ways, strict=False)]
    return joined([ask, *options]) if ways else ""


class VotePanel:
    """Draws options at the foot of the window, and takes a vote by letter, or by arrows and Enter as a pad has them."""

    def __init__(self, faces: Faces | None = None) -> None:
        self.faces = faces
        self.rect = Rect(0, 0, 0, 0)
        self._at = -1  # the option that the arrows are on, -1 before they are used

    def voted(self, event: Input, options: int) -> int:
        """Which of so many options an input decides for; -1 where it decides nothing."""
        if event.intent is Intent.TEXT:
            return self._taken(lettered(event.text, options))
        if event.intent is Intent.OK and 0 <= self._at < options:
            return self._taken(self._at)
        if event.intent in _STEPS:
            to = self._at + _STEPS[event.intent] if 0 <= self._at < options else 0
            self._at = to if 0 <= to < options else self._at
        return -1

    def _taken(self, number: int) -> int:
        if number >= 0:
            self._at = -1
        return number

    def draw(self, ink: Ink, ask: str, ways: Sequence[Way]) -> Rect:
        """Draw a question and its options, without their details where these take too much; the rectangle taken."""
        pad, gap = ink.px(PAD), ink.px(GAP)
        width = ink.window.width - 2 * ink.px(10)
        wide = (width - 2 * pad - gap) // 2
        head = ink.measure(ask, "heading", width - 2 * pad)[1] + ink.px(6)
        for shown in (ways, [replace(way, detail="") for way in ways]):
            rows = [shown[i : i + 2] for i in range(0, len(shown), 2)]
            heights = [max(self._height(ink, way, wide) for way in row) for row in rows]
            high = 2 * pad + head + sum(heights) + gap * (len(rows) - 1)
            if high < ink.window.height * MOST:
                break
        self.rect = Rect(ink.px(10), ink.window.height - high - ink.px(8), width, high)
        ink.panel(self.rect, "page", radius=18, edge="line", lifted=True)
        with ink.inside(self.rect):
            ink.write(ask, "heading", self.rect.x + pad, self.rect.y + pad, width - 2 * pad)
        y, number = self.rect.y + pad + head, 0
        for row, tall in zip(rows, heights, strict=True):
            for column, way in enumerate(row):
                left = self.rect.x + pad + column * (wide + gap)
                self._card(ink, LETTERS[number], way, Rect(left, y, wide, tall), number == self._at)
                number += 1
            y += tall + gap
        return self.rect

    def _left(self, ink: Ink, way: Way) -> int:
        """Pixels that letter and face take."""
        letter = ink.size("title")[1] + ink.px(8)
        sign = ink.px(FACE + 8) if way.person >= 0 and self.faces else ink.icon_width("heading") if way.icon else 0
        return ink.px(8) + letter + ink.px(8) + sign + ink.px(6)

    def _height(self, ink: Ink, way: Way, wide: int) -> int:
        inner = wide - self._left(ink, way) - ink.px(10)
        text = ink.measure(way.label, "heading", inner)[1]
        text += ink.measure(way.detail, "body", inner)[1] if way.detail else 0
        least = ink.px(FACE) if way.person >= 0 else ink.size("title")[1]
        return max(text, least) + ink.px(14)

    def _card(self, ink: Ink, letter: str, way: Way, rect: Rect, chosen: bool) -> None:
        ink.panel(rect, "mine" if chosen else "card", radius=12, edge="ink" if chosen else "line")
        box = Rect(rect.x + ink.px(8), 0, ink.size("title")[1] + ink.px(8), ink.size("title")[1] + ink.px(4))
        box.centery = rect.centery
        ink.panel(box, "night", radius=10)
        with ink.inside(box):
            ink.write(letter, "title", box.x, box.y + ink.px(2), box.width, "on_night", "centre")
        x = box.right + ink.px(8)
        if way.person >= 0 and self.faces:
            face = self.faces.portrait(way.person, ink.px(FACE))
            ink.surface.blit(face, (x, rect.centery - face.get_height() // 2))
        elif way.icon:
            ink.icon(way.icon, x, rect.centery, "heading", "accent_ink")
        x = rect.x + self._left(ink, way)
        inner = rect.right - ink.px(10) - x
        words = [(way.label, "heading", "ink"), *([(way.detail, "body", "soft")] if way.detail else [])]
        y = rect.centery - sum(ink.measure(text, style, inner)[1] for text, style, _ in words) // 2
        with ink.inside(rect):
            for text, style, colour in words:
                y = ink.write(text, style, x, y, inner, colour).bottom
