"""After the evening, on the projector: whether to go on, what to write in the morning, and a vote a week."""

from __future__ import annotations

from game.session.feed_views import FeedPerson
from game.stage.backend import Weeks
from game.stage.desk import Desk
from game.stage.inputs import Steer
from game.stage.screen import Move, Push, Replace
from game.stage.screens.course import screen_of
from game.stage.screens.feed.crowd import Crowd
from game.stage.screens.feed.play_on import WEEK
from game.stage.screens.feed.playing import Playing
from game.stage.screens.feed.state import Feed
from game.stage.screens.present.dilemma import Way, turned, written_next
from game.stage.screens.present.one_by_one import OneByOne
from game.stage.screens.present.slide import Slide

ASKED = 3  # people written to by vote: with more of them hands get tired
HANDS = ("listener", "giver", "broadcaster", "buyer")  # the ways to spend a week that are put to the vote
NEWS = 3  # of the week before, on a slide


class Onward(Slide):
    """The weeks take five minutes: a facilitator who is short of them goes straight to the reveal."""

    name = "present_onward"

    def __init__(self, desk: Desk, run: Weeks) -> None:
        super().__init__(desk)
        self.run, t = run, desk.t
        self.kicker, self.heading, self.ask = run.scenario.title, t("go_on.heading"), t("present.onward")
        self.lines = [t("go_on.lead")]
        self.shown = len(self.lines)
        self.ways = [
            Way(t("go_on.yes"), icon="globe", detail=t("go_on.yes_detail")),
            Way(t("go_on.no"), icon="check", detail=t("go_on.no_detail")),
        ]

    def vote(self, number: int) -> Move:
        if number == 0:
            self.run.go_on()
        else:
            self.run.finish()
        return Replace(screen_of(self.desk, self.run))


class FollowUp(OneByOne[FeedPerson]):
    """The morning after: what to write to those of the evening of whom most is known, one after the other."""

    name = "present_follow_up"

    def __init__(self, desk: Desk, run: Weeks) -> None:
        self.weeks = run
        met = [person for person in run.feed_view().people if person.guest and person.met]
        super().__init__(desk, run, sorted(met, key=lambda person: -len(person.facts))[:ASKED])

    def nobody(self) -> str:
        return self.desk.t("present.nobody_met")

    def put(self, somebody: FeedPerson) -> None:
        t, name = self.desk.t, somebody.name
        self.kicker, self.ask, self.talk = (
            t("feed.morning_after"),
            t("present.write", name=name),
            t("present.ask_write"),
        )
        self.about(somebody.id, name, somebody.facts, t("feed.unknown", name=name))
        self.ways = written_next(self.weeks.choices_with(somebody.id), len(self.left))

    def done(self) -> Move:
        self.weeks.forward()
        return Replace(screen_of(self.desk, self.weeks))


class WeekByWeek(Slide):
    """How to spend the next week, then the week as it goes by, then who has come nearer."""

    name = "present_weeks"

    def __init__(self, desk: Desk, run: Weeks) -> None:
        super().__init__(desk)
        self.feed, self.talk = Feed(desk, run), desk.t("present.ask_5")
        self._since, self._played = -1, False
        self._show()

    @property
    def days(self) -> int:
        """How long the next vote is for."""
        return min(WEEK, self.feed.view.days - self.feed.view.day + 1)

    def _show(self) -> None:
        t, view = self.desk.t, self.feed.view
        self.kicker = t("present.days", first=view.day, last=view.day + self.days - 1, days=view.days)
        self.heading = t("present.count", network=view.network, followers=self.feed.phone.followers)
        news = [item for item in view.items if item.kind == "news" and item.tick > self._since]
        self.lines = [item.text for item in news[:NEWS]] or [t("present.no_news")]
        self.shown, self._since = len(self.lines), view.tick
        self.ask = t("present.spend")
        self.hands = turned(HANDS, view.day // WEEK)
        self.ways = [Way(t(f"feed.style.{style}.name"), detail=t(f"feed.style.{style}.about")) for style in self.hands]

    def vote(self, number: int) -> Move:
        self._played = True
        return Push(Playing(self.feed, self.hands[number], self.days))

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if self._played:
            self._played = False
            if self.feed.open:
                self._show()
            return Push(Crowd(self.feed))
        return None if self.feed.open else Replace(screen_of(self.desk, self.feed.run))
