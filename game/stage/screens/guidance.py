"""The card of a guided start: which step this is, the keys that do it, and what it is good for."""

from __future__ import annotations

from pygame import Rect

from game.session.views import Step
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.widgets import hints

WIDEST = 520  # design units
LARGE = 150  # per cent of text, from which the panel has room for the keys only


def draw(ink: Ink, desk: Desk, step: Step, bars: list[Rect], low: int) -> Rect:
    """Draw it at the top, between the bars, beside a second row of them or below; the rectangle taken.

    What it is good for is left out where type so large would reach below `low`.
    """
    t, pad, edge = desk.t, ink.px(14), ink.px(12)
    keys = t(f"guide.{step.until}_{desk.device()}")
    head = t("guide.head", n=step.number, of=step.of, what=t(f"guide.{step.until}"))
    place = _place(ink, bars, edge)
    wide = min(ink.px(WIDEST), place.width - 2 * edge)
    inner, top = wide - 2 * pad, place.top
    words = [(head, "strong"), (step.say, "small")]
    if top + _height(ink, words, keys, inner) > low:
        words.pop()
    high = _height(ink, words, keys, inner)
    card = Rect(place.centerx - wide // 2, top, wide, high)
    ink.panel(card, "mine", radius=14, edge="line", lifted=True)
    with ink.inside(card):
        y = card.y + ink.px(9)
        for text, style in words:
            y = ink.write(text, style, card.x + pad, y, inner, "ink").bottom
        hints.draw(ink, keys, Rect(card.x + pad, y + ink.px(4), inner, 0))
    return card


def line(desk: Desk, step: Step) -> str:
    """The same in one line, for the panel of choices: a card would lie over the faces of the circle."""
    t = desk.t
    keys = "; ".join(f"{key}: {words}" for key, words in hints.pairs(t(f"guide.{step.until}_{desk.device()}")))
    said = step.say if desk.settings.text < LARGE else ""
    return t("guide.line", n=step.number, of=step.of, what=t(f"guide.{step.until}"), keys=keys, say=said).strip()


def _place(ink: Ink, bars: list[Rect], edge: int) -> Rect:
    """The highest place that is wide enough, as left, top and width."""
    window, first = ink.window, min((bar.top for bar in bars), default=0)
    upper = [bar for bar in bars if bar.top == first]
    lower = [bar for bar in bars if bar.top > first]
    left = max((bar.right for bar in bars if bar.centerx < window.centerx), default=0)
    right = min((bar.left for bar in bars if bar.centerx > window.centerx), default=window.width)
    below = max((bar.bottom for bar in upper), default=0) + ink.px(6)
    second = max((bar.right for bar in lower), default=window.width)
    for place in (Rect(left, edge, right - left, 0), Rect(second, below, window.width - second, 0)):
        if place.width - 2 * edge >= ink.px(WIDEST * 0.8):
            return place
    return Rect(0, max((bar.bottom for bar in bars), default=0) + ink.px(6), window.width, 0)


def _height(ink: Ink, words: list[tuple[str, str]], keys: str, inner: int) -> int:
    lines = sum(ink.measure(text, style, inner)[1] for text, style in words)
    return lines + hints.height(ink, keys, inner) + 2 * ink.px(9) + ink.px(4)
