"""Letting a style have the phone: which one, and for how long."""

from __future__ import annotations

from functools import partial

from game.stage.screen import Move, Pop, Replace
from game.stage.screens.feed.beside import Beside
from game.stage.screens.feed.people import in_pairs
from game.stage.screens.feed.playing import Playing
from game.stage.screens.feed.state import Feed
from game.stage.widgets.base import Row, Widget
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
        own = self.feed.run.style  # a style whose phone was taken away may have it back
        listed = [own, *(style for style in STYLES if style != own)] if own else STYLES
        styles = [
            Button(
                t(f"feed.style.{style}.name"),
                partial(self._play, style),
                detail=t(f"feed.style.{style}.about"),
                key=str(number) if number < 10 else "",
            )
            for number, style in enumerate(listed, start=1)
        ]
        self.body = [Row(spans), *in_pairs(styles)]
        self.foot = [Button(t("feed.back"), Pop)]
        self.refresh(focus=styles[0])

    def _last(self, days: int) -> None:
        self.days = days

    def _lasts(self, days: int) -> bool:
        return self.days == days

    def _play(self, style: str) -> Move:
        return Replace(Playing(self.feed, style, self.days))
