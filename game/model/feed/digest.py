"""The digest of one room's weeks: the same for the same seed, evening and deeds, alone or in a batch."""

import numpy as np

from game.model.feed.net import Net
from game.model.hashing import digest_of


def digest(net: Net, room: int = 0) -> str:
    """SHA-256 over every column of a room, as 16 hex digits."""
    people = room * net.capacity + np.arange(net.capacity)
    return digest_of(net.tick, ((net.audience, people), (net.account, np.array([room]))), {"person": net.capacity})
