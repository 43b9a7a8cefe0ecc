"""Reputation: gossip is evidence with a source, and one entry for each first-hand source.

Bad word works on one telling; good word from a single voice counts little.
"""

import numpy as np

from game.model.columns import F32, I32, I64, Bool
from game.model.params import Params


def strength(opinion: F32, trust: F32, negativity: F32, p: Params) -> F32:
    """What a telling is worth to its hearer: certainty × trust in the teller × salience. All (n,)."""
    certainty = np.minimum(np.float32(1), np.abs(opinion) * np.float32(1 / p.certain_sd))
    trusted = np.minimum(np.float32(1), np.maximum(np.float32(0), trust + np.float32(p.credit_from)))
    salience = np.where(opinion < 0, negativity * np.float32(0.5), np.float32(p.good_word))
    worth = np.where(opinion < 0, np.float32(-p.told_at_most), np.float32(p.told_at_most))
    result: F32 = worth * certainty * (np.float32(p.credit) + trusted) * salience
    return result


def remember_source(source: I32, word: F32, teller: I32 | I64, worth: F32, relayed: Bool) -> tuple[I32, F32, Bool]:
    """Enter a first-hand source into the slots (n, K) of a tie.

    A source who speaks again replaces its own entry; the same word `relayed` (n,) by
    somebody else does so only if it is stronger: an echo erases nothing. A new source
    takes an empty slot or the weakest, if it is stronger. Returns the new slots and which rows changed.
    """
    mine = source == teller[:, None]
    size = np.abs(word)
    size[source < 0] = -1.0
    slot = np.where(mine.any(axis=1), mine.argmax(axis=1), size.argmin(axis=1))
    row = np.arange(len(slot))
    held = np.where(source[row, slot] < 0, np.float32(0), np.abs(word[row, slot]))
    changed = (mine.any(axis=1) & ~relayed) | (np.abs(worth) > held)
    new_source, new_word = source.copy(), word.copy()
    new_source[row[changed], slot[changed]] = teller[changed]
    new_word[row[changed], slot[changed]] = worth[changed]
    return new_source, new_word, changed


def net_word(word: F32, p: Params) -> F32:
    """What all sources together say, (n, K) → (n,): bad word adds up, good word needs two voices."""
    bad = np.zeros(len(word), dtype=np.float32)
    good = np.zeros(len(word), dtype=np.float32)
    voices = np.zeros(len(word), dtype=np.float32)
    for k in range(word.shape[1]):
        bad += np.minimum(word[:, k], np.float32(0))
        good += np.maximum(word[:, k], np.float32(0))
        voices += word[:, k] > 0
    good *= np.where(voices >= 2, np.float32(1), np.float32(p.single_voice))
    limit = np.float32(p.hearsay_limit)
    result: F32 = np.minimum(limit, np.maximum(-limit, bad + good))
    return result


def opinion(liking: F32, hearsay: F32, minutes: F32, p: Params) -> F32:
    """Own liking plus hearsay, which fades as one comes to know the person oneself. (n,)"""
    half = np.float32(p.hearsay_s / 60)
    result: F32 = liking + hearsay * np.float32(p.hearsay) * half / (half + minutes)
    return result
