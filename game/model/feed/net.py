"""What the rules of the weeks work on: the tables of R rooms, the hour, the parameters, the log."""

from dataclasses import replace

import numpy as np

from game.model.columns import F32, I32, I64, Bool
from game.model.feed.deeds import Deed
from game.model.feed.params import HOURS, FeedParams
from game.model.feed.tables import Account, Audience
from game.model.log import Log
from game.model.params import Params
from game.model.social.rules import Rule

_HOURS = np.arange(HOURS)


def put_up_with(feed: FeedParams, off: frozenset[Rule]) -> FeedParams:
    """Whom selling does not put off answers somebody who sells as anybody else; the lab takes both away together."""
    if Rule.PITCHED in off:
        feed = replace(feed, for_sale=feed.of_none, answer_cold=feed.answer)
    return replace(feed, answer_card=feed.answer) if Rule.CARD_TOO_SOON in off else feed


class Net:
    """Tables of a batch. `capacity` people within reach of the player of each room, the player's row included.

    The first `guests` rows are those who were at the evening, the player among them.
    """

    def __init__(self, rooms: int, capacity: int, guests: int, days: int, params: Params, feed: FeedParams) -> None:
        self.rooms, self.capacity, self.guests = rooms, capacity, guests
        self.params, self.feed = params, put_up_with(feed, params.off)
        self.audience = Audience(rooms * capacity)
        self.account = Account(rooms)
        self.tick, self.end = 0, days * HOURS
        self.log = Log(capacity)

    @property
    def hour(self) -> int:
        """The player's clock, 0 … 23; the weeks begin at midnight."""
        return self.tick % HOURS

    @property
    def day(self) -> int:
        """Days since the weeks began."""
        return self.tick // HOURS

    @property
    def third(self) -> int:
        """Which third of the weeks it is, 0 … 2."""
        return min(2, 3 * self.tick // self.end)

    def room_of(self, who: I64 | I32) -> I64:
        """The room of each flat id."""
        return np.asarray(who, np.int64) // self.capacity

    def count(self, who: I64) -> I32:
        """How many of these people there are in each room, (R,)."""
        result: I32 = np.bincount(self.room_of(who), minlength=self.rooms).astype(np.int32)
        return result

    def on_the_way(self, who: I64 | I32) -> Bool:
        """Whether something meant for each of these people alone has not been seen yet. Any shape."""
        a = self.audience
        result: Bool = (a.due[who] >= 0) & (a.due_do[who] != Deed.POST)
        return result

    def seeing(self) -> I64:
        """Who gets to see this hour what the player sent, ascending."""
        due = self.audience.due.view(np.uint32)  # nothing, -1, is later than any hour
        return np.flatnonzero(due <= np.uint32(self.tick))

    def awake(self, who: I64) -> Bool:
        """Whether it is day for each of these people. (n,)"""
        result: Bool = self._day()[self.audience.wakes[who]]
        return result

    def hours_to_wake(self, who: I64) -> I64:
        """How long each of these people will be asleep yet, 0 for who is awake. (n,)"""
        hours = np.where(self._day(), 0, (_HOURS - self.hour) % HOURS)
        result: I64 = hours[self.audience.wakes[who]]
        return result

    def _day(self) -> Bool:
        """Whether it is day now for those who get up at each hour, (24,)."""
        result: Bool = (self.hour - _HOURS) % HOURS < self.feed.awake_h
        return result

    def everybody(self, rooms: I64) -> I64:
        """Flat ids of all rows of these rooms, rooms first."""
        result: I64 = (rooms[:, None] * self.capacity + np.arange(self.capacity)).ravel()
        return result

    def followers(self) -> F32:
        """How many real people follow each player, (R,)."""
        follows = self.audience.follows.reshape(self.rooms, self.capacity)
        result: F32 = np.count_nonzero(follows, axis=1).astype(np.float32)
        return result
