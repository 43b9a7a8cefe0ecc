"""Every test runs without a display, without sound, and with a home of its own for journals and settings."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before the first import of pygame, and for the programs that tests start.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["LC_ALL"] = "C.UTF-8"  # the game speaks English unless a test says otherwise

ALL_SEEDS = 200  # after which a claim is judged as it is written; .ci/run asks for as many


def _is_quick(item: pytest.Item) -> bool:
    """Neither about the lesson, over many evenings, nor in a browser."""
    return not (item.get_closest_marker("lesson") or "browser" in item.path.parts)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the longest tests out where few seeds are asked for, and keep a module's tests in one process.

    They share its fixtures; those that say otherwise go with their own group.
    """
    if int(os.environ.get("LESSON_SEEDS", "0")) < ALL_SEEDS:
        left_out = [item for item in items if item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]
    items.sort(key=_is_quick)  # the long ones begin first
    for item in items if config.pluginmanager.hasplugin("xdist") else ():
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for this test alone, where journals and settings go."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WORK_THE_ROOM_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def journals_let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test left open, as the end of a process would."""
    from game.session import journal

    opened: list[sqlite3.Connection] = []
    connect = journal._connect

    def remembered(path: Path) -> sqlite3.Connection:
        opened.append(connect(path))
        return opened[-1]

    monkeypatch.setattr(journal, "_connect", remembered)
    yield
    for database in opened:
        database.close()
