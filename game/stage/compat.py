"""What must be set before pygame starts, and the few spots where pygame-ce and pygame 2.6.1 differ."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pygame

DRIVER = "SDL_VIDEODRIVER"
UNSEEN = ("offscreen", "dummy")


def prepare() -> None:
    """Set the environment SDL reads at import; call before the first `import pygame`."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # the click that wakes the window also counts


def open_display() -> None:
    """Start SDL's display. Raises pygame.error where a window would be seen by nobody.

    SDL falls back on drivers that draw into nothing; they are taken only where SDL_VIDEODRIVER asks for one.
    """
    import pygame

    chosen = os.environ.get(DRIVER)
    if sys.platform.startswith("linux") and not chosen and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ[DRIVER] = "x11" if os.environ.get("DISPLAY") else "kmsdrm"  # else nothing but the bare screen
    try:
        pygame.display.init()
    finally:
        if not chosen:
            os.environ.pop(DRIVER, None)
    if not chosen and pygame.display.get_driver() in UNSEEN:
        pygame.display.quit()
        raise pygame.error("there is no display")


def controllers() -> Any | None:
    """SDL's controller module (buttons by name), private but alike in both libraries; None where missing."""
    try:
        from pygame._sdl2 import controller
    except ImportError:
        return None
    return controller


def blits(surface: "pygame.Surface", pictures: Sequence[tuple["pygame.Surface", tuple[float, float]]]) -> None:
    """Draw pictures, each with its top left corner, in this order; pygame-ce has a quicker way."""
    if hasattr(surface, "fblits"):
        surface.fblits(pictures)
    else:
        surface.blits(pictures, False)


def quiet(call: Callable[[], object]) -> bool:
    """Run a call that fails on machines without the device; True when it worked."""
    import pygame

    try:
        call()
    except (pygame.error, NotImplementedError):
        return False
    return True
