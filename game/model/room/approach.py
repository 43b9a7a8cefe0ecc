"""Approach and avoidance: whom one would walk up to, and whom one keeps away from.

Both come from the same number, the wish to be near somebody (`feelings.wish`).
"""

from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import F32, I32, I64, Bool
from game.model.events import Evasion, Event
from game.model.params import TICK_S
from game.model.people import NOBODY, Doing
from game.model.room import drinks, feelings
from game.model.room.formations import FULL
from game.model.room.hall import Hall

SHUN_TICKS = 480  # having been turned away, one leaves them be for two minutes


@dataclass(frozen=True)
class Look:
    """What each of n free attendees makes of the room just now."""

    who: I64
    best: I32  # most wished-for person within sight, -1 nobody
    value: F32  # …how much
    avoid: I32  # whom they want to keep away from, near by, -1 nobody
    wary: I32  # …the same, anywhere in sight


def look_round(hall: Hall) -> Look:
    """Everybody alone whose time has come looks round; also takes the measure of who is being kept away from."""
    p, pr = hall.people, hall.params
    due = p.present & (p.formation < 0) & ~p.human & (p.decide_at <= hall.tick)
    who = np.flatnonzero(due & (p.doing < Doing.GOING_HOME))
    p.decide_at[who] = hall.tick + int(pr.decide_s / TICK_S)
    which, other, d2 = hall.in_sight.query(p.x[who], p.y[who], who // hall.capacity, pr.perception_m)
    aside = other != who[which]
    which, other, d2 = which[aside], other[aside], d2[aside]
    mood = feelings.expected(hall, who.take(which), other)
    close = d2 < np.float32(pr.close_m**2)
    avoid = _worst(hall, who, which[close], other[close], mood[close])
    seeks = (p.ready_at[who] <= hall.tick) & (p.target[who] == NOBODY) & (p.doing[who] != Doing.FETCHING)
    at = np.flatnonzero(seeks.take(which))
    wary = _worst(hall, who, which, other, mood)
    best, value = _best(hall, who, which.take(at), other.take(at), mood.take(at), np.sqrt(d2.take(at)), wary)
    _opportunities(hall, who, which, other, mood, close, avoid)
    return Look(who, best, value, avoid, wary)


def _worst(hall: Hall, who: I64, which: I64, other: I64, mood: F32) -> I32:
    """Of pairs (which, other) the person of whom each of `who` (n,) expects least, if below the threshold. (n,)"""
    disliked = np.flatnonzero(mood < hall.params.avoid_below)
    worst = np.full(len(who), 9.0, dtype=np.float32)
    np.minimum.at(worst, which[disliked], mood[disliked])
    avoid = np.full(len(who), NOBODY, dtype=np.int32)
    is_worst = mood[disliked] == worst[which[disliked]]
    avoid[which[disliked[is_worst]]] = other[disliked[is_worst]]
    return avoid


def _best(hall: Hall, who: I64, which: I64, other: I64, mood: F32, distance: F32, wary: I32) -> tuple[I32, F32]:
    """The best person to walk up to: wish, the walk, the size of the circle, a whim; no disliked company.

    Of pairs (which, other) with `mood` and `distance` (m); `wary` (n,) is whom each of `who` avoids, -1 nobody.
    """
    p, f, ties, pr = hall.people, hall.formations, hall.ties, hall.params
    me = who.take(which)
    slot = p.formation.take(other)
    size = np.where(slot >= 0, f.size.take(np.maximum(slot, 0)), 1)
    penalty = np.array(
        [0, -pr.alone_bonus, pr.pair_penalty, pr.three_penalty, pr.four_penalty, 99, 99], dtype=np.float32
    )
    whim = chance.gumbel(p.key.take(me), Draw.APPROACH, hall.tick, p.id.take(other))
    value = (
        feelings.wish(hall, me, other, mood)
        - penalty.take(size)
        - distance * np.float32(pr.distance_cost)
        + whim * np.float32(pr.whim)
    )
    value += p.boldness.take(me)
    rows = ties.index(me, other)
    done = (ties.card.take(rows) | (ties.pitches.take(ties.index(other, me)) > 0)).astype(np.float32)
    value -= done * p.rounds.take(me)
    value -= (hall.tick - ties.shunned.take(rows) < SHUN_TICKS) * np.float32(2)
    minds = np.flatnonzero(wary.take(which) >= 0)
    beside = hall.beside(p.x[other[minds]], p.y[other[minds]], wary[which[minds]])
    value[minds] -= beside * np.float32(pr.beside_penalty)
    value -= (p.doing.take(other) >= Doing.GOING_HOME) * np.float32(99)
    top = np.full(len(who), -99.0, dtype=np.float32)
    np.maximum.at(top, which, value)
    best = np.full(len(who), NOBODY, dtype=np.int32)
    is_top = np.flatnonzero(value == top[which])
    best[which[is_top]] = other[is_top]
    return _veto(hall, who, best), top


def somewhere(hall: Hall, who: I64, wary: I32) -> I64:
    """Where each of `who` (n,) strolls to, as an index of the plan's places. (n,)

    Another place than the first that came to mind if `wary` (n,), whom they avoid (-1 nobody), stands near it.
    """
    key, places = hall.people.key[who], hall.plan.places_xy
    first, second = (chance.choose(key, Draw.PLACE, hall.tick + k, len(places)) for k in (0, 1))
    x, y = places[first].T
    near = (wary >= 0) & hall.beside(x, y, wary)
    return np.where(near, second, first).astype(np.int64)


def _veto(hall: Hall, who: I64, best: I32) -> I32:
    """Nobody joins a circle in which somebody they avoid is standing."""
    p, f = hall.people, hall.formations
    slot = np.where(best >= 0, p.formation[np.maximum(best, 0)], NOBODY)
    joining = np.flatnonzero(slot >= 0)
    members = f.members[slot[joining]]
    row, seat = np.nonzero(members >= 0)
    minded = feelings.expected(hall, who[joining[row]], members[row, seat]) < hall.params.avoid_below
    vetoed = np.zeros(len(joining), dtype=np.bool_)
    np.logical_or.at(vetoed, row, minded & (members[row, seat] != best[joining[row]]))
    best[joining[vetoed]] = NOBODY
    return best


def _opportunities(hall: Hall, who: I64, which: I64, other: I64, mood: F32, close: Bool, avoid: I32) -> None:
    """Count chances to meet within reach, and how many of them were kept away from."""
    p, f = hall.people, hall.formations
    slot = p.formation[other]
    could = close & (np.where(slot >= 0, f.size[np.maximum(slot, 0)], 1) < FULL)
    at = np.flatnonzero(could)
    third = hall.third
    p.opportunities[:, third] += np.bincount(other[at], minlength=p.rows)
    kept_away = could & (avoid[which] >= 0) & (mood < hall.params.avoid_below)
    p.evaded[:, third] += np.bincount(other[np.flatnonzero(kept_away)], minlength=p.rows)


def keep_away(hall: Hall, look: Look) -> None:
    """Those who avoid somebody move off, turn away, take out a phone or suddenly need a drink."""
    p = hall.people
    some = (look.avoid >= 0) & (p.doing[look.who] != Doing.FETCHING)
    who, whom = look.who[some], look.avoid[some].astype(np.int64)
    if not len(who):
        return
    draw = chance.uniform(p.key[who], Draw.EVADE_HOW, hall.tick)
    how = np.where(draw < 0.55, Evasion.MOVED_OFF, np.where(draw < 0.7, Evasion.TURNED_AWAY, Evasion.PHONE))
    thirsty = np.flatnonzero(draw > 0.85)
    bar_x, bar_y, free = drinks.nearest(hall, who[thirsty], whom[thirsty])
    how[thirsty] = np.where(free, Evasion.DRINK, Evasion.MOVED_OFF)
    hall.log.event(Event.EVADED, who, other=whom, value=how.astype(np.float32))
    p.target[who] = NOBODY
    p.doing[who] = np.where(how == Evasion.PHONE, Doing.PHONE, Doing.EVADING)
    goes = how == Evasion.MOVED_OFF
    _walk_away(hall, who[goes], whom[goes])
    drinks.fetch(hall, who[thirsty[free]], bar_x[free], bar_y[free])
    stay = (how == Evasion.TURNED_AWAY) | (how == Evasion.PHONE)
    stays, near = who[stay], whom[stay]
    p.walking[stays] = False
    away_x, away_y = p.x[stays] - p.x[near], p.y[stays] - p.y[near]
    length = np.maximum(np.sqrt(away_x * away_x + away_y * away_y), np.float32(0.01))
    p.hx[stays], p.hy[stays] = away_x / length, away_y / length


def _walk_away(hall: Hall, who: I64, whom: I64) -> None:
    """Head for the one of four places that lies farthest from them."""
    p = hall.people
    places = hall.plan.places_xy
    best_x, best_y = p.x[who], p.y[who]
    farthest = np.zeros(len(who), dtype=np.float32)
    for k in range(4):
        place = chance.choose(p.key[who], Draw.PLACE, hall.tick + k, len(places))
        x, y = places[place, 0], places[place, 1]
        d2 = (x - p.x[whom]) ** 2 + (y - p.y[whom]) ** 2
        farther = d2 > farthest
        best_x, best_y = np.where(farther, x, best_x), np.where(farther, y, best_y)
        farthest = np.where(farther, d2, farthest)
    p.goal_x[who], p.goal_y[who], p.walking[who] = best_x, best_y, True
