"""Small signals. Each says no more than a caption or the focus says at the same moment."""

from __future__ import annotations

import numpy as np

from game.stage.sound.synth import Wave, faded, tone

SOFT = (1.0, 0.25)
WARM = (1.0, 0.5, 0.2)
_TUNES: dict[str, tuple[tuple[float, float], ...]] = {  # (Hz, seconds) one after the other
    "approached": ((523, 0.09), (659, 0.12)),
    "joined": ((440, 0.08), (523, 0.10)),
    "left": ((440, 0.08), (349, 0.12)),
    "closed": ((220, 0.10), (196, 0.16)),
    "declined": ((294, 0.10), (247, 0.14)),
    "evaded_moved": ((330, 0.07), (262, 0.12)),
    "evaded_turned": ((330, 0.07), (262, 0.12)),
    "evaded_phone": ((880, 0.05), (880, 0.05)),
    "evaded_drink": ((330, 0.07), (262, 0.12)),
    "card": ((784, 0.05), (988, 0.07)),
    "learned": ((587, 0.07), (740, 0.07), (880, 0.10)),
    "soon": ((392, 0.14), (392, 0.14)),
    "move": ((620, 0.025),),
    "choose": ((520, 0.03), (780, 0.04)),
}
NAMES = tuple(_TUNES)


def signal(name: str) -> Wave:
    """The signal of that name. Raises KeyError when there is none."""
    overtones = WARM if name in ("approached", "joined", "learned") else SOFT
    notes = [faded(tone(pitch, seconds, overtones), decay=2.0) for pitch, seconds in _TUNES[name]]
    return np.asarray(0.5 * np.concatenate(notes), dtype=np.float32)
