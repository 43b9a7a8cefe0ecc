"""How to come in, as large as the wall is: the way into the room, and before it the one into the Wi-Fi."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pygame import Rect

from game.stage.ink import Ink
from game.stage.screens.wall.fixtures import Code
from game.stage.screens.wall.pages import lobby, unbroken

Rows = Sequence[Sequence[int]]
ONE = 0.46  # of the width, for the code when there is one
TWO = 0.33  # …and for each of two
MOST = 0.4  # of the height, for letters below a code
GAP = 36  # design units, between columns
STYLES = ("title", "heading", "strong", "small")
EXACT = STYLES[1:]  # for what has to be typed letter by letter: plain type


class WayIn:
    """Keeps the codes drawn; `look` says which they are now."""

    def __init__(self, t: Callable[..., str]) -> None:
        self.t = t
        self.code = Code(())
        self._marks: Rows = ()
        self._wifi: Code | None = None
        self._wifi_rows: Rows = ()

    def look(self, marks: Rows, wifi: Mapping[str, Any] | None) -> None:
        """Take up what the codes say now."""
        if marks is not self._marks:
            self._marks, self.code = marks, Code(marks)
        rows = wifi["rows"] if wifi else ()
        if rows is not self._wifi_rows:
            self._wifi_rows, self._wifi = rows, Code(rows) if rows else None

    def draw(self, ink: Ink, view: Mapping[str, Any], inner: Rect) -> None:
        """The codes, what they say in letters, and who is in."""
        if self._wifi is None:
            self._draw_one(ink, view, inner)
        else:
            self._draw_two(ink, view, inner, self._wifi)

    def _draw_one(self, ink: Ink, view: Mapping[str, Any], inner: Rect) -> None:
        side = self.code.fit(min(inner.height - ink.size("hero")[1] - ink.px(20), round(inner.width * ONE)))
        ink.surface.blit(self.code.at(side), (inner.x, inner.y))
        ink.write(str(view["code"]), "hero", inner.x, inner.y + side + ink.px(10), side, align="centre")
        x = inner.x + side + ink.px(GAP)
        wide = inner.right - x
        low = ink.write(self.t("join_at"), "heading", x, inner.y, wide, "soft").bottom
        low = ink.write(bare(view), "title", x, low, wide).bottom + ink.px(24)
        lobby(ink, self.t, view, Rect(x, low, wide, inner.bottom - low))

    def _draw_two(self, ink: Ink, view: Mapping[str, Any], inner: Rect, first: Code) -> None:
        wifi = view["wifi"]
        said = [f"{self.t('network')}: {wifi['name']}"]
        said += [f"{self.t('password')}: {wifi['password']}"] if wifi["password"] else []
        ways = (
            (first, self.t("way_wifi"), said, EXACT),
            (self.code, self.t("way_in"), [bare(view), f"{self.t('code_is')}: {view['code']}"], STYLES),
        )
        wide = round(inner.width * TWO)
        for number, (code, head, lines, styles) in enumerate(ways):
            column = Rect(inner.x + number * (wide + ink.px(GAP)), inner.y, wide, inner.height)
            _way(ink, code, head, lines, styles, column)
        x = inner.x + 2 * (wide + ink.px(GAP))
        lobby(ink, self.t, view, Rect(x, inner.y, inner.right - x, inner.height))


def bare(view: Mapping[str, Any]) -> str:
    """The address as one types it."""
    return str(view["url"]).removeprefix("http://")


def _way(ink: Ink, code: Code, head: str, lines: Sequence[str], styles: Sequence[str], column: Rect) -> None:
    """A heading, a code as large as leaves room for what it says, and that in letters."""
    low = ink.write(head, "heading", column.x, column.y, column.width).bottom + ink.px(8)
    room = column.bottom - low
    styles = unbroken(ink, lines, column.width, styles)
    style = next((s for s in styles if _height(ink, lines, s, column.width) <= room * MOST), styles[-1])
    high = _height(ink, lines, style, column.width)
    side = code.fit(min(column.width, room - high))
    ink.surface.blit(code.at(side), (column.x, low))
    y = low + side + ink.px(10)
    for line in lines:
        y = ink.write(line, style, column.x, y, column.width).bottom


def _height(ink: Ink, lines: Sequence[str], style: str, width: int) -> int:
    return ink.px(10) + sum(ink.measure(line, style, width)[1] for line in lines)
