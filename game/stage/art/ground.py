"""What lies flat under the people, kept from frame to frame: only where it changed is it drawn anew."""

from collections.abc import Sequence

import pygame

Flat = tuple[pygame.Surface, tuple[int, int]]  # a picture and its top left corner


class Ground:
    """A room's background with flat pictures on it."""

    def __init__(self) -> None:
        self._background: pygame.Surface | None = None
        self._whole = pygame.Surface((1, 1))
        self._lie: list[Flat] = []

    def draw(self, surface: pygame.Surface, background: pygame.Surface, flats: Sequence[Flat]) -> None:
        """Draw the `background` and the `flats` on it, later ones over earlier ones."""
        if background is not self._background:
            self._background, self._whole, self._lie = background, background.copy(), []
        changed = set(self._lie) ^ set(flats)
        lie = [(picture.get_rect(topleft=corner), picture) for picture, corner in flats] if changed else []
        for picture, corner in changed:
            area = picture.get_rect(topleft=corner)
            self._whole.set_clip(area)
            self._whole.blit(background, area, area)
            self._whole.blits([(over, rect) for rect, over in lie if rect.colliderect(area)], False)
        self._whole.set_clip(None)
        self._lie = list(flats)
        surface.blit(self._whole, (0, 0))
