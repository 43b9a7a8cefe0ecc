"""A page: a heading, a body that scrolls, buttons at the foot, and the keys that work."""

from __future__ import annotations

from pygame import Rect

from game.stage.backdrop import behind
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Pop, Screen, Stay
from game.stage.voicing import above, focused
from game.stage.widgets import hints
from game.stage.widgets.base import Row, Widget, cells, joined
from game.stage.widgets.controls import Button
from game.stage.widgets.ring import Ring

BETWEEN = 10  # design units between the rows of the body
PAGE = 0.85  # of the view, scrolled at once
SCROLL = {Intent.UP: -0.25, Intent.DOWN: 0.25, Intent.PAGE_UP: -PAGE, Intent.PAGE_DOWN: PAGE}
ARROW = 22  # design units around an arrow that take the click


class Form(Screen):
    """Subclasses fill `body` and `foot`, and call `refresh` when they change."""

    widest = 860  # design units
    title = "title"  # the style of the heading
    lead_colour = "soft"
    aloud: int | None = None  # at most so many pieces of text before a button are read aloud, the last ones

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.heading, self.lead = "", ""
        self.body: list[Widget] = []
        self.foot: list[Button] = []
        self.ring = Ring()
        self.scroll = 0  # pixels
        self._view, self._total = Rect(0, 0, 0, 0), 0
        self._arrows: list[tuple[Rect, int]] = []  # where a click scrolls, and which way
        self._shown: tuple[object, ...] = ()  # the focus that was last scrolled to, and in what

    def refresh(self, focus: Widget | None = None) -> None:
        """Take the widgets in `body` and `foot` as they are now."""
        self.ring.set([*cells(self.body), *self.foot], focus)

    def back(self) -> Move | None:
        """What Esc does."""
        return Pop()

    @property
    def typing(self) -> bool:
        focus = self.ring.focus
        return bool(focus and focus.typing)

    def heard(self) -> tuple[str, ...]:
        t = self.desk.t
        return joined([self.heading, self.lead]), above(self.body, self.ring, self.aloud), focused(t, self.ring)

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.BACK:
            return self.back()
        answer = self.ring.handle(event)
        if answer is None and event.intent is Intent.CLICK:
            answer = next(
                (self._scroll_by(way * PAGE) for box, way in self._arrows if box.collidepoint(event.pos)), None
            )
        if answer is None and event.intent is Intent.WHEEL:
            answer = self._scroll_by(event.number * 0.2)
        if answer is None and event.intent in SCROLL:
            answer = self._scroll_by(SCROLL[event.intent])
        return answer

    def _scroll_by(self, pages: float) -> Move:
        most = max(0, self._total - self._view.height)
        self.scroll = min(max(0, self.scroll + round(pages * self._view.height)), most)
        return Stay()

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink) -> None:
        self.ring.rects.clear()
        self.ground(ink)
        pad = ink.px(28)
        width = self.across(ink) - 2 * pad
        head, foot = self._head_height(ink, width), self._feet_height(ink, width)
        heights = [row.height(ink, width) for row in self.body]
        self._total = sum(heights) + ink.px(BETWEEN) * len(heights) + ink.px(6)
        sheet = self.sheet(ink, width + 2 * pad, head + self._total + foot)
        ink.panel(sheet, "page", radius=20, edge="line", lifted=True)
        left = sheet.x + pad
        with ink.inside(sheet):
            self._head(ink, left, sheet.y + ink.px(20), width)
            self._feet(ink, left, sheet.bottom - foot, width)
            self._view = Rect(left - ink.px(12), sheet.y + head, width + ink.px(24), sheet.height - head - foot)
            self._rows(ink, left, width, heights)

    def ground(self, ink: Ink) -> None:
        """Paint what lies under the sheet."""
        behind(ink)

    def across(self, ink: Ink) -> int:
        """Pixels the sheet is wide."""
        return min(ink.px(self.widest), ink.window.width - ink.px(24))

    def sheet(self, ink: Ink, width: int, height: int) -> Rect:
        """Where the sheet lies: in the middle, as high as its content, never higher than the window."""
        high = min(height, ink.window.height - ink.px(20))
        return Rect((ink.window.width - width) // 2, (ink.window.height - high) // 2, width, high)

    def _head_height(self, ink: Ink, width: int) -> int:
        high = ink.measure(self.heading, self.title, width)[1]
        if self.lead:
            high += ink.px(4) + ink.measure(self.lead, "body", width)[1]
        return high + ink.px(30)

    def _head(self, ink: Ink, x: int, y: int, width: int) -> None:
        used = ink.write(self.heading, self.title, x, y, width, "ink")
        if self.lead:
            ink.write(self.lead, "body", x, used.bottom + ink.px(4), width, self.lead_colour)

    def _line_height(self, ink: Ink, line: list[Button], width: int) -> int:
        return max(button.height(ink, min(button.width(ink), width)) for button in line)

    def _feet_height(self, ink: Ink, width: int) -> int:
        """Pixels from the end of the body to the bottom of the sheet."""
        lines = sum(self._line_height(ink, line, width) + ink.px(10) for line in self._lines(ink, width))
        return ink.px(8) + lines + hints.height(ink, self.hints(), width) + ink.px(14)

    def _feet(self, ink: Ink, x: int, y: int, width: int) -> None:
        """The buttons, and below them the keys that work."""
        y += ink.px(8)
        for line in self._lines(ink, width):
            tall = self._line_height(ink, line, width)
            free = width - sum(min(button.width(ink), width) for button in line)
            left = x + (free - ink.px(12) * (len(line) - 1)) // 2
            for button in line:
                rect = Rect(left, y, min(button.width(ink), width), tall)
                button.draw(ink, rect, button is self.ring.focus)
                self.ring.put(button, rect, ink.window)
                left = rect.right + ink.px(12)
            y += tall + ink.px(10)
        hints.draw(ink, self.hints(), Rect(x, y, width, 0))

    def _lines(self, ink: Ink, width: int) -> list[list[Button]]:
        lines: list[list[Button]] = []
        left = 0
        for button in self.foot:
            wide = button.width(ink) + ink.px(12)
            if not lines or left + wide - ink.px(12) > width:
                lines.append([])
                left = 0
            lines[-1].append(button)
            left += wide
        return lines

    def _rows(self, ink: Ink, x: int, width: int, heights: list[int]) -> None:
        view, gap = self._view, ink.px(BETWEEN)
        places = []
        y = view.y + ink.px(6)
        for row, high in zip(self.body, heights, strict=True):
            places.append((row, Rect(x, y, width, high)))
            y += high + gap
        self._reveal(ink, places)
        self._scroll_by(0)
        with ink.clipped(view):
            for row, rect in places:
                self._row(ink, row, rect.move(0, -self.scroll), view)
        self._more(ink)

    def _row(self, ink: Ink, row: Widget, rect: Rect, view: Rect) -> None:
        for cell, part in _split(ink, row, rect):
            self.ring.put(cell, part, view)
            if part.colliderect(view):
                cell.draw(ink, part, cell is self.ring.focus)

    def _reveal(self, ink: Ink, places: list[tuple[Widget, Rect]]) -> None:
        """Scroll just far enough to show a focus that has moved, or a window that has changed."""
        focus = self.ring.focus
        shown = (focus, ink.window.size, ink.settings.text)
        if shown == self._shown:
            return
        self._shown = shown
        for cell, part in (placed for row, rect in places for placed in _split(ink, row, rect)):
            if cell is focus:
                spare = ink.px(10)
                self.scroll = min(self.scroll, part.top - spare - self._view.top)
                self.scroll = max(self.scroll, part.bottom + spare - self._view.bottom)

    def _more(self, ink: Ink) -> None:
        """Arrows at the edge where the body goes on; a click on one goes on too."""
        x, view, self._arrows = self._view.right + ink.px(6), self._view, []
        if self.scroll > 0:
            self._arrow(ink, x, view.top + ink.px(10), -1)
        if self.scroll < self._total - view.height - 1:
            self._arrow(ink, x, view.bottom - ink.px(10), 1)

    def _arrow(self, ink: Ink, x: int, y: int, way: int) -> None:
        ink.arrow(x, y, way, upright=True)
        around = ink.px(ARROW)
        self._arrows.append((Rect(x - around, y - around, 2 * around, 2 * around), way))

    def hints(self) -> str:
        """The line of keys that work on this page."""
        return self.desk.t(f"hints.{self.desk.device()}")


def _split(ink: Ink, row: Widget, rect: Rect) -> list[tuple[Widget, Rect]]:
    return row.split(ink, rect) if isinstance(row, Row) else [(row, rect)]


class Sheet(Form):
    """A page laid over the screen below, which stands still meanwhile."""

    overlay = True
    widest = 760
    shut_by = Intent.BACK  # this key closes the page as well

    def ground(self, ink: Ink) -> None:
        ink.veil()

    def handle(self, event: Input) -> Move | None:
        if event.intent is self.shut_by:
            return self.back()
        return super().handle(event)
