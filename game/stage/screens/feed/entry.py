"""What stands in the timeline and in a thread: posts on cards, what people say in bubbles beside their faces."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect

from game.session.feed_views import FeedItem
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.screen import Move
from game.stage.screens.feed import avatar
from game.stage.widgets.base import Spoken, Widget, joined
from game.stage.widgets.controls import Action

Words = Callable[..., str]
PAD, ASIDE = 12, 18  # design units


class Entry(Widget):
    """One item; with an `action` it can be pressed."""

    def __init__(self, item: FeedItem, faces: Faces, t: Words, action: Action | None = None) -> None:
        self.item, self.faces, self.action = item, faces, action
        self.stop = action is not None
        self.mine = item.person == 0
        self.name = t("feed.you") if self.mine else item.name
        self.count = ""
        if item.kind == "post":
            seen = t("feed.shown", n=item.shown)
            self.count = f"{t('feed.responses', n=item.responses)} · {seen}" if self.mine else ""
            if not self.mine and item.responses:
                self.count = t("feed.responses", n=item.responses)
        self.did = t(f"feed.kind.{item.kind}", name=self.name)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        return self.action() if self.action else None

    def spoken(self) -> Spoken:
        return Spoken(joined([f"{self.did}, {self.item.when}", self.item.text, self.count]))

    def height(self, ink: Ink, width: int) -> int:
        inner = width - 2 * ink.px(PAD)
        high = self._head_height(ink, inner) + ink.px(6) + ink.measure(self.item.text, "body", inner)[1]
        if self.count:
            high += ink.px(5) + ink.measure(self.count, "small", inner)[1]
        return high + 2 * ink.px(PAD)

    def _head_height(self, ink: Ink, inner: int) -> int:
        beside = inner - avatar.size(ink) - ink.px(10)
        words = ink.measure(self.did, "strong", beside)[1] + ink.measure(self.item.when, "small", beside)[1]
        return max(avatar.size(ink), words)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "mine" if self.mine else "card", radius=12, edge="line")
        x, y, inner = rect.x + ink.px(PAD), rect.y + ink.px(PAD), rect.width - 2 * ink.px(PAD)
        with ink.inside(rect):
            left = x + avatar.draw(ink, self.faces, self.item.person, self.item.name, x, y) + ink.px(10)
            used = ink.write(self.did, "strong", left, y, x + inner - left)
            ink.write(self.item.when, "small", left, used.bottom, x + inner - left, "soft")
            y += self._head_height(ink, inner) + ink.px(6)
            used = ink.write(self.item.text, "body", x, y, inner)
            if self.count:
                ink.write(self.count, "small", x, used.bottom + ink.px(5), inner, "soft")
        if focused:
            ink.ring(rect)


class Bubble(Entry):
    """What somebody says: beside their face, the player's own from the other side."""

    def _inner(self, ink: Ink, width: int) -> int:
        return width - avatar.size(ink) - ink.px(10 + ASIDE) - 2 * ink.px(PAD)

    def height(self, ink: Ink, width: int) -> int:
        inner = self._inner(ink, width)
        high = ink.measure(self._head(), "small", inner)[1] + ink.measure(self.item.text, "body", inner)[1]
        return max(high + ink.px(20), avatar.size(ink))

    def _head(self) -> str:
        return f"{self.did} · {self.item.when}"

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        face, inner = avatar.size(ink), self._inner(ink, rect.width)
        box = Rect(rect.x + face + ink.px(10), rect.y, inner + 2 * ink.px(PAD), rect.height)
        at = rect.x
        if self.mine:
            at, box.x = rect.right - face, rect.x + ink.px(ASIDE)
        avatar.draw(ink, self.faces, self.item.person, self.item.name, at, rect.y)
        fill = "mine" if self.mine else "card"
        ink.panel(box, fill, radius=12, edge="line")
        self._tail(ink, box, rect.y + face // 2, fill)
        with ink.inside(box):
            x = box.x + ink.px(PAD)
            used = ink.write(self._head(), "small", x, box.y + ink.px(9), inner, "accent_ink")
            ink.write(self.item.text, "body", x, used.bottom, inner)
        if focused:
            ink.ring(box)

    def _tail(self, ink: Ink, box: Rect, y: int, fill: str) -> None:
        """A small point from the bubble to the face."""
        way, edge, r = (1, box.right - 2, ink.px(7)) if self.mine else (-1, box.left + 1, ink.px(7))
        points = [(edge, y - r), (edge + way * r, y), (edge, y + r)]
        pygame.draw.polygon(ink.surface, ink.colour(fill), points)
        pygame.draw.lines(ink.surface, ink.colour("line"), False, points, max(1, round(ink.theme.edge_px * ink.unit)))


class News(Entry):
    """What nobody in particular says: a line with a sign."""

    def height(self, ink: Ink, width: int) -> int:
        return ink.measure(self._line(), "small", self._inner(ink, width))[1] + ink.px(10)

    def _inner(self, ink: Ink, width: int) -> int:
        return width - ink.icon_width("small") - ink.px(8 + 2 * PAD)

    def _line(self) -> str:
        return f"{self.item.text} · {self.item.when}"

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        x, y = rect.x + ink.px(PAD), rect.y + ink.px(5)
        ink.icon("idea", x, y + ink.size("small")[1] // 2, "small", "accent_ink")
        with ink.inside(rect):
            left = x + ink.icon_width("small") + ink.px(8)
            ink.write(self._line(), "small", left, y, self._inner(ink, rect.width), "soft")
        if focused:
            ink.ring(rect)

    def spoken(self) -> Spoken:
        return Spoken(self._line())


def entry(item: FeedItem, faces: Faces, t: Words, action: Action | None = None) -> Entry:
    """The widget for an item."""
    kind = {"post": Entry, "news": News}.get(item.kind, Bubble)
    return kind(item, faces, t, action)
