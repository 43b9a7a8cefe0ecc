"""A voice for each person: no words, but the tune in which they are said."""

from __future__ import annotations

import zlib

import numpy as np

from game.stage.sound.synth import RATE, Wave, faded, tone

LOWEST, RANGE = 95.0, 150.0  # Hz: voices lie between a low bass and a light alto
SYLLABLE_S, GAP_S = 0.085, 0.03
LETTERS = 4.0  # in a syllable, with its share of spaces
LONGEST_S = 1.6  # a hint of speech; the line itself is to be read
LOUD = 0.5


def voice(key: str, text: str) -> Wave:
    """The tune of a line in the voice of the person with this key, the same each time."""
    own = zlib.crc32(key.encode())
    pitch = LOWEST + RANGE * (own % 997) / 997
    overtones = (1.0, 0.3 + 0.5 * (own >> 10 & 31) / 31, 0.1 + 0.4 * (own >> 15 & 31) / 31, 0.15 * (own >> 20 & 1))
    pace = 0.8 + 0.5 * (own >> 21 & 63) / 63
    rng = np.random.default_rng(zlib.crc32(text.encode()))
    count = max(1, min(round(len(text) / LETTERS), int(LONGEST_S / (pace * (SYLLABLE_S + GAP_S)))))
    parts: list[Wave] = []
    for n in range(count):
        tune = 1 + 0.12 * float(rng.standard_normal()) - 0.1 * n / count  # a sentence falls
        if text.endswith("?") and n == count - 1:
            tune = 1.3
        parts.append(faded(tone(pitch * max(0.7, tune), pace * SYLLABLE_S, overtones), decay=1.0))
        parts.append(np.zeros(round(pace * GAP_S * RATE), dtype=np.float32))
    return np.asarray(LOUD * np.concatenate(parts), dtype=np.float32)
