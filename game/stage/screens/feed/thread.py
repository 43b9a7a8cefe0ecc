"""A post and what people said to it, one below the other, as they would at a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.session.feed_views import FeedItem
from game.stage.screen import Move, Pop, Replace
from game.stage.screens.feed.entry import Entry, entry
from game.stage.screens.feed.person import WithPerson
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button


class Thread(Sheet):
    """Pressing what somebody said leads to what could be answered."""

    name = "feed_thread"
    widest = 760
    aloud = 6

    def __init__(self, feed: Feed, number: int) -> None:
        super().__init__(feed.desk)
        self.feed, t = feed, feed.desk.t
        items = sorted(feed.run.thread(number), key=lambda item: item.tick)
        said = sum(item.kind not in ("post", "news") for item in items)
        self.heading, self.lead = t("feed.thread"), t("feed.thread_lead", n=said) if said else ""
        self.body = [self._entry(item) for item in items]
        if not said:
            self.body.append(Text(t("feed.thread_empty"), colour="soft"))
        close = Button(t("feed.close"), Pop, primary=True)
        self.foot = [close]
        self.refresh(focus=next((row for row in self.body if row.stop), close))

    def _entry(self, item: FeedItem) -> Entry:
        reach = item.person > 0 and self.feed.person(item.person) is not None
        action: Callable[[], Move] | None = partial(self._answer, item.person) if reach else None
        return entry(item, self.feed.faces, self.desk.t, action)

    def _answer(self, who: int) -> Move:
        return Replace(WithPerson(self.feed, who))
