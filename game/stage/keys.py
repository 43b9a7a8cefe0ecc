"""Which key does what: as the game comes, and as the player has changed it.

Changes are kept in the settings as text that can be written by hand: "listen=k pause=f5".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from game.stage.inputs import LETTERS, NAVIGATION, WALK, Intent

DIRECTIONS = {"up": (0, -1), "left": (-1, 0), "down": (0, 1), "right": (1, 0)}
MEANINGS = {
    "listen": Intent.LISTEN,
    "cut_in": Intent.CUT_IN,
    "notebook": Intent.NOTEBOOK,
    "history": Intent.HISTORY,
    "why": Intent.WHY,
    "pause": Intent.PAUSE,
    "faster": Intent.FASTER,
    "slower": Intent.SLOWER,
}
DEFAULTS = {
    "up": "w",
    "left": "a",
    "down": "s",
    "right": "d",
    "listen": "l",
    "cut_in": "x",
    "notebook": "n",
    "history": "h",
    "why": "y",
    "pause": "p",
    "faster": "plus",
    "slower": "minus",
}
_CODES = {name[2:].lower(): int(getattr(pygame, name)) for name in dir(pygame) if name.startswith("K_")}
_NAMES = {code: name for name, code in _CODES.items() if code}
_CAPS = {"plus": "+", "minus": "-", "comma": ",", "period": "."}
PAD_CAPS = {"L": "Y", "Esc": "B", "X": "X", "P": "Menu", "N": "View", "H": "LS", "Y": "RS"}  # in the place of keys
_TAKEN = {*NAVIGATION, pygame.K_TAB, pygame.K_SPACE, *range(pygame.K_1, pygame.K_9 + 1)}


@dataclass(frozen=True)
class Keys:
    """The keys in force: what each action is on, and what each key means."""

    names: dict[str, str]
    letters: dict[int, Intent] = field(default_factory=dict)
    walk: dict[int, tuple[int, int]] = field(default_factory=dict)

    def shown(self, hints: str) -> str:
        """A line of hints, written for the keys as they come, with the keys in force."""
        if self.names == DEFAULTS:
            return hints
        walk = " ".join(self.on(way) for way in DIRECTIONS)
        hints = hints.replace("[WASD]", f"[{walk}]")
        hints = hints.replace("[+ -]", f"[{self.on('faster')} {self.on('slower')}]")
        for name in ("listen", "cut_in", "notebook", "history", "why", "pause"):
            hints = hints.replace(f"[{DEFAULTS[name].upper()}]", f"[\0{self.on(name)}]")
        return hints.replace("\0", "")

    def cap(self, default: str) -> str:
        """What is on the key now that comes as `default` ("L")."""
        name = next((name for name, key in DEFAULTS.items() if key == default.lower()), "")
        return self.on(name) if name else default

    def on(self, name: str) -> str:
        """What is written on the key of an action."""
        return _CAPS.get(self.names[name], self.names[name].upper())


@lru_cache(maxsize=16)
def keys(changed: str) -> Keys:
    """The keys with what the player has changed; what makes no sense in it changes nothing."""
    names = DEFAULTS | _changes(changed)
    letters = {key: intent for key, intent in LETTERS.items() if intent not in MEANINGS.values()}
    walk = {key: way for key, way in WALK.items() if key in NAVIGATION}  # the arrows stay
    for name, key in names.items():
        if name in DIRECTIONS:
            walk[_CODES[key]] = DIRECTIONS[name]
        else:
            letters[_CODES[key]] = MEANINGS[name]
            if key == DEFAULTS[name]:  # the same on the number pad, or without Shift
                letters |= {other: intent for other, intent in LETTERS.items() if intent is MEANINGS[name]}
    return Keys(names, letters, walk)


def _changes(changed: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in changed.split():
        name, _, key = part.partition("=")
        if name in DEFAULTS and free(_CODES.get(key, 0)) and key not in found.values():
            found[name] = key
    return found


def change(changed: str, name: str, pressed: int) -> str:
    """The changes with one more; an action that was on the key gets the one given up for it."""
    names, key = dict(keys(changed).names), _NAMES[pressed]
    for other, held in names.items():
        if held == key:
            names[other] = names[name]
    names[name] = key
    return " ".join(f"{name}={key}" for name, key in names.items() if key != DEFAULTS[name])


def free(pressed: int) -> bool:
    """Whether a key may be given a meaning: it has a name, and no menu needs it."""
    return pressed in _NAMES and pressed not in _TAKEN
