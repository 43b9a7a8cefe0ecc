"""A tree of values against the form in `spec`: every problem, and plain values where there is none."""

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from game.errors import Problem, did_you_mean, shorten
from game.scenario import kinds, plan
from game.scenario.tree import BROKEN, Value

BAD: Any = object()  # stands for a value already complained of

SHAPES = {
    "id": (re.compile(r"[a-z][a-z0-9_]*\Z"), "small letters, digits and _, a letter first"),
    "clock": (re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z"), "an hour as HH:MM"),
    "language": (re.compile(r"[a-z]{2}(-[A-Z]{2})?\Z"), "a language code such as en or pt-BR"),
}


CODES_OF_LANGUAGES = {
    **dict.fromkeys(("english", "inglés"), "en"),
    **dict.fromkeys(("spanish", "español", "castellano"), "es"),
    **dict.fromkeys(("german", "deutsch"), "de"),
    **dict.fromkeys(("french", "français"), "fr"),
    **dict.fromkeys(("italian", "italiano"), "it"),
    **dict.fromkeys(("portuguese", "português"), "pt"),
}

MOST_GUESSES = 100  # a file with more problems than this is not mistyped, and guessing takes time


def nearest(word: str, among: Iterable[str]) -> str:
    """The most similar of the possible words, "" when none is similar."""
    return next(iter(difflib.get_close_matches(word[:80], list(among), 1, 0.65)), "")


def got(value: Value) -> str:
    """What came instead, in words."""
    data = value.data
    if data is None:
        return "nothing"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int | float):
        return f"the number {data:g}"
    if isinstance(data, str):
        return f'"{shorten(data)}"'
    return "a list" if isinstance(data, list) else "a block of settings"


