"""Opening the doors: a world from a scenario, everybody in it with their style and traits."""

import zlib
from collections.abc import Sequence

import numpy as np

from game.model import chance
from game.model.cast import Cast
from game.model.columns import I8, I64
from game.model.params import Params
from game.model.people import People
from game.model.space.plan import Plan
from game.model.world import World
from game.scenario.spec import Person, Player, Scenario, Traits
from game.session import clock
from game.styles import online
from game.styles.table import NAMES, adopt

PLAYER = 0  # index of the player in every room
HUMAN = "human"
STYLES = NAMES
WIDEST_SD = 2.0  # a trait written as 0 or 1 lies this far from most people's
_IN_SD = ("leniency", "charm", "talkativeness", "sociability", "seniority")


def open_doors(
    scenario: Scenario, seeds: Sequence[int], style: str | Sequence[str], params: Params | None = None
) -> World:
    """A world of one room per seed, before anybody has come in; `style`: how the player plays, or how in each room.

    Who is at home on the network only goes about the evening in the way that is nearest to theirs.
    """
    asked = [style] * len(seeds) if isinstance(style, str) else style
    styles = [online.IN_THE_ROOM.get(own, own) for own in asked]
    world = World(
        cast_of(scenario, human=HUMAN in styles),
        Plan.from_rows(scenario.venue.plan, scenario.venue.cell_m),
        seeds,
        scenario.evening.minutes,
        params=params,
    )
    for index, person in enumerate((scenario.player, *scenario.people)):
        who = np.arange(world.rooms) * world.capacity + index
        for own in set(styles) if index == PLAYER else (person.style,):
            adopt(world.people, who[[index != PLAYER or each == own for each in styles]], own)
        _set_traits(world.people, who, person.traits, world.params)
        if person.arrives_min is not None and index != PLAYER:
            world.people.arrives[who] = round(person.arrives_min * clock.TICKS_PER_MINUTE)
    return world


def cast_of(scenario: Scenario, *, human: bool) -> Cast:
    """The people of a scenario in numbers."""
    people = (scenario.player, *scenario.people)
    index_of = {person.name: index for index, person in enumerate(people)}
    pairs = sorted(
        {
            (min(index, index_of[name]), max(index, index_of[name]))
            for index, person in enumerate(people)
            for name in person.knows
        }
    )
    player = np.isin(np.arange(len(people)), players_of(scenario))
    return Cast(
        id=np.array([_stable_id(i, person) for i, person in enumerate(people)], dtype=np.uint32),
        interests=np.array([_bits(scenario, person.interests) for person in people], dtype=np.uint32),
        stories=np.array(
            [_bits(scenario, [story.topic for story in person.stories]) for person in people], dtype=np.uint32
        ),
        need=_topics(scenario, [person.need.topic if person.need else None for person in people]),
        offer=_topics(scenario, [person.offer.topic if person.offer else None for person in people]),
        human=player & human,
        player=player,
        known_before=np.array(pairs, dtype=np.int64).reshape(-1, 2),
        topics=len(scenario.topics),
    )


def players_of(scenario: Scenario) -> list[int]:
    """The indices of all players: the scenario's own, and guests whom further humans play."""
    return [PLAYER, *(1 + index for index, person in enumerate(scenario.people) if person.style == HUMAN)]


def as_player(person: Person) -> Player:
    """Somebody of the evening as the one it is told for."""
    return person if isinstance(person, Player) else Player(**vars(person))


def _stable_id(index: int, person: Person) -> int:
    """The same for the same person whoever else comes; whoever plays is the same player."""
    return zlib.crc32(b"the player" if index == PLAYER else person.key.encode())


def _bits(scenario: Scenario, topics: Sequence[str]) -> int:
    return sum(1 << scenario.topic_index(topic) for topic in set(topics))


def _topics(scenario: Scenario, topics: Sequence[str | None]) -> I8:
    return np.array([-1 if t is None else scenario.topic_index(t) for t in topics], dtype=np.int8)


def _set_traits(people: People, who: I64, traits: Traits, params: Params) -> None:
    """Write the traits a scenario gives somebody; 0.5 is like most."""
    for name in _IN_SD:
        share = getattr(traits, name)
        if share is not None:
            getattr(people, name)[who] = WIDEST_SD * (2 * share - 1)
    if traits.patience is not None:
        sd = np.full(len(who), params.patience_person_sd * WIDEST_SD * (2 * traits.patience - 1), np.float32)
        people.tolerance[who] = params.patience_s * chance.exp(sd)
    if traits.negativity is not None:
        spread = params.negativity_high - params.negativity_low
        people.negativity[who] = params.negativity_low + spread * traits.negativity
    if traits.gossip is not None:
        people.gossip[who] = 2 * traits.gossip
    if traits.memory is not None:
        people.memory[who] = _between(0.0, params.memory, 1.0, traits.memory)


def _between(least: float, most_people: float, most: float, share: float) -> float:
    """A share of 0 is the least, 0.5 like most people, 1 the most."""
    if share < 0.5:
        return least + (most_people - least) * 2 * share
    return most_people + (most - most_people) * (2 * share - 1)
