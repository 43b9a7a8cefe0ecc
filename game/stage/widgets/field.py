"""A text field that wraps instead of overflowing."""

from __future__ import annotations

from pygame import Rect

from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Stay
from game.stage.widgets.base import Spoken, Widget


class Field(Widget):
    """A label above a box with editable text of at most `limit` characters."""

    stop = True
    typing = True

    def __init__(self, label: str, text: str, limit: int = 90) -> None:
        self.label, self.text, self.limit = label, text, limit
        self.caret = len(text)
        self.whole = False  # all of it is selected

    def _spans(self, ink: Ink, width: int) -> list[tuple[int, int]]:
        """Start and end of each line; lines break after a space, or anywhere in a longer word."""
        spans, start, space = [], 0, -1
        for i, letter in enumerate(self.text):
            if ink.measure(self.text[start : i + 1].rstrip() + "|", "body")[0] > width and i > start:
                cut = space + 1 if space >= start else i
                spans.append((start, cut))
                start = cut
            if letter == " ":
                space = i
        return [*spans, (start, len(self.text))]

    def _inner(self, ink: Ink, width: int) -> int:
        return width - 2 * ink.px(12)

    def height(self, ink: Ink, width: int) -> int:
        line = ink.size("body")[1]
        lines = len(self._spans(ink, self._inner(ink, width)))
        return ink.measure(self.label, "small", width)[1] + ink.px(4) + lines * line + ink.px(16)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        used = ink.write(self.label, "small", rect.x, rect.y, rect.width, "soft")
        top = used.bottom + ink.px(4)
        box = Rect(rect.x, top, rect.width, rect.bottom - top)
        ink.panel(box, "card", radius=10, edge="line")
        x, y, line = box.x + ink.px(12), box.y + ink.px(8), ink.size("body")[1]
        with ink.inside(box):
            spans = self._spans(ink, self._inner(ink, rect.width))
            for i, (start, end) in enumerate(spans):
                shown = self.text[start:end].rstrip()
                if focused and self.whole and shown:
                    ink.fill(Rect(x, y + i * line, ink.measure(shown, "body")[0], line), "mine")
                ink.write(shown, "body", x, y + i * line)
                last = i == len(spans) - 1
                if focused and start <= self.caret and (self.caret < end or last):
                    before = ink.measure(self.text[start : self.caret], "body")[0] if self.caret > start else 0
                    ink.fill(Rect(x + before, y + i * line, max(2, ink.px(2)), line), "focus")
        if focused:
            ink.ring(box)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        self.caret, self.whole = len(self.text), False
        return Stay()

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.ALL:
            self.whole, self.caret = True, len(self.text)
            return Stay()
        if self.whole and event.intent in (Intent.TEXT, Intent.ERASE, Intent.DELETE):
            self.text, self.caret = "", 0
        self.whole = False
        return self._edit(event)

    def _edit(self, event: Input) -> Move | None:
        if event.intent is Intent.TEXT:
            room = self.limit - len(self.text)
            new = "".join(c for c in event.text if c.isprintable())[:room]
            self.text = self.text[: self.caret] + new + self.text[self.caret :]
            self.caret += len(new)
        elif event.intent is Intent.ERASE:
            if self.caret:
                self.text = self.text[: self.caret - 1] + self.text[self.caret :]
                self.caret -= 1
        elif event.intent is Intent.DELETE:
            self.text = self.text[: self.caret] + self.text[self.caret + 1 :]
        elif event.intent is Intent.LEFT:
            self.caret = max(0, self.caret - 1)
        elif event.intent is Intent.RIGHT:
            self.caret = min(len(self.text), self.caret + 1)
        elif event.intent in (Intent.HOME, Intent.END):
            self.caret = 0 if event.intent is Intent.HOME else len(self.text)
        else:
            return None
        return Stay()

    def spoken(self) -> Spoken:
        return Spoken(self.label, self.text)
