"""The focus: which widget has it, and how keys, mouse and pad move it."""

from __future__ import annotations

from collections.abc import Iterable

from pygame import Rect

from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Stay
from game.stage.widgets.base import Widget

ARROWS = {
    Intent.UP: (0, -1),
    Intent.DOWN: (0, 1),
    Intent.LEFT: (-1, 0),
    Intent.RIGHT: (1, 0),
}
SIDEWAYS = 3.0  # a step to the side counts this much against a step ahead


class Ring:
    """Widgets that can have the focus, in reading order, with where they were last drawn."""

    def __init__(self) -> None:
        self.stops: list[Widget] = []
        self.rects: dict[int, Rect] = {}  # id of widget → rectangle, scrolled, not clipped
        self.seen: dict[int, Rect] = {}  # the part that shows
        self._focus: Widget | None = None

    @property
    def focus(self) -> Widget | None:
        return self._focus if self._focus in self.stops else (self.stops[0] if self.stops else None)

    def set(self, stops: Iterable[Widget], focus: Widget | None = None) -> None:
        """Take new stops; the focus stays where it was if it can."""
        self.stops = [stop for stop in stops if stop.stop]
        if focus:
            self._focus = focus

    def put(self, widget: Widget, rect: Rect, view: Rect) -> None:
        """Note where a widget was drawn and the view it scrolls in."""
        self.rects[id(widget)] = rect
        self.seen[id(widget)] = rect.clip(view)

    def under(self, pos: tuple[int, int]) -> Widget | None:
        """The widget at a point."""
        return next((s for s in self.stops if self.seen.get(id(s), Rect(0, 0, 0, 0)).collidepoint(pos)), None)

    def handle(self, event: Input) -> Move | None:
        """Move the focus, press, or let the focused widget have it."""
        focus = self.focus
        if focus is None:
            return None
        if event.intent in (Intent.POINT, Intent.CLICK):
            return self._mouse(event)
        if event.intent in (Intent.NEXT, Intent.PREV):
            step = 1 if event.intent is Intent.NEXT else -1
            self._focus = self.stops[(self.stops.index(focus) + step) % len(self.stops)]
            return Stay()
        if event.intent is Intent.PICK:
            return self._pick(str(event.number))
        if event.intent is Intent.OK or (event.intent is Intent.SPACE and not focus.typing):
            return focus.press()
        answer = focus.handle(event)
        if answer is None and event.intent in ARROWS:
            return self._arrow(focus, *ARROWS[event.intent])
        return answer

    def _pick(self, key: str) -> Move | None:
        for stop in self.stops:
            if stop.key == key:
                self._focus = stop
                return stop.press()
        return None

    def _mouse(self, event: Input) -> Move | None:
        found = self.under(event.pos)
        if found is None:
            return None
        self._focus = found
        return found.press(event.pos) if event.intent is Intent.CLICK else Stay()

    def _arrow(self, focus: Widget, dx: int, dy: int) -> Move | None:
        """To the nearest stop that lies ahead; None when there is none."""
        here = self.rects.get(id(focus))
        best, least = None, float("inf")
        for stop in self.stops:
            there = self.rects.get(id(stop))
            if here is None or there is None or stop is focus:
                continue
            ahead, aside = _distance(here, there, dx, dy)
            if ahead > 0 and ahead + SIDEWAYS * aside < least:
                best, least = stop, ahead + SIDEWAYS * aside
        if best is None:
            return None
        self._focus = best
        return Stay()


def _distance(here: Rect, there: Rect, dx: int, dy: int) -> tuple[float, float]:
    """How far ahead another rectangle lies, and how far apart they are sideways (0 when they overlap)."""
    if dx:
        ahead = (there.centerx - here.centerx) * dx
        aside = max(there.top - here.bottom, here.top - there.bottom, 0)
        level = not (there.bottom <= here.top or there.top >= here.bottom)
        return (ahead if level else -1.0), aside
    if (there.top - here.top) * dy <= 0:
        return -1.0, 0.0
    ahead = (there.centery - here.centery) * dy
    return ahead, max(there.left - here.right, here.left - there.right, 0)
