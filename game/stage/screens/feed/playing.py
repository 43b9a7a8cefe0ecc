"""A style has the phone: how far it has come, until it is done or the phone is taken back."""

from __future__ import annotations

from game.stage.ink import Ink
from game.stage.inputs import Steer
from game.stage.screen import Move, Pop
from game.stage.screens.feed.calendar import Calendar
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.voicing import focused
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button
from game.stage.widgets.progress import Bar


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
        self.body = [
            Bar(self.done / self.days, t("feed.played", n=self.done, of=self.days)),
            Calendar(view, t),
            Text(f"{t('feed.day', n=view.day, days=view.days)} · {self.feed.phone.followers}", "strong"),
        ]
        self.refresh()

    def heard(self) -> tuple[str, ...]:
        """Days go by faster than they can be told; the look at the phone that follows tells where they led."""
        return self.heading, focused(self.desk.t, self.ring)

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
