"""What counts at the door against what lasts, drawn one by one, so that thirty and one are seen at a glance."""

from __future__ import annotations

from pygame import Rect

from game.stage.ink import Ink
from game.stage.widgets.base import Spoken, Widget

MOST = 60  # signs; what goes beyond is in the number


class Tally(Widget):
    """A row for each count: its label and number, and as many signs."""

    def __init__(self, rows: list[tuple[str, str, int, str]]) -> None:
        self.rows = rows  # label, icon, number, colour

    def _label(self, ink: Ink, width: int) -> int:
        return min(max(ink.measure(self._words(row), "strong")[0] for row in self.rows), width // 3)

    def _words(self, row: tuple[str, str, int, str]) -> str:
        return f"{row[2]}  {row[0]}"

    def _signs(self, ink: Ink, width: int) -> int:
        """Signs on a line."""
        return max(1, (width - 2 * ink.px(16) - self._label(ink, width) - ink.px(14)) // ink.icon_width("body"))

    def _heights(self, ink: Ink, width: int) -> list[int]:
        a_line, line = self._signs(ink, width), ink.size("body")[1]
        words = [ink.measure(self._words(row), "strong", self._label(ink, width))[1] for row in self.rows]
        lines = [max(1, -(-min(row[2], MOST) // a_line)) * line for row in self.rows]
        return [max(both) + ink.px(6) for both in zip(words, lines, strict=True)]

    def height(self, ink: Ink, width: int) -> int:
        return sum(self._heights(ink, width)) + 2 * ink.px(12)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        label, a_line, line = self._label(ink, rect.width), self._signs(ink, rect.width), ink.size("body")[1]
        y = rect.y + ink.px(12)
        with ink.inside(rect):
            for row, high in zip(self.rows, self._heights(ink, rect.width), strict=True):
                ink.write(self._words(row), "strong", rect.x + ink.px(16), y, label)
                for n in range(min(row[2], MOST)):
                    x = rect.x + ink.px(30) + label + (n % a_line) * ink.icon_width("body")
                    ink.icon(row[1], x, y + line // 2 + (n // a_line) * line, "body", row[3])
                y += high

    def spoken(self) -> Spoken:
        return Spoken("; ".join(f"{label}, {number}" for label, _, number, _ in self.rows))
