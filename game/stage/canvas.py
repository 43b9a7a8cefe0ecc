"""What the screens are drawn on: the window itself, or a smaller picture that is scaled up to it."""

from __future__ import annotations

import pygame

from game.stage.art.text import unit


class Canvas:
    """One window's; told anew of its window and size each frame."""

    def __init__(self, window: pygame.Surface) -> None:
        self.window = self.surface = window

    def take(self, window: pygame.Surface, large: bool) -> pygame.Surface:
        """The surface to draw the next frame on, no larger than a 1280×720 window's when not `large`."""
        scale = 1.0 if large else max(1.0, unit(window.get_size()))
        size = round(window.get_width() / scale), round(window.get_height() / scale)
        if scale == 1.0:
            self.surface = window
        elif self.surface is self.window or self.surface.get_size() != size:
            self.surface = pygame.Surface(size).convert(window)
        self.window = window
        return self.surface

    def show(self) -> None:
        """Bring what was drawn to the window."""
        if self.surface is not self.window:
            pygame.transform.smoothscale(self.surface, self.window.get_size(), self.window)

    def inside(self, pos: tuple[int, int]) -> tuple[int, int]:
        """Where on the canvas a pixel of the window is."""
        (wide, high), (x, y) = self.window.get_size(), pos
        return x * self.surface.get_width() // wide, y * self.surface.get_height() // high
