"""The tournament: styles fill the room by their shares, and who sees another way bring more takes it up.

A population of heads goes to several evenings a round, seated anew each time. What a head gets is its relationships,
counted as for the player of an evening. After a round some look round and take up a style in proportion to what all
who follow it have got together; a few take up any style at all. Several such populations, each with seeds of its own,
tell what is chance. Nothing depends on who does the work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from game.lab.batch import play_out
from game.lab.crew import Crew
from game.model import chance, measures
from game.model.chance import Draw
from game.model.columns import I64, U32
from game.model.social import outcome
from game.model.world import World
from game.scenario.spec import STYLES, Scenario
from game.session.opening import PLAYER, open_doors
from game.styles.table import adopt

POPULATIONS = 10
EVENINGS, ROUNDS = 10, 20  # unless asked for otherwise
LOOK_ROUND = 0.5  # share of heads who, after a round, take up a style by what it brought
CHANGE = 0.02  # …and who take up any style at random
ORDINARY = STYLES[0]


@dataclass(frozen=True)
class Room:
    """One evening, and how each of its contenders goes about it: indices of styles, (contenders,)."""

    seed: int
    ways: tuple[int, ...]


@dataclass(frozen=True)
class Job:
    """Rooms of one round."""

    scenario: Scenario
    styles: tuple[str, ...]
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class Round:
    """What a round came to, for each population and style: (populations, styles)."""

    heads: I64
    relationships: I64  # of all these heads together


def contenders(scenario: Scenario) -> list[int]:
    """Indices of those whose style the tournament decides: the player, and all who have no style of their own."""
    return [PLAYER, *(1 + at for at, person in enumerate(scenario.people) if person.style == ORDINARY)]


def run(job: Job) -> I64:
    """Play rooms to the end; the relationships of each contender, (rooms, contenders)."""
    world = open_doors(job.scenario, [room.seed for room in job.rooms], ORDINARY)
    world.log.on = False
    who = np.arange(world.rooms)[:, None] * world.capacity + contenders(job.scenario)
    ways = np.array([room.ways for room in job.rooms])
    for way, style in enumerate(job.styles):
        adopt(world.people, who[ways == way], style)
    play_out(world)
    return np.stack([relationships(world, row) for row in who])  # all rooms at once would take much memory


def relationships(world: World, who: I64) -> I64:
    """Of each of them, (n,), by the measure of a player's: they ask less of others than these ask of them."""
    others = (who // world.capacity * world.capacity)[:, None] + np.arange(world.capacity)
    of, about = np.broadcast_to(who[:, None], others.shape).ravel(), others.ravel()
    new = (of != about) & ~world.ties.prior[world.ties.index(of, about)]
    of, about = of[new], about[new]
    agreed = outcome.agreed(measures.marks(world, of, about, lenient=True), measures.marks(world, about, of))
    return np.bincount(of[agreed > 0], minlength=world.people.rows)[who].astype(np.int64)


@dataclass(frozen=True)
class Tournament:
    """The same styles over so many rounds of so many evenings, from `seed` on."""

    scenario: Scenario
    styles: tuple[str, ...]
    seed: int
    evenings: int = EVENINGS
    rounds: int = ROUNDS

    def play(self, crew: Crew) -> Iterator[Round]:
        """Round by round; the first is filled with as many heads of each style, as far as they go round."""
        heads = self.evenings * len(contenders(self.scenario))
        ways = np.tile(np.arange(heads) % len(self.styles), (POPULATIONS, 1))
        for number in range(self.rounds):
            got = self._evenings_of(number, ways, crew)
            each = np.arange(len(self.styles))
            followers = ways[:, None, :] == each[:, None]  # (populations, styles, heads)
            this = Round(followers.sum(axis=2), (followers * got[:, None, :]).sum(axis=2))
            yield this
            ways = np.stack([self._next(number, at, ways[at], this) for at in range(POPULATIONS)])

    def _evenings_of(self, number: int, ways: I64, crew: Crew) -> I64:
        """What each head has got in a round, (populations, heads): seated by chance, played, and told whose it was."""
        seats = [self._shuffled(number, at) for at in range(POPULATIONS)]
        rooms = list(chain(*(self._rooms(number, at, ways[at][seats[at]]) for at in range(POPULATIONS))))
        each = -(-len(rooms) // crew.hands)
        jobs = [Job(self.scenario, self.styles, tuple(rooms[at : at + each])) for at in range(0, len(rooms), each)]
        played = np.concatenate([*crew.map(run, jobs)]).reshape(POPULATIONS, -1)
        got = np.empty_like(played)
        for at in range(POPULATIONS):
            got[at][seats[at]] = played[at]
        return got

    def _rooms(self, number: int, population: int, seated: I64) -> Iterator[Room]:
        first = self.seed + (number * POPULATIONS + population) * self.evenings
        for at, ways in enumerate(seated.reshape(self.evenings, -1)):
            yield Room(first + at, tuple(ways.tolist()))

    def _keys(self, population: int) -> U32:
        """A key of chance for each head of a population."""
        heads = np.arange(1, 1 + self.evenings * len(contenders(self.scenario)), dtype=np.uint32)
        return chance.keys(np.full(len(heads), self.seed * POPULATIONS + population & 0xFFFFFFFF, np.uint32), heads)

    def _shuffled(self, number: int, population: int) -> I64:
        """Which head sits on each seat."""
        return np.argsort(chance.bits(self._keys(population), Draw.WHOM, number), kind="stable")

    def _next(self, number: int, population: int, ways: I64, last: Round) -> I64:
        """How each head goes about the next round."""
        key = self._keys(population)
        brought = np.cumsum(last.relationships[population])
        taken_up = np.searchsorted(brought, chance.uniform(key, Draw.OPINION, number) * brought[-1], side="right")
        at_random = chance.choose(key, Draw.ACT, number, len(self.styles)).astype(np.int64)
        draw = chance.uniform(key, Draw.FOLLOW, number)
        looks = (draw < CHANGE + LOOK_ROUND) & (brought[-1] > 0)
        return np.where(draw < CHANGE, at_random, np.where(looks, taken_up, ways))


def shares(rounds: Sequence[Round]) -> NDArray[np.float64]:
    """Share of the heads that each style has: (rounds, populations, styles)."""
    heads = np.array([one.heads for one in rounds], dtype=np.float64)
    parts: NDArray[np.float64] = heads / heads.sum(axis=2, keepdims=True)
    return parts


def table(styles: Sequence[str], rounds: Sequence[Round]) -> Iterator[tuple[int, int, str, int, int]]:
    """Population, round, style, heads and their relationships, a row each, as it is written down."""
    for number, one in enumerate(rounds, start=1):
        for population in range(POPULATIONS):
            for at, style in enumerate(styles):
                yield (
                    population + 1,
                    number,
                    style,
                    int(one.heads[population, at]),
                    int(one.relationships[population, at]),
                )
