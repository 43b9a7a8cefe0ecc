"""Every test runs without a display, without sound, and with a home of its own for journals and settings."""

import os
from pathlib import Path

import pytest

# Before the first import of pygame, and for the programs that tests start.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for this test alone, where journals and settings go."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WORK_THE_ROOM_HOME", str(folder))
    return folder
