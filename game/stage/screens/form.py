"""A page: a heading, a body that scrolls, buttons at the foot, and the keys that work."""

from __future__ import annotations

from pygame import Rect

from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Pop, Screen, Stay
from game.stage.widgets.base import Row, Widget
from game.stage.widgets.controls import Button
from game.stage.widgets.ring import Ring

BETWEEN = 10  # design units between the rows of the body
SCROLL = {Intent.UP: -0.25, Intent.DOWN: 0.25, Intent.PAGE_UP: -0.85, Intent.PAGE_DOWN: 0.85}


class Form(Screen):
    """Subclasses fill `body` and `foot`, and call `refresh` when they change."""

    widest = 860  # design units
    hero = False  # the heading is the game's own title

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.heading, self.lead = "", ""
        self.body: list[Widget] = []
        self.foot: list[Button] = []
        self.ring = Ring()
        self.scroll = 0  # pixels
        self._view, self._total = Rect(0, 0, 0, 0), 0
        self._shown: Widget | None = None  # the focus that was last scrolled to

    def refresh(self, focus: Widget | None = None) -> None:
        """Take the widgets in `body` and `foot` as they are now."""
        cells = [cell for row in self.body for cell in (row.cells if isinstance(row, Row) else [row])]
        self.ring.set([*cells, *self.foot], focus)

    def back(self) -> Move | None:
        """What Esc does."""
        return Pop()

    @property
    def typing(self) -> bool:
        focus = self.ring.focus
        return bool(focus and focus.typing)

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.BACK:
            return self.back()
        answer = self.ring.handle(event)
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
        sheet = self.backdrop(ink)
        pad = ink.px(28)
        left, width = sheet.x + pad, sheet.width - 2 * pad
        top = self._head(ink, left, sheet.y + ink.px(22), width)
        with ink.inside(sheet):
            bottom = self._feet(ink, left, sheet.bottom, width)
        self._view = Rect(left - ink.px(12), top, width + ink.px(24), bottom - top)
        with ink.inside(sheet):
            self._rows(ink, left, width)

    def backdrop(self, ink: Ink) -> Rect:
        """Paint the ground; the sheet everything else is put on."""
        ink.fill(ink.window, "backdrop")
        return self.sheet(ink)

    def sheet(self, ink: Ink) -> Rect:
        """The light sheet in the middle of the window."""
        width = min(ink.px(self.widest), ink.window.width - ink.px(24))
        rect = Rect((ink.window.width - width) // 2, ink.px(14), width, ink.window.height - ink.px(28))
        ink.panel(rect, "page", radius=20, edge="line", lifted=True)
        return rect

    def _head(self, ink: Ink, x: int, y: int, width: int) -> int:
        used = ink.write(self.heading, "hero" if self.hero else "title", x, y, width, "ink")
        if self.lead:
            used = ink.write(self.lead, "body", x, used.bottom + ink.px(4), width, "soft")
        return used.bottom + ink.px(12)

    def _feet(self, ink: Ink, x: int, bottom: int, width: int) -> int:
        """Buttons in lines from the bottom up, above the line of keys; the height left above them."""
        hints = self.hints()
        high = ink.measure(hints, "small", width)[1]
        y = bottom - ink.px(12) - high
        ink.write(hints, "small", x, y, width, "soft", "centre")
        for line in reversed(self._lines(ink, width)):
            tall = max(button.height(ink, min(button.width(ink), width)) for button in line)
            y -= tall + ink.px(10)
            free = width - sum(min(button.width(ink), width) for button in line)
            left = x + (free - ink.px(12) * (len(line) - 1)) // 2
            for button in line:
                rect = Rect(left, y, min(button.width(ink), width), tall)
                button.draw(ink, rect, button is self.ring.focus)
                self.ring.put(button, rect, ink.window)
                left = rect.right + ink.px(12)
        return y - ink.px(12)

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

    def _rows(self, ink: Ink, x: int, width: int) -> None:
        view, gap = self._view, ink.px(BETWEEN)
        heights = [row.height(ink, width) for row in self.body]
        self._total = sum(heights) + gap * len(heights) + ink.px(12)
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
        cells = row.split(ink, rect) if isinstance(row, Row) else [(row, rect)]
        for cell, part in cells:
            self.ring.put(cell, part, view)
            if part.colliderect(view):
                cell.draw(ink, part, cell is self.ring.focus)

    def _reveal(self, ink: Ink, places: list[tuple[Widget, Rect]]) -> None:
        """Scroll just far enough to show a focus that has moved."""
        focus = self.ring.focus
        if focus is self._shown:
            return
        self._shown = focus
        for row, rect in places:
            if focus is row or (isinstance(row, Row) and focus in row.cells):
                spare = ink.px(10)
                self.scroll = min(self.scroll, rect.top - spare - self._view.top)
                self.scroll = max(self.scroll, rect.bottom + spare - self._view.bottom)

    def _more(self, ink: Ink) -> None:
        """Arrows at the edge where the body goes on."""
        x = self._view.right + ink.px(6)
        if self.scroll > 0:
            ink.arrow(x, self._view.top + ink.px(10), -1, upright=True)
        if self.scroll < self._total - self._view.height - 1:
            ink.arrow(x, self._view.bottom - ink.px(10), 1, upright=True)

    def hints(self) -> str:
        """The line of keys that work on this page."""
        return self.desk.t(f"hints.{self.desk.device()}")
