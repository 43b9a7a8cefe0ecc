"""The card of a guided start: which step this is, the keys that do it, and what it is good for."""

from __future__ import annotations

from pygame import Rect

from game.session.views import Step
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.widgets import hints

WIDEST = 520  # design units


def draw(ink: Ink, desk: Desk, step: Step, bars: list[Rect]) -> Rect:
    """Draw it at the top, between the bars or below them; the rectangle taken."""
    t, pad, edge = desk.t, ink.px(14), ink.px(12)
    keys = t(f"guide.{step.until}_{desk.device()}")
    head = t("guide.head", n=step.number, of=step.of, what=t(f"guide.{step.until}"))
    left = max((bar.right for bar in bars if bar.centerx < ink.window.centerx), default=0)
    right = min((bar.left for bar in bars if bar.centerx > ink.window.centerx), default=ink.window.width)
    free = right - left - 2 * edge
    beside = free >= ink.px(WIDEST * 0.8)
    wide = min(ink.px(WIDEST), free if beside else ink.window.width - 2 * edge)
    inner = wide - 2 * pad
    words = [(head, "strong", "ink"), (step.say, "small", "ink")]
    high = sum(ink.measure(text, style, inner)[1] for text, style, _ in words)
    high += (hints.height(ink, keys, inner) if keys else 0) + 2 * ink.px(9) + ink.px(4)
    top = edge if beside else max((bar.bottom for bar in bars), default=0) + ink.px(6)
    x = left + edge + (free - wide) // 2 if beside else (ink.window.width - wide) // 2
    card = Rect(x, top, wide, high)
    ink.panel(card, "mine", radius=14, edge="line", lifted=True)
    with ink.inside(card):
        y = card.y + ink.px(9)
        for text, style, colour in words:
            y = ink.write(text, style, card.x + pad, y, inner, colour).bottom
        if keys:
            hints.draw(ink, keys, Rect(card.x + pad, y + ink.px(4), inner, 0))
    return card
