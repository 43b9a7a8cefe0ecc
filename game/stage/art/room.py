"""A room as one picture, built once for each size, and the furniture that stands in it."""

from dataclasses import dataclass

import pygame

from game.stage.art.floor import floor
from game.stage.art.furniture import Piece, furniture
from game.stage.art.moods import Mood, mood_of
from game.stage.art.projection import Projection
from game.stage.art.svg import document, fade, glow, load
from game.stage.art.venue import Venue
from game.stage.art.walls import walls, write_screen


@dataclass(frozen=True, slots=True)
class Room:
    """Background, standing furniture and the projection they were drawn for."""

    projection: Projection
    below: int  # pixels kept free under the floor
    background: pygame.Surface
    pieces: tuple[Piece, ...]


def build_room(venue: Venue, size: tuple[int, int], below: int = 0) -> Room:
    """Draw the venue for a window of `size`, `below` pixels free under the floor."""
    to = Projection.fit(venue.bounds, size, below)
    look = mood_of(venue.mood, venue.hour)
    picture = document(*size, size, _lights(look), walls(venue, look, to), floor(venue, look, to))
    background = pygame.Surface(size)
    background.blit(load(picture), (0, 0))
    write_screen(background, venue, to)
    return Room(to, below, background, furniture(venue, look, to))


def _lights(look: Mood) -> str:
    return (
        "<defs>"
        + fade("wall", (0, look.wall[0], 1), (1, look.wall[1], 1))
        + fade("floor", (0, look.floor[0], 1), (1, look.floor[1], 1))
        + fade("sky", (0, look.sky[0], 1), (1, look.sky[1], 1))
        + fade("under", (0, "#2a1420", 0.22), (1, "#2a1420", 0))
        + glow("pool", (0, look.lamp, 0.5), (1, look.lamp, 0))
        + glow("bulb", (0, look.lamp, 0.9), (1, look.lamp, 0))
        + "</defs>"
    )
