"""Entering and leaving formations, and meeting for the first time. Writes the hall."""

import numpy as np

from game.model import chance
from game.model.acts import Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, Bool
from game.model.events import Event
from game.model.params import TICK_S
from game.model.people import NOBODY
from game.model.room import drinks, feelings
from game.model.room.formations import Floor, first_of_each, free_slots, others, without
from game.model.room.hall import Hall
from game.model.social import appraisal, patience
from game.model.social.rules import Rule
from game.model.space.slots import free_spot


def open_between(hall: Hall, opener: I64, partner: I64, brief: Bool) -> None:
    """Each `opener` walks up to `partner`, (n,): a new formation half way between them."""
    order = np.argsort(opener // hall.capacity, kind="stable")
    opener, partner, brief = opener[order], partner[order], brief[order]
    slot = free_slots(hall.formations.size, hall.per_room, opener // hall.capacity)
    ok = slot >= 0
    opener, partner, brief, slot = opener[ok], partner[ok], brief[ok], slot[ok]
    if not len(slot):
        return
    p, f = hall.people, hall.formations
    reset(hall, slot)
    f.x[slot], f.y[slot] = free_spot(
        hall.plan,
        (p.x[opener] + p.x[partner]) * np.float32(0.5),
        (p.y[opener] + p.y[partner]) * np.float32(0.5),
    )
    length = chance.exponential(p.key[opener], Draw.STAY, hall.tick) + np.float32(0.3)
    ends = hall.tick + (length * np.float32(hall.params.brief_s / TICK_S)).astype(np.int32)
    f.brief[slot] = np.where(brief, ends, -1)
    f.ahead_x[slot], f.ahead_y[slot] = direction(p.x[opener] - f.x[slot], p.y[opener] - f.y[slot])
    hall.log.event(Event.FORMED, opener, other=partner, formation=slot)
    enter(hall, opener, slot)
    enter(hall, partner, slot)
    f.holder[slot], f.floor[slot] = opener, Floor.GIVEN  # who walks up speaks first


def reset(hall: Hall, slot: I64) -> None:
    """Fresh formations at `slot`, their floor free."""
    f = hall.formations
    for name, spec in f.columns.items():
        getattr(f, name)[slot] = spec.fill
    f.since[slot] = hall.tick
    f.opened[slot] = hall.tick
    f.floor[slot] = Floor.OPEN


def enter(hall: Hall, who: I64, slot: I64) -> None:
    """`who` (n,) joins formation `slot` (n,), one newcomer per formation."""
    p, f, ties = hall.people, hall.formations, hall.ties
    row, other = others(f.members[slot], who)
    f.members[slot, f.size[slot]] = who
    f.size[slot] += 1
    f.crowded[slot] = np.where((f.size[slot] >= 5) & (f.crowded[slot] < 0), hall.tick, f.crowded[slot])
    p.formation[who], p.joined[who] = slot, hall.tick
    p.target[who], p.wants_out[who], p.parting[who] = NOBODY, -1, False
    p.hook_who[who], p.bid_do[who] = NOBODY, -1
    p.walking[who], p.doing[who] = True, 0
    newcomer = who[row]
    one, two = np.concatenate([newcomer, other]), np.concatenate([other, newcomer])
    meet(hall, one, two)
    ties.together[ties.index(one, two)] = hall.tick
    settle(hall, who, row, other)


def settle(hall: Hall, who: I64, row: I64, other: I32) -> None:
    """Patience of each newcomer with the company found: `row`, `other` pair them with who stands there."""
    p = hall.people
    total = np.zeros(len(who), dtype=np.float32)
    count = np.zeros(len(who), dtype=np.float32)
    np.add.at(total, row, feelings.opinion(hall, who[row], other))
    np.add.at(count, row, np.float32(1))
    spread = chance.normal(p.key[who], Draw.STAY, hall.tick)
    mean = total / np.maximum(count, np.float32(1))
    p.patience[who] = patience.at_the_start(p.tolerance[who], spread, mean, hall.params)
    # those who stood there and would rather not have the newcomer lose heart at once
    minds = feelings.opinion(hall, other, who[row]) < hall.params.avoid_below
    put_off = other[minds & ~p.human[other]]
    p.patience[put_off] = np.minimum(p.patience[put_off], np.float32(10))


def meet(hall: Hall, of: I64, about: I64) -> None:
    """First impressions of all pairs (of, about) that have not met: rater, target and pair."""
    ties = hall.ties
    rows = ties.index(of, about)
    new = ~ties.met[rows]
    of, about, rows = of[new], about[new], rows[new]
    ties.met[rows] = True
    ties.known[rows] |= np.uint32(1 << Item.NAME)
    first = impression(hall, of, about)
    trust = np.zeros(len(of), dtype=np.float32)
    reasons = appraisal.one_rule(Rule.FIRST_IMPRESSION, np.arange(len(of)), first, trust)
    feelings.apply(hall, of, about, reasons, np.full(len(of), -1, dtype=np.int8))
    hall.log.event(Event.MET, of, other=about)


def impression(hall: Hall, of: I64, about: I64) -> F32:
    """Liking at first sight: how kindly `of` rates, how charming `about` is, and what the pair has."""
    p, pr = hall.people, hall.params
    shared = chance.normal(p.key[of] + p.key[about], Draw.RAPPORT, 0)
    own = chance.normal(p.key[of], Draw.PAIR, 0, p.id[about])
    rest = np.float32(np.sqrt(1 - pr.rapport**2))
    pair = shared * np.float32(pr.rapport) + own * rest
    result: F32 = (
        p.leniency[of] * np.float32(pr.rater_sd)
        + p.charm[about] * np.float32(pr.target_sd)
        + pair * np.float32(pr.pair_sd)
    )
    return result


def leave(hall: Hall, who: I64, act: I8) -> None:
    """`who` (n,) leave their formations; of several in one formation only the first goes now.

    Whose excuse was a drink goes and gets one.
    """
    first = first_of_each(hall.people.formation[who])
    who, act = who[first], act[first]
    if not len(who):
        return
    p, f = hall.people, hall.formations
    slot = p.formation[who].astype(np.int64)
    walked = (act < 0) & (f.floor[slot] == Floor.HELD) & (f.holder[slot] != who)
    _walked_off(hall, who[walked], f.holder[slot[walked]])
    hall.log.event(Event.LEFT, who, formation=slot, act=act)
    step_out(hall, who, slot)
    thirsty = np.flatnonzero((act == Act.EXCUSE) & drinks.is_the_excuse(hall, who))
    drinks.fetch(hall, who[thirsty], *drinks.nearest(hall, who[thirsty])[:2])
    alone = slot[f.size[slot] == 1]
    left_behind = f.members[alone, 0].astype(np.int64)
    _go_free(hall, left_behind)
    f.size[alone], f.floor[alone], f.members[alone] = 0, Floor.CLOSED, -1


def step_out(hall: Hall, who: I64, slot: I64) -> None:
    """Take `who` out of `slot` and count the time together."""
    f = hall.formations
    row, other = others(f.members[slot], who)
    part(hall, who[row], other)
    f.members[slot] = without(f.members[slot], who)
    f.size[slot] -= 1
    f.crowded[slot] = np.where(f.size[slot] < 5, -1, f.crowded[slot])
    busy = (f.holder[slot] == who) | (f.to[slot] == who) & (f.size[slot] == 1)
    free = busy | (f.floor[slot] == Floor.GIVEN)
    f.floor[slot] = np.where(free, Floor.OPEN, f.floor[slot])
    f.holder[slot] = np.where(free, NOBODY, f.holder[slot])
    f.opened[slot] = np.where(busy, hall.tick, f.opened[slot])
    for name in ("to", "due", "asker", "next_up", "cut_by", "last_speaker", "last_to"):
        held = getattr(f, name)
        held[slot] = np.where(held[slot] == who, NOBODY, held[slot])
    _go_free(hall, who)


def part(hall: Hall, one: I64, two: I64 | I32) -> None:
    """Count the minutes of pairs that stop standing together, both ways."""
    ties = hall.ties
    for of, about in ((one, two), (two, one)):
        rows = ties.index(of, about)
        since = ties.together[rows]
        minutes = hall.seconds(hall.tick - since) * np.float32(1 / 60)
        ties.minutes[rows] += np.where(since >= 0, minutes, np.float32(0))
        ties.together[rows] = -1
        ties.last[rows] = hall.tick


def _go_free(hall: Hall, who: I64) -> None:
    """Alone again: when to look for company next."""
    p, pr = hall.people, hall.params
    p.company_s[who] += hall.seconds(hall.tick - p.joined[who])
    p.formation[who], p.wants_out[who], p.parting[who] = NOBODY, -1, False
    p.bid_do[who] = -1
    wait = chance.exponential(p.key[who], Draw.WAIT, hall.tick) * np.float32(pr.wait_s) * p.restless[who]
    sociable = chance.exp(np.float32(-0.3) * p.sociability[who])
    p.ready_at[who] = hall.tick + ((wait * sociable + np.float32(2)) / np.float32(TICK_S)).astype(np.int32)
    p.decide_at[who] = hall.tick + 2
    p.walking[who] = False


def _walked_off(hall: Hall, who: I64, speaker: I32) -> None:
    """Leaving while somebody speaks is felt by the speaker."""
    if Rule.WALKED_OFF in hall.params.off or not len(who):
        return
    reasons = appraisal.one_rule(Rule.WALKED_OFF, np.arange(len(who)), -hall.params.walked_off)
    feelings.apply(hall, speaker.astype(np.int64), who, reasons, np.full(len(who), Act.EXCUSE, np.int8))


def split(hall: Hall) -> None:
    """A fifth person splits the talk: two of the crowd turn to each other and move away."""
    f, p = hall.formations, hall.people
    crowd = np.flatnonzero((f.crowded >= 0) & (f.floor == Floor.OPEN) & (f.opened == hall.tick))
    if not len(crowd):
        return
    key = p.key[f.members[crowd, 0]]
    hazard = np.float32(1) - chance.exp(np.float32(-12 / hall.params.split_s) * np.ones(len(crowd), np.float32))
    crowd = crowd[chance.uniform(key, Draw.SPLIT, hall.tick) < hazard]
    slot = free_slots(f.size, hall.per_room, crowd // hall.per_room)
    crowd, slot = crowd[slot >= 0], slot[slot >= 0]
    if not len(crowd):
        return
    first, second = f.members[crowd, 1].astype(np.int64), f.members[crowd, 4].astype(np.int64)
    for who in (first, second):
        hall.log.event(Event.SPLIT, who, formation=crowd, value=(slot % hall.per_room).astype(np.float32))
        step_out(hall, who, crowd)
    reset(hall, slot)
    f.x[slot], f.y[slot] = free_spot(
        hall.plan, (p.x[first] + p.x[second]) * np.float32(0.5), (p.y[first] + p.y[second]) * np.float32(0.5)
    )
    f.ahead_x[slot], f.ahead_y[slot] = direction(p.x[first] - f.x[slot], p.y[first] - f.y[slot])
    enter(hall, first, slot)
    enter(hall, second, slot)


def direction(dx: F32, dy: F32) -> tuple[F32, F32]:
    """Unit vectors; (1, 0) for no way at all."""
    length = np.sqrt(dx * dx + dy * dy)
    short = length < np.float32(1e-3)
    length = np.where(short, np.float32(1), length)
    return np.where(short, np.float32(1), dx / length), np.where(short, np.float32(0), dy / length)
