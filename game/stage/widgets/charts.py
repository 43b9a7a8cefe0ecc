"""Figures to look at: bars with a label, a whole in two parts, and two results side by side."""

from __future__ import annotations

from pygame import Rect

from game.stage.ink import Ink
from game.stage.widgets.base import Spoken, Widget


class Bars(Widget):
    """A bar chart: a label, a bar and a number for each entry."""

    def __init__(self, entries: list[tuple[str, float, str]], colour: str = "accent") -> None:
        self.entries, self.colour = entries, colour  # label, share of the longest bar (0 … 1), number

    def _columns(self, ink: Ink, width: int) -> tuple[int, int]:
        """Widths of the labels and of the numbers."""
        inner = width - 2 * ink.px(16)
        label = max(ink.measure(label, "body")[0] for label, _, _ in self.entries)
        number = max(ink.measure(number, "strong")[0] for _, _, number in self.entries)
        return min(label, inner // 2), number

    def _heights(self, ink: Ink, width: int) -> list[int]:
        wide = self._columns(ink, width)[0]
        return [ink.measure(label, "body", wide)[1] + ink.px(6) for label, _, _ in self.entries]

    def height(self, ink: Ink, width: int) -> int:
        return sum(self._heights(ink, width)) + 2 * ink.px(12)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        label_wide, number_wide = self._columns(ink, rect.width)
        x, y = rect.x + ink.px(16), rect.y + ink.px(12)
        left = x + label_wide + ink.px(14)
        wide = rect.right - ink.px(16) - number_wide - ink.px(10) - left
        with ink.inside(rect):
            entries = zip(self.entries, self._heights(ink, rect.width), strict=True)
            for (label, share, number), high in entries:
                ink.write(label, "body", x, y, label_wide)
                thick = ink.px(14)
                ink.bar(Rect(left, y + (high - ink.px(6) - thick) // 2, wide, thick), share, self.colour)
                line = ink.size("strong")[1]
                right = rect.right - ink.px(16) - number_wide
                ink.write(number, "strong", right, y + (high - ink.px(6) - line) // 2, number_wide, align="right")
                y += high

    def spoken(self) -> Spoken:
        return Spoken("; ".join(f"{label}, {number}" for label, _, number in self.entries))


class Halves(Widget):
    """A bar in two parts that make a whole, each with its sign, word and per cent above it."""

    def __init__(self, left: tuple[str, str, str], right: tuple[str, str, str], share: float) -> None:
        self.left, self.right, self.share = left, right, min(1.0, max(0.0, share))  # icon, word, colour; of the left

    def _words(self) -> tuple[str, str]:
        percent = round(100 * self.share)
        return f"{self.left[1]} {percent} %", f"{self.right[1]} {100 - percent} %"

    def height(self, ink: Ink, width: int) -> int:
        lines = 1 if self._beside(ink, width) else 2
        return lines * ink.size("strong")[1] + ink.px(6 + 34) + 2 * ink.px(12)

    def _beside(self, ink: Ink, width: int) -> bool:
        both = sum(ink.measure(word, "strong")[0] + ink.icon_width("strong") for word in self._words())
        return both + ink.px(70) <= width

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        inner, line = rect.inflate(-2 * ink.px(16), -2 * ink.px(12)), ink.size("strong")[1]
        one, other = self._words()
        sign = ink.icon_width("strong")
        with ink.inside(rect):
            ink.icon(self.left[0], inner.x, inner.y + line // 2, "strong", self.left[2])
            ink.write(one, "strong", inner.x + sign + ink.px(6), inner.y)
            low = inner.y if self._beside(ink, rect.width) else inner.y + line
            x = inner.right - ink.measure(other, "strong")[0]
            ink.write(other, "strong", x, low)
            ink.icon(self.right[0], x - sign - ink.px(6), low + line // 2, "strong", self.right[2])
        high = ink.px(34)
        bar = Rect(inner.x, inner.bottom - high, inner.width, high)
        cut = round(bar.width * self.share)
        ink.fill(Rect(bar.x, bar.y, cut, high), self.left[2])
        ink.fill(Rect(bar.x + cut, bar.y, bar.width - cut, high), self.right[2])
        ink.fill(Rect(bar.x + cut - ink.px(2), bar.y, ink.px(4), high), "card")
        ink.fill(Rect(bar.centerx - 1, bar.bottom - ink.px(8), 2, ink.px(8)), "card")  # half of it

    def spoken(self) -> Spoken:
        return Spoken("; ".join(self._words()))


class Compared(Widget):
    """Two results side by side: for each measure a label and two numbers, the larger one in bold."""

    def __init__(self, heads: tuple[str, str], rows: list[tuple[str, int, int]]) -> None:
        self.heads, self.rows = heads, rows

    def _number(self, ink: Ink) -> int:
        return max(ink.measure(head, "strong")[0] for head in self.heads) + ink.px(24)

    def _label(self, ink: Ink, width: int) -> int:
        return max(width - 2 * self._number(ink) - 2 * ink.px(16), ink.px(60))

    def _heights(self, ink: Ink, width: int) -> list[int]:
        inner = self._label(ink, width)
        return [ink.measure(label, "body", inner)[1] + ink.px(8) for label, _, _ in self.rows]

    def height(self, ink: Ink, width: int) -> int:
        return ink.size("strong")[1] + ink.px(10) + sum(self._heights(ink, width)) + 2 * ink.px(12)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        number, inner = self._number(ink), self._label(ink, rect.width)
        x, y = rect.x + ink.px(16), rect.y + ink.px(12)
        columns = (x + inner, x + inner + number)
        with ink.inside(rect):
            for head, left in zip(self.heads, columns, strict=True):
                ink.write(head, "strong", left, y, number, "soft", "right")
            y += ink.size("strong")[1] + ink.px(10)
            for (label, now, then), high in zip(self.rows, self._heights(ink, rect.width), strict=True):
                ink.write(label, "body", x, y, inner)
                for value, other, left in ((now, then, columns[0]), (then, now, columns[1])):
                    style = "strong" if value > other else "body"
                    ink.write(str(value), style, left, y, number, align="right")
                y += high

    def spoken(self) -> Spoken:
        now, then = self.heads
        return Spoken("; ".join(f"{label}, {now} {n}, {then} {m}" for label, n, m in self.rows))
