"""What hangs on the wall: codes that phones scan, and the board that counts cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pygame
from pygame import Rect

from game.stage.ink import Ink

QUIET = 3  # light dots around a QR code, for readers
PAD = 16  # design units


class Code:
    """A QR code, drawn once for each size."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        dots = len(rows) + 2 * QUIET
        self._small = pygame.Surface((dots, dots))
        self._small.fill("#ffffff")
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    self._small.set_at((x + QUIET, y + QUIET), "#000000")
        self._drawn: dict[int, pygame.Surface] = {}

    def fit(self, room: int) -> int:
        """The largest side within `room` pixels in which every dot has the same whole number of them."""
        dots = self._small.get_width()
        return max(1, room // dots) * dots

    def at(self, side: int) -> pygame.Surface:
        """`side` pixels wide, of those that `fit` gives."""
        if side not in self._drawn:
            self._drawn[side] = pygame.transform.scale(self._small, (side, side))
        return self._drawn[side]


class Board:
    """Cards so far, as bait; without rows it takes no room."""

    def __init__(self, ink: Ink, t: Callable[[str], str], rows: Sequence[Mapping[str, Any]], top: int) -> None:
        self._title, self._rows = t("board"), rows
        names = [self._title, *(f"{row['name']}  {row['n']}" for row in rows)]
        wide = max(ink.measure(name, "strong")[0] for name in names) + ink.px(2 * PAD + 8)
        high = ink.size("strong")[1] * (len(rows) + 1) + ink.px(24)
        self.rect = Rect(ink.px(12), top + ink.px(12), wide, high) if rows else Rect(0, 0, 0, 0)

    def draw(self, ink: Ink) -> None:
        """Names and numbers."""
        if not self._rows:
            return
        ink.panel(self.rect, "night", radius=16, lifted=True)
        x, wide, line = self.rect.x + ink.px(PAD), self.rect.width - ink.px(2 * PAD), ink.size("strong")[1]
        y = self.rect.y + ink.px(12)
        with ink.inside(self.rect):
            ink.write(self._title, "strong", x, y, colour="accent")
            for number, row in enumerate(self._rows, start=1):
                ink.write(row["name"], "strong", x, y + number * line, colour="on_night")
                ink.write(str(row["n"]), "strong", x, y + number * line, wide, "on_night", "right")
