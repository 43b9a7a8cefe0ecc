"""What lies behind the menus: a room with people in it, painted once for each window size."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.stage.art.look import look_for
from game.stage.art.room import build_room
from game.stage.art.sprites import Sprites
from game.stage.art.stance import Stance
from game.stage.art.venue import Venue
from game.stage.ink import Ink

PLAN = (
    "####www######www####",
    "#..................#",
    "#..................#",
    "#..................#",
    "#..................#",
    "#t................t#",
    "#..................#",
    "#p................p#",
    "#..................#",
    "####################",
)
# Metres on the plan, and how they stand; all near the edges, where no sheet covers them.
PEOPLE: tuple[tuple[float, float, Stance], ...] = (
    (1.9, 2.2, Stance("talk", "talk", 0.8, drink=True)),
    (3.3, 2.0, Stance("listen", "smile", -0.7)),
    (2.0, 4.6, Stance("cup", "laugh", 0.7, drink=True)),
    (3.6, 4.8, Stance("talk", "talk", -0.8)),
    (2.7, 5.9, Stance("idle", "smile", 0.0, back=True)),
    (16.6, 2.1, Stance("fold", "think", 0.6)),
    (18.0, 2.4, Stance("talk", "talk", -0.7)),
    (16.2, 5.0, Stance("cup", "smile", 0.7, drink=True)),
    (17.9, 4.8, Stance("wave", "laugh", -0.8)),
    (17.0, 6.0, Stance("idle", "smile", 0.0, back=True)),
)


@lru_cache(maxsize=5)  # a contact sheet goes through as many sizes, screen by screen
def _picture(size: tuple[int, int]) -> pygame.Surface:
    room = build_room(Venue(PLAN), size)
    picture, sprites = room.background.copy(), Sprites()
    for i, (x, y, stance) in enumerate(sorted(PEOPLE, key=lambda person: person[1])):
        figure = sprites.figure(look_for(f"guest {i}"), stance, room.projection.figure_height(y))
        left, foot = room.projection.point(x, y)
        picture.blit(figure.picture, (left - figure.width / 2 + figure.dx, foot - figure.height * 0.94 + figure.dy))
    return picture


def behind(ink: Ink) -> None:
    """Paint the ground of a menu."""
    if ink.settings.high_contrast:
        ink.fill(ink.window, "backdrop")
    else:
        ink.surface.blit(_picture(ink.surface.get_size()), (0, 0))
