"""The weeks of everybody at a party: each with a network of their own, on which they act, and the same thirty days.

Whoever does nothing goes on in the way they chose; whoever acts has the day to themselves, and what is left of it in
the evening goes on in that way.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.model import morning, orders
from game.model.commands import Command
from game.model.events import EVENT, REASON
from game.model.feed import arrival, figures, opening
from game.model.feed.digest import digest
from game.model.feed.params import HOURS
from game.model.feed.sense import sensible
from game.model.feed.tables import NEVER
from game.model.feed.weeks import obey, step
from game.model.orders import Orders
from game.session import mornings as breakfast
from game.session.mornings import BREAKFAST, MORNINGS
from game.session.packing import Arrays
from game.session.party import Party
from game.session.weeks import beginning
from game.session.weeks.own_feed import Happened, Meant, OwnFeed, Rows
from game.session.weeks.room_of import room_of
from game.session.weeks.writing import PLAYER
from game.styles import online
from game.styles.weeks import LOOKS_IN, decide

_NET: Final = "weeks."
_NOTHING: Final = np.zeros(0, EVENT)
_NO_REASONS: Final = np.zeros(0, REASON)
_EVENING: Final = LOOKS_IN[-1]  # when what is left of a day goes on by itself


@dataclass(frozen=True, slots=True)
class WeeksOf:
    """What the weeks of one player came to."""

    followers: int
    posts: int
    promotions: int
    friends: int
    business: int
    referrals: int
    relationships: int
    answered_first: float  # responses a post, in the first third
    answered_last: float  # …and in the last


class PartyWeeks:
    """A room of the network for each player, stepped together by the hour. The other players stay out of it.

    What another human would do on that network nobody can compute; they have one of their own.
    """

    def __init__(
        self,
        party: Party,
        players: Sequence[int],
        styles: Sequence[str],
        mornings: Sequence[str],
        saved: tuple[Arrays, dict[str, Any]] | None = None,
    ) -> None:
        """`styles`: how each of the `players` spends the time they do not use, by the names of game.styles.online.

        `mornings`: what each does with the cards on the first of them, one of MORNINGS. `saved`: what `freeze` gave,
        to go on from there; else it is midnight after the evening.
        """
        self.players, self._mornings = list(players), np.array([MORNINGS.index(morning) for morning in mornings])
        hosts, cast = np.array(self.players, np.int64), party.world.cast
        start = beginning.start_of(party.scenario)
        self.net = opening.begin(cast, [party.seed] * len(hosts), start, hosts=hosts)
        morning.take_over(self.net, party.world, hosts)
        rows = opening.in_rows(cast.size, hosts)
        self._without_players(cast.player[rows])
        self.net.account.human[:] = False
        self.net.account.style[:] = [online.index(style) for style in styles]
        self._acted = np.full(len(hosts), NEVER, np.int64)  # when each did something of their own last
        memory = party.voice.memory() if saved is None else None
        self.feeds = {host: self._feed(party, room, rows[room], memory) for room, host in enumerate(self.players)}
        self._untold: dict[int, tuple[Happened, Meant]] = {}  # by room: what is still to be put into words
        if saved is not None:
            self._thaw(*saved)

    def _without_players(self, player: NDArray[np.bool_]) -> None:
        a, shape = self.net.audience, (self.net.rooms, self.net.capacity)
        others = np.zeros(shape, np.bool_)
        others[:, : player.shape[1]] = player
        for column in (a.there, a.follows, a.met, a.card, a.held):
            column[others.ravel()] = False

    def _feed(self, party: Party, room: int, row_of: NDArray[np.int64], memory: dict[str, Any] | None) -> OwnFeed:
        """`row_of` serves both ways: the player and the host have changed places, and nobody else has.

        `memory`: of the evening's talk, None where the weeks are well past it.
        """
        host, net, everybody = self.players[room], room_of(self.net, room), party.roster.people()
        feed = partial(OwnFeed, net, party.scenario, [everybody[who] for who in row_of], party.words, party.seed)
        if memory is None:
            return feed()
        heard = beginning.heard_that_evening(party, host, row_of, net)
        return feed(heard, beginning.told_that_evening(memory, host, row_of))

    @property
    def day(self) -> int:
        """Days lived."""
        return self.net.tick // HOURS

    @property
    def over(self) -> bool:
        """The last day has ended."""
        return self.net.tick >= self.net.end

    @property
    def hours_left(self) -> int:
        """Until it has."""
        return self.net.end - self.net.tick

    # the hours

    def hour(self, readers: Collection[int] = ()) -> None:
        """Let an hour pass for everybody. `readers`: the players for whom what is written in it is put into words."""
        self.begin_hour(readers)
        self.tell_all()

    def begin_hour(self, readers: Collection[int]) -> None:
        """The same but for the words, which take longest: `tell_next` finds them for one player at a time."""
        self.tell_all()
        step(self.net)
        events = self.net.log.events()
        for feed in self.feeds.values():
            feed.begin_hour(self.net.tick)
        rooms = [room for room, player in enumerate(self.players) if player in readers]
        if self.net.hour in LOOKS_IN:
            decided = sensible(self.net, self._decided())
            meant = {room: self._meant(room, decided) for room in rooms}
            reports = (events, *self._let(decided))
            self._untold = {room: (_about(room, *reports), meant[room]) for room in rooms}
        else:
            busy = {int(room) for room in events["room"]}
            self._untold = {room: (_about(room, events), {}) for room in rooms if room in busy}

    @property
    def telling(self) -> bool:
        """What was written in this hour is not all in words yet."""
        return bool(self._untold)

    def tell_next(self) -> bool:
        """Put it into words for one more player; whether there are others."""
        if self._untold:
            self._tell(next(iter(self._untold)))
        return self.telling

    def tell_all(self) -> None:
        """Put what is left of the hour into words."""
        while self.tell_next():
            pass

    def _tell(self, room: int) -> None:
        if room in self._untold:
            self.feeds[self.players[room]].tell(*self._untold.pop(room))

    def _decided(self) -> Orders:
        """What the styles do in place of those who have let the day go by."""
        busy = self.net.tick - self._acted < HOURS
        self.net.account.human[:] = busy & (self.net.hour != _EVENING)
        decided = decide(self.net)
        self.net.account.human[:] = False
        if self.net.tick == BREAKFAST:
            return orders.join([breakfast.deeds(self.net, self._mornings), decided])
        return decided

    def _meant(self, room: int, decided: Orders) -> Meant:
        base = room * self.net.capacity
        mine = decided.take(np.flatnonzero(decided.actor == base))
        columns = (mine.do, _within(mine.to, base), mine.act, mine.item, _within(mine.about, base))
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return self.feeds[self.players[room]].meant(Command(self.net.tick, PLAYER, *row) for row in rows)

    def _let(self, wanted: Orders) -> tuple[Rows, Rows, Rows]:
        """Deeds take effect, and whoever is awake answers: the reports of it, and of what people made of it."""
        log, tick = self.net.log, self.net.tick
        log.clear(tick)
        obey(self.net, wanted)
        deeds, reasons = log.events(), log.reasons()
        log.clear(tick)
        arrival.arrive(self.net)
        return deeds, reasons, log.events()

    # what players do

    def possible(self, player: int, command: Command) -> bool:
        """Whether it makes sense now, and there is time for it."""
        return not self.over and self._feed_now(player).possible(self._own(command))

    def take(self, player: int, command: Command) -> bool:
        """Put a deed of a player's into effect, if it still makes sense; rows of the audience count from theirs."""
        command = self._own(command)
        if not self.possible(player, command):
            return False
        feed, room = self.feeds[player], self.players.index(player)
        meant = feed.meant([command])
        deeds, reasons, arrived = self._let(orders.from_commands([command], room, self.net.capacity))
        feed.tell_own(_about(room, _NOTHING, deeds, reasons, arrived), command, meant)
        self._acted[room] = self.net.tick
        return True

    def _own(self, command: Command) -> Command:
        return command._replace(tick=self.net.tick, actor=PLAYER)

    def _feed_now(self, player: int) -> OwnFeed:
        """A player's feed with the hour told."""
        self._tell(self.players.index(player))
        return self.feeds[player]

    # what came of it

    def told(self) -> dict[int, WeeksOf]:
        """What has become of each so far, by player."""
        found = figures.results(self.net)
        names = WeeksOf.__dataclass_fields__
        rows = zip(*(getattr(found, name).tolist() for name in names), strict=True)
        return {
            who: WeeksOf(int(f), *map(int, rest[:6]), *rest[6:])
            for who, (f, *rest) in zip(self.players, rows, strict=True)
        }

    def digest(self) -> str:
        """Of everything people hold about each of them, as 16 hex digits."""
        rooms = "".join(digest(self.net, room) for room in range(self.net.rooms))
        return hashlib.sha256(rooms.encode()).hexdigest()[:16]

    # the whole state

    def freeze(self) -> tuple[Arrays, dict[str, Any]]:
        """Copies of all arrays, and plain data beside them."""
        self.tell_all()
        arrays: Arrays = {f"{_NET}acted": self._acted.copy()}
        for table in (self.net.audience, self.net.account):
            named = table.arrays().items()
            arrays |= {f"{_NET}{type(table).__name__}.{name}": column.copy() for name, column in named}
        return arrays, {"tick": self.net.tick, "feeds": [self.feeds[player].plain() for player in self.players]}

    def _thaw(self, arrays: Arrays, plain: dict[str, Any]) -> None:
        for table in (self.net.audience, self.net.account):
            table.restore({name: arrays[f"{_NET}{type(table).__name__}.{name}"] for name in table.columns})
        self._acted[:] = arrays[f"{_NET}acted"]
        self.net.tick = plain["tick"]
        for player, feed in zip(self.players, plain["feeds"], strict=True):
            self.feeds[player].restore(feed, self.net.tick)


def _about(
    room: int, hour: Rows, deeds: Rows = _NOTHING, reasons: Rows = _NO_REASONS, arrived: Rows = _NOTHING
) -> Happened:
    """What of these reports is about one room."""
    return Happened(*(rows[rows["room"] == room] for rows in (hour, deeds, reasons, arrived)))


def _within(flat: NDArray[np.int32], base: int) -> NDArray[np.int32]:
    """Ids as the room counts them; −1 stays nobody."""
    return np.where(flat < 0, flat, flat - np.int32(base))
