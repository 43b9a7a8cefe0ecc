"""The days of the weeks: those gone are crossed out, today has a flag and its word, the rest lie open."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect

from game.session.feed_views import FeedView
from game.stage.ink import Ink
from game.stage.widgets.base import Spoken, Widget, joined

PAD, GAP = 12, 3  # design units
COLUMNS = (10, 6, 5)  # the first that fits


class Calendar(Widget):
    """One square for each day."""

    def __init__(self, view: FeedView, t: Callable[..., str]) -> None:
        self.day, self.days = view.day, view.days
        self.words = t("feed.day", n=view.day, days=view.days)
        self.today, self.gone = t("feed.today"), t("feed.gone", n=view.day - 1)
        self.left = t("feed.days_left", n=view.days - view.day)

    def least(self, ink: Ink) -> int:
        return 2 * ink.px(PAD) + 10 * self._least(ink)

    def _least(self, ink: Ink) -> int:
        return ink.measure("88", "small")[0] + ink.px(8 + GAP)

    def _columns(self, ink: Ink, width: int) -> int:
        inner = width - 2 * ink.px(PAD)
        return next((columns for columns in COLUMNS if inner // columns >= self._least(ink)), COLUMNS[-1])

    def _line(self, ink: Ink) -> int:
        return ink.size("small")[1] + ink.px(5)

    def height(self, ink: Ink, width: int) -> int:
        rows = -(-self.days // self._columns(ink, width))
        legend = len(self._legend_lines(ink, width - 2 * ink.px(PAD))) * (ink.size("small")[1] + ink.px(4))
        return 2 * ink.px(PAD) + ink.px(6) + rows * (self._line(ink) + ink.px(GAP)) + legend

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        columns, pad, line = self._columns(ink, rect.width), ink.px(PAD), self._line(ink)
        wide = (rect.width - 2 * pad) // columns
        spare = max(0, rect.height - self.height(ink, rect.width)) // max(1, -(-self.days // columns))
        step = line + ink.px(GAP) + min(spare, ink.px(10))
        with ink.inside(rect):
            top = rect.y + pad
            for day in range(1, self.days + 1):
                row, column = divmod(day - 1, columns)
                box = Rect(rect.x + pad + column * wide, top + row * step, wide - ink.px(GAP), step - ink.px(GAP))
                self._day(ink, box, str(day), day - self.day)
            y = top + -(-self.days // columns) * step + ink.px(6)
            self._legend(ink, rect.x + pad, y, rect.width - 2 * pad)

    def _day(self, ink: Ink, box: Rect, words: str, ahead: int) -> None:
        """One day, so many days ahead of today."""
        middle = box.centery - ink.size("small")[1] // 2
        if ahead == 0:
            ink.panel(box, "night", radius=6)
            corner = ink.px(7)
            points = [box.topright, (box.right - corner, box.top), (box.right, box.top + corner)]
            pygame.draw.polygon(ink.surface, ink.colour("accent"), points)
        elif ahead > 0:
            ink.panel(box, "page", radius=6, edge="line")
        if ahead >= 0:
            ink.write(words, "small", box.x, middle, box.width, "on_night" if ahead == 0 else "ink", "centre")
            return
        ink.write(words, "small", box.x, middle, box.width, "soft", "centre")
        thick, inset = max(1, ink.px(1.5)), ink.px(3)
        ends = (box.left + inset, box.bottom - inset), (box.right - inset, box.top + inset)
        pygame.draw.line(ink.surface, ink.colour("soft"), *ends, thick)

    def _legend_lines(self, ink: Ink, width: int) -> list[list[tuple[str, int, int]]]:
        """What the shapes mean: words, the kind of day, and pixels; in as many lines as it takes."""
        lines: list[list[tuple[str, int, int]]] = [[]]
        for words, ahead in ((self.today, 0), (self.gone, -1), (self.left, 1)):
            wide = ink.size("small")[1] + ink.px(6) + ink.measure(words, "small")[0] + ink.px(12)
            if lines[-1] and sum(part[2] for part in lines[-1]) + wide - ink.px(12) > width:
                lines.append([])
            lines[-1].append((words, ahead, wide))
        return lines

    def _legend(self, ink: Ink, x: int, y: int, width: int) -> None:
        high = ink.size("small")[1]
        for line in self._legend_lines(ink, width):
            left = x
            for words, ahead, wide in line:
                self._day(ink, Rect(left, y + ink.px(2), high - ink.px(4), high - ink.px(4)), "", ahead)
                ink.write(words, "small", left + high + ink.px(2), y, colour="soft")
                left += wide
            y += high + ink.px(4)

    def spoken(self) -> Spoken:
        return Spoken(joined([self.words, self.left]))
