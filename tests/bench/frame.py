"""How long a frame takes with 300 attendees, 40 bubbles, the bars and sound, and what stays in memory:
xvfb-run -a -s "-screen 0 1920x1080x24" python -m tests.bench.frame [MINUTES]

Everybody walks or talks; a new view comes every fourth frame, as at the usual pace, and every few seconds other
people speak. A frame is drawing and flipping, in the time of the clock and of the processor. MINUTES (0) more of
such frames are drawn to see whether memory grows.
"""

import gc
import math
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # as game.stage.present chooses without a GPU
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import numpy as np
import pygame
from rich.console import Console
from rich.table import Table

from game.model.acts import Act
from game.session.views import FormationView, Line, RoomView
from game.stage.app import TIDY_STEPS
from game.stage.art.scene import Scene
from game.stage.art.sprites import Sprites
from game.stage.art.theme import NORMAL
from game.stage.art.venue import Venue
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.screens.hud import Hud
from tests.stage.art.demo import demo_looks, person
from tests.stage.fakes import FakeBackend

PEOPLE, CIRCLES, EACH, BUBBLES = 300, 55, 4, 40
FRAMES, VIEW_FRAMES, TALK_VIEWS = 1200, 4, 60
WIDE, DEEP = 44, 28
PLAN = ("#" * WIDE, *["#" + "." * (WIDE - 2) + "#"] * (DEEP - 2), "#" * WIDE)
SAYINGS = (
    "We keep bees on the roof of the library.",
    "And then?",
    "My oven died at Christmas, with the stollen in it.",
)


def view_at(tick: int) -> RoomView:
    """A hall in which most talk and the others walk."""
    people, circles, lines = [], [], []
    for f in range(CIRCLES):
        x, y = 3 + (f % 11) * 3.8, 3 + (f // 11) * 5
        ids = tuple(range(len(people), len(people) + EACH))
        speaker = ids[(tick // TALK_VIEWS + f) % EACH]
        for k, who in enumerate(ids):
            angle = 2 * math.pi * k / EACH + f
            mood = ("smile", "laugh", "think", "bored")[(tick // 30 + who) % 4]
            people.append(
                person(
                    who, x + math.cos(angle) * 0.7, y + math.sin(angle) * 0.7,
                    heading=(-math.cos(angle), -math.sin(angle)), activity="talking", formation=f,
                    speaking=who == speaker, listening_to=-1 if who == speaker else speaker, player=who == 0,
                    mood="talk" if who == speaker else mood,
                )
            )  # fmt: skip
        circles.append(FormationView(f, x, y, 0.8, ids, f == 0))
        if f < BUBBLES:
            began = tick // TALK_VIEWS * TALK_VIEWS
            lines.append(Line(began, speaker, -1, Act.SHARE, SAYINGS[(f + began) % 3], 4.0, f == 0, False))
    for who in range(len(people), PEOPLE):
        turn = tick / 40 + who
        x, y = 22 + 18 * math.cos(turn / 3 + who), 14 + 11 * math.sin(turn / 4)
        people.append(person(who, x, y, heading=(math.cos(turn), math.sin(turn)), activity="walking"))
    return RoomView(
        tick=tick, clock=f"18:{tick // 240 % 60:02d}", seconds_left=900.0, phase="evening", me=0, people=tuple(people),
        formations=tuple(circles), lines=tuple(lines), choices=(), waiting=False, notebook=(), met=7, cards=3,
        caption="", narration="", asked="",
    )  # fmt: skip


def run(size: tuple[int, int], frames: int) -> tuple[list[float], list[float], float]:
    """Milliseconds of each frame by the clock and by the processor, and the memory held at the end (MB)."""
    surface = pygame.display.set_mode(size)
    desk = Desk(FakeBackend())
    desk.sound.open()
    hud, scene = Hud(desk), Scene(Venue(PLAN, 1.0), demo_looks(PEOPLE), NORMAL, Sprites())
    before, view = view_at(0), view_at(1)
    clock, busy = [], []
    for frame in range(frames):
        if frame % VIEW_FRAMES == 0:
            before, view = view, view_at(2 + frame // VIEW_FRAMES)
        start, spent = time.perf_counter(), time.process_time()
        share = frame % VIEW_FRAMES / VIEW_FRAMES
        scene.draw(surface, view, before, share, frame / 60, bubbles=BUBBLES, reserved=hud.bars)
        hud.draw(Ink(surface, desk.settings), replace(view, lines=()), 4.0)
        desk.sound.room(view, str)
        pygame.display.flip()
        clock.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - spent))
        scene.sprites.catch_up()  # as the window does, between frames
        if frame % TIDY_STEPS == 0:
            gc.collect(1)
        pygame.event.pump()
    desk.sound.close()
    return clock, busy, held_mb()


def held_mb() -> float:
    """The memory this process holds (Linux only)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Measure, and print a table."""
    gc.disable()
    pygame.display.init()
    pygame.font.init()
    table = Table("window", "frames", "p50 ms", "p95 ms", "p99 ms", "processor p99 ms", "memory MB")
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    for size in ((1280, 720), (1920, 1080)):
        frames = FRAMES + int(minutes * 3600)
        clock, busy, held = run(size, frames)
        p50, p95, p99 = (f"{value:.1f}" for value in np.percentile(clock[120:], (50, 95, 99)))
        table.add_row(
            "×".join(map(str, size)), str(frames), p50, p95, p99, f"{np.percentile(busy[120:], 99):.1f}", f"{held:.0f}"
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
