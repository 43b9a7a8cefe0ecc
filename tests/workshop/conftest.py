"""A short evening for a few phones, and a workshop around it."""

from pathlib import Path

import pytest

from game.talk.words import Words
from tests.workshop.hands import Room, write_tea_room


@pytest.fixture(scope="session")
def words() -> Words:
    return Words()


@pytest.fixture
def tea_room(tmp_path: Path) -> str:
    """The path of a scenario of five minutes."""
    return write_tea_room(tmp_path)


@pytest.fixture
def room(tea_room: str, words: Words) -> Room:
    """A workshop of it, in the lobby, nobody there."""
    return Room(tea_room, words)
