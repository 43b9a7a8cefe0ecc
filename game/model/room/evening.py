"""The evening's tick, as a numbered list. Rules are elsewhere; only what is called here writes.

    1  orders            what humans and styles asked for takes effect
    2  doors             people arrive and go home
    3  walking           one step for everybody under way
    and on every beat (each fourth tick, once a second):
    4  turns             what has been said is appraised, learned from, answered for
    5  parting           whoever meant to leave leaves
    6  splitting         a fifth person splits the talk
    7  the floor         every free floor finds its next speaker
    8  walking up        those who reached somebody are let in, or not
    9  patience          it drains; some want out
    10 drinks            who has reached the bar takes a glass
    11 looking round     avoidance, and whom one would walk up to next

Turns begin as soon as their holder has said what he will say (within 1).
"""

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import I64
from game.model.commands import Do
from game.model.events import Event
from game.model.orders import NONE, Orders
from game.model.params import BEAT_TICKS, TICK_S
from game.model.people import NOBODY, Doing
from game.model.room import approach, bodies, circle, contact, drinks, feelings, floor, sense, turns
from game.model.room.approach import Look
from game.model.room.formations import Floor, first_of_each
from game.model.room.hall import Hall
from game.model.social import patience


def step(hall: Hall, orders: Orders = NONE) -> Look | None:
    """Advance one tick. Returns, on beats, what the free attendees saw; styles decide from it."""
    hall.tick += 1
    hall.log.clear(hall.tick)
    obey(hall, orders)  # 1
    _begin_turns(hall)
    bodies.arrive_and_go(hall)  # 2
    bodies.walk(hall)  # 3
    if not hall.beat:
        return None
    p = hall.people
    hall.in_sight.rebuild(p.x, p.y, p.present)
    turns.resolve(hall)  # 4
    _part(hall)  # 5
    circle.split(hall)  # 6
    floor.give(hall)  # 7
    floor.run_out(hall)
    contact.walk_up(hall)  # 8
    _drain(hall)  # 9
    bodies.take_seats(hall)
    bodies.go_home(hall)
    drinks.take(hall)  # 10
    look = approach.look_round(hall)  # 11
    approach.keep_away(hall, look)
    if hall.third_ends:
        who, mean = feelings.standing(hall)
        p.wished[who, hall.third] = mean
    hall.ties.wipe_nobody()
    return look


def obey(hall: Hall, orders: Orders) -> None:
    """Put into effect those of the orders that make sense now."""
    p = hall.people
    orders = sense.sensible(hall, orders)
    if not len(orders.actor):
        return
    _move(hall, orders)
    say: Orders = orders.of(Do.SAY, Do.LISTEN, Do.CUT_IN)
    say = say.take(np.flatnonzero(p.formation[say.actor] >= 0))
    p.parting[say.actor[p.human[say.actor]]] = False  # who speaks on after all has changed his mind
    passes = say.do == Do.LISTEN
    p.bid_do[say.actor] = np.where(passes, Do.LISTEN, Do.SAY)
    for bid, what in ((p.bid_act, say.act), (p.bid_to, say.to), (p.bid_item, say.item), (p.bid_about, say.about)):
        bid[say.actor] = np.where(passes, -1, what)
    floor.cut_in(hall, say.actor[say.do == Do.CUT_IN])
    part = orders.of(Do.LEAVE)
    part = part.take(np.flatnonzero(p.formation[part.actor] >= 0))
    p.parting[part.actor] = True
    p.bid_do[part.actor], p.bid_act[part.actor], p.bid_to[part.actor] = Do.SAY, Act.EXCUSE, NOBODY
    mark = orders.of(Do.MARK)
    hall.ties.mark[hall.ties.index(mark.actor, mark.to)] = mark.item
    hall.log.event(Event.MARKED, mark.actor, other=mark.to, item=mark.item)
    think = orders.of(Do.THINK).actor
    p.think_until[think] = hall.tick + int(hall.params.think_s / TICK_S)


