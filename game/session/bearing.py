"""What everybody can be seen to do, and what their faces show: columns of all attendees of a room at once."""

from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np

from game.model.acts import Act
from game.model.columns import I32, I64, Bool, any_of
from game.model.people import Doing
from game.model.room.formations import Floor
from game.model.world import World
from game.session.views import Activity, Mood

Name = TypeVar("Name", bound=str)

LATE: Final = 0.85  # of the evening: whoever stands about now has sore feet
LONG_TICKS: Final = 160  # a turn of forty seconds wears on everybody who hears it
TAKEN_UP: Final = (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER)  # what one said oneself comes back
_SHOWS_BOREDOM_TICKS: Final = 8  # wanting out can be seen after a moment: eyes that wander
_UNPLEASANT: Final = (Act.PITCH, Act.BOAST)
_PLEASANT: Final = (Act.PRAISE, Act.OFFER, Act.INTRODUCE)


def speakers(world: World, formation: I32 | I64) -> I64:
    """Who is speaking in each formation, (n,); -1 where nobody is, for who has the floor may be silent."""
    f = world.formations
    held = (formation >= 0) & (f.floor[formation] == Floor.HELD) & (f.act[formation] != Act.SILENCE)
    return np.where(held, f.holder[formation], -1)


def activities(world: World, size: int) -> list[Activity]:
    """What the first `size` attendees are doing."""
    p = world.people
    present, doing = p.present[:size], p.doing[:size]
    seen: list[tuple[Bool, Activity]] = [
        (~present & (p.arrives[:size] >= world.tick), "outside"),
        (~present, "gone"),
        (p.formation[:size] >= 0, "talking"),
        (doing == Doing.DRINKING, "drinking"),
        (doing == Doing.PHONE, "phone"),
        (doing == Doing.EVADING, "evading"),
        (doing == Doing.GONE, "gone"),
        (p.walking[:size], "walking"),
    ]
    return _first_that_holds(seen, "idle")


def moods(world: World, speaker: I64) -> list[Mood]:
    """What the faces show, by who speaks where each stands. Wanting out is private, but soon the eyes wander."""
    p, f, tick = world.people, world.formations, world.tick
    who = np.arange(len(speaker))
    formation, wants_out = p.formation[who], p.wants_out[who]
    alone, heard = formation < 0, speaker >= 0
    act = np.where(heard, f.act[formation], -1)
    meant, due = f.to[formation] == who, f.due[formation] == who
    seen: list[tuple[Bool, Mood]] = [
        (speaker == who, "talk"),
        (alone & (p.doing[who] == Doing.EVADING), "worry"),
        (alone & (tick > LATE * world.end), "tired"),
        (alone, "smile"),
        ((wants_out >= 0) & (wants_out < tick - _SHOWS_BOREDOM_TICKS), "bored"),
        (meant & any_of(act, *TAKEN_UP), "keen"),
        (due & any_of(f.asked[formation], *TAKEN_UP), "keen"),
        (due, "think"),
        (any_of(act, *_UNPLEASANT), "worry"),
        (meant & any_of(act, *_PLEASANT), "laugh"),
        (heard & (tick > f.started[formation] + LONG_TICKS), "tired"),
    ]
    return _first_that_holds(seen, "smile")


def _first_that_holds(seen: Sequence[tuple[Bool, Name]], otherwise: Name) -> list[Name]:
    """For each attendee the first name whose condition holds."""
    names = [*(name for _, name in seen), otherwise]
    chosen = np.select([holds for holds, _ in seen], list(range(len(seen))), len(seen))
    return [names[number] for number in chosen.tolist()]
