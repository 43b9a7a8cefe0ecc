"""What lies flat under the people, kept from frame to frame, and the people on it, drawn strip by strip."""

from collections.abc import Iterable, Sequence
from typing import Final

import pygame

from game.stage.compat import blits

Flat = tuple[pygame.Surface, tuple[int, int]]  # a picture and its top left corner
Upright = tuple[pygame.Surface, tuple[float, float]]

STRIP: Final = 64  # rows


class Ground:
    """A room's background with flat pictures on it."""

    def __init__(self) -> None:
        self._background: pygame.Surface | None = None
        self._whole = pygame.Surface((1, 1))
        self._lie: list[Flat] = []

    def draw(
        self,
        surface: pygame.Surface,
        background: pygame.Surface,
        flats: Sequence[Flat],
        standing: Iterable[Upright] = (),
    ) -> None:
        """Draw the `background`, the `flats` on it, and what stands there, each time later ones over earlier ones.

        A strip of the ground is laid just before the first picture that reaches into it: what stands is sorted by
        depth, so the pixels it is drawn over are still in the processor's cache, where a whole ground would have
        gone through it and out.
        """
        if background is not self._background or surface.get_masks() != self._whole.get_masks():
            self._background, self._lie = background, []
            self._whole = surface.copy()  # the same kind of surface, so that pixels can be copied as they are
            self._whole.blit(background, (0, 0))
        self._keep(background, flats)
        laid, ready = 0, list[Upright]()
        for picture, corner in standing:
            low = corner[1] + picture.get_height()
            if low > laid:
                blits(surface, ready)
                ready.clear()
                laid = self._lay(surface, laid, int(low) + STRIP)
            ready.append((picture, corner))
        self._lay(surface, laid, surface.get_height())
        blits(surface, ready)

    def _keep(self, background: pygame.Surface, flats: Sequence[Flat]) -> None:
        """Only where it changed is the ground drawn anew."""
        changed = set(self._lie) ^ set(flats)
        lie = [(picture.get_rect(topleft=corner), picture) for picture, corner in flats] if changed else []
        for picture, corner in changed:
            area = picture.get_rect(topleft=corner)
            self._whole.set_clip(area)
            self._whole.blit(background, area, area)
            self._whole.blits([(over, rect) for rect, over in lie if rect.colliderect(area)], False)
        self._whole.set_clip(None)
        self._lie = list(flats)

    def _lay(self, surface: pygame.Surface, top: int, bottom: int) -> int:
        """Copy rows of the ground and tell how far; not by a blit, which passes the cache by."""
        pixels2d = pygame.surfarray.pixels2d
        pixels2d(surface)[:, top:bottom] = pixels2d(self._whole)[:, top:bottom]
        return bottom
