"""How far something has come."""

from __future__ import annotations

from pygame import Rect

from game.stage.ink import Ink
from game.stage.widgets.base import Spoken, Widget


class Bar(Widget):
    """How far it has come, as a bar and in words."""

    def __init__(self, share: float, words: str) -> None:
        self.share, self.words = share, words

    def height(self, ink: Ink, width: int) -> int:
        return ink.px(26) + ink.measure(self.words, "body", width)[1]

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.bar(Rect(rect.x, rect.y + ink.px(4), rect.width, ink.px(14)), self.share, "accent")
        ink.write(self.words, "body", rect.x, rect.y + ink.px(24), rect.width)

    def spoken(self) -> Spoken:
        return Spoken(self.words)
