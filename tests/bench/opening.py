"""How soon the game shows its first frame, and how much memory a running evening takes:
python -m tests.bench.opening

Each start is a process of its own, on whatever display there is (`xvfb-run -a` gives one; with
SDL_VIDEODRIVER=dummy there need be none). The first frame is the first flip of the window, counted from
before the process was started; beside it the processor time spent until then, which a busy machine stretches
less. Memory is the most the process held (Linux only).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

STARTS = 7
WATCHED_S = 20.0  # of a running evening
MOST_MB = "VmHWM"
ROOT = Path(__file__).parents[2]


def start(arguments: list[str], watch_s: float) -> tuple[float, float, float]:
    """Seconds to the first frame, processor seconds of it, and the most memory held (MB) until `watch_s` after it."""
    with tempfile.TemporaryDirectory() as home:
        alone = {"XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "SDL_AUDIODRIVER": "dummy"}
        began = time.time()
        command = [sys.executable, "-m", "tests.bench.opening", "--inside", str(watch_s), *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | alone, capture_output=True, text=True, check=True, timeout=300
        )
    first, busy, most = (float(word) for word in done.stdout.split()[-3:])
    return first - began, busy, most


def inside(watch_s: float, arguments: list[str]) -> None:
    """The game itself, in its own process: say when the first frame was there, and leave after a while."""
    import pygame

    from game.cli import main as game

    flip, first = pygame.display.flip, (0.0, 0.0)

    def watched() -> None:
        nonlocal first
        flip()
        now = time.time()
        first = first if first[0] else (now, time.process_time())
        if now - first[0] >= watch_s:
            print(f"{first[0]:.4f} {first[1]:.4f} {most_mb():.1f}", flush=True)
            os._exit(0)

    pygame.display.flip = watched
    game(arguments)


def most_mb() -> float:
    """The most memory this process has held."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.split(f"{MOST_MB}:")[1].split()[0]) / 1024


def main() -> None:
    """Measure, and print a table."""
    cases = {
        "the title": ([], 0.0),
        "the Chamber Mixer": (["play", "chamber_mixer", "--style", "listener"], WATCHED_S),
        "the Conference Hallway": (["play", "conference_hallway", "--style", "listener"], WATCHED_S),
    }
    table = Table("starting with", "starts", "first frame s, median", "slowest", "processor s", "most memory MB")
    for name, (arguments, watch_s) in cases.items():
        waits, busy, _ = zip(*(start(arguments, 0.0) for _ in range(STARTS)), strict=True)
        _, _, most = start(arguments, watch_s)
        table.add_row(
            name, str(STARTS), f"{median(waits):.2f}", f"{max(waits):.2f}", f"{median(busy):.2f}", f"{most:.0f}"
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(float(sys.argv[2]), sys.argv[3:])
    else:
        main()
