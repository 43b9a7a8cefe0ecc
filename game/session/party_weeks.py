"""The weeks of everybody at a party: each with a network of their own, a style they chose, and the same thirty days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.model import morning, orders
from game.model.acts import Act, Item
from game.model.feed import figures, opening, weeks
from game.model.feed.deeds import Deed
from game.model.feed.digest import digest
from game.model.feed.events import FeedEvent
from game.model.feed.params import HOURS
from game.model.feed.tables import Bond
from game.model.orders import NONE, Orders
from game.session.party import Party
from game.session.weeks import beginning
from game.styles import online
from game.styles import weeks as deciding

MORNINGS: Final = ("nothing", "personal", "useful", "mass")
_NEWS: Final = {
    FeedEvent.FOLLOWED: "followed",
    FeedEvent.DEAL: "client",
    FeedEvent.REFERRED: "referred",
    FeedEvent.LOST: "lost",
    FeedEvent.WON_BACK: "won_back",
    FeedEvent.HUNG: "hung",
}  # kinds of event and the words for them
BREAKFAST: Final = 8  # the hour at which one sees to the cards


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

    def __init__(self, party: Party, players: Sequence[int], styles: Sequence[str], mornings: Sequence[str]) -> None:
        """`styles`: how each of the `players` spends the weeks, by the names of game.styles.online.

        `mornings`: what each does with the cards on the first of them, one of MORNINGS.
        """
        self.players, self._mornings = list(players), np.array([MORNINGS.index(morning) for morning in mornings])
        hosts, cast = np.array(self.players, np.int64), party.world.cast
        start = beginning.start_of(party.scenario)
        self.net = opening.begin(cast, [party.seed] * len(hosts), start, hosts=hosts)
        morning.take_over(self.net, party.world, hosts)
        self._rows, self._people, self._words = opening.in_rows(cast.size, hosts), party.roster.people(), party.words
        self._without_players(cast.player)
        self.net.account.human[:] = False
        self.net.account.style[:] = [online.index(style) for style in styles]
        self._orders = NONE
        self.news: dict[int, list[str]] = {player: [] for player in self.players}  # of each, the latest last

    def _without_players(self, player: np.ndarray) -> None:
        a, shape = self.net.audience, (self.net.rooms, self.net.capacity)
        others = np.zeros(shape, np.bool_)
        others[:, : len(player)] = player[self._rows]
        for column in (a.there, a.follows, a.met, a.card, a.held):
            column[others.ravel()] = False

    @property
    def day(self) -> int:
        """Days lived."""
        return self.net.tick // HOURS

    @property
    def over(self) -> bool:
        """The last day has ended."""
        return self.net.tick >= self.net.end

    def hour(self) -> None:
        """Let an hour pass for everybody."""
        weeks.step(self.net, self._orders)
        if self.net.tick == BREAKFAST:
            weeks.obey(self.net, orders.join([self._personal(), self._useful(), self._mass()]))
        self._orders = deciding.decide(self.net)
        self._note()

    def _note(self) -> None:
        """What of this hour is news to somebody, as far as it is about people of the evening."""
        events = self.net.log.events()
        for row in events[np.isin(events["kind"], list(_NEWS))]:
            room, about = int(row["room"]), [int(row["actor"]), int(row["other"])]
            if max(about) >= self._rows.shape[1]:
                continue  # a stranger, whom no phone has met
            who, them = (self._people[self._rows[room, one]] for one in about)
            key = _NEWS[row["kind"]] if row["kind"] != FeedEvent.DEAL or row["item"] == Bond.CLIENT else "supplier"
            text = self._words.text(f"feed.news.{key}", name=who.name, them=them.name, pronoun=who.pronoun)
            self.news[self.players[room]].append(text)

    def _met(self, morning: str) -> NDArray[np.int64]:
        """Whom those who chose this morning have met, the longest talks first."""
        net = self.net
        chose = np.repeat(self._mornings == MORNINGS.index(morning), net.capacity)
        who = np.flatnonzero(chose & net.audience.met & net.audience.there)
        return who[np.argsort(-net.audience.minutes[who], kind="stable")]

    def _personal(self) -> Orders:
        """A line to each about what they said; to whom nothing was heard from, a question."""
        net, who = self.net, self._met("personal")
        said = net.audience.said[who]
        act = np.where(said >= Item.WORK, Act.FOLLOW_UP, Act.ASK_WORK)
        return self._to(who, act, np.where(said >= Item.WORK, said, Item.WORK))

    def _useful(self) -> Orders:
        """Help for those whose need is known and is what one has to give."""
        net, who = self.net, self._met("useful")
        known = net.audience.knows[who] >> Item.NEED & 1 == 1
        who = who[known & (net.audience.need[who] == net.account.offer[net.room_of(who)])]
        return self._to(who, np.full(len(who), Act.OFFER), Item.TOPIC + net.audience.need[who])

    def _to(self, who: NDArray[np.int64], act: NDArray[Any], item: NDArray[Any]) -> Orders:
        heads = self.net.room_of(who) * self.net.capacity
        to = who.astype(np.int32)
        return orders.orders(heads, Deed.MESSAGE, to=to, act=act.astype(np.int8), item=item.astype(np.int8))

    def _mass(self) -> Orders:
        """One mail to all whose card one holds."""
        rooms = np.flatnonzero(self._mornings == MORNINGS.index("mass"))
        return orders.orders(rooms * self.net.capacity, Deed.MAIL, act=np.full(len(rooms), Act.PITCH, np.int8))

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
        """Of everything people hold about each of them."""
        return digest(self.net)
