"""Where the player stood in company during the evening, for the map and for the list beside it."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.session import clock
from game.session.debrief import Place, Turned
from game.session.evening import Evening

Track = NDArray[np.float32]  # see Chronicle.track

ONE_PLACE_M = 1.0  # spots nearer than this are one place
TURNED_M = 1.5  # who turned away from the player this near to a place did it there


@dataclass(slots=True)
class _Stand:
    x: float
    y: float
    tick: float
    company: Counter[int] = field(default_factory=Counter)
    rows: int = 0


def places(evening: Evening, track: Track, turned: tuple[Turned, ...]) -> tuple[Place, ...]:
    """Places of talk in the order in which the player first came there."""
    stands: list[_Stand] = []
    for row in track[(track[:, 3:] >= 0).any(axis=1)]:
        x, y = float(row[1]), float(row[2])
        here = next((stand for stand in stands if np.hypot(stand.x - x, stand.y - y) < ONE_PLACE_M), None)
        if here is None:
            here = _Stand(x, y, float(row[0]))
            stands.append(here)
        here.rows += 1
        here.company.update(int(who) for who in row[3:] if who >= 0)
    step = float(track[1, 0] - track[0, 0]) if len(track) > 1 else 0.0
    return tuple(_place(evening, stand, step, turned) for stand in stands)


def _place(evening: Evening, stand: _Stand, step: float, turned: tuple[Turned, ...]) -> Place:
    people = tuple(who for who, _ in stand.company.most_common())
    left = [t.name for t in turned if np.hypot(t.x - stand.x, t.y - stand.y) < TURNED_M]
    return Place(
        x=stand.x,
        y=stand.y,
        start=clock.minutes(stand.tick),
        minutes=clock.minutes(stand.rows * step),
        people=people,
        names=tuple(evening.roster.person(who).first_name for who in people),
        turned=tuple(dict.fromkeys(left)),
    )
