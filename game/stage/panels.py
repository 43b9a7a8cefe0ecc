"""Smooth rounded rectangles and soft shadows, from small cached pieces."""

from functools import lru_cache

import pygame
from pygame import Rect

SMALL = 100_000  # pixels up to which a panel is kept as one picture
FINER = 4  # corners are drawn this many times larger, then scaled down


@lru_cache(maxsize=200)
def _disc(radius: int, colour: str) -> pygame.Surface:
    """A smooth disc; its quarters are the corners of a panel."""
    size = 2 * radius * FINER
    disc = pygame.Surface((size, size), pygame.SRCALPHA)
    disc.fill((*pygame.Color(colour)[:3], 0))  # no dark fringe when scaled
    pygame.draw.circle(disc, colour, (size // 2, size // 2), size // 2)
    return pygame.transform.smoothscale(disc, (2 * radius, 2 * radius))


def rounded(surface: pygame.Surface, rect: Rect, colour: str, radius: int) -> None:
    """Fill a rectangle with rounded corners, radius in pixels."""
    radius = min(radius, rect.width // 2, rect.height // 2)
    if radius < 1:
        surface.fill(colour, rect)
    elif rect.width * rect.height < SMALL:
        surface.blit(_small(rect.width, rect.height, colour, radius), rect)
    else:
        _paint(surface, rect, colour, radius)


def framed(surface: pygame.Surface, rect: Rect, edge: str, thick: int, colour: str, radius: int) -> None:
    """The same with an edge `thick` pixels wide; the inside is painted once only."""
    inner = rect.inflate(-2 * thick, -2 * thick)
    if rect.width * rect.height < SMALL or radius <= thick:
        rounded(surface, rect, edge, radius)
    else:
        r = min(radius, rect.width // 2, rect.height // 2)
        disc = _disc(r, edge)
        for x, ex in ((rect.x, 0), (rect.right - r, r)):
            for y, ey in ((rect.y, 0), (rect.bottom - r, r)):
                surface.blit(disc, (x, y), (ex, ey, r, r))
        for strip in (
            (rect.x + r, rect.y, rect.width - 2 * r, thick),
            (rect.x + r, rect.bottom - thick, rect.width - 2 * r, thick),
            (rect.x, rect.y + r, thick, rect.height - 2 * r),
            (rect.right - thick, rect.y + r, thick, rect.height - 2 * r),
        ):
            surface.fill(edge, strip)
    rounded(surface, inner, colour, max(0, radius - thick))


@lru_cache(maxsize=300)
def _small(width: int, height: int, colour: str, radius: int) -> pygame.Surface:
    """A whole panel, kept: one blit instead of seven."""
    panel = pygame.Surface((width, height), pygame.SRCALPHA)
    _paint(panel, panel.get_rect(), colour, radius)
    return panel


def _paint(surface: pygame.Surface, rect: Rect, colour: str, radius: int) -> None:
    disc, r = _disc(radius, colour), radius
    surface.fill(colour, (rect.x + r, rect.y, rect.width - 2 * r, rect.height))
    surface.fill(colour, (rect.x, rect.y + r, r, rect.height - 2 * r))
    surface.fill(colour, (rect.right - r, rect.y + r, r, rect.height - 2 * r))
    for x, ex in ((rect.x, 0), (rect.right - r, r)):
        for y, ey in ((rect.y, 0), (rect.bottom - r, r)):
            surface.blit(disc, (x, y), (ex, ey, r, r))


@lru_cache(maxsize=60)
def shadow(width: int, height: int, radius: int, reach: int) -> tuple[pygame.Surface, int]:
    """A soft shadow for a panel, and how far it reaches beyond it on each side, in pixels.

    Drawn small and scaled up: bilinear scaling is blur enough.
    """
    step = max(2, reach)
    margin = 2 * step
    w, h = -(-(width + 2 * margin) // step), -(-(height + 2 * margin) // step)
    small = pygame.Surface((w, h), pygame.SRCALPHA)
    small.fill((40, 25, 50, 0))
    pygame.draw.rect(small, (40, 25, 50, 62), (2, 2, w - 4, h - 4), border_radius=max(1, radius // step))
    return pygame.transform.smoothscale(small, (w * step, h * step)), margin
