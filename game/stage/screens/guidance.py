"""The card of a guided start: which step this is, the keys that do it, and what it is good for."""

from __future__ import annotations

from pygame import Rect

from game.session.views import Step
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.widgets import hints

WIDEST = 520  # design units


def draw(ink: Ink, desk: Desk, step: Step, bars: list[Rect], low: int) -> Rect:
    """Draw it at the top, between the bars or below them; the rectangle taken.

    What it is good for is left out where type so large would reach below `low`.
    """
    t, pad, edge = desk.t, ink.px(14), ink.px(12)
    keys = t(f"guide.{step.until}_{desk.device()}")
    head = t("guide.head", n=step.number, of=step.of, what=t(f"guide.{step.until}"))
    left = max((bar.right for bar in bars if bar.centerx < ink.window.centerx), default=0)
    right = min((bar.left for bar in bars if bar.centerx > ink.window.centerx), default=ink.window.width)
    free = right - left - 2 * edge
    beside = free >= ink.px(WIDEST * 0.8)
    wide = min(ink.px(WIDEST), free if beside else ink.window.width - 2 * edge)
    inner = wide - 2 * pad
    top = edge if beside else max((bar.bottom for bar in bars), default=0) + ink.px(6)
    words = [(head, "strong"), (step.say, "small")]
    if top + _height(ink, words, keys, inner) > low:
        words.pop()
    high = _height(ink, words, keys, inner)
    x = left + edge + (free - wide) // 2 if beside else (ink.window.width - wide) // 2
    card = Rect(x, top, wide, high)
    ink.panel(card, "mine", radius=14, edge="line", lifted=True)
    with ink.inside(card):
        y = card.y + ink.px(9)
        for text, style in words:
            y = ink.write(text, style, card.x + pad, y, inner, "ink").bottom
        hints.draw(ink, keys, Rect(card.x + pad, y + ink.px(4), inner, 0))
    return card


def _height(ink: Ink, words: list[tuple[str, str]], keys: str, inner: int) -> int:
    lines = sum(ink.measure(text, style, inner)[1] for text, style in words)
    return lines + hints.height(ink, keys, inner) + 2 * ink.px(9) + ink.px(4)