def lines(text: str) -> list[str]:
    """The lines of a text as YAML counts them."""
    return re.split("\r\n|[\r\n\x85\u2028\u2029]", text)


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words one after the other, as a sentence has them."""
    *first, end = words
    return f"{', '.join(first)} {last} {end}" if first else end


def one_of(options: tuple[str, ...]) -> str:
    """The options, as an expectation."""
    return "one of " + ", ".join(options) if len(options) > 1 else options[0]


class Checker:
    """Collects problems and, for later, whatever refers to something written elsewhere."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = lines(text)
        self.problems: list[Problem] = []
        self.references: list[tuple[str, Value]] = []

    def problem(self, value: Value, code: str, message: str) -> Any:
        """Complain of a value."""
        message = f"{shorten(value.name)}: {message}"
        self.problems.append(Problem(self.path, value.line, value.col, code, message))
        return BAD

    def expected(self, value: Value, what: str, code: str = "WR204", near: str = "", more: str = "") -> Any:
        """Complain in the family's form; `more`: what to do, as a tail."""
        tail = f"{self.note(value)}{did_you_mean(near)}{more}"
        return self.problem(value, code, f"expected {what}, got {got(value)}{tail}")

    def note(self, value: Value) -> str:
        """A word about the note that stands where a value was meant to, "" when there is none."""
        if value.data is not None or not re.match(r"\s+#", self.lines[value.line - 1][value.col - 1 :]):
            return ""
        return ": # begins a note; put in quotes what begins with #"

    def nearest(self, word: str, among: Iterable[str]) -> str:
        """The word probably meant, "" when there is none or the file is beyond guessing."""
        return nearest(word, among) if len(self.problems) < MOST_GUESSES else ""

    def check(self, value: Value, kind: kinds.Kind) -> Any:
        """The plain value, or BAD."""
        if value.data is BROKEN:
            return BAD
        match kind:
            case kinds.Text():
                return self.text(value, kind)
            case kinds.Number():
                return self.number(value, kind)
            case kinds.Flag():
                return value.data if isinstance(value.data, bool) else self.expected(value, "true or false")
            case kinds.Choice():
                if isinstance(value.data, str) and value.data in kind.options:
                    return value.data
                near = self.nearest(value.data, kind.options) if isinstance(value.data, str) else ""
                return self.expected(value, one_of(kind.options), "WR205", near)
            case kinds.Ref():
                self.references.append((kind.to, value))
                what = "the id of a topic" if kind.to == "topic" else "the name of a person"
                named = isinstance(value.data, str) and value.data.strip()
                return value.data if named else self.expected(value, what)
            case kinds.ListOf():
                return self.list_of(value, kind)
            case kinds.OneOrMore():
                if isinstance(value.data, list):
                    return self.list_of(value, kinds.ListOf(kind.item, 1, kind.most))
                only = self.check(value, kind.item)
                return BAD if only is BAD else (only,)
            case kinds.MapOf():
                return self.map_of(value, kind)
            case kinds.Nullable():
                return None if value.data is None else self.check(value, kind.kind)
            case kinds.Block():
                return self.block(value, kind)
            case kinds.TopicKind():
                return self.topic(value, kind)
            case kinds.PlanKind():
                return self.plan(value)
            case kinds.AttendeeKind():
                crowd = isinstance(value.data, dict) and "crowd" in value.data
                return self.check(value, kind.crowd if crowd else kind.person)

    def text(self, value: Value, kind: kinds.Text) -> Any:
        data = value.data
        if not isinstance(data, str):
            if isinstance(data, bool | int | float):
                return self.problem(value, "WR204", f"expected text, got {got(value)}; put text in quotes")
            return self.expected(value, "text")
        data = data.strip()
        if not data:
            return self.expected(value, "text")
        if len(data) > kind.longest:
            message = f"expected at most {kind.longest} characters, got {len(data)}"
            return self.problem(value, "WR207", message)
        if kind.shape in SHAPES:
            pattern, words = SHAPES[kind.shape]
            if pattern.match(data):
                return data
            near = CODES_OF_LANGUAGES.get(data.lower(), data.lower()) if kind.shape == "language" else ""
            return self.expected(value, words, "WR208", near if pattern.match(near) else "")
        if kind.shape == "line" and len(data.splitlines()) > 1:
            return self.problem(value, "WR208", "expected text on one line, got a line break")
        if not data.replace("\n", " ").isprintable():
            return self.problem(value, "WR208", "expected text, got a character that cannot be shown")
        return " ".join(data.split())

    def number(self, value: Value, kind: kinds.Number) -> Any:
        data = value.data
        if isinstance(data, bool) or not isinstance(data, int if kind.whole else int | float):
            return self.expected(value, "a whole number" if kind.whole else "a number")
        if not kind.least <= data <= kind.most:
            what = f"{kind.least:g}" if kind.least == kind.most else f"{kind.least:g} to {kind.most:g}"
            return self.expected(value, what, "WR206")
        return data if kind.whole else float(data)

    def list_of(self, value: Value, kind: kinds.ListOf) -> Any:
        if not isinstance(value.data, list):
            return self.expected(value, "a list", more=_as_list(value, kind.item))
        count = len(value.data)
        if not kind.least <= count <= kind.most:
            what = f"{kind.most}" if kind.least == kind.most else f"{kind.least} to {kind.most}"
            return self.problem(value, "WR209", f"expected {what} entries, got {count}")
        items = [self.check(item, kind.item) for item in value.data]
        if kind.distinct:
            for index, item in enumerate(items):
                if item is not BAD and item in items[:index]:
                    self.problem(value.data[index], "WR210", f'"{item}" is in the list twice')
        return BAD if any(item is BAD for item in items) else tuple(items)

    def entries(self, value: Value, keys: Iterable[str], where: str) -> Mapping[str, Value]:
        """The entries whose keys are known; complains of the others."""
        assert isinstance(value.data, dict)
        known = list(keys)
        for key, entry in value.data.items():
            if key not in known:
                near = self.nearest(key, known)
                tail = did_you_mean(near) or f"; known: {', '.join(known)}"
                if entry.data is None:
                    tail = _no_value(key, known) or tail
                self.problems.append(
                    Problem(self.path, *entry.key_at, "WR202", f'{where} has no key "{shorten(key)}"{tail}')
                )
        return {key: entry for key, entry in value.data.items() if key in known}

    def map_of(self, value: Value, kind: kinds.MapOf) -> Any:
        if not isinstance(value.data, dict):
            return self.expected(value, "a block of settings")
        entries = self.entries(value, kind.keys or value.data, shorten(value.name))
        found = {key: self.check(entry, kind.value) for key, entry in entries.items()}
        return BAD if BAD in found.values() else found

    def block(self, value: Value, kind: kinds.Block) -> Any:
        fields = {f.metadata["key"] or f.name: f for f in dataclasses.fields(kind.cls) if f.metadata}
        if not isinstance(value.data, dict):
            return self.expected(value, _settings(fields, value.name == "the scenario"))
        entries = self.entries(value, fields, called(kind.cls))
        given = {fields[key].name: self.check(entry, fields[key].metadata["spec"]) for key, entry in entries.items()}
        for key, f in fields.items():
            if _required(f) and key not in value.data:
                self.problem(value, "WR201", f'"{key}" is missing. {f.metadata["doc"]}')
        if kind.sketch:
            return given
        return BAD if self.problems or BAD in given.values() else kind.cls(**given)

    def topic(self, value: Value, kind: kinds.TopicKind) -> Any:
        if isinstance(value.data, dict):
            return self.block(value, kind.block)
        id = self.text(value, kinds.Text("id", 40))
        return BAD if id is BAD else kind.block.cls(id=id)

    def plan(self, value: Value) -> Any:
        if not isinstance(value.data, str):
            return self.expected(value, "a plan: plan: | and below it one row of letters a line")
        rows = tuple(row.rstrip() for row in value.data.rstrip("\n").split("\n"))
        sound = True
        for r, c, code, message in plan.faults(rows):
            sound = False
            line, col = cell(value, self.lines, rows, r, c)
            self.problems.append(Problem(self.path, line, col, code, f"plan: {message}"))
        return rows if sound else BAD


