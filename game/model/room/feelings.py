"""Where opinions change: reasons, after every limit, are summed into ties and logged."""

import numpy as np

from game.model.columns import F32, I8, I32, I64
from game.model.params import TICK_S
from game.model.room.hall import Hall
from game.model.social import appraisal, reputation
from game.model.social.appraisal import Reasons
from game.model.social.rules import Rule


def opinion(hall: Hall, of: I64 | I32, about: I64 | I32) -> F32:
    """What `of` thinks of `about`: own liking and hearsay, faded by acquaintance. Any shape."""
    ties = hall.ties
    rows = ties.index(of, about)
    heard = ties.hearsay.take(rows) if hall.params.hearsay_on else np.zeros(rows.shape, dtype=np.float32)
    return reputation.opinion(ties.liking.take(rows), heard, ties.minutes.take(rows), hall.params)


def expected(hall: Hall, of: I64 | I32, about: I64 | I32) -> F32:
    """The experience `of` expects with `about`: opinion, better of people known before. (n,)"""
    prior = hall.ties.prior.take(hall.ties.index(of, about))
    hoped: F32 = opinion(hall, of, about) + prior * np.float32(hall.params.friend_bonus)
    return hoped


def standing(hall: Hall) -> tuple[I64, F32]:
    """Subjects of all rooms and the mean of what everybody else there expects of each. (n,), (n,)"""
    ties, people = hall.ties, hall.people
    about = (np.arange(hall.rooms)[:, None] * hall.capacity + ties.subjects).astype(np.int64)
    of = np.arange(hall.rooms * hall.capacity).reshape(hall.rooms, hall.capacity, 1)
    counts = people.expected[of] & (of != about[:, None, :])
    total = np.where(counts, expected(hall, of, about[:, None, :]), np.float32(0)).sum(axis=1)
    heads = np.maximum(1, counts.sum(axis=1)).astype(np.float32)
    return about.ravel(), (total / heads).ravel()


def wish(hall: Hall, of: I64 | I32, about: I64 | I32, expects: F32) -> F32:
    """How much `of` would like to be near `about`: what they expect, novelty, satiation, common ground. (n,)"""
    p, ties, pr = hall.people, hall.ties, hall.params
    rows = ties.index(of, about)
    met = ties.met.take(rows)
    ago = (hall.tick - ties.last.take(rows)).astype(np.float32) * np.float32(TICK_S / pr.satiation_s)
    fed = np.float32(pr.satiation) / (np.float32(1) + ago)
    new = np.float32(pr.novelty) + np.float32(pr.senior_bonus) * p.seniority.take(about)
    shared = (ties.common.take(rows) > 0) * np.float32(pr.shared_bonus)
    value: F32 = expects + np.where(met, -fed, new) + shared
    return value


def apply(hall: Hall, of: I64, about: I64 | I32, reasons: Reasons, act: I8, item: I8 | None = None) -> None:
    """Write the reasons of n pairs (of, about) into their ties; `act` (n,) is what was appraised.

    Ties are distinct within one call. Contributions beyond the bound are scaled back, so
    that what is logged is what was added.
    """
    pair = reasons.pair
    if not len(pair):
        return
    p, ties = hall.people, hall.ties
    rows = ties.index(of, about)
    row = rows[pair]
    gained = ties.from_rule[row, reasons.rule]
    gained = np.where(reasons.rule <= Rule.KNEW_BEFORE, np.float32(0), gained)
    computed = hall.automatic(of)[pair]
    first = reasons.rule == Rule.FIRST_IMPRESSION
    negativity = np.where(first, np.float32(2), p.negativity[of[pair]])
    kept = appraisal.weigh(reasons, gained, negativity, computed, hall.params)
    liking = _bounded(ties.liking, rows, pair, kept.liking)
    trust = _bounded(ties.trust, rows, pair, kept.trust)
    np.add.at(ties.from_rule, (row, reasons.rule), liking)
    patience = kept.patience + liking * np.where(first, np.float32(0), np.float32(hall.params.patience_gain_s))
    np.add.at(p.patience, of[pair], patience)
    hall.log.reason(
        of[pair],
        np.asarray(about)[pair],
        rule=reasons.rule,
        act=act[pair],
        item=-1 if item is None else item[pair],
        liking=liking,
        trust=trust,
        patience=patience,
    )


def _bounded(held: F32, rows: I64, pair: I64, change: F32) -> F32:
    """Add `change` (m,) to held[rows] (n,) within the bound; returns the change after the bound."""
    total = np.zeros(len(rows), dtype=np.float32)
    np.add.at(total, pair, change)
    old = held[rows]
    new = np.minimum(np.float32(appraisal.BOUND), np.maximum(np.float32(-appraisal.BOUND), old + total))
    held[rows] = new
    over = np.abs(new - (old + total)) > 0
    scale = np.where(over, (new - old) / np.where(total == 0, np.float32(1), total), np.float32(1))
    result: F32 = change * scale[pair]
    return result
