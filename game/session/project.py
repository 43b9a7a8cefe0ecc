"""The world as one player may see it: no column that the room cannot see leaves here."""

import numpy as np

from game.model.acts import Act, Item
from game.model.people import Doing
from game.model.room.formations import Floor
from game.model.world import World
from game.session.roster import Roster, knows, name_for
from game.session.views import Activity, FormationView, Mood, PersonView
from game.talk.words import Words

EARSHOT_M = 2.5  # beyond it a line is a murmur: nobody reads it
_SHOWS_BOREDOM_TICKS = 8  # wanting out can be seen after a moment: eyes that wander
LATE = 0.85  # of the evening: whoever stands about now has sore feet
LONG_TICKS = 160  # a turn of forty seconds wears on everybody who hears it
CLOSED_TICKS = 120  # half a minute of the evening: what can be seen of a circle that closed against somebody
_CIRCLE_M = 0.55  # from the centre of a circle to those who stand round it, at least

_DOING: dict[int, Activity] = {
    Doing.DRINKING: "drinking",
    Doing.PHONE: "phone",
    Doing.EVADING: "evading",
    Doing.GONE: "gone",
}
_UNPLEASANT = (Act.PITCH, Act.BOAST)
_PLEASANT = (Act.PRAISE, Act.OFFER, Act.INTRODUCE)
TAKEN_UP = (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER)  # what one said oneself comes back


def people_seen(world: World, roster: Roster, words: Words, me: int) -> tuple[PersonView, ...]:
    """Everybody expected this evening, by index."""
    p = world.people
    return tuple(_person(world, roster, words, me, i) for i in range(len(roster.people())) if p.expected[i])


def _person(world: World, roster: Roster, words: Words, me: int, i: int) -> PersonView:
    p = world.people
    speaker = _speaker_of(world, int(p.formation[i]))
    name = name_for(world, roster, words, me, i)
    return PersonView(
        id=i,
        name=name,
        known=i == me or knows(world, me, i, Item.NAME),
        x=float(p.x[i]),
        y=float(p.y[i]),
        heading=(float(p.hx[i]), float(p.hy[i])),
        speed=float(np.hypot(p.vx[i], p.vy[i])),
        activity=_activity(world, i),
        mood=_mood(world, i, speaker),
        formation=int(p.formation[i]),
        speaking=speaker == i,
        listening_to=speaker if speaker != i else -1,
        drink=bool(p.glass[i] > world.tick),
        player=bool(p.player[i]),
    )


def _activity(world: World, i: int) -> Activity:
    p = world.people
    if not p.present[i]:
        return "outside" if p.arrives[i] >= world.tick else "gone"
    if p.formation[i] >= 0:
        return "talking"
    doing = _DOING.get(int(p.doing[i]))
    if doing is not None:
        return doing
    return "walking" if p.walking[i] else "idle"


def _speaker_of(world: World, formation: int) -> int:
    """Who is speaking in a formation, -1 when nobody is; who has the floor may be silent."""
    f = world.formations
    held = formation >= 0 and f.floor[formation] == Floor.HELD and f.act[formation] != Act.SILENCE
    return int(f.holder[formation]) if held else -1


def _mood(world: World, i: int, speaker: int) -> Mood:
    """What a face shows. Wanting out is private, but after a moment everybody can see the eyes wander."""
    p, f = world.people, world.formations
    if speaker == i:
        return "talk"
    formation = int(p.formation[i])
    if formation < 0:
        if p.doing[i] == Doing.EVADING:
            return "worry"
        return "tired" if world.tick > LATE * world.end else "smile"
    if 0 <= p.wants_out[i] < world.tick - _SHOWS_BOREDOM_TICKS:
        return "bored"
    if speaker >= 0 and f.to[formation] == i and f.act[formation] in TAKEN_UP:
        return "keen"
    if f.due[formation] == i:
        return "keen" if f.asked[formation] in TAKEN_UP else "think"
    act = int(f.act[formation]) if speaker >= 0 else -1
    if act in _UNPLEASANT:
        return "worry"
    if act in _PLEASANT and f.to[formation] == i:
        return "laugh"
    return "tired" if speaker >= 0 and world.tick > f.started[formation] + LONG_TICKS else "smile"


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
