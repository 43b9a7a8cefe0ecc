"""The weeks of everybody at a party: each with a network of their own, a style they chose, and the same thirty days."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.model import morning
from game.model.feed import figures, opening, weeks
from game.model.feed.digest import digest
from game.model.orders import NONE
from game.session.party import Party
from game.session.weeks import beginning
from game.styles import online
from game.styles import weeks as deciding


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

    def __init__(self, party: Party, players: Sequence[int], styles: Sequence[str]) -> None:
        """`styles`: how each of the `players` spends the weeks, by the names of game.styles.online."""
        self.players = list(players)
        hosts, cast = np.array(self.players, np.int64), party.world.cast
        start = beginning.start_of(party.scenario)
        self.net = opening.begin(cast, [party.seed] * len(hosts), start, hosts=hosts)
        morning.take_over(self.net, party.world, hosts)
        self._without_players(opening.in_rows(cast.size, hosts), cast.player)
        self.net.account.human[:] = False
        self.net.account.style[:] = [online.index(style) for style in styles]
        self.net.log.on = False
        self._orders = NONE

    def _without_players(self, order: np.ndarray, player: np.ndarray) -> None:
        a, shape = self.net.audience, (self.net.rooms, self.net.capacity)
        others = np.zeros(shape, np.bool_)
        others[:, : order.shape[1]] = player[order]
        for column in (a.there, a.follows, a.met, a.card, a.held):
            column[others.ravel()] = False

    @property
    def day(self) -> int:
        """Days lived."""
        return self.net.tick // 24

    @property
    def over(self) -> bool:
        """The last day has ended."""
        return self.net.tick >= self.net.end

    def hour(self) -> None:
        """Let an hour pass for everybody."""
        weeks.step(self.net, self._orders)
        self._orders = deciding.decide(self.net)

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
