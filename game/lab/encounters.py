"""From who stands with whom, sample by sample, to encounters: spells of one pair together, short gaps bridged."""

from dataclasses import dataclass

import numpy as np

from game.model.columns import I32, I64


@dataclass(frozen=True)
class Encounters:
    """n encounters: the pair's code, first and last sample (both together)."""

    pair: I64
    first: I64
    last: I64

    @property
    def samples(self) -> I64:
        """How many samples each lasted, gaps included."""
        result: I64 = self.last - self.first + 1
        return result


def bridged(pair: I64, sample: I64, gap: int) -> Encounters:
    """Encounters from sightings (pair, sample), each once, in any order; ≤ `gap` samples missing are bridged."""
    order = np.lexsort((sample, pair))
    pair, sample = pair[order], sample[order]
    new = np.ones(len(pair), dtype=np.bool_)
    new[1:] = (np.diff(pair) != 0) | (np.diff(sample) > gap + 1)
    last = np.ones(len(pair), dtype=np.bool_)
    last[:-1] = new[1:]
    return Encounters(pair[new], sample[new], sample[last])


def together(members: I32, people: int) -> I64:
    """Codes of all pairs standing in the formations `members` (n, seats) of flat ids: lower × people + higher."""
    codes = []
    for one in range(members.shape[1]):
        for two in range(one):
            a, b = members[:, one].astype(np.int64), members[:, two].astype(np.int64)
            both = (a >= 0) & (b >= 0)
            codes.append(np.minimum(a, b)[both] * people + np.maximum(a, b)[both])
    return np.concatenate(codes)
