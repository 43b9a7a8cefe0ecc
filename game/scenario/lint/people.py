"""People who have nothing of their own to tell."""

from collections.abc import Iterator
from typing import Any

from game.scenario.lint.finding import Finding, Subject
from game.scenario.references import entry, word
from game.scenario.tree import Value

_OWN = ("work", "need", "offer", "stories")


def storyless(subject: Subject) -> Iterator[Finding]:
    """People with interests of whom no story is on one of them."""
    for who, person in subject.written():
        interests = entry(who, "interests")
        if interests is not None and not {story.topic for story in person.stories} & set(person.interests):
            told = ", ".join(dict.fromkeys(story.topic for story in person.stories)) or "nothing"
            message = f"{person.name} has no story on any of {', '.join(person.interests)}; tells of {told}"
            yield Finding(interests, "WR604", message)


def copies(subject: Subject) -> Iterator[Finding]:
    """People of whom the file says the very same as of somebody before them, whatever they are called and wear."""
    first: dict[Any, Value] = {}
    for who, _ in subject.written():
        if not any(getattr(entry(who, key), "data", None) for key in _OWN):
            continue
        same = first.setdefault(tuple(_plain(entry(who, key)) for key in (*_OWN, "interests")), who)
        if same is not who:
            message = f"a copy of {word(entry(same, 'name')) or 'the player'} on line {same.line} but for the name"
            yield Finding(entry(who, "name") or who, "WR608", message)


def _plain(value: Value | None) -> Any:
    """What a value says, wherever it stands; can be compared and hashed."""
    data = value.data if value is not None else None
    if isinstance(data, dict):
        return tuple(sorted((key, _plain(inner)) for key, inner in data.items()))
    if isinstance(data, list):
        return tuple(map(_plain, data))
    return " ".join(data.split()) if isinstance(data, str) else data
