"""One look at the phone: who waits for an answer, the hour and the day, and what could be done with the time left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.stage.backend import Weeks
from game.stage.desk import Desk
from game.stage.inputs import Input, Intent, Steer
from game.stage.screen import Move, Push, Replace, Screen, Stay
from game.stage.screens.course import screen_of
from game.stage.screens.feed.away import Away
from game.stage.screens.feed.beside import Beside
from game.stage.screens.feed.calendar import Calendar
from game.stage.screens.feed.crowd import Crowd
from game.stage.screens.feed.home_view import HomeView
from game.stage.screens.feed.lists import People, ToEverybody
from game.stage.screens.feed.people import PersonButton, in_pairs
from game.stage.screens.feed.play_on import PlayOn
from game.stage.screens.feed.playing import Playing
from game.stage.screens.feed.relationships import Relationships
from game.stage.screens.feed.state import Feed
from game.stage.widgets.base import Row, Text, Widget, joined
from game.stage.widgets.controls import Button

DOORS: dict[str, Callable[[Feed], Screen]] = {
    "everybody": ToEverybody,
    "people": People,
    "call": Relationships,
    "play_on": PlayOn,
    "crowd": Crowd,
    "away": Away,
}


class Home(Beside):
    """The first screen of the weeks; every other one of them comes back to it."""

    name = "feed"

    def __init__(self, desk: Desk, run: Weeks) -> None:
        super().__init__(Feed(desk, run))
        self._lent = bool(run.style)

    def build(self) -> None:
        t, feed, view = self.desk.t, self.feed, self.feed.view
        first = feed.morning_after
        self.name = "follow_up" if first else "feed"
        self.heading = t("feed.morning_after") if first else t("feed.day", n=view.day, days=view.days)
        self.lead = view.caption or (t("feed.follow_up_lead") if first else "")
        self.lead_colour = "accent_ink" if view.caption else "soft"
        those = [p for p in view.people if p.guest and p.met] if first else view.inbox
        people = [PersonButton(t, feed.faces, p, partial(feed.turn_to, p.id)) for p in those]
        head = t("feed.whom") if first else t("feed.inbox", n=len(people))
        listed: list[Widget] = (
            in_pairs(people) if people else [Text(t("feed.nobody_met" if first else "feed.inbox_empty"), colour="soft")]
        )
        self._scene = HomeView(view, feed.faces, t)
        scene = Row([self._scene, Calendar(view, t)])
        on = Button(t("feed.to_weeks" if first else "feed.forward"), self._forward, primary=True, icon="play")
        self.body = [scene, self._doors(first), Text(head, "strong"), *listed]
        self.foot = [on] if first else [on, Button(t("feed.next_day"), self._next_day, icon="speed")]
        self.refresh(focus=people[0] if people else on)

    def _doors(self, first: bool) -> Row:
        """Where else one could go from here; in the first hour nothing has come of anything yet."""
        names = ("everybody", "people", "away") if first else tuple(DOORS)
        return Row([self._door(name, number) for number, name in enumerate(names, start=1)])

    def _door(self, name: str, number: int) -> Widget:
        return Button(self.desk.t(f"feed.door.{name}"), lambda: Push(DOORS[name](self.feed)), key=str(number))

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if not self.feed.open:
            return Replace(screen_of(self.desk, self.feed.run))
        if self._lent:  # until it is taken back
            self._lent, view = False, self.feed.view
            return Push(Playing(self.feed, self.feed.run.style, view.days - view.day + 1))
        return super().update(seconds, steer)

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.PAUSE:
            return self.back()
        return super().handle(event)

    def heard(self) -> tuple[str, ...]:
        page, *rest = super().heard()
        phone = self.feed.phone
        return page, joined([self._scene.words, phone.followers, phone.left]), *rest

    def back(self) -> Move | None:
        return Push(Away(self.feed))

    def _forward(self) -> Move:
        self.feed.forward()
        return Stay()

    def _next_day(self) -> Move:
        self.feed.next_day()
        return Stay()
