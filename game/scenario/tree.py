"""YAML text → a tree of values that know their line and column.

Built from PyYAML's stream of events and not from its loaders: those join anchors and merge keys
(376 bytes can cost 90 s and 1.6 GB), lose repeated keys, and read `NO` as false and `18:00` as 1080. Here
nothing is constructed that is not written out, and plain scalars follow the core schema of YAML 1.2.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from game.errors import Problem, ScenarioProblems, shorten
from game.scenario.syntax import unreadable

_LIBYAML: Any = getattr(yaml, "CSafeLoader", None)  # not on every machine
MOST_DEPTH = 20
MOST_VALUES = 50_000
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,3})?\Z")
_WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_SURROGATE = re.compile("[\ud800-\udfff]")


class Broken:
    """Stands for a value already complained of; nothing more is said about it."""


BROKEN = Broken()
Data = None | bool | int | float | str | Broken | list["Value"] | dict[str, "Value"]


@dataclass(slots=True)
class Value:
    """A value, where it stands (from 1), and what to call it."""

    data: Data
    line: int
    col: int
    name: str = ""
    key_at: tuple[int, int] = (0, 0)
    style: str = (
        ""  # of a scalar as written: plain "", quoted ' or ", block | or >; of a map or list in one line: { or [
    )
    span: tuple[int, int] = (0, 0)  # characters of the text from its first to behind its last, without the key
    key_span: tuple[int, int] = (0, 0)

    @property
    def literal(self) -> bool:
        """A block scalar that keeps its lines ("|")."""
        return self.style == "|"


class _Tree:
    def __init__(self, path: str, events: Iterator[Any]) -> None:
        self.path = path
        self.events = self._watched(events)
        self.problems: list[Problem] = []
        self.values = 0

    def _watched(self, events: Iterator[Any]) -> Iterator[Any]:
        for event in events:
            self.end: int = event.end_mark.index  # where the event under way ends, a value ends
            yield event

    def problem(self, mark: Any, code: str, message: str) -> Problem:
        found = Problem(self.path, mark.line + 1, mark.column + 1, code, message)
        self.problems.append(found)
        return found

    def value(self, event: Any, name: str, depth: int) -> Value:
        """The value that starts with this event."""
        self.values += 1
        mark = event.start_mark
        if depth > MOST_DEPTH:
            key = shorten(name.rpartition(" of ")[2])
            message = f"{key}: nested too deeply: more than {MOST_DEPTH} levels"
            raise ScenarioProblems([self.problem(mark, "WR112", message)])
        if self.values > MOST_VALUES:
            message = f"{shorten(name)}: more than {MOST_VALUES} values: this is no scenario"
            raise ScenarioProblems([self.problem(mark, "WR113", message)])
        sound = self.refuse_marvels(event, name)
        value = Value(None, mark.line + 1, mark.column + 1, name)
        if isinstance(event, yaml.MappingStartEvent):
            value.style = "{" if event.flow_style else ""
            value.data = self.entries(value, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
                items.append(self.value(following, f"entry {len(items) + 1} of {name}", depth + 1))
            value.data = items
            value.style = "[" if event.flow_style else ""
        elif isinstance(event, yaml.ScalarEvent):
            value.style = event.style or ""
            value.data = scalar(event.value) if event.implicit[0] and not event.style else event.value
            if isinstance(value.data, str) and _SURROGATE.search(value.data):
                self.problem(mark, "WR104", f"{shorten(name)}: half a character (\\ud800 to \\udfff) is not text")
                sound = False
        if not sound:
            value.data = BROKEN
        value.span = (mark.index, self.end)
        return value

    def refuse_marvels(self, event: Any, name: str) -> bool:
        """Whether the event is free of tags, anchors and aliases; complains of each."""
        before = len(self.problems)
        quotes = "or put in quotes what begins with"
        mark, anchor, tag = event.start_mark, shorten(event.anchor or ""), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self.problem(mark, "WR109", f"{shorten(name)}: alias *{anchor}: write the value out in full, {quotes} *")
        elif anchor:
            self.problem(mark, "WR109", f"{shorten(name)}: anchor &{anchor}: write values out where needed, {quotes} &")
        if tag is not None:
            self.problem(mark, "WR108", f"{shorten(name)}: tag {shorten(tag)}: remove it, {quotes} !")
        return len(self.problems) == before

    def entries(self, block: Value, depth: int) -> dict[str, Value]:
        """The entries of a mapping; a repeated key keeps its first value.

        Behind an entry of a list that lacks its dash every key is repeated, and nothing more is said of that.
        """
        data: dict[str, Value] = {}
        runs_on = False
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            mark, end = key.start_mark, self.end
            if not isinstance(key, yaml.ScalarEvent):
                if isinstance(key, yaml.AliasEvent):
                    self.refuse_marvels(key, "key")
                else:
                    self.problem(mark, "WR111", "a key is one word of text, not a list or a block")
                self.value(key, "key", depth + 1)
                self.value(next(self.events), "value", depth + 1)
                continue
            self.refuse_marvels(key, "key")
            value = self.value(next(self.events), shorten(key.value), depth + 1)
            value.key_at = (mark.line + 1, mark.column + 1)
            value.key_span = (mark.index, end)
            if key.value == "<<" and not key.style:
                self.problem(mark, "WR110", "merge key <<: write the settings out in full")
            elif key.value in data and runs_on:
                continue
            elif key.value in data:
                first = data[key.value].key_at[0]
                message = f'"{shorten(key.value)}" is written twice: on line {first} and on line {mark.line + 1}'
                if key.value == next(iter(data)) and block.name.startswith("entry ") and not block.style:
                    message += f', or a dash is missing: "- {shorten(key.value)}: …" begins another entry'
                    runs_on = True
                self.problem(mark, "WR203", message)
            else:
                data[key.value] = value
        return data


def scalar(text: str) -> None | bool | int | float | str:
    """A plain scalar by the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    return text


def grow(text: str, path: str) -> tuple[Value, list[Problem]]:
    """The tree of a document and what is wrong with it; raises ScenarioProblems when there is no tree.

    libyaml reads five times as fast as PyYAML's own parser. What it cannot read, the other is asked about: its marks
    are those that messages are made from.
    """
    if _LIBYAML is not None:
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            return _grown(_Tree(path, yaml.parse(text, Loader=_LIBYAML)))
    tree = _Tree(path, yaml.parse(text, Loader=yaml.SafeLoader))
    try:
        return _grown(tree)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise ScenarioProblems([*tree.problems, unreadable(error, text, path)]) from None


def _grown(tree: _Tree) -> tuple[Value, list[Problem]]:
    start = next(event for event in tree.events if not isinstance(event, yaml.StreamStartEvent))
    if isinstance(start, yaml.StreamEndEvent):
        raise ScenarioProblems([Problem(tree.path, 1, 1, "WR105", "the file is empty")])
    root = tree.value(next(tree.events), "the scenario", 0)
    next(tree.events)
    after = next(tree.events)
    if not isinstance(after, yaml.StreamEndEvent):
        tree.problem(after.start_mark, "WR107", "a second document starts here: one file holds one")
    return root, tree.problems
