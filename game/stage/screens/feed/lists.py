"""Two pages of choices: everybody one could turn to, and what is said to everybody at once."""

from __future__ import annotations

from functools import partial

from game.session.feed_views import FeedChoice
from game.stage.screen import Move, Pop
from game.stage.screens.feed.beside import Beside
from game.stage.screens.feed.deeds import deeds
from game.stage.screens.feed.people import PersonButton, in_pairs
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button


class People(Beside):
    """Everybody the player knows or comes across now."""

    name = "feed_people"

    def build(self) -> None:
        t, feed = self.desk.t, self.feed
        self.heading, self.lead = t("feed.people"), feed.view.caption or t("feed.people_lead")
        self.lead_colour = "accent_ink" if feed.view.caption else "soft"
        buttons = [PersonButton(t, feed.faces, p, partial(feed.turn_to, p.id)) for p in feed.view.people]
        self.body = in_pairs(buttons) or [Text(t("feed.nobody"))]
        self.foot = [Button(t("feed.back"), Pop)]
        self.refresh(focus=buttons[0] if buttons else self.foot[0])


class ToEverybody(Beside):
    """Posts, and what else is done to nobody in particular."""

    name = "feed_public"

    def build(self) -> None:
        t, feed = self.desk.t, self.feed
        self.heading, self.lead = t("feed.public"), t("feed.public_lead", n=round(100 * feed.view.awake))
        choices = deeds(t, feed.view.public, self._do)
        self.body = choices or [Text(t("feed.no_public"), colour="soft")]
        self.foot = [Button(t("feed.back"), Pop)]
        self.refresh(focus=choices[0] if choices else self.foot[0])

    def _do(self, choice: FeedChoice) -> Move:
        self.feed.do(choice.command)
        return Pop()
