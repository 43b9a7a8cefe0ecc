"""The notebook: what a player learned of the people met, by listening."""

import numpy as np

from game.model.acts import Item
from game.model.world import World
from game.session.phrases import fact
from game.session.roster import Roster, tie
from game.session.views import Note
from game.talk.words import Words


def notebook(world: World, roster: Roster, words: Words, me: int) -> tuple[Note, ...]:
    """A page for everybody met, the one talked with last first."""
    others = np.arange(len(roster.people()))
    rows = world.ties.index(np.int64(me), others)
    met: list[int] = np.flatnonzero(world.ties.met[rows] & (others != me)).tolist()
    met.sort(key=lambda i: (-int(world.ties.last[tie(world, me, i)]), i))
    return tuple(_page(world, roster, words, me, i) for i in met)


def _page(world: World, roster: Roster, words: Words, me: int, other: int) -> Note:
    person, row, ties = roster.person(other), tie(world, me, other), world.ties
    known = int(ties.known[row])
    items = [item for item in range(32) if known >> item & 1 and item != Item.NAME]
    since = int(ties.together[row])
    standing = (world.tick - since) / 240 if since >= 0 else 0.0
    return Note(
        person=other,
        name=person.name if known >> Item.NAME & 1 else "",
        facts=tuple(fact(words, roster.scenario, person, item) for item in items),
        card=bool(ties.card[row]),
        minutes=round(float(ties.minutes[row]) + standing, 1),
        mark=int(ties.mark[row]),
    )
