"""Who notices what: distance, being addressed, attention."""

from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import I64, Bool
from game.model.room.formations import others
from game.model.room.hall import Hall


@dataclass(frozen=True)
class Audience:
    """Pairs of a turn just ended and somebody who might have heard it, n rows."""

    turn: I64  # index into the turns that ended
    hearer: I64
    speaker: I64
    noticed: Bool
    bystander: Bool


def in_the_circle(hall: Hall, slot: I64) -> Audience:
    """Everybody in the formations `slot` but the speaker."""
    p, f = hall.people, hall.formations
    speaker = f.holder[slot].astype(np.int64)
    turn, hearer = others(f.members[slot], speaker)
    to = f.to[slot][turn]
    aside = (to >= 0) & (to != hearer)
    chance_of = p.memory[hearer] * np.where(aside, np.float32(hall.params.memory_aside), np.float32(1))
    noticed = chance.uniform(p.key[hearer], Draw.NOTICE, hall.tick) < chance_of
    return Audience(turn, hearer.astype(np.int64), speaker[turn], noticed, np.zeros(len(turn), dtype=np.bool_))


def in_earshot(hall: Hall, slot: I64) -> Audience:
    """Bystanders who notice a pitch or a boast from outside: the nearer and the more it faces them."""
    p, f, pr = hall.people, hall.formations, hall.params
    loud = np.flatnonzero((f.act[slot] == Act.PITCH) | (f.act[slot] == Act.BOAST))
    speaker = f.holder[slot[loud]].astype(np.int64)
    which, hearer, d2 = hall.in_sight.query(p.x[speaker], p.y[speaker], speaker // hall.capacity, pr.earshot_m)
    outside = p.formation[hearer] != slot[loud][which]
    which, hearer, d2 = which[outside], hearer[outside], d2[outside]
    who = speaker[which]
    distance = np.sqrt(d2)
    toward = (p.hx[who] * (p.x[hearer] - p.x[who]) + p.hy[who] * (p.y[hearer] - p.y[who])) / np.maximum(
        distance, np.float32(0.1)
    )
    facing = np.float32(0.7) + np.float32(0.3) * np.minimum(np.float32(1), np.maximum(np.float32(-1), toward))
    near = np.float32(1) - distance * np.float32(1 / pr.earshot_m)
    busy = np.where(p.formation[hearer] >= 0, np.float32(0.5), np.float32(1))  # own talk drowns it
    draw = chance.uniform(p.key[hearer], Draw.OVERHEAR, hall.tick, p.id[who])
    noticed = draw < near * facing * busy * np.float32(pr.overhear)
    turn, hearer, who = loud[which[noticed]], hearer[noticed], who[noticed]
    yes = np.ones(len(turn), dtype=np.bool_)
    return Audience(turn, hearer.astype(np.int64), who, yes, yes)


def together(one: Audience, two: Audience) -> Audience:
    """Both audiences."""
    return Audience(*(np.concatenate([getattr(one, k), getattr(two, k)]) for k in Audience.__dataclass_fields__))