def _move(hall: Hall, orders: Orders) -> None:
    """Orders to those standing alone: where to go, whom to walk up to."""
    p = hall.people
    walk = orders.of(Do.WALK, Do.GO, Do.APPROACH, Do.STAY)
    walk = walk.take(np.flatnonzero((p.formation[walk.actor] < 0) & (p.doing[walk.actor] < Doing.GOING_HOME)))
    p.target[walk.actor], p.walking[walk.actor] = NOBODY, walk.do != Do.STAY
    p.doing[walk.actor] = Doing.IDLE
    to_place = walk.of(Do.GO)
    places = hall.plan.places_xy
    place = np.minimum(np.maximum(to_place.to, 0), len(places) - 1)
    p.goal_x[to_place.actor], p.goal_y[to_place.actor] = places[place, 0], places[place, 1]
    bar = np.array([q.kind == "bar" for q in hall.plan.places])
    p.doing[to_place.actor[bar[place]]] = Doing.FETCHING
    on_foot = walk.of(Do.WALK)
    p.goal_x[on_foot.actor] = np.clip(on_foot.x, 0, hall.plan.width_m)
    p.goal_y[on_foot.actor] = np.clip(on_foot.y, 0, hall.plan.height_m)
    up_to = walk.of(Do.APPROACH)
    p.target[up_to.actor] = up_to.to
    p.give_up[up_to.actor] = hall.tick + int(hall.params.give_up_s / TICK_S)


def _begin_turns(hall: Hall) -> None:
    f = hall.formations
    slot = floor.begin(hall)
    hall.log.event(
        Event.SAID,
        f.holder[slot],
        other=f.to[slot],
        formation=slot,
        act=f.act[slot],
        item=f.item[slot],
        about=f.about[slot],
        value=hall.seconds(f.until[slot] - hall.tick),
    )


def _part(hall: Hall) -> None:
    """Humans who leave over somebody's turn walk off; nature makes up the mind of everybody else."""
    p, f, pr = hall.people, hall.formations, hall.params
    rude = np.flatnonzero(p.human & p.parting & (p.formation >= 0))
    slot = p.formation[rude]
    rude = rude[(f.floor[slot] == Floor.HELD) & (f.holder[slot] != rude)]
    circle.leave(hall, rude, np.full(len(rude), -1, dtype=np.int8))
    free = np.flatnonzero((f.floor == Floor.OPEN) & (f.opened == hall.tick) & (f.due == NOBODY) & (f.size >= 2))
    row, seat = np.nonzero(f.members[free] >= 0)
    who = f.members[free][row, seat].astype(np.int64)
    where: I64 = free[row]
    auto = ~p.human[who]
    who, where = who[auto], where[auto]
    past = hall.seconds(hall.tick - p.wants_out[who])
    wants = p.wants_out[who] >= 0
    dares = patience.chance_to_leave(p.nerve[who], past, f.size[where].astype(np.float32), pr)
    age = hall.seconds(hall.tick - p.joined[who])
    hurried = (f.brief[where] >= 0) & (f.brief[where] <= hall.tick)
    go = np.where(wants, dares, np.float32(pr.leave_anyway))
    go = np.where(age > p.stay[who], np.maximum(go, np.float32(0.35)), go)
    go = np.where(hurried, np.float32(0.6), go)
    leaves = chance.uniform(p.key[who], Draw.LEAVE, hall.tick) < go
    who, where = who[leaves], where[leaves]
    one = first_of_each(where)
    p.parting[who[one]] = True


def _drain(hall: Hall) -> None:
    """Patience runs out by the second; below zero one wants out."""
    p = hall.people
    talking = p.formation >= 0
    p.patience -= talking * np.float32(BEAT_TICKS * TICK_S)
    fed_up = np.flatnonzero(talking & (p.patience < 0) & (p.wants_out < 0) & ~p.human)
    p.wants_out[fed_up] = hall.tick
    hall.log.event(Event.WANTS_OUT, fed_up, formation=p.formation[fed_up])
    again = talking & (p.patience > 20) & (p.wants_out >= 0)
    p.wants_out[again] = -1
    third = hall.third
    p.free_s[:, third] += (p.present & ~talking) * np.float32(BEAT_TICKS * TICK_S)


def speakers(hall: Hall) -> I64:
    """Attendees no human plays who have the floor and must say something."""
    p, f = hall.people, hall.formations
    holder = f.holder[f.floor == Floor.GIVEN].astype(np.int64)
    result: I64 = holder[~p.human[holder] & (p.bid_do[holder] < 0)]
    return result
