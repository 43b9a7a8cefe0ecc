"""Patience drains with unrewarding turns; leaving also needs a transition place, an excuse and nerve."""

import numpy as np

from game.model import chance
from game.model.columns import F32
from game.model.params import Params


def at_the_start(tolerance: F32, spread: F32, opinion: F32, p: Params) -> F32:
    """Seconds of patience with a new conversation; `spread` standard normal, `opinion` of the others. (n,)"""
    liking = np.minimum(np.float32(2), np.maximum(np.float32(-2), opinion)) * np.float32(p.patience_liking)
    return tolerance * chance.exp(spread * np.float32(p.patience_talk_sd) + liking)


def chance_to_leave(nerve: F32, seconds_past: F32, company: F32, p: Params) -> F32:
    """Probability, at one transition place, of leaving once one wants out. `company`: people standing. (n,)"""
    more = np.where(company > 2, np.float32(p.nerve_in_company), np.float32(1))
    daring = nerve * (np.float32(1) + np.float32(p.nerve_growth) * seconds_past) * more
    result: F32 = np.minimum(np.float32(0.6), daring)
    return result
