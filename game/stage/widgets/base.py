"""What every widget answers: how high it is in a given width, how it looks, what it does with an input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pygame import Rect

from game.stage.ink import Ink
from game.stage.inputs import Input
from game.stage.screen import Move


class Spoken(NamedTuple):
    """What is said of a widget."""

    name: str
    value: str = ""  # what it stands at
    ticked: bool | None = None  # None where it cannot be ticked
    more: str = ""  # a second sentence


class Widget:
    """One thing on a page. Widgets with `stop` true can have the focus."""

    stop = False
    typing = False
    key = ""  # the number key that presses it

    def height(self, ink: Ink, width: int) -> int:
        """Pixels needed in `width` pixels."""
        raise NotImplementedError

    def least(self, ink: Ink) -> int:
        """Pixels below which it should not be squeezed."""
        return ink.px(200)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        """Draw into a rectangle of the measured height."""
        raise NotImplementedError

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        """Enter, the pad's button, or a click at `pos`."""
        return None

    def handle(self, event: Input) -> Move | None:
        """Any other input while focused; None when it means nothing to this widget."""
        return None

    def spoken(self) -> Spoken:
        """What is said of it aloud; nothing of what only fills space."""
        return Spoken("")


class Gap(Widget):
    """Empty space of so many design units."""

    def __init__(self, units: float) -> None:
        self.units = units

    def height(self, ink: Ink, width: int) -> int:
        return ink.px(self.units)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        """Nothing to see."""


class Text(Widget):
    """A wrapped paragraph."""

    def __init__(self, text: str, style: str = "body", colour: str = "ink", align: str = "left") -> None:
        self.text, self.style, self.colour, self.align = text, style, colour, align

    def height(self, ink: Ink, width: int) -> int:
        return ink.measure(self.text, self.style, width)[1]

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.write(self.text, self.style, rect.x, rect.y, rect.width, self.colour, self.align)

    def spoken(self) -> Spoken:
        return Spoken(self.text)


class Row(Widget):
    """Equal cells side by side, in as many lines as it takes for every cell to have its least width."""

    def __init__(self, cells: list[Widget], gap: float = 10) -> None:
        self.cells, self.gap = cells, gap

    def _columns(self, ink: Ink, width: int) -> int:
        least, gap = max(cell.least(ink) for cell in self.cells), ink.px(self.gap)
        for lines in range(1, len(self.cells) + 1):
            columns = -(-len(self.cells) // lines)
            if (width - gap * (columns - 1)) // columns >= least:
                return columns
        return 1

    def split(self, ink: Ink, rect: Rect) -> list[tuple[Widget, Rect]]:
        """Each cell with its rectangle; all cells of a line as high as the highest."""
        columns, gap = self._columns(ink, rect.width), ink.px(self.gap)
        wide = (rect.width - gap * (columns - 1)) // columns
        out, y = [], rect.y
        for start in range(0, len(self.cells), columns):
            line = self.cells[start : start + columns]
            high = max(cell.height(ink, wide) for cell in line)
            out += [(cell, Rect(rect.x + i * (wide + gap), y, wide, high)) for i, cell in enumerate(line)]
            y += high + gap
        return out

    def height(self, ink: Ink, width: int) -> int:
        return max(part.bottom for _, part in self.split(ink, Rect(0, 0, width, 0)))

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        for cell, part in self.split(ink, rect):
            cell.draw(ink, part, False)


def cells(rows: Iterable[Widget]) -> list[Widget]:
    """Widgets one by one, those of a row from left to right."""
    return [cell for row in rows for cell in (row.cells if isinstance(row, Row) else [row])]


class Card(Widget):
    """Widgets one below the other on a light sheet."""

    def __init__(self, parts: list[Widget], fill: str = "card", edge: str | None = None) -> None:
        self.parts, self.fill, self.edge = parts, fill, edge

    PAD, BETWEEN = 16, 6

    def height(self, ink: Ink, width: int) -> int:
        inner = width - 2 * ink.px(self.PAD)
        parts = sum(part.height(ink, inner) for part in self.parts)
        return parts + ink.px(self.BETWEEN) * (len(self.parts) - 1) + 2 * ink.px(self.PAD)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, self.fill, edge=self.edge)
        pad = ink.px(self.PAD)
        y = rect.y + pad
        with ink.inside(rect):
            for part in self.parts:
                high = part.height(ink, rect.width - 2 * pad)
                part.draw(ink, Rect(rect.x + pad, y, rect.width - 2 * pad, high), focused)
                y += high + ink.px(self.BETWEEN)

    def spoken(self) -> Spoken:
        return aloud(self.parts)


def aloud(parts: Sequence[Widget]) -> Spoken:
    """What is said of widgets read one after the other."""
    return Spoken(joined(part.spoken().name for part in parts))


def joined(parts: Iterable[str]) -> str:
    """Parts as sentences, each with a stop at its end."""
    kept = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…”:" else f"{part}." for part in kept)
