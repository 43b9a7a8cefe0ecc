"""The audience seen as a crowd: who has come near, who has turned away, and which of them are cardboard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from pygame import Rect

from game.session.crowd_view import CrowdView
from game.stage.art.arena import Arena
from game.stage.art.look import look_for
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent, Steer
from game.stage.screen import Move, Pop, Screen
from game.stage.screens.feed.state import Feed
from game.stage.widgets import hints
from game.stage.widgets.base import joined

FOOT = 54  # design units free under the floor
NEAR = 0.5  # of the way to the stage: whoever is closer counts as standing near


class Crowd(Screen):
    """Looked at, not played: any key leads back."""

    name = "feed_crowd"

    def __init__(self, feed: Feed) -> None:
        self.feed = feed
        self.view = feed.run.crowd()
        self.told = told(feed.desk.t, self.view)
        self.seconds = 0.0
        self._arena: Arena | None = None
        self._made_for: object = None

    def update(self, seconds: float, steer: Steer) -> Move | None:
        self.seconds += seconds
        if self._arena is not None:
            self._arena.step(seconds)
        return None

    def handle(self, event: Input) -> Move | None:
        return Pop() if event.intent in (Intent.OK, Intent.BACK, Intent.SPACE, Intent.CLICK) else None

    def idle(self) -> None:
        if self._arena is not None:
            self._arena.catch_up()

    def heard(self) -> tuple[str, ...]:
        return (self.told,)

    def draw(self, ink: Ink) -> None:
        made_for = (ink.theme, ink.settings.reduced_motion)
        if self._arena is None or self._made_for != made_for:
            self._made_for = made_for
            looks = self.feed.faces.looks
            me = looks.get(0) or look_for("0")
            self._arena = Arena(looks, me, ink.theme, self.feed.faces.sprites, ink.settings.reduced_motion)
            self._arena.show(self.view)
        keys = self.feed.desk.t("feed.crowd_keys")
        told, pad, wide = self.told, ink.px(16), ink.window.width - 2 * ink.px(12)
        inner = wide - 2 * pad
        high = ink.measure(told, "strong", inner)[1] + hints.height(ink, keys, inner) + ink.px(20)
        below = max(ink.px(FOOT), high + ink.px(12))
        self._arena.draw(ink.surface, self.seconds, below)
        bar = Rect(ink.px(12), ink.window.height - high - ink.px(8), wide, high)
        ink.panel(bar, "page", radius=16, edge="line", lifted=True)
        with ink.inside(bar):
            y = ink.write(told, "strong", bar.x + pad, bar.y + ink.px(6), inner, align="centre").bottom
            hints.draw(ink, keys, Rect(bar.x + pad, y + ink.px(6), inner, 0))


def told(t: Callable[..., str], view: CrowdView) -> str:
    """How many there are, by what they do."""
    near = int(np.count_nonzero((view.near > NEAR) & ~view.turned & ~view.bought))
    away, bought = int(np.count_nonzero(view.turned)), int(np.count_nonzero(view.bought))
    parts = [t("feed.crowd_near", n=near), t("feed.crowd_away", n=away)]
    if bought:
        parts.append(t("feed.crowd_bought", n=bought))
    return joined([t("feed.crowd", n=view.followers, count=f"{view.followers:,}"), *parts])
