"""String tables: text by id, with slots, plural and gender forms, in one folder for each language.

A value is a text, or a map of forms: {one: …, other: …} chosen by the slot `n`, or {she: …, he: …, they: …}
chosen by the slot `pronoun`; the two may be nested. Ids are the keys joined by dots.
"""

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.errors import GameError
from game.talk.grammar import Grammar, grammar_of
from game.talk.template import Slot, UnfilledSlotError, fill, slots_of

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "words"
PLURALS = {"one", "other"}
PRONOUNS = {"she", "he", "they"}


class WordsError(GameError):
    """Something is wrong with a table of words, or with what is asked of it."""


class _Strict(yaml.BaseLoader):
    """Every scalar is a string (`no` stays "no"), and neither keys nor anchors may repeat."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise WordsError(_place(mark), "words written out", "a reference to words elsewhere")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise WordsError(_place(key.start_mark), "each id once", f'"{key.value}" a second time')
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def read_table(path: Path) -> dict[str, Any]:
    """One YAML file of words: maps, lists and strings only. Raises WordsError."""
    try:
        with path.open(encoding="utf-8") as stream:
            data = yaml.load(stream, Loader=_Strict)  # a BaseLoader: it builds strings, lists and maps only
    except yaml.YAMLError as problem:
        raise WordsError(path.name, "YAML", str(problem)) from problem
    if not isinstance(data, dict):
        raise WordsError(path.name, "ids with their words", type(data).__name__)
    return data


@cache
def _texts(folder: Path) -> Mapping[str, Any]:
    """All texts of one language by id; read once. Raises WordsError."""
    found: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, value in _flat("", read_table(path)):
            if key in found:
                raise WordsError(path.name, "each id once", f'"{key}", which another file has')
            found[key] = value
    return found


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages there are tables for."""
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))


class Words:
    """All texts of one language."""

    def __init__(self, language: str = "en", folder: Path = FOLDER) -> None:
        self.language = language
        self.grammar: Grammar = grammar_of(language)
        self.folder = folder / language
        if language not in (there := languages(folder)):
            raise WordsError("language", f"one of {', '.join(there)}", f'"{language}"')
        self._texts = _texts(self.folder)
        self._under: dict[str, list[str]] = {}  # ids by what they begin with, once asked for

    def speaking(self, language: str) -> "Words":
        """The words of another language; these where there are none of it."""
        there = self.folder.parent
        return self if language == self.language or language not in languages(there) else _words(language, there)

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def under(self, prefix: str) -> list[str]:
        """The ids that begin with `prefix.`, in the order of the file."""
        if prefix not in self._under:
            self._under[prefix] = [key for key in self._texts if key.startswith(prefix + ".")]
        return list(self._under[prefix])

    def slots(self, key: str) -> frozenset[str]:
        """The slots a text without forms needs."""
        return slots_of(self._texts[key])

    def table(self, prefix: str) -> dict[str, str]:
        """The texts whose ids begin with `prefix.`, by the rest of it, slots left open: for pages that fill them."""
        return {key.removeprefix(prefix + "."): self._texts[key] for key in self.under(prefix)}

    def text(self, key: str, /, **slots: Slot) -> str:
        """The text with its slots filled.

        `pronoun="she"` fills {subj}, {obj}, {poss} and {refl}; `who_pronoun="they"` fills {who_subj} and so
        on. Raises WordsError for an unknown id or a slot left open.
        """
        if key not in self._texts:
            near = difflib.get_close_matches(key, self._texts, 1)
            raise WordsError(f"words/{self.language}", "the id of a text", f'"{key}"', *near)
        full = self.spread(slots)
        try:
            return fill(_form(self._texts[key], full, key), full, self.grammar)
        except UnfilledSlotError as missing:
            raise WordsError(key, f"a value for {{{missing.args[0]}}}", "none") from missing

    def spread(self, slots: dict[str, Slot]) -> dict[str, Slot]:
        """The slots, with every pronoun spread out into its forms."""
        full = dict(slots)
        for name, value in slots.items():
            if name == "pronoun" or name.endswith("_pronoun"):
                stem = name[: -len("pronoun")]
                for case in ("subj", "obj", "poss", "refl"):
                    full[stem + case] = self._texts[f"pronoun.{value}.{case}"]
                full[f"{stem}subj.number"] = int(self._texts[f"pronoun.{value}.number"])
        return full


@cache
def _words(language: str, folder: Path) -> Words:
    return Words(language, folder)


def _place(mark: Any) -> str:
    return f"{Path(mark.name).name}:{mark.line + 1}:{mark.column + 1}"


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and not _is_forms(value):
        for key, inner in value.items():
            yield from _flat(f"{prefix}.{key}" if prefix else key, inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value, start=1):
            yield from _flat(f"{prefix}.{index}", inner)
    else:
        yield prefix, value


def _is_forms(value: dict[str, Any]) -> bool:
    keys = set(value)
    return keys == PLURALS or (keys == PRONOUNS and not any(_has_cases(v) for v in value.values()))


def _has_cases(value: Any) -> bool:
    return isinstance(value, dict) and "subj" in value


def _form(value: Any, slots: dict[str, Slot], key: str) -> str:
    while isinstance(value, dict):
        by_number = set(value) == PLURALS
        name = "n" if by_number else "pronoun"
        if name not in slots:
            raise WordsError(key, f"a value for {{{name}}}, to choose the form by", "none")
        value = value["one" if slots["n"] == 1 else "other"] if by_number else value[str(slots["pronoun"])]
    return str(value)
