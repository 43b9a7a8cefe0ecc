"""What scenarios say where their files say nothing, in every language there is a table for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.scenario.source import read_text
from game.scenario.spec import Answer, OnlineAct, Question, Topic
from game.scenario.tree import Value, grow

TABLES = Path(__file__).resolve().parents[2] / "assets" / "words"
FIRST = "en"  # spoken where a language has no table


@dataclass(frozen=True)
class Prose:
    """The default texts of one language. `{words}` in them: those of the topic somebody is given."""

    topics: tuple[Topic, ...]  # where a scenario neither lists topics nor mentions any
    work: tuple[str, ...]
    need: str
    offer: str
    stories: tuple[tuple[str, str], ...]  # (text, hook), told about any topic
    questions: tuple[Question, ...]
    ask_the_room: tuple[str, ...]
    last_question: str  # always asked
    twins: dict[str, dict[str, OnlineAct]]  # by network and act


def is_told(language: str) -> bool:
    """Whether a language has a table."""
    return (TABLES / language / "scenario").is_dir()


def languages() -> tuple[str, ...]:
    """Those that have a table."""
    return tuple(sorted(folder.name for folder in TABLES.iterdir() if is_told(folder.name)))


@cache
def prose(language: str) -> Prose:
    """The default texts in a language, those in English where it has none."""
    folder = TABLES / (language if is_told(language) else FIRST) / "scenario"
    told, twins = _table(folder / "defaults.yaml"), _table(folder / "twins.yaml")
    return Prose(
        topics=tuple(Topic(id=id, words=words) for id, words in told["topics"].items()),
        work=tuple(told["work"]),
        need=told["need"],
        offer=told["offer"],
        stories=tuple((story["text"], story["hook"]) for story in told["stories"]),
        questions=tuple(
            Question(ask=asked["ask"], answers=tuple(Answer(**answer) for answer in asked["answers"]))
            for asked in told["questions"]
        ),
        ask_the_room=(*told["ask_the_room"], told["last_question"]),
        last_question=told["last_question"],
        twins={network: {act: OnlineAct(**twin) for act, twin in acts.items()} for network, acts in twins.items()},
    )


def phrasebook(language: str, other: str, topics: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Every default text in a language → the same in another; `topics`: the words of each topic in the two.

    Empty where the other has no table. Twins are left out: they are found by network and act.
    """
    if not is_told(other):
        return {}
    here, there = prose(language), prose(other)
    book = dict(zip(_plain(here), _plain(there), strict=True))
    for words, told in topics:
        texts = zip(_about_topics(here), _about_topics(there), strict=True)
        book |= {text.format(words=words): same.format(words=told) for text, same in texts}
    return book


def _plain(of: Prose) -> Iterator[str]:
    yield from of.work
    yield from (hook for _, hook in of.stories)
    yield from of.ask_the_room
    for question in of.questions:
        yield question.ask
        for answer in question.answers:
            yield from (answer.text, answer.later)
    yield from (topic.words for topic in of.topics)


def _about_topics(of: Prose) -> Iterator[str]:
    yield from (of.need, of.offer)
    yield from (text for text, _ in of.stories)


def _table(path: Path) -> Any:
    root, problems = grow(read_text(path), path.name)
    assert not problems, problems
    return _bare(root)


def _bare(value: Value) -> Any:
    """A tree of values without the places where they stand."""
    if isinstance(value.data, dict):
        return {key: _bare(entry) for key, entry in value.data.items()}
    return [_bare(entry) for entry in value.data] if isinstance(value.data, list) else value.data
