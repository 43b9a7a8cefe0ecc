"""Waves: pure functions from numbers to arrays of samples, float32 in -1 … 1, mono, RATE samples a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float32]

RATE = 22_050
FADE_S = 0.012  # at both ends of a sound, so that it does not click


def times(seconds: float) -> Wave:
    """The moment of each sample."""
    return np.asarray(np.arange(round(seconds * RATE)) / RATE, dtype=np.float32)


def tone(pitch: float, seconds: float, overtones: tuple[float, ...] = (1.0,), glide: float = 0.0) -> Wave:
    """A note of `pitch` Hz with the loudness of each overtone, gliding by `glide` of its pitch to the end."""
    t = times(seconds)
    phase = 2 * np.pi * pitch * (t + glide * t * t / (2 * max(seconds, 1e-6)))
    wave = sum(loud * np.sin((n + 1) * phase) for n, loud in enumerate(overtones))
    return np.asarray(wave / sum(overtones), dtype=np.float32)


def faded(wave: Wave, decay: float = 0.0) -> Wave:
    """With soft ends; `decay` lets it die away, in e-folds over its length."""
    n = min(round(FADE_S * RATE), len(wave) // 2)
    shape = np.exp(-decay * np.linspace(0, 1, len(wave), dtype=np.float32))
    ramp = np.linspace(0, 1, n, endpoint=False, dtype=np.float32)
    shape[:n] *= ramp
    shape[len(wave) - n :] *= ramp[::-1]
    return np.asarray(wave * shape, dtype=np.float32)


def murmur(seconds: float, seed: int) -> Wave:
    """Many people talking, none of them understood: a loop whose end meets its start.

    Noise shaped in the frequencies of speech, its loudness moved at the rate of syllables. Both are made of
    whole periods of the loop, so that it closes without a seam.
    """
    rng = np.random.default_rng(seed)
    n = round(seconds * RATE)
    pitch = np.fft.rfftfreq(n, 1 / RATE)
    wave = np.zeros(n)
    for formant, width in ((260, 130), (520, 180), (1150, 320), (2300, 500)):
        band = np.exp(-0.5 * ((pitch - formant) / width) ** 2) * 500 / formant
        noise = np.fft.irfft(band * np.exp(2j * np.pi * rng.random(len(pitch))), n)
        slow = np.exp(-0.5 * ((pitch - 4) / 2) ** 2) * (pitch > 0)
        syllables = np.fft.irfft(slow * np.exp(2j * np.pi * rng.random(len(pitch))), n)
        wave += noise * (1 + 0.5 * syllables / np.abs(syllables).max())
    return np.asarray(0.9 * wave / np.abs(wave).max(), dtype=np.float32)


def samples(wave: Wave, left: float = 1.0, right: float = 1.0) -> NDArray[np.int16]:
    """What a sound card takes: (n, 2) whole numbers."""
    both = np.stack([wave * left, wave * right], axis=1)
    return np.ascontiguousarray(np.clip(both, -1, 1) * 32_767, dtype=np.int16)
