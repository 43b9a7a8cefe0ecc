"""Drinks: a reason to leave that is also a way to go. Whoever gives it goes and gets one. Writes the hall."""

from functools import lru_cache

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import F32, I64, Bool
from game.model.events import Event
from game.model.people import Doing
from game.model.room.hall import Hall
from game.model.space.plan import Plan

AT_THE_BAR_M = 1.0  # whoever is this near to where drinks stand can reach one
GLASS_TICKS = 1200  # a glass lasts five minutes
EITHER_M = 2.0  # of two places to get one from, people tell a difference in the way from here on
NOWHERE_M = np.float32(1e6)


@lru_cache(maxsize=16)
def served_at(plan: Plan) -> tuple[F32, F32]:
    """Where drinks are to be had, x and y in metres (k,): along the bar; where there is none, at the tables."""
    kind = next((kind for kind in ("bar", "table") if any(q.kind == kind for q in plan.places)), "")
    spots = [(q.x, q.y) for q in plan.places if q.kind == kind]
    x, y = np.array(spots, dtype=np.float32).reshape(-1, 2).T
    return x, y


def is_the_excuse(hall: Hall, who: I64) -> Bool:
    """Whether `who` (n,), taking leave of those they stand with, would say they need a drink.

    The same for the whole of one conversation, so that it can be said before it is done. People who
    decide for themselves say nothing they may not do.
    """
    p = hall.people
    draw = chance.uniform(p.key[who], Draw.DRINK, 0, p.joined[who].astype(np.uint32))
    said: Bool = (draw < np.float32(hall.params.drink_excuse)) & ~p.human[who] & bool(len(served_at(hall.plan)[0]))
    return said


def nearest(hall: Hall, who: I64, whom: I64 | None = None) -> tuple[F32, F32, Bool]:
    """Where `who` (n,) would get a drink: x and y (m), and whether there is such a place. (n,) each

    Places within keep_m of `whom` (n,), whom they avoid, are none.
    """
    p = hall.people
    x, y = served_at(hall.plan)
    best_x, best_y = p.x[who], p.y[who]
    least = np.full(len(who), NOWHERE_M, dtype=np.float32)
    for k in range(len(x)):
        way = np.sqrt((p.x[who] - x[k]) ** 2 + (p.y[who] - y[k]) ** 2)
        way += chance.uniform(p.key[who], Draw.DRINK, hall.tick + k) * np.float32(EITHER_M)
        if whom is not None:
            way = np.where(hall.beside(x[k], y[k], whom), NOWHERE_M, way)
        nearer = way < least
        best_x, best_y = np.where(nearer, x[k], best_x), np.where(nearer, y[k], best_y)
        least = np.where(nearer, way, least)
    return best_x, best_y, least < NOWHERE_M


def fetch(hall: Hall, who: I64, x: F32, y: F32) -> None:
    """`who` (n,) set off for drinks at x, y (n,)."""
    p = hall.people
    p.goal_x[who], p.goal_y[who] = x, y
    p.walking[who], p.doing[who] = True, Doing.FETCHING


def take(hall: Hall) -> None:
    """Whoever has reached the place takes a glass, and stays to drink."""
    p = hall.people
    who = np.flatnonzero(p.present & (p.doing == Doing.FETCHING))
    there = (p.x[who] - p.goal_x[who]) ** 2 + (p.y[who] - p.goal_y[who]) ** 2 < np.float32(AT_THE_BAR_M**2)
    who = who[there]
    p.doing[who], p.walking[who] = Doing.DRINKING, False
    p.glass[who] = hall.tick + GLASS_TICKS
    hall.log.event(Event.DRINK, who)
