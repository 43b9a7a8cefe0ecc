"""A short evening to play, and the words it is told in."""

from pathlib import Path

import pytest

from game.session import start
from game.session.session import Session
from game.talk.words import Words
from tests.session.hands import write_scenario


@pytest.fixture(scope="session")
def words() -> Words:
    return Words()


@pytest.fixture
def tea_break(tmp_path: Path) -> str:
    """The path of a scenario of five minutes and six people."""
    return write_scenario(tmp_path)


@pytest.fixture
def evening(tea_break: str, words: Words) -> Session:
    """A run of it that a human plays, the doors just open."""
    return start.begin(tea_break, words=words, seed=3)
