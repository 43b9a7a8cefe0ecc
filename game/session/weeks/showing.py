"""The player's view of the network, put together: people, timeline, and what waits for an answer."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from game.model.acts import Item
from game.model.feed.params import HOURS
from game.model.feed.tables import Bond
from game.session.feed_views import FeedBond, FeedItem, FeedPerson
from game.session.phrases import fact
from game.session.twins import of_network
from game.session.weeks.book import NOBODY, Entry
from game.session.weeks.writing import Writing
from game.talk.words import Words

ITEMS = 80  # on the timeline at a time
PEOPLE = 80  # within sight at a time
_BONDS: Final[dict[int, FeedBond]] = {
    Bond.NONE: "",
    Bond.CLIENT: "client",
    Bond.SUPPLIER: "supplier",
    Bond.LOST: "lost",
}
_RECENT = 2 * HOURS  # whose words are so old one comes across


def when(words: Words, tick: int) -> str:
    """A tick as it is told: "Day 3, 21:00"."""
    return words.text("feed.when", day=day(tick), clock=clock(tick))


def day(tick: int) -> int:
    """The day of a tick, the first is 1; midnight ends a day, so that the last hour is no day of its own."""
    return max(0, tick - 1) // HOURS + 1


def clock(tick: int) -> str:
    """The hour of a tick: "21:00"; "24:00" at midnight."""
    return f"{tick % HOURS or (HOURS if tick else 0)}:00"


def item_of(entry: Entry, w: Writing, words: Words) -> FeedItem:
    """An entry as the screen sees it."""
    name = "" if entry.person == NOBODY else w.company[entry.person].name
    at = when(words, entry.tick)
    return FeedItem(
        tick=entry.tick,
        when=at,
        kind=entry.kind,
        person=entry.person,
        name=name,
        text=entry.text,
        thread=entry.thread,
        responses=entry.responses,
        shown=entry.shown,
        twin=of_network(words, entry.act, entry.to_all),
    )


def person_of(row: int, w: Writing, words: Words) -> FeedPerson:
    """Somebody as the player knows them."""
    a, person = w.net.audience, w.company[row]
    known = int(a.knows[row])
    items = [item for item in range(Item.WORK, 32) if known >> item & 1]
    facts = [fact(words, w.pen.scenario, person, item) for item in items]
    waits = int(a.said[row]) >= 0
    return FeedPerson(
        id=row,
        name=person.name,
        guest=row < w.company.guests,
        met=bool(a.met[row]),
        facts=tuple(dict.fromkeys(facts)),
        said=w.book.said.get(row, "") if waits else "",
        asks=waits and bool(a.asks[row]),
        ago=_ago(row, w, words),
        awake=bool(w.net.awake(np.array([row]))[0]),
        follows=bool(a.follows[row]),
        ignored=bool(a.ignored[row]),
        bond=_BONDS[int(a.deal[row])],
    )


def _ago(row: int, w: Writing, words: Words) -> str:
    last, tick = int(w.net.audience.last[row]), w.net.tick
    if last < 0:
        return ""
    if last == 0:
        return words.text("feed.ago.evening")
    hours = tick - last
    if hours < 1:
        return words.text("feed.ago.now")
    return words.text("feed.ago.hours", n=hours) if hours < HOURS else words.text("feed.ago.days", n=hours // HOURS)


def waiting(w: Writing) -> list[int]:
    """Who waits for an answer to what they wrote here, longest first."""
    a = w.net.audience
    rows = np.flatnonzero(a.there & (a.said >= 0) & (a.said_at > 0) & ~a.ignored)
    return sorted((int(row) for row in rows if int(row) in w.book.said), key=lambda row: (int(a.said_at[row]), row))


def within_sight(w: Writing) -> list[int]:
    """Everybody the player knows or comes across now, guests first; of strangers, those of the latest words."""
    a, guests = w.net.audience, w.company.guests
    known = [int(row) for row in np.flatnonzero(a.there & (a.met | (a.knows > 1) | a.held | (a.sent_by >= 0)))]
    recent: dict[int, None] = {}
    for entry in reversed(w.book.entries):
        if entry.tick < w.net.tick - _RECENT or len(recent) >= PEOPLE:
            break
        if entry.person > 0:
            recent[entry.person] = None
    first = [row for row in known if row < guests]
    rest = sorted((row for row in known if row >= guests), key=lambda row: (-int(a.last[row]), row))
    return list(dict.fromkeys([*first, *waiting(w), *recent, *rest]))[:PEOPLE]


def people_of(rows: Iterable[int], w: Writing, words: Words) -> tuple[FeedPerson, ...]:
    """People as the player knows them, in the order given."""
    return tuple(person_of(row, w, words) for row in rows)
