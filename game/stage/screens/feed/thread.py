"""A post and what people said to it, one below the other, as they would at a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.session.feed_views import FeedItem
from game.stage.screen import Move, Pop, Replace, Stay
from game.stage.screens.feed.entry import Entry, entry
from game.stage.screens.feed.person import WithPerson
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button


class Thread(Sheet):
    """Pressing what somebody said leads to what could be answered; on demand each has its twin in the room below it."""

    name = "feed_thread"
    widest = 760
    aloud = 6

    def __init__(self, feed: Feed, number: int) -> None:
        super().__init__(feed.desk)
        self.feed, t = feed, feed.desk.t
        self.items = sorted(feed.run.thread(number), key=lambda item: item.tick)
        self.said = sum(item.kind not in ("post", "news") for item in self.items)
        self.heading, self.lead = t("feed.thread"), t("feed.thread_lead", n=self.said) if self.said else ""
        self.twins = False
        self._build()
        self.refresh(focus=next((row for row in self.body if row.stop), self.foot[0]))

    def _build(self) -> None:
        t = self.desk.t
        self.body = []
        for item in self.items:
            self.body.append(self._entry(item))
            if self.twins and item.twin:
                self.body.append(Text(item.twin, "small", "accent_ink"))
        if not self.said:
            self.body.append(Text(t("feed.thread_empty"), colour="soft"))
        turn = Button(t("feed.no_room" if self.twins else "feed.in_room"), self._turn)
        self.foot = [Button(t("feed.close"), Pop, primary=True), turn]

    def _turn(self) -> Move:
        self.twins = not self.twins
        self._build()
        self.refresh(focus=self.foot[1])
        return Stay()

    def _entry(self, item: FeedItem) -> Entry:
        reach = item.person > 0 and self.feed.person(item.person) is not None
        action: Callable[[], Move] | None = partial(self._answer, item.person) if reach else None
        return entry(item, self.feed.faces, self.desk.t, action)

    def _answer(self, who: int) -> Move:
        return Replace(WithPerson(self.feed, who))
