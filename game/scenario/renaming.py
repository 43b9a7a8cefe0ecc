"""A topic or a person called otherwise, wherever the file refers to them."""

from collections.abc import Iterator

from game.errors import ScenarioProblems
from game.scenario import edits
from game.scenario.references import entries, entry, word
from game.scenario.tree import Value, grow


def renamed(text: str, what: str, old: str, new: str) -> str:
    """The text with all that refers to a "topic" by id or to a "person" by name; the thing itself is not touched.

    Raises EditError when the text cannot be read.
    """
    try:
        root = grow(text, "")[0]
    except ScenarioProblems as problems:
        raise edits.EditError((what,), f"text that cannot be read: {problems.problems[0].message}") from None
    for path in _paths(root, what, old):
        text = edits.put(text, path, new)
    return text


def _paths(root: Value, what: str, old: str) -> list[edits.Path]:
    found = _to_topics(root) if what == "topic" else _to_people(root)
    return [path for path, value in found if word(value) == old]


def _to_people(root: Value) -> Iterator[tuple[edits.Path, Value]]:
    for path, who in _everybody(root):
        yield from _in_list((*path, "knows"), entry(who, "knows"))
    yield from _in_list(("weeks", "lost_clients"), entry(entry(root, "weeks"), "lost_clients"))


def _to_topics(root: Value) -> Iterator[tuple[edits.Path, Value]]:
    for path, who in _everybody(root):
        yield from _in_list((*path, "interests"), entry(who, "interests"))
        for key in ("need", "offer", "stories"):
            told = entry(who, key)
            for place, one in [((*path, key), told), *_in_list((*path, key), told)]:
                topic = entry(one, "topic")
                if topic is not None:
                    yield (*place, "topic"), topic


def _everybody(root: Value) -> Iterator[tuple[edits.Path, Value]]:
    """The player, people by name, and the kinds a crowd is made from."""
    player = entry(root, "player")
    if player is not None:
        yield ("player",), player
    for number, who in enumerate(entries(entry(root, "attendees"))):
        yield ("attendees", number), who
        for nth, kind in enumerate(entries(entry(who, "from"))):
            yield ("attendees", number, "from", nth), kind


def _in_list(path: edits.Path, listed: Value | None) -> Iterator[tuple[edits.Path, Value]]:
    for number, value in enumerate(entries(listed)):
        yield (*path, number), value
