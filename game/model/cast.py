"""Who comes to the evening, in numbers: what a scenario hands to the model."""

from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import I8, I64, U32, Bool


@dataclass(frozen=True)
class Cast:
    """n attendees of every room of a batch, and who knew whom before."""

    id: U32  # stable ids
    interests: U32  # bits by topic
    stories: U32  # bits by topic
    need: I8  # topic, -1 none
    offer: I8  # topic, -1 none
    human: Bool
    player: Bool
    known_before: I64  # (m, 2) pairs of indices, each way once
    topics: int  # how many topics the scenario has
    subjects: I64 | None = None  # whom ties are held about; None: everybody

    @property
    def size(self) -> int:
        """How many attendees."""
        return len(self.id)


def crowd(n: int, *, topics: int = 10, players: int = 1, known: float = 0.0, seed: int = 1) -> Cast:
    """A cast of strangers with hashed interests, needs and offers, for rigs, benches and tests.

    `known`: share of pairs who knew each other before (friendship circles of five).
    """
    ids = np.arange(1, n + 1, dtype=np.uint32)
    key = chance.keys(np.full(n, seed, np.uint32), ids)
    interests = np.zeros(n, dtype=np.uint32)
    for k in range(4):
        interests |= np.left_shift(np.uint32(1), chance.choose(key, Draw.TOPIC, k, topics))
    need = chance.choose(key, Draw.WHOM, 0, max(1, topics // 2))
    offer = (need + 1 + chance.choose(key, Draw.WHOM, 1, max(1, topics // 2 - 1))) % np.uint32(max(1, topics // 2))
    player = np.zeros(n, dtype=np.bool_)
    player[:players] = True
    pairs = np.zeros((0, 2), dtype=np.int64)
    if known:
        one, two = np.triu_indices(n, 1)
        draw = chance.uniform(key[one], Draw.WHOM, 2, ids[two])
        near = draw < known
        pairs = np.stack([one[near], two[near]], axis=1)
    return Cast(
        ids,
        interests,
        interests,
        need.astype(np.int8),
        offer.astype(np.int8),
        np.zeros(n, dtype=np.bool_),
        player,
        pairs,
        topics,
    )
