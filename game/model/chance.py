"""One source of chance: a counter hash of (seed, decision, tick, stable id).

Nothing is drawn from a stream, so one attendee more changes nobody else's draws,
and a room alone draws what it draws in a batch. Quantile tables are rounded to
2^-12 so that they hold the same bits on every CPU.
"""

import math
from enum import IntEnum
from statistics import NormalDist

import numpy as np

from game.model.columns import F32, U32, Bool

_GOLDEN = 0x9E3779B9
_APART = np.uint32(_GOLDEN)
_FIRST, _SECOND = np.uint32(0x7FEB352D), np.uint32(0x846CA68B)
_HALF, _LESS = np.uint32(16), np.uint32(15)
_MASK = 0xFFFFFFFF
_TABLE_BITS = 12


class Draw(IntEnum):
    """What a draw decides; each has its own sequence."""

    LENIENCY = 1
    CHARM = 2
    TALK = 3
    SOCIABILITY = 4
    PATIENCE = 5
    NEGATIVITY = 6
    GOSSIP = 7
    MEMORY = 8
    SENIORITY = 9
    NERVE = 10
    SPEED = 11
    ARRIVAL = 12
    HOME = 13
    PAIR = 14
    RAPPORT = 15
    STAY = 16
    TURN_LENGTH = 17
    NEXT_SPEAKER = 18
    NOTICE = 19
    LEARN = 20
    REVEAL = 21
    MIRROR = 22
    LEAVE = 23
    OUTSIDE_REASON = 24
    SPLIT = 25
    OVERHEAR = 26
    WAIT = 27
    APPROACH = 28
    ACCEPT = 29
    BRIEF = 30
    EVADE_HOW = 31
    IDLE = 32
    PLACE = 33
    ADDRESSEE = 34
    ACT = 35
    TOPIC = 36
    CUT_IN = 37
    OFFER_TOO = 38
    WHOM = 39
    OPINION = 40
    DRINK = 41
    SHOWN = 42
    RESPOND = 43
    REPLY = 44
    THREAD = 45
    ANSWER = 46
    FOLLOW = 47
    FOLLOW_BACK = 48
    UNFOLLOW = 49
    LOOK_UP = 50
    DEAL = 51
    LOSE = 52
    REFER = 53
    WAKES = 54
    SINCE = 55
    DEED = 56
    HOUR = 57


def mix(h: U32) -> U32:
    """Avalanche of uint32 values (the "lowbias32" constants); any shape."""
    shifted = h >> _HALF
    h = h ^ shifted
    h *= _FIRST
    h ^= np.right_shift(h, _LESS, out=shifted)
    h *= _SECOND
    h ^= np.right_shift(h, _HALF, out=shifted)
    return h


def mix_int(h: int) -> int:
    """The same avalanche for one Python int."""
    h &= _MASK
    h ^= h >> 16
    h = h * 0x7FEB352D & _MASK
    h ^= h >> 15
    h = h * 0x846CA68B & _MASK
    return h ^ h >> 16


_SEQUENCE = {draw: mix_int(draw * _GOLDEN) for draw in Draw}


def keys(seeds: U32, ids: U32) -> U32:
    """The key of each attendee: his room's seed mixed with his stable id. (n,), (n,) → (n,)."""
    return mix(mix(seeds ^ _APART) + ids)


def bits(key: U32, draw: Draw, tick: int, other: U32 | None = None) -> U32:
    """32 random bits per key; `other` (same shape) makes the draw belong to a pair."""
    counter = mix_int(_SEQUENCE[draw] + tick)
    h = mix(key ^ np.uint32(counter))
    return h if other is None else mix(h ^ (other * _APART))


def uniform(key: U32, draw: Draw, tick: int, other: U32 | None = None) -> F32:
    """Uniform in [0, 1)."""
    h = bits(key, draw, tick, other)
    result: F32 = np.right_shift(h, 8, out=h).astype(np.float32)
    result *= 2.0**-24
    return result


def falls(among: Bool, key: U32, draw: Draw, tick: int, odds: F32 | float) -> Bool:
    """Whom of those `among` it falls to, at `odds`: nobody else draws. (n,), (n,) → (n,)"""
    at = among.nonzero()[0]
    if len(at) == len(among):
        return uniform(key, draw, tick) < odds
    fell = np.zeros(len(among), np.bool_)
    if len(at):
        fell[at] = uniform(key[at], draw, tick) < (odds[at] if isinstance(odds, np.ndarray) else odds)
    return fell


def choose(key: U32, draw: Draw, tick: int, n: int, other: U32 | None = None) -> U32:
    """A whole number in [0, n)."""
    result: U32 = bits(key, draw, tick, other) % n
    return result


def _table(quantile: list[float]) -> F32:
    return np.array([round(q * 4096) / 4096 for q in quantile], dtype=np.float32)


_MIDPOINTS = [(k + 0.5) / (1 << _TABLE_BITS) for k in range(1 << _TABLE_BITS)]
_NORMAL = _table([NormalDist().inv_cdf(u) for u in _MIDPOINTS])
_GUMBEL = _table([-math.log(-math.log(u)) for u in _MIDPOINTS])
_EXPONENTIAL = _table([-math.log(1 - u) for u in _MIDPOINTS])


def _look_up(table: F32, h: U32) -> F32:
    result: F32 = table.take(h >> (32 - _TABLE_BITS))
    return result


def normal(key: U32, draw: Draw, tick: int, other: U32 | None = None) -> F32:
    """Standard normal, by a table of 4,096 quantiles."""
    return _look_up(_NORMAL, bits(key, draw, tick, other))


def gumbel(key: U32, draw: Draw, tick: int, other: U32 | None = None) -> F32:
    """Standard Gumbel, by a table of 4,096 quantiles."""
    return _look_up(_GUMBEL, bits(key, draw, tick, other))


def exponential(key: U32, draw: Draw, tick: int, other: U32 | None = None) -> F32:
    """Exponential with mean 1, by a table of 4,096 quantiles."""
    return _look_up(_EXPONENTIAL, bits(key, draw, tick, other))


_EXP = _table([math.exp(-4 + 8 * u) for u in _MIDPOINTS])


def exp(x: F32) -> F32:
    """e^x for −4 ≤ x < 4 by table (np.exp changes its bits between CPU types); clipped outside."""
    cell = ((x + 4) * ((1 << _TABLE_BITS) / 8)).astype(np.int64)
    result: F32 = _EXP.take(cell, mode="clip")
    return result
