"""A short evening for a few phones, and a workshop around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.talk.words import Words
from game.workshop import book
from tests.workshop.hands import CODE, Room, write_tea_room
from tests.workshop.lines import Live


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


@pytest.fixture
def live(tea_room: str, words: Words) -> Iterator[Live]:
    """A workshop in the lobby, on the line, nobody there."""
    show, kept = book.begin(tea_room, words, 3, CODE)
    yield Live(show, kept)
    kept.close()
