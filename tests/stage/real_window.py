"""The game as a player has it: a process of its own, a window on a real X server, keys and clicks by xdotool."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.session.journal import Journal
from tests.architecture.tree import ROOT

TOOLS = ("Xvfb", "xdotool")
PATIENCE_S = 120.0
PAUSE_S = 0.7  # between two strikes of a key: the machine may be busy


def needs_a_display() -> None:
    """Where the tools are missing a player's own test run goes on without; a check of the whole must not."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"{' and '.join(missing)} not installed")
    assert not missing, f"install {' and '.join(missing)}"


class RealWindow:
    """A running game. Use as a context manager."""

    def __init__(self, home: Path, *arguments: str, size: str = "1280x720") -> None:
        self.home, self.arguments, self.size = home, arguments, size

    def __enter__(self) -> "RealWindow":
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp"]
        self.server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.environment = {
                **{name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"},
                "DISPLAY": f":{said.readline().strip()}",
                "SDL_AUDIODRIVER": "dummy",
                "WORK_THE_ROOM_HOME": str(self.home),
            }
        program = [sys.executable, str(ROOT / "main.py"), *self.arguments]
        self.game = subprocess.Popen(program, env=self.environment)
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self.game, self.server):
            process.kill()
            process.wait()

    def key(self, name: str) -> None:
        """Strike a key."""
        self._xdotool("key", name)

    def click(self, x: int, y: int) -> None:
        """Move the mouse there and click."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def _xdotool(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], env=self.environment, check=True)

    def until(self, seen: Callable[[Journal], bool], *hands: Callable[[], None]) -> None:
        """Do one thing after the other, over and over, until the run's journal shows it."""
        end = time.monotonic() + PATIENCE_S
        turn = 0
        while not self.shows(seen):
            assert self.game.poll() is None, "the game has ended"
            assert time.monotonic() < end, "it did not come to that"
            hands[turn % len(hands)]()
            turn += 1
            time.sleep(PAUSE_S)

    def shows(self, seen: Callable[[Journal], bool]) -> bool:
        """Whether the journal of the only run, copied as it is on the disk now, shows something."""
        runs = self.home / "runs"
        copy = self.home / "seen"
        shutil.rmtree(copy, ignore_errors=True)
        if not list(runs.glob("*.run")):
            return False
        shutil.copytree(runs, copy)
        journal = Journal.open(next(copy.glob("*.run")))
        try:
            return seen(journal)
        finally:
            journal.close()
