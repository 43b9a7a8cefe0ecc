"""The contact sheet: every screen at every size, as pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

from game.stage.compat import prepare

prepare()

import pygame  # noqa: E402  (SDL reads the environment when it is imported)

from game.stage.backend import Backend  # noqa: E402
from game.stage.desk import Desk  # noqa: E402
from game.stage.ink import Ink, Written  # noqa: E402
from game.stage.moments import moments  # noqa: E402
from game.stage.screen import Stack  # noqa: E402
from game.stage.settings import Settings  # noqa: E402

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (2560, 1440))
TEXTS = (100, 150)


class Shot(NamedTuple):
    """One picture, and where its words stand."""

    name: str
    size: tuple[int, int]
    text: int
    contrast: bool
    surface: pygame.Surface
    trace: list[Written]


def sheet(
    backend: Backend,
    folder: Path,
    sizes: Sequence[tuple[int, int]] = SIZES,
    texts: Sequence[int] = TEXTS,
    contrasts: Sequence[bool] = (False, True),
) -> Iterator[Path]:
    """Write every screen as `name-WIDTHxHEIGHT-TEXT[-contrast].png` into a folder; each file once it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in shots(backend, sizes, texts, contrasts):
        contrast = "-contrast" if shot.contrast else ""
        path = folder / f"{shot.name}-{shot.size[0]}x{shot.size[1]}-{shot.text}{contrast}.png"
        pygame.image.save(shot.surface, str(path))
        yield path


def shots(
    backend: Backend, sizes: Sequence[tuple[int, int]], texts: Sequence[int], contrasts: Sequence[bool] = (False,)
) -> Iterator[Shot]:
    """Every screen in the order in which a player meets them, at every size."""
    if not pygame.display.get_init():
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # pictures need no window
        pygame.display.init()
    pygame.font.init()
    desk = Desk(backend)
    for name, stack in moments(desk):
        for size, text, contrast in product(sizes, texts, contrasts):
            look = replace(desk.settings, text=text, high_contrast=contrast, reduced_motion=True)
            yield _shoot(name, stack, desk, size, look)
    desk.release()


def _shoot(name: str, stack: Stack, desk: Desk, size: tuple[int, int], look: Settings) -> Shot:
    kept, desk.settings = desk.settings, look
    surface, trace = pygame.Surface(size), list[Written]()
    stack.draw(Ink(surface, desk.settings))  # the second drawing knows where the panels of the first were
    stack.draw(Ink(surface, desk.settings, trace))
    desk.settings = kept
    return Shot(name, size, look.text, look.high_contrast, surface, trace)