def cell(value: Value, lines: list[str], rows: tuple[str, ...], r: int, c: int) -> tuple[int, int]:
    """Where in a file of these lines a cell of a plan is drawn; row and column count from 0."""
    if not value.literal:
        return value.line, value.col
    line = value.line + 1 + r
    if r >= len(rows) or line > len(lines):
        return value.line, value.col
    indent = len(lines[line - 1].rstrip()) - len(rows[r])
    return line, max(indent, 0) + c + 1


def _required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _settings(fields: "Mapping[str, dataclasses.Field[Any]]", whole: bool) -> str:
    """What a block, or the whole scenario, holds, as an expectation: what it must hold, else what it can."""
    must = [key for key, field in fields.items() if _required(field)]
    shown = must or list(fields)[:2]
    written = ", ".join(f"{key}: …" for key in shown)
    if whole:
        return f"{listed(must)}, a line each"
    return f"{listed(must)}, as {{{written}}}" if must else f"settings such as {{{written}}}"


def _as_list(value: Value, item: kinds.Kind) -> str:
    """How to write as a list what is none, as the tail of a message; "" when it cannot be told."""
    if isinstance(value.data, str) and isinstance(item, kinds.Text | kinds.Ref | kinds.Choice | kinds.TopicKind):
        parts = (part.strip() for part in value.data.split(","))
        return f"; write [{shorten(', '.join(filter(None, parts)), 80)}]"
    return '; each entry begins with "- "' if isinstance(value.data, dict) else ""


def _no_value(key: str, known: list[str]) -> str:
    """Why a key between braces has no value, as the tail of a message; "" when it cannot be told."""
    first = re.match(r"\w+", key)
    if first and first[0] in known:
        missing = "a blank is missing behind the colon of" if key[first.end()] == ":" else "a colon is missing behind"
        return f"; {missing} {first[0]}"
    return "; text with a comma between { and } needs quotes" if " " in key else ""


_CALLED = {
    "OnlineAct": "a twin",
    "Want": "a need or offer",
    "GuideStep": "a step of the guide",
    "Expect": "an expectation",
    **{name: f"a {name.lower()}" for name in ("Person", "Crowd", "Topic", "Story", "Question")},
    **{name: f"an {name.lower()}" for name in ("Archetype", "Answer")},
}


def called(cls: type[Any]) -> str:
    """What messages call a block of this class."""
    return _CALLED.get(cls.__name__, f"the {cls.__name__.lower()}")
