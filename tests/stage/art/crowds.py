"""Audiences for tests, pictures and measurements."""

import numpy as np

from game.session.crowd_view import CrowdView
from game.stage.art.look import Look, look_for


def looks() -> dict[int, Look]:
    """Forty people of a scenario who have a face."""
    return {who: look_for(f"person {who}", None, ("she", "he", "they")[who % 3]) for who in range(40)}


def crowd(count: int, seed: int = 1) -> CrowdView:
    """An audience of all kinds: most of them middling, some turned away, bought, asleep, or close to the player."""
    chance = np.random.default_rng(seed)
    near = chance.beta(1.2, 1.6, count).astype(np.float32)
    turned = chance.random(count) < 0.08
    bought = (chance.random(count) < 0.06) & ~turned
    tie = np.zeros(count, np.bool_)
    tie[chance.permutation(count)[: min(30, max(1, count // 6))]] = True
    tie &= ~turned & ~bought
    near[tie] = 0.95
    named = tuple((int(row), who) for who, row in enumerate(np.flatnonzero(tie)[:8]))
    ids = chance.permutation(3 * count)[:count].astype(np.uint32)
    return CrowdView(ids, near, turned, bought, tie, chance.random(count) > 0.15, count, named)


def plain(count: int, near: float = 0.5) -> CrowdView:
    """An audience in which all are awake, face the stage and care alike."""
    no = np.zeros(count, np.bool_)
    ids = np.arange(count, dtype=np.uint32) * np.uint32(7) + np.uint32(3)
    return CrowdView(ids, np.full(count, near, np.float32), no, no, no, ~no, count, ())
