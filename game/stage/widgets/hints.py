"""A line of keys and what they do, written "[Tab] whom [Enter] walk up", wrapped between pairs."""

from __future__ import annotations

import re
from functools import lru_cache

from pygame import Rect

from game.stage.ink import Ink

PAIR = re.compile(r"\[([^\]]+)\]\s*([^\[]*)")


@lru_cache(maxsize=100)
def pairs(hints: str) -> tuple[tuple[str, str], ...]:
    """Key and meaning, in order."""
    return tuple((key, words.strip()) for key, words in PAIR.findall(hints))


def _lines(ink: Ink, hints: str, width: int) -> list[list[tuple[str, str, int]]]:
    lines: list[list[tuple[str, str, int]]] = [[]]
    left = 0
    for key, words in pairs(hints):
        wide = ink.key_width(key) + ink.px(6) + ink.measure(words, "small")[0] + ink.px(16)
        if lines[-1] and left + wide - ink.px(16) > width:
            lines.append([])
            left = 0
        lines[-1].append((key, words, wide))
        left += wide
    return lines


def _step(ink: Ink) -> int:
    return ink.size("small")[1] + ink.px(8)


def height(ink: Ink, hints: str, width: int) -> int:
    """Pixels the hints need in `width`."""
    return _step(ink) * len(_lines(ink, hints, width))


def breadth(ink: Ink, hints: str, width: int) -> int:
    """Pixels the widest line takes."""
    return max(sum(wide for _, _, wide in line) for line in _lines(ink, hints, width)) - ink.px(16)


def draw(ink: Ink, hints: str, rect: Rect, colour: str = "soft") -> None:
    """Draw them centred, from the top of the rectangle."""
    y = rect.y
    for line in _lines(ink, hints, rect.width):
        x = rect.x + (rect.width - sum(wide for _, _, wide in line) + ink.px(16)) // 2
        for key, words, wide in line:
            ink.keycap(key, x, y + _step(ink) // 2)
            ink.write(words, "small", x + ink.key_width(key) + ink.px(6), y + ink.px(4), colour=colour)
            x += wide
        y += _step(ink)
