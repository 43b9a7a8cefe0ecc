"""Letting a style have the phone: which one, for how long, and how far it has come."""

from __future__ import annotations

from functools import partial

from pygame import Rect

from game.stage.ink import Ink
from game.stage.inputs import Steer
from game.stage.screen import Move, Pop, Replace
from game.stage.screens.feed.beside import Beside
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Row, Spoken, Text, Widget
from game.stage.widgets.controls import Button

STYLES = (
    *("listener", "giver", "engager", "meetings", "promoter", "broadcaster", "buyer"),
    *("collector", "flatterer", "lurker"),
)
WEEK = 7  # days


class PlayOn(Beside):
    """Whose hands, and how many days."""

    name = "feed_play_on"

    def __init__(self, feed: Feed) -> None:
        self.days = min(WEEK, feed.view.days - feed.view.day + 1)
        super().__init__(feed)

    def build(self) -> None:
        t, view = self.desk.t, self.feed.view
        rest = view.days - view.day + 1
        self.heading, self.lead = t("feed.play_on"), t("feed.play_on_lead")
        lengths = [(WEEK, t("feed.week"))] if rest > WEEK else []
        lengths.append((rest, t("feed.rest", n=rest)))
        spans: list[Widget] = [
            Button(words, partial(self._last, days), on=partial(self._lasts, days)) for days, words in lengths
        ]
        styles = [
            Button(
                t(f"feed.style.{style}.name"),
                partial(self._play, style),
                detail=t(f"feed.style.{style}.about"),
                key=str(number) if number < 10 else "",
            )
            for number, style in enumerate(STYLES, start=1)
        ]
        pairs: list[Widget] = [Row(list(styles[i : i + 2])) for i in range(0, len(styles), 2)]
        self.body = [Row(spans), *pairs]
        self.foot = [Button(t("feed.back"), Pop)]
        self.refresh(focus=styles[0])

    def _last(self, days: int) -> None:
        self.days = days

    def _lasts(self, days: int) -> bool:
        return self.days == days

    def _play(self, style: str) -> Move:
        return Replace(Playing(self.feed, style, self.days))


class Playing(Sheet):
    """A day each time the window is drawn; it can be stopped after any of them."""

    name = "feed_playing"
    widest = 560

    def __init__(self, feed: Feed, style: str, days: int) -> None:
        super().__init__(feed.desk)
        self.feed, self.style, self.days, self.done = feed, style, days, 0
        self._drawn = False
        self.heading = self.desk.t(f"feed.style.{style}.name")
        self.foot = [Button(self.desk.t("feed.stop"), Pop, primary=True)]
        self._tell()

    def _tell(self) -> None:
        t, view = self.desk.t, self.feed.view
        self.lead = t("feed.playing", day=view.day, days=view.days)
        self.body = [
            Bar(self.done / self.days, t("feed.played", n=self.done, of=self.days)),
            Text(self.feed.phone.followers, "strong"),
        ]
        self.refresh()

    def draw(self, ink: Ink) -> None:
        super().draw(ink)
        self._drawn = True

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if not self._drawn:
            return None
        if self.done >= self.days or not self.feed.open:
            return Pop()
        self.feed.play(self.style)
        self.done += 1
        self._tell()
        self._drawn = False
        return None


class Bar(Widget):
    """How far it has come, as a bar and in words."""

    def __init__(self, share: float, words: str) -> None:
        self.share, self.words = share, words

    def height(self, ink: Ink, width: int) -> int:
        return ink.px(26) + ink.measure(self.words, "body", width)[1]

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.bar(Rect(rect.x, rect.y + ink.px(4), rect.width, ink.px(14)), self.share, "accent")
        ink.write(self.words, "body", rect.x, rect.y + ink.px(24), rect.width)

    def spoken(self) -> Spoken:
        return Spoken(self.words)
