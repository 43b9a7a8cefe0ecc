"""The way to the screen: time the first flips, and take the plain path where the default is slow.

Without a GPU SDL uploads the window through software OpenGL, at 15–18 ms a flip in 1080p; with
SDL_FRAMEBUFFER_ACCELERATION=0 the same flip takes under 1 ms. Switching works inside a running process.
"""

from __future__ import annotations

import os
import time
from statistics import median

import pygame

from game.stage.compat import open_display, quiet

VARIABLE = "SDL_FRAMEBUFFER_ACCELERATION"
SLOW_S = 0.003  # a flip that takes longer is no graphics card's, and those of software take the processor from all else
TRIED = 5  # flips timed; the first ones are not, they create the texture
WARM_UP = 2
ATTEMPTS, AGAIN_S = 20, 0.1  # to open the display again


class Presenter:
    """Flips the window and, once, decides how."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._decided = VARIABLE in os.environ  # somebody decided before us

    def flip(self) -> bool:
        """Show the frame; True when the default turned out slow and the window should be made again."""
        if self._decided:
            pygame.display.flip()
            return False
        start = time.perf_counter()
        pygame.display.flip()
        self._times.append(time.perf_counter() - start)
        if len(self._times) < WARM_UP + TRIED:
            return False
        self._decided = True
        return median(self._times[WARM_UP:]) > SLOW_S


def plain_path() -> None:
    """Close the display and open it without acceleration; the caller sets the mode again.

    Raises pygame.error when it does not open again. An X server whose last window goes starts afresh and lets
    nobody in meanwhile, so it is asked more than once.
    """
    os.environ[VARIABLE] = "0"
    pygame.display.quit()
    for _ in range(ATTEMPTS):
        if quiet(open_display):
            return
        time.sleep(AGAIN_S)
    open_display()
