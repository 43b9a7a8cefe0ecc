"""The digest of one room: the same for the same seed and commands, alone or in a batch, whatever the capacity."""

import numpy as np

from game.model.hashing import digest_of
from game.model.world import World


def digest(world: World, room: int = 0) -> str:
    """SHA-256 over every column of a room, of those who are expected, as 16 hex digits."""
    n = world.cast.size
    who = room * world.capacity + np.arange(n)
    slots = room * world.per_room + np.arange(max(1, n // 2))
    subjects = np.arange(n) if world.ties.everybody else world.ties.subjects.astype(np.int64)
    pairs = world.ties.index(np.repeat(who, len(subjects)), np.tile(subjects, n) + room * world.capacity)
    parts = ((world.people, who), (world.formations, slots), (world.ties, pairs))
    return digest_of(world.tick, parts, {"attendee": world.capacity, "formation": world.per_room})
