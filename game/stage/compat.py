"""What must be set before pygame starts, and the few spots where pygame-ce and pygame 2.6.1 differ."""

import os
from collections.abc import Callable
from typing import Any


def prepare() -> None:
    """Set the environment SDL reads at import; call before the first `import pygame`."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # the click that wakes the window also counts


def controllers() -> Any | None:
    """SDL's controller module (buttons by name), private but alike in both libraries; None where missing."""
    try:
        from pygame._sdl2 import controller
    except ImportError:
        return None
    return controller


def quiet(call: Callable[[], object]) -> bool:
    """Run a call that fails on machines without the device; True when it worked."""
    import pygame

    try:
        call()
    except (pygame.error, NotImplementedError):
        return False
    return True
