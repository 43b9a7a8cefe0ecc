"""Ink: everything a screen draws with, in design units of a 1280×720 window.

Type, panels and key caps by role and size; nothing here knows what a screen says. A trace of what was
written, and inside which panel, lets tests walk over the layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final, NamedTuple

import pygame
from pygame import Rect

from game.stage.art import text
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, mix
from game.stage.panels import framed, rounded, shadow
from game.stage.settings import Settings

SMALLEST_UNIT: Final = 0.85  # below this type is too small to read; layouts then have less room instead
STYLES: Final[dict[str, tuple[text.Role, int]]] = {
    "hero": ("title", 56),
    "title": ("title", 34),
    "heading": ("bold", 23),
    "strong": ("body", 18),
    "body": ("regular", 18),
    "figure": ("bold", 30),
    "small": ("body", 15),
}
ICONS: Final[dict[str, str]] = {
    "clock": "\uf017",
    "people": "\uf0c0",
    "cards": "\uf2bb",
    "book": "\uf02d",
    "history": "\uf1da",
    "pause": "\uf04c",
    "play": "\uf04b",
    "speed": "\uf04e",
    "settings": "\uf013",
    "leave": "\uf2f5",
    "friend": "\uf004",
    "business": "\uf2b5",
    "refer": "\uf1e0",
    "not_for_me": "\uf05e",
    "ask": "\uf128",
    "tell": "\uf075",
    "give": "\uf06b",
    "sell": "\uf0a1",
    "other": "\uf141",
    "listen": "\uf2a2",
    "check": "\uf00c",
    "again": "\uf01e",
    "quote": "\uf10d",
    "globe": "\uf0ac",
    "idea": "\uf0eb",
    "eye": "\uf06e",
    "avoid": "\uf554",
    "person": "\uf007",
}


class Written(NamedTuple):
    """One piece of text on the screen, for layout tests."""

    words: str
    rect: Rect  # the part that shows
    panel: Rect  # what it must stay inside of
    layer: int


@lru_cache(maxsize=1000)
def _measured(words: str, role: text.Role, px: int, width: int | None) -> tuple[int, int]:
    """Pixels of the widest line, and how many lines there are."""
    lines = text.wrap(words, role, px, max(1, width)) if width is not None else (words,)
    return max(text.width(part, role, px) for part in lines), len(lines)


@lru_cache(maxsize=200)
def _size(style: str, unit: float, per_cent: int) -> tuple[int, int]:
    """Pixels of type and of a line."""
    px = round(STYLES[style][1] * unit * per_cent / 100)
    return px, text.line_height(px)


class Ink:
    """The drawing context of one frame."""

    def __init__(self, surface: pygame.Surface, settings: Settings, trace: list[Written] | None = None) -> None:
        self.surface, self.settings, self.trace = surface, settings, trace
        self.window = surface.get_rect()
        self.unit = max(SMALLEST_UNIT, text.unit(surface.get_size()))
        self.theme = HIGH_CONTRAST if settings.high_contrast else NORMAL
        self._panels = [self.window]
        self._layer = 0
        self._view: Rect | None = None  # what scrolls is seen through this
        t = self.theme
        self._colours = {
            "ink": t.ink,
            "soft": t.ink_soft,
            "card": t.paper,
            "button": t.paper,
            "on_button": t.ink,
            "line": t.paper_edge,
            "primary": t.night,
            "on_primary": t.night_ink,
            "night": t.night,
            "on_night": t.night_ink,
            "night_soft": t.night_soft,
            "focus": t.accent,
            "accent": t.accent,
            "accent_ink": t.accent_ink,
            "good": t.good,
            "warn": t.warn,
            "bad": t.bad,
            "backdrop": t.backdrop,
            "good_light": mix(t.good, t.night_ink, 0.45),
            "mine": t.bubble_mine,
            "page": mix(t.backdrop, t.paper, 0.45),
        }

    # -- measures ---------------------------------------------------------------------------------

    def px(self, units: float) -> int:
        """Pixels for so many design units."""
        return round(units * self.unit)

    def size(self, style: str) -> tuple[int, int]:
        """Font size and line height of a style, in pixels, the player's text size included."""
        return _size(style, self.unit, self.settings.text)

    def measure(self, words: str, style: str, width: int | None = None) -> tuple[int, int]:
        """Width and height in pixels, wrapped to `width` if given."""
        role, (px, line) = STYLES[style][0], self.size(style)
        wide, lines = _measured(words, role, px, width)
        return wide, line * lines

    def cut(self, words: str, style: str, width: int) -> str:
        """As much of the words as one line of `width` holds, with an ellipsis where that is not all."""
        return text.cut(words, STYLES[style][0], self.size(style)[0], width)

    def colour(self, role: str) -> str:
        """The colour of a role; a "#rrggbb" stands for itself."""
        return role if role.startswith("#") else self._colours[role]

    # -- type -------------------------------------------------------------------------------------

    def write(
        self,
        words: str,
        style: str,
        x: int,
        y: int,
        width: int | None = None,
        colour: str = "ink",
        align: str = "left",
    ) -> Rect:
        """Write, wrapped to `width` and aligned within it; the rectangle taken."""
        role, (px, line) = STYLES[style][0], self.size(style)
        lines = text.wrap(words, role, px, max(1, width)) if width is not None else (words,)
        taken = Rect(x, y, 0, line * len(lines))
        for i, part in enumerate(lines):
            if not part:
                continue
            image = text.render(part, role, px, self.colour(colour))
            spare = (width or image.get_width()) - image.get_width()
            left = x + {"left": 0, "centre": spare // 2, "right": spare}[align]
            self.surface.blit(image, (left, y + i * line + (line - image.get_height()) // 2))
            here = Rect(left, y + i * line, image.get_width(), line)
            taken = taken.union(here)
            self._note(part, here)
        return taken

    def _note(self, words: str, rect: Rect) -> None:
        if self.trace is None:
            return
        seen = rect.clip(self._view) if self._view else rect
        if seen.width and seen.height:
            self.trace.append(Written(words, seen, self._panels[-1], self._layer))

    def next_layer(self) -> None:
        """Another screen begins, drawn over the ones so far."""
        self._layer += 1

    @contextmanager
    def inside(self, rect: Rect) -> Iterator[None]:
        """Text written meanwhile belongs in this panel."""
        self._panels.append(rect)
        yield
        self._panels.pop()

    @contextmanager
    def clipped(self, rect: Rect) -> Iterator[None]:
        """Nothing is drawn outside the rectangle meanwhile."""
        self._view = rect
        self.surface.set_clip(rect)
        yield
        self.surface.set_clip(None)
        self._view = None

    @contextmanager
    def onto(self, picture: pygame.Surface) -> Iterator[None]:
        """Everything is drawn on another picture meanwhile, at the same places and sizes."""
        window, self.surface = self.surface, picture
        yield
        self.surface = window

    # -- shapes -----------------------------------------------------------------------------------

    def fill(self, rect: Rect, colour: str) -> None:
        """A plain rectangle."""
        self.surface.fill(self.colour(colour), rect)

    def panel(self, rect: Rect, fill: str, radius: float = 14, edge: str | None = None, lifted: bool = False) -> None:
        """A rounded sheet; `lifted` gives it a soft shadow."""
        curve = min(self.px(radius), rect.width // 2, rect.height // 2)
        if lifted and not self.settings.high_contrast:
            image, reach = shadow(rect.width, rect.height, curve, self.px(7))
            self.surface.blit(image, (rect.x - reach, rect.y - reach + self.px(4)))
        if edge or self.settings.high_contrast:
            thick = max(1, round(self.theme.edge_px * self.unit))
            framed(self.surface, rect, self.colour(edge or "line"), thick, self.colour(fill), curve)
            return
        rounded(self.surface, rect, self.colour(fill), curve)

    def ring(self, rect: Rect, radius: float = 12) -> None:
        """The focus: a band of accent between two dark lines, so that it shows on any ground."""
        curve = self.px(radius)
        for grow, thick, role in ((5, 5, "night"), (4, 3, "accent")):
            box = rect.inflate(2 * self.px(grow), 2 * self.px(grow))
            pygame.draw.rect(
                self.surface,
                self.colour(role),
                box,
                max(2, self.px(thick)),
                border_radius=curve + self.px(grow),
            )

    def veil(self) -> None:
        """Darken everything drawn so far."""
        dark = pygame.Surface(self.window.size)
        dark.fill(self.colour("night"))
        dark.set_alpha(150)
        self.surface.blit(dark, (0, 0))

    def bar(self, rect: Rect, share: float, colour: str) -> None:
        """A bar filled to `share` (0 … 1)."""
        rounded(self.surface, rect, mix(self.theme.paper_edge, self.theme.paper, 0.35), rect.height // 2)
        if share > 0:
            width = max(rect.height, round(rect.width * min(1.0, share)))
            rounded(self.surface, Rect(rect.x, rect.y, width, rect.height), self.colour(colour), rect.height // 2)

    def arrow(self, x: int, y: int, sign: int, faint: bool = False, upright: bool = False) -> None:
        """A small triangle pointing left or right (up or down when upright)."""
        r = self.px(7)
        tip, base = (x + sign * r, y), [(x - sign * r // 2, y - r), (x - sign * r // 2, y + r)]
        if upright:
            tip, base = (x, y + sign * r), [(x - r, y - sign * r // 2), (x + r, y - sign * r // 2)]
        pygame.draw.polygon(self.surface, self.colour("line" if faint else "ink"), [tip, *base])

    def tick_box(self, x: int, y: int, size: int, ticked: bool) -> None:
        """A box with or without a tick, `size` pixels square."""
        box = Rect(x, y, size, size).inflate(-self.px(4), -self.px(4))
        rounded(self.surface, box, self.colour("ink"), self.px(4))
        inner = box.inflate(-self.px(4), -self.px(4))
        rounded(self.surface, inner, self.colour("good" if ticked else "card"), self.px(3))
        if ticked:
            points = [(0.2, 0.55), (0.42, 0.76), (0.82, 0.26)]
            at = [(inner.x + a * inner.width, inner.y + b * inner.height) for a, b in points]
            pygame.draw.lines(self.surface, self.colour("card"), False, at, max(2, self.px(3)))

    # -- small signs ------------------------------------------------------------------------------

    def icon_width(self, style: str) -> int:
        """Pixels an icon takes beside text of a style."""
        return round(self.size(style)[0] * 1.3)

    def icon(self, name: str, x: int, middle: int, style: str, colour: str) -> None:
        """An icon centred in its width, beside text of a style."""
        image = text.render(ICONS[name], "icon", round(self.size(style)[0] * 0.95), self.colour(colour))
        left = x + (self.icon_width(style) - image.get_width()) // 2
        self.surface.blit(image, (left, middle - image.get_height() // 2))

    def key_width(self, key: str) -> int:
        """Pixels a key cap takes."""
        return max(self.measure(key, "small")[0] + self.px(14), self.size("small")[1] + self.px(4))

    def keycap(self, key: str, x: int, middle: int, light: bool = False) -> int:
        """A key cap centred on a height; its width."""
        wide, line = self.key_width(key), self.size("small")[1]
        box = Rect(x, middle - line // 2 - self.px(2), wide, line + self.px(4))
        rounded(self.surface, box, self.colour("card" if light else "night"), self.px(6))
        self.write(key, "small", x, middle - line // 2, wide, "ink" if light else "on_night", "centre")
        return wide
