"""Type: fonts from their packages, wrapped and cached with our own line height.

pygame 2.6.1 can neither wrap nor break lines, and the two libraries measure
line height differently, so both are done here.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

import font_font_awesome
import font_fredoka_one
import font_source_sans_pro
import pygame

Role = Literal["regular", "body", "bold", "title", "icon"]
Align = Literal["left", "centre", "right"]

_FILES: Final[dict[Role, str]] = {
    "regular": font_source_sans_pro.SourceSansPro,
    "body": font_source_sans_pro.SourceSansProSemibold,
    "bold": font_source_sans_pro.SourceSansProBold,
    "title": font_fredoka_one.FredokaOne,
    "icon": font_font_awesome.FontAwesome5FreeSolid,
}
_LEADING: Final = 1.22  # line height in font sizes
_WINDOWS: Final = 2  # full of rendered text are kept: more than a page and what is over it show
_LEAST: Final = 8_000_000  # bytes, however small the window

_rendered: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
_held = 0  # bytes of it
_fonts: dict[tuple[Role, int], pygame.font.Font] = {}


def unit(size: tuple[int, int]) -> float:
    """Pixels of this window for one pixel of the 1280×720 the sizes are written for."""
    return min(size[0] / 1280, size[1] / 720)


def font(role: Role, px: int) -> pygame.font.Font:
    """The font of a role at `px` pixels."""
    key = (role, px)
    if key not in _fonts:
        if not pygame.font.get_init():
            pygame.font.init()
        _fonts[key] = pygame.font.Font(_FILES[role], px)
    return _fonts[key]


def line_height(px: int) -> int:
    """Distance of two baselines in pixels."""
    return round(px * _LEADING)


def width(text: str, role: Role, px: int) -> int:
    """Width of one line in pixels."""
    return int(font(role, px).size(text)[0])


@lru_cache(maxsize=500)
def wrap(text: str, role: Role, px: int, limit: int) -> tuple[str, ...]:
    """`text` in lines no wider than `limit` pixels; a word wider than that is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if width(longer, role, px) <= limit:
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = _broken(word, role, px, limit)
            lines.extend(broken)
        lines.append(line)
    return tuple(lines)


@lru_cache(maxsize=500)
def balanced(text: str, role: Role, px: int, limit: int) -> int:
    """The least width that needs no more lines than `limit` does: no last line of one short word."""
    count = len(wrap(text, role, px, limit))
    low, high = limit // 2, limit
    while high - low > 4:
        middle = (low + high) // 2
        if len(wrap(text, role, px, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def _broken(word: str, role: Role, px: int, limit: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, role, px) > limit:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def render(text: str, role: Role, px: int, colour: str) -> pygame.Surface:
    """One line of text, cached. Do not draw on it."""
    return _cached((text, role, px, colour), lambda: font(role, px).render(text, True, colour))


def paragraph(text: str, role: Role, px: int, colour: str, limit: int, align: Align = "left") -> pygame.Surface:
    """`text` wrapped to `limit` pixels, cached; as wide as its widest line. Do not draw on it."""

    def build() -> pygame.Surface:
        lines = [font(role, px).render(line, True, colour) for line in wrap(text, role, px, limit)]
        step = line_height(px)
        across = max(line.get_width() for line in lines)
        page = pygame.Surface((max(1, across), step * len(lines)), pygame.SRCALPHA)
        page.fill((*pygame.Color(colour)[:3], 0))  # no dark fringe when scaled
        for row, line in enumerate(lines):
            spare = across - line.get_width()
            x = {"left": 0, "centre": spare // 2, "right": spare}[align]
            page.blit(line, (x, row * step + (step - line.get_height()) // 2))
        return page

    return _cached((text, role, px, colour, limit, align), build)


def fitted(text: str, role: Role, px: int, colour: str, limit: int) -> pygame.Surface:
    """One line, cut with an ellipsis where it would be wider than `limit` pixels."""
    return render(cut(text, role, px, limit), role, px, colour)


@lru_cache(maxsize=1000)
def cut(text: str, role: Role, px: int, limit: int) -> str:
    """`text`, or as much of it as fits into `limit` pixels with an ellipsis."""
    if width(text, role, px) <= limit:
        return text
    left = text
    while left and width(left.rstrip() + "…", role, px) > limit:
        left = left[:-1]
    return left.rstrip() + "…"


def _cached(key: tuple[object, ...], build: Callable[[], pygame.Surface]) -> pygame.Surface:
    global _held
    found = _rendered.get(key)
    if found is None:
        found = _rendered[key] = build()
        _held += _bytes(found)
        while _held > _most() and len(_rendered) > 1:
            _held -= _bytes(_rendered.popitem(last=False)[1])
    else:
        _rendered.move_to_end(key)
    return found


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


def _most() -> int:
    window = pygame.display.get_surface() if pygame.display.get_init() else None
    return max(_LEAST, _WINDOWS * _bytes(window)) if window else _LEAST
