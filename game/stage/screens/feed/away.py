"""Putting the phone away: settings, or leaving; the run is kept."""

from __future__ import annotations

from game.stage.inputs import Intent
from game.stage.screen import Pop, Push
from game.stage.screens.course import to_title
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.screens.settings import SettingsForm
from game.stage.widgets.controls import Button


class Away(Sheet):
    """Nothing happens meanwhile."""

    name = "feed_away"
    widest = 520
    shut_by = Intent.PAUSE

    def __init__(self, feed: Feed) -> None:
        super().__init__(feed.desk)
        t, desk, view = feed.desk.t, feed.desk, feed.view
        self.heading, self.lead = t("feed.away"), t("feed.away_lead", n=view.day, days=view.days)
        self.body = [
            Button(t("feed.resume"), Pop, key="1", primary=True, icon="play"),
            Button(t("pause.settings"), lambda: Push(SettingsForm(desk)), key="2", icon="settings"),
            Button(t("pause.leave"), lambda: to_title(desk), key="3", icon="leave"),
        ]
        self.refresh()
