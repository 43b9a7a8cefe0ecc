"""Who would call: what a network does not show, told when it is asked for."""

from __future__ import annotations

from game.stage.ink import Ink
from game.stage.screen import Pop
from game.stage.screens.feed.people import in_pairs, standing
from game.stage.screens.feed.person import About
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Card, Text
from game.stage.widgets.controls import Button


class Relationships(Sheet):
    """The number the network shows beside the people there are."""

    name = "feed_relationships"
    widest = 820

    def __init__(self, feed: Feed) -> None:
        super().__init__(feed.desk)
        t, those = feed.desk.t, feed.run.relationships()
        self.heading = t("feed.call")
        followers = feed.view.followers
        self.lead = t("feed.call_lead", n=len(those), followers=followers, count=f"{followers:,}")
        cards = [
            Someone(
                [
                    About(
                        feed.faces,
                        person,
                        [
                            Text(person.name, "heading"),
                            *(Text(fact) for fact in person.facts[:2]),
                            Text(standing(t, person), "small", "soft"),
                        ],
                    )
                ],
                edge="line",
            )
            for person in those
        ]
        self.body = in_pairs(cards) or [Text(t("feed.call_nobody"))]
        self.foot = [Button(t("feed.close"), Pop, primary=True)]
        self.refresh()


class Someone(Card):
    """A face and what is known, wide enough for both."""

    def least(self, ink: Ink) -> int:
        return ink.px(3.4 * ink.settings.text)
