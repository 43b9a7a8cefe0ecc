"""The world as one player may see it: no column that the room cannot see leaves here."""

import numpy as np

from game.model.acts import Item
from game.model.columns import Bool
from game.model.room.formations import Floor
from game.model.world import World
from game.session.bearing import activities, moods, speakers
from game.session.roster import Roster
from game.session.views import FormationView, PersonView
from game.talk.words import Words

EARSHOT_M = 2.5  # beyond it a line is a murmur: nobody reads it
CLOSED_TICKS = 120  # half a minute of the evening: what can be seen of a circle that closed against somebody
_CIRCLE_M = 0.55  # from the centre of a circle to those who stand round it, at least


def people_seen(world: World, roster: Roster, words: Words, me: int) -> tuple[PersonView, ...]:
    """Everybody expected this evening, by index."""
    p, people = world.people, roster.people()
    size, someone = len(people), words.text("session.someone")
    speaker = speakers(world, p.formation[:size])
    columns = zip(
        people,
        p.expected[:size].tolist(),
        _known(world, me, size).tolist(),
        p.x[:size].tolist(),
        p.y[:size].tolist(),
        p.hx[:size].tolist(),
        p.hy[:size].tolist(),
        np.hypot(p.vx[:size], p.vy[:size]).tolist(),
        activities(world, size),
        moods(world, speaker),
        p.formation[:size].tolist(),
        speaker.tolist(),
        (p.glass[:size] > world.tick).tolist(),
        p.player[:size].tolist(),
        strict=True,
    )
    return tuple(
        PersonView(
            id=i,
            name=person.first_name if known else someone,
            known=known,
            x=x,
            y=y,
            heading=(hx, hy),
            speed=speed,
            activity=activity,
            mood=mood,
            formation=formation,
            speaking=speaking == i,
            listening_to=speaking if speaking != i else -1,
            drink=drink,
            player=player,
        )
        for i, (
            person,
            expected,
            known,
            x,
            y,
            hx,
            hy,
            speed,
            activity,
            mood,
            formation,
            speaking,
            drink,
            player,
        ) in enumerate(columns)
        if expected
    )


def _known(world: World, me: int, size: int) -> Bool:
    """Whose names `me` knows, of the first `size` attendees."""
    who = np.arange(size)
    known: Bool = (world.ties.known[world.ties.index(np.int64(me), who)] >> Item.NAME & 1 == 1) | (who == me)
    return known


def formations_seen(world: World, me: int) -> tuple[FormationView, ...]:
    """The circles on the floor."""
    f = world.formations
    mine = int(world.people.formation[me])
    return tuple(_formation(world, int(row), int(row) == mine) for row in np.flatnonzero(f.size > 0))


def _formation(world: World, row: int, mine: bool) -> FormationView:
    f, p = world.formations, world.people
    members = [int(m) for m in f.members[row] if m >= 0]
    x, y = float(f.x[row]), float(f.y[row])
    reach = float(np.hypot(p.x[members] - x, p.y[members] - y).max(initial=0.0)) if members else 0.0
    closed, against = int(f.closed[row]), int(f.against[row])
    if closed < 0 or world.tick > closed + CLOSED_TICKS or against in members:
        closed, against = -1, -1
    return FormationView(row, x, y, max(_CIRCLE_M, reach), tuple(members), mine, closed, against)


def hears(world: World, me: int, formation: int) -> bool:
    """Whether `me` can make out what is said in a formation."""
    f, p = world.formations, world.people
    if formation < 0 or not p.present[me]:
        return False
    if p.formation[me] == formation:
        return True
    return bool(np.hypot(p.x[me] - f.x[formation], p.y[me] - f.y[formation]) <= EARSHOT_M)


def has_floor(world: World, me: int) -> bool:
    """Whether the floor is given to `me`, who must now choose what to say."""
    formation = int(world.people.formation[me])
    f = world.formations
    return formation >= 0 and bool(f.floor[formation] == Floor.GIVEN and f.holder[formation] == me)
