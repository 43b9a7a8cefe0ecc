"""Who it is: the face they had in the room; of those known from the network alone, their initials."""

from __future__ import annotations

import pygame

from game.stage.art.look import TOPS
from game.stage.art.theme import darker
from game.stage.faces import Faces
from game.stage.ink import Ink

SIZE = 40  # design units at a text size of 100 %


def size(ink: Ink, units: float = SIZE) -> int:
    """Pixels across: it grows with the text, but half as fast."""
    return ink.px(units * (1 + (ink.settings.text - 100) / 200))


def draw(ink: Ink, faces: Faces, person: int, name: str, x: int, y: int, units: float = SIZE) -> int:
    """Draw the disc with its corner at (x, y); its size in pixels."""
    across = size(ink, units)
    if person in faces.looks:
        ink.surface.blit(faces.portrait(person, across), (x, y))
        return across
    ground = darker(TOPS[hash_of(name) % 8], 0.45)
    pygame.draw.circle(ink.surface, ground, (x + across // 2, y + across // 2), across // 2)
    letters = "".join(part[0] for part in name.split()[:2] if part)
    style = "small" if units <= SIZE else "heading"
    line = ink.size(style)[1]
    with ink.inside(pygame.Rect(x, y, across, across)):
        ink.write(letters, style, x, y + (across - line) // 2, across, "on_night", "centre")
    return across


def hash_of(name: str) -> int:
    """The same number for the same name, in every run."""
    return sum(name.encode())
