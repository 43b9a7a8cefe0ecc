"""How long a frame of the arena takes with 30, 3,000 and 30,000 figures, their walking included:
xvfb-run -a -s "-screen 0 1920x1080x24" python -m tests.bench.crowd

Every two seconds a new view comes in which a tenth of the figures care more or less than before. A frame is taking a
view in, walking, drawing and flipping, in the time of the clock and of the processor.
"""

import gc
import os
import time
from dataclasses import replace

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # as game.stage.present chooses without a GPU

import numpy as np
import pygame
from rich.console import Console
from rich.table import Table

from game.session.crowd_view import CrowdView
from game.stage.app import TIDY_STEPS
from game.stage.art.arena import Arena
from game.stage.art.look import look_for
from tests.stage.art.crowds import crowd, looks

SIZE = (1920, 1080)
COUNTS = (30, 3_000, 30_000)
SECONDS, WARM_UP_S, VIEW_S, FPS = 30, 8, 2, 60
STIRRED = 0.1  # share of the figures that change how near they are


def stirred(view: CrowdView, chance: np.random.Generator) -> CrowdView:
    """The audience two seconds later."""
    near = view.near.copy()
    other = chance.random(near.size) < STIRRED
    near[other] = chance.random(int(other.sum()))
    return replace(view, near=near)


def run(count: int) -> tuple[list[float], list[float], float]:
    """Milliseconds of each frame by the clock and by the processor, and the share that walks at the end."""
    surface = pygame.display.set_mode(SIZE)
    chance = np.random.default_rng(count)
    view = crowd(count)
    arena = Arena(looks(), look_for("player", None, "she"))
    arena.show(view)
    clock, busy = [], []
    for frame in range((WARM_UP_S + SECONDS) * FPS):
        coming = stirred(view, chance) if frame % (VIEW_S * FPS) == 0 else view
        start, spent = time.perf_counter(), time.process_time()
        if coming is not view:
            view = coming
            arena.show(view)
        arena.step(1 / FPS)
        arena.draw(surface, frame / FPS)
        pygame.display.flip()
        clock.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - spent))
        arena.catch_up()  # as the window does, between frames
        if frame % TIDY_STEPS == 0:
            gc.collect(1)
        pygame.event.pump()
    return clock, busy, float(arena.audience.walk.moving.mean())


def main() -> None:
    """Measure, and print a table."""
    gc.disable()
    pygame.display.init()
    pygame.font.init()
    table = Table("figures", "walking", "p50 ms", "p95 ms", "p99 ms", "processor p50", "p95", "p99", "most")
    for count in COUNTS:
        clock, busy, walk = run(count)
        times = [values[WARM_UP_S * FPS :] for values in (clock, busy)]
        cells = [f"{value:.1f}" for part in times for value in np.percentile(part, (50, 95, 99))]
        table.add_row(f"{count:,}", f"{walk:.0%}", *cells, f"{max(times[1]):.1f}")
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
