"""Walking up to somebody: being welcomed, excused from, or finding the circle closed."""

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import F32, I32, I64, Bool
from game.model.events import Event
from game.model.people import NOBODY, Doing
from game.model.room import circle, feelings
from game.model.room.approach import SHUN_TICKS
from game.model.room.formations import SEATS, first_of_each
from game.model.room.hall import Hall

RING_M = 0.9  # beyond a circle's reach one stands next to it


def walk_up(hall: Hall) -> None:
    """Those who have reached whom they wanted ask, by standing there, to be let in."""
    p, pr = hall.people, hall.params
    who = np.flatnonzero(p.present & (p.target >= 0) & (p.formation < 0))
    target = p.target[who].astype(np.int64)
    lost = (p.give_up[who] <= hall.tick) | ~p.present[target] | (p.doing[target] >= Doing.GOING_HOME)
    p.target[who[lost]], p.walking[who[lost]] = NOBODY, False
    who, target = who[~lost], target[~lost]
    slot = p.formation[target]
    x, y = aim(hall, target, slot)
    p.goal_x[who], p.goal_y[who], p.walking[who] = x, y, True
    reach = np.where(slot >= 0, np.float32(pr.reach_m + RING_M), np.float32(pr.reach_m))
    there = (p.x[who] - x) ** 2 + (p.y[who] - y) ** 2 <= reach * reach
    who, target, slot = who[there], target[there], slot[there]
    _ask_person(hall, who[slot < 0], target[slot < 0])
    _ask_circle(hall, who[slot >= 0], target[slot >= 0], slot[slot >= 0].astype(np.int64))


def aim(hall: Hall, target: I64, slot: I32) -> tuple[F32, F32]:
    """Where to walk: the person, or the middle of the circle they stand in."""
    p, f = hall.people, hall.formations
    standing = slot >= 0
    at = np.maximum(slot, 0)
    return np.where(standing, f.x[at], p.x[target]), np.where(standing, f.y[at], p.y[target])


def welcome(hall: Hall, host: I64, guest: I64) -> F32:
    """Probability that `host` is glad of `guest`: rises with the wish, but for having just talked. (n,)"""
    p, ties, pr = hall.people, hall.ties, hall.params
    rows = ties.index(host, guest)
    value = feelings.opinion(hall, host, guest)
    value += np.where(ties.met[rows], np.float32(0), np.float32(pr.novelty))
    value += np.where(ties.prior[rows], np.float32(pr.friend_bonus), np.float32(0))
    steep = np.float32(0.5 / pr.accept_width)
    yes = np.float32(0.5) + (value - np.float32(pr.accept_mid)) * steep
    yes = np.minimum(np.float32(1), np.maximum(np.float32(0), yes))
    result: F32 = np.where(p.human[host], np.float32(1), yes)
    return result


def _ask_person(hall: Hall, who: I64, target: I64) -> None:
    p = hall.people
    strolling = p.human[target] & (p.vx[target] ** 2 + p.vy[target] ** 2 > np.float32(0.25))
    who, target = who[~strolling], target[~strolling]
    first = disjoint(who, target)
    who, target = who[first], target[first]
    if not len(who):
        return
    draw = chance.uniform(p.key[target], Draw.ACCEPT, hall.tick, p.id[who])
    both = p.target[target] == who  # they were on their way to each other
    yes = (draw < welcome(hall, target, who)) | both
    _turned_away(hall, who[~yes], target[~yes], Event.DECLINED, np.full((~yes).sum(), NOBODY))
    who, target = who[yes], target[yes]
    _count_opening(hall, who, target)
    human = p.human[who] | p.human[target]
    brief = (chance.uniform(p.key[who], Draw.BRIEF, hall.tick, p.id[target]) < hall.params.brief_share) & ~human
    circle.open_between(hall, who, target, brief)


def _ask_circle(hall: Hall, who: I64, target: I64, slot: I64) -> None:
    """The circle opens if its members, taken together, would rather have the newcomer."""
    p, f = hall.people, hall.formations
    free = p.formation[who] < 0  # nobody walked up to them this very moment
    who, target, slot = who[free], target[free], slot[free]
    first = first_of_each(slot) & (f.size[slot] < SEATS - 1)
    who, target, slot = who[first], target[first], slot[first]
    if not len(who):
        return
    row, seat = np.nonzero(f.members[slot] >= 0)
    host = f.members[slot][row, seat].astype(np.int64)
    glad = welcome(hall, host, who[row])
    total = np.zeros(len(who), dtype=np.float32)
    np.add.at(total, row, glad)
    least = np.full(len(who), 2.0, dtype=np.float32)
    np.minimum.at(least, row, glad)
    minder = np.zeros(len(who), dtype=np.int64)
    grudging = glad == least[row]
    minder[row[grudging]] = host[grudging]
    draw = chance.uniform(p.key[who], Draw.ACCEPT, hall.tick, p.id[target])
    opens = draw * f.size[slot] < total
    _turned_away(hall, who[~opens], target[~opens], Event.CLOSED, minder[~opens])
    who, target, slot = who[opens], target[opens], slot[opens]
    _count_opening(hall, who, target)
    hall.log.event(Event.JOINED, who, other=target, formation=slot)
    circle.enter(hall, who, slot)


def _turned_away(hall: Hall, who: I64, target: I64, kind: Event, minder: I64) -> None:
    """Not welcome: counted as kept away from, remembered for a while."""
    p, ties = hall.people, hall.ties
    if not len(who):
        return
    if kind == Event.CLOSED:
        slot, f = p.formation[target], hall.formations
        f.closed[slot], f.against[slot] = hall.tick, who
        hall.log.event(kind, who, other=minder, formation=slot)
    else:
        hall.log.event(kind, who, other=target)
    np.add.at(p.opportunities[:, hall.third], who, 1)
    np.add.at(p.evaded[:, hall.third], who, 1)
    ties.shunned[ties.index(who, target)] = hall.tick
    p.target[who], p.walking[who] = NOBODY, False
    p.decide_at[who] = hall.tick + SHUN_TICKS // 20


def _count_opening(hall: Hall, who: I64, target: I64) -> None:
    """An opening made by `who` to `target` that was taken up."""
    np.add.at(hall.people.approached[:, hall.third], target, 1)
    np.add.at(hall.people.opportunities[:, hall.third], who, 1)


def disjoint(who: I64, target: I64) -> Bool:
    """The pairs, in order, in which neither appears in an earlier pair: nobody opens two circles at once."""
    new = first_of_each(np.stack([who, target], axis=1).ravel())
    both: Bool = new[0::2] & new[1::2]
    return both
