"""Pictures of an evening under way, without a window."""

from __future__ import annotations

import os
from pathlib import Path

from game.stage.compat import prepare

prepare()

import pygame  # noqa: E402  (SDL reads the environment when it is imported)

from game.errors import GameError  # noqa: E402
from game.stage.backend import Backend, Run  # noqa: E402
from game.stage.desk import Desk  # noqa: E402
from game.stage.ink import Ink  # noqa: E402
from game.stage.inputs import STILL  # noqa: E402
from game.stage.screen import Stack  # noqa: E402
from game.stage.screens.course import screen_of  # noqa: E402

SIZE = (1280, 720)
FRAME_S = 1 / 30  # wall seconds between two looks just before a picture: figures have to settle
STRIDE_S = 0.25  # …and long before
SETTLE_TICKS = 12
TICKS_PER_S = 4


class Camera:
    """Shows a run to nobody, and keeps what it is asked for."""

    def __init__(self, backend: Backend, run: Run) -> None:
        if not pygame.display.get_init():
            os.environ["SDL_VIDEODRIVER"] = "dummy"  # pictures need no window
            pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode(SIZE)
        self.desk, self.run = Desk(backend), run
        self.stack = Stack(screen_of(self.desk, self.desk.ready(run)))
        self.surface = pygame.Surface(SIZE)

    def take(self, path: Path, second: float) -> None:
        """Let the evening run to a second of it, at most to its end, and save what the stage shows."""
        while self.run.phase == "evening" and (left := second * TICKS_PER_S - self.run.view().tick) > 0:
            self.stack.go(self.stack.top.update(FRAME_S if left < SETTLE_TICKS else STRIDE_S, STILL))
        for _ in range(2):  # the second drawing knows where the panels of the first were
            self.stack.draw(Ink(self.surface, self.desk.settings))
        try:
            pygame.image.save(self.surface, str(path))
        except (pygame.error, OSError) as trouble:
            raise GameError(str(path), "a picture file that can be written", str(trouble)) from trouble
