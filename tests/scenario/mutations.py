"""Shipped scenarios broken in every way we know: a change, the lines at which it shows, and the key to be named.

The line of a change is where it was made. Where something is missing now, the line of the block that lacks it
counts as well, and where a name was changed that others refer to, so do the lines that refer to it.
"""

import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.scenario.load import FILE, SHIPPED
from game.scenario.tree import Value, grow

SMALL = ("launch_week", "thirty_thousand", "won_back", "first_five_minutes")
REQUIRED = ("title", "lesson", "attendees", "topic", "text", "hook", "act", "example", "style", "measure", "say")
ELSEWHERE = ("weeks", "only", "id", "name", "key")  # what other lines build on: changed only where a change says so


@dataclass(frozen=True)
class Mutant:
    """A broken file; each problem must stand on one of `lines`, and one of them must say `names`."""

    how: str
    data: bytes
    lines: frozenset[int]
    names: str


@dataclass(frozen=True)
class Spot:
    """A value of a scenario with the key it stands under, its own or that of its list, and the block around it."""

    key: str
    value: Value
    block: Value


class Source:
    """A shipped scenario to be broken: its text, its values, and what chance takes of them."""

    def __init__(self, id: str, chance: random.Random) -> None:
        self.chance = chance
        self.text = (SHIPPED / id / FILE).read_text(encoding="utf-8")
        self.root = grow(self.text, FILE)[0]
        self.spots = list(_spots(self.root))
        self.attendees = next(spot.value for spot in self.spots if spot.key == "attendees")

    def any(self, fits: Callable[[Spot], bool]) -> Spot:
        """One of the values that fit, by chance."""
        return self.chance.choice([spot for spot in self.spots if spot.key not in ELSEWHERE and fits(spot)])

    def lines_with(self, word: Value) -> list[int]:
        """The lines that say the word of a value."""
        said = re.compile(rf"\b{word.data}\b")
        return [number for number, line in enumerate(self.text.splitlines(), 1) if said.search(line)]

    def swapped(self, span: tuple[int, int], new: str) -> str:
        """The text with other characters in place of some."""
        return self.text[: span[0]] + new + self.text[span[1] :]

    def line_of(self, at: int) -> int:
        """The line of a character."""
        return self.text.count("\n", 0, at) + 1


def _spots(block: Value, key: str = "") -> Iterator[Spot]:
    inner: list[tuple[str, Value]] = []
    if isinstance(block.data, dict):
        inner = list(block.data.items())
    elif isinstance(block.data, list):
        inner = [(key, value) for value in block.data]
    for own, value in inner:
        yield Spot(own, value, block)
        yield from _spots(value, own)


def _mutant(how: str, text: str, names: str, *lines: int) -> Mutant:
    return Mutant(how, text.encode("utf-8"), frozenset(lines), names)


def _typo(word: str) -> str:
    """Two neighbouring letters change places."""
    at = next(n for n in range(1, len(word) - 1) if word[n] != word[n + 1])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _swap(spot: Spot) -> str:
    return _typo(str(spot.value.data))


def _is(spot: Spot, *types: type) -> bool:
    return isinstance(spot.value.data, types) and not isinstance(spot.value.data, bool)


def _text(spot: Spot) -> bool:
    return isinstance(spot.value.data, str) and spot.value.style in ("", '"')


def replaced(how: str, fits: Callable[[Spot], bool], new: str | Callable[[Spot], str]) -> Callable[[Source], Mutant]:
    """The change that puts something else in place of a value that fits."""

    def change(source: Source) -> Mutant:
        spot = source.any(fits)
        written = new if isinstance(new, str) else new(spot)
        return _mutant(how, source.swapped(spot.value.span, written), spot.key, spot.value.line)

    return change


def key_mistyped(source: Source) -> Mutant:
    """A key with two letters swapped."""
    spot = source.any(lambda spot: spot.value.key_at[0] > 0 and len(spot.key) > 3)
    text = source.swapped(spot.value.key_span, _typo(spot.key))
    return _mutant("a key mistyped", text, spot.key, spot.value.key_at[0], spot.block.line)


def key_unheard_of(source: Source) -> Mutant:
    """A key that is like no other."""
    spot = source.any(lambda spot: spot.value.key_at[0] > 0 and spot.key not in REQUIRED)
    return _mutant("a key unheard of", source.swapped(spot.value.key_span, "zzz"), "zzz", spot.value.key_at[0])


def key_twice(source: Source) -> Mutant:
    """A line with a key, twice."""
    spot = source.any(lambda spot: spot.value.key_at[1] > 1 and spot.block.style == "" and _text(spot))
    end = source.text.index("\n", spot.value.span[1])
    line = f"\n{' ' * (spot.value.key_at[1] - 1)}{spot.key}: again"
    text = source.text[:end] + line + source.text[end:]
    return _mutant("a key twice", text, spot.key, source.line_of(end) + 1)


def key_missing(source: Source) -> Mutant:
    """A key that must be there isn't."""
    spot = source.any(lambda spot: spot.key in REQUIRED and spot.block.style == "{" and spot.value.key_at[0] > 0)
    end = spot.value.span[1]
    end += 2 if source.text[end : end + 2] == ", " else 0
    text = source.swapped((spot.value.key_span[0], end), "").replace(", }", "}")
    return _mutant("a key missing", text, spot.key, spot.value.line)


def name_taken(source: Source) -> Mutant:
    """Somebody has the name of somebody else; who knew them knows nobody of that name."""
    people = [spot for spot in source.spots if spot.key == "name" and spot.block.line > source.attendees.line - 1]
    first, second = source.chance.sample(people, 2)
    text = source.swapped(second.value.span, str(first.value.data))
    return _mutant("a name taken", text, "name", *source.lines_with(first.value), *source.lines_with(second.value))


def topic_renamed(source: Source) -> Mutant:
    """A topic is called otherwise in the list than wherever it is meant."""
    spot = next(spot for spot in source.spots if spot.key == "id" and spot.block is not source.root)
    text = source.swapped(spot.value.span, "qqqq")
    return _mutant("a topic renamed", text, "interests", *source.lines_with(spot.value))


def unclosed(how: str, style: str, sign: str) -> Callable[[Source], Mutant]:
    """The change that takes away the last sign of a value in one line."""

    def change(source: Source) -> Mutant:
        spot = source.any(lambda spot: spot.value.style == style and "\n" not in source.text[slice(*spot.value.span)])
        end = spot.value.span[1]
        assert source.text[end - 1] == sign
        return _mutant(how, source.swapped((end - 1, end), ""), spot.key, spot.value.line)

    return change


def quote_opened(source: Source) -> Mutant:
    """A quote before a text and none behind it."""
    spot = source.any(lambda spot: _text(spot) and spot.value.style == "" and spot.block.style == "")
    start = spot.value.span[0]
    return _mutant("a quote never closed", source.swapped((start, start), '"'), spot.key, spot.value.line)


def line_changed(how: str, change_line: Callable[[str, str], str]) -> Callable[[Source], Mutant]:
    """The change of one line in which a key of a block has a text."""

    def change(source: Source) -> Mutant:
        spot = source.any(
            lambda spot: spot.block.style == "" and spot.value.style == "" and _text(spot) and spot.value.key_at[1] > 3
            and spot.value.line > spot.block.line
        )  # fmt: skip
        rows = source.text.split("\n")
        rows[spot.value.line - 1] = change_line(rows[spot.value.line - 1], spot.key)
        return _mutant(how, "\n".join(rows), spot.key, spot.value.line)

    return change


def dash_missing(source: Source) -> Mutant:
    """Somebody without a dash runs into whoever stands before them: all they say is said twice."""
    people = [spot.value for spot in source.spots if spot.block is source.attendees]
    who = source.chance.choice(people[1:])
    text = source.swapped((who.span[0] - 2, who.span[0]), "  ")
    name = next(spot.value for spot in source.spots if spot.block is who and spot.key == "name")
    lines = range(who.line, source.line_of(who.span[1]))
    return _mutant("a dash missing", text, "name", *lines, *source.lines_with(name))


def added(how: str, more: str, names: str, nth: int = 1) -> Callable[[Source], Mutant]:
    """The change that adds lines at the end, of which the nth is wrong."""
    return lambda source: _mutant(how, source.text + more, names, source.text.count("\n") + nth)


def plan_changed(how: str, change_row: Callable[[str], str], which: int = 2) -> Callable[[Source], Mutant]:
    """The change of one row of the plan."""

    def change(source: Source) -> Mutant:
        drawn = next(spot.value for spot in source.spots if spot.key == "plan")
        rows = source.text.split("\n")
        rows[drawn.line + which] = change_row(rows[drawn.line + which])
        return _mutant(how, "\n".join(rows), "plan", drawn.line + which + 1, *([drawn.line + 1] if which == 0 else []))

    return change


def whole(how: str, change: Callable[[str], bytes], names: str, line: int = 1) -> Callable[[Source], Mutant]:
    """The change of all of the file."""
    return lambda source: Mutant(how, change(source.text), frozenset({line}), names)


def byte_of_another_encoding(source: Source) -> Mutant:
    """A letter in Latin-1 among UTF-8."""
    spot = source.any(lambda spot: _text(spot) and spot.value.style == "")
    data = source.text.encode()
    at = len(source.text[: spot.value.span[0]].encode())
    return Mutant("a byte of Latin-1", data[:at] + b"\xe9" + data[at:], frozenset({spot.value.line}), "UTF-8")


def cut_off(source: Source) -> Mutant:
    """The file ends in the middle of a value."""
    spot = source.any(lambda spot: spot.value.style == '"' and spot.value.line > 100)
    return _mutant("a file cut off", source.text[: spot.value.span[1] - 2], spot.key, spot.value.line)


CHANGES: tuple[Callable[[Source], Mutant], ...] = (
    replaced("words for a number", lambda s: _is(s, int, float), "a few"),
    replaced("a number for words", _text, "42"),
    replaced("a list for words", _text, "[a, b]"),
    replaced("a block for words", _text, "{a: b}"),
    replaced("nothing for words", _text, '""'),
    replaced("blanks for a topic", lambda s: _text(s) and s.key in ("topic", "interests"), '"  "'),
    replaced("words for a list", lambda s: s.value.style == "[", "some"),
    replaced("words for a block", lambda s: s.value.style == "{" and s.key != "topics", "some"),
    replaced("yes for true", lambda s: isinstance(s.value.data, bool), "yes"),
    replaced("a number too large", lambda s: _is(s, int, float), "99999999"),
    replaced("a number too small", lambda s: _is(s, int, float), "-99999999"),
    replaced("a number too long", lambda s: _is(s, int, float), "9" * 5000),
    replaced("no number at all", lambda s: _is(s, int, float), ".nan"),
    replaced("words too long", lambda s: _text(s) and s.key in ("work", "words", "hook"), '"' + "la " * 400 + '"'),
    replaced("an empty list", lambda s: s.key in ("interests", "networks", "languages") and s.value.style == "[", "[]"),
    replaced("an entry twice", lambda s: s.key == "interests" and s.value.style == "[", "[waiting, waiting]"),
    replaced("too many entries", lambda s: s.key == "interests" and s.value.style == "[", "[" + "a, " * 99 + "a]"),
    replaced("a word mistyped", lambda s: s.key in ("manner", "hair", "outfit", "age", "mood"), _swap),
    replaced("a measure mistyped", lambda s: s.key in ("measure", "beats"), _swap),
    replaced("a topic mistyped", lambda s: s.key in ("interests", "topic") and _text(s), _swap),
    replaced("a friend mistyped", lambda s: s.key == "knows" and _text(s), _swap),
    replaced("a tag", _text, "!!str 12"),
    replaced("a tag that runs code", _text, "!!python/object/apply:os.abort []"),
    replaced("an anchor", _text, "&a words"),
    replaced("an alias", _text, "*a"),
    replaced("an absurd escape", _text, '"\\UFFFFFFFF"'),
    replaced("half a character", _text, '"\\ud800"'),
    replaced("a character nobody sees", _text, '"\\u202e"'),
    replaced("a control character", lambda s: _text(s) and s.value.style == "", "a\x07b"),
    replaced("a nest without an end", _text, "[" * 3000),
    key_mistyped, key_mistyped, key_mistyped, key_unheard_of, key_twice, key_missing, name_taken, topic_renamed,
    unclosed("a bracket never closed", "[", "]"),
    unclosed("a brace never closed", "{", "}"),
    unclosed("a quote that is gone", '"', '"'),
    quote_opened,
    line_changed("a tab", lambda row, key: "\t" + row.lstrip()),
    line_changed("a blank too many", lambda row, key: " " + row),
    line_changed("a blank too few", lambda row, key: row[1:]),
    line_changed("a colon in the words", lambda row, key: row.replace(f"{key}: ", f"{key}: so: ")),
    line_changed("no blank behind the colon", lambda row, key: row.replace(f"{key}: ", f"{key}:")),
    line_changed("no colon", lambda row, key: row.replace(f"{key}: ", f"{key} ")),
    dash_missing,
    added("a merge key", "<<: {about: x}\n", "<<"),
    added("a list as a key", "[about]: x\n", "key"),
    added("a second document", "---\ntitle: Again\n", "document"),
    added("a bracket that nothing is in", "about: [\n", "about"),
    added("a bracket that closes nothing", "about: ]\n", "about"),
    added("an hour for an evening", "evening: 7 pm\n", "evening"),
    added("a key without an end", "k" * 300_000 + ": 1\n", "kkkk"),
    plan_changed("a cell too many", lambda row: row + "#"),
    plan_changed("a letter unknown", lambda row: row.replace("..", ".Q", 1)),
    plan_changed("a gap in the wall", lambda row: row[:-1] + "."),
    plan_changed("no door", lambda row: row.replace("D", "#"), 0),
    byte_of_another_encoding,
    cut_off,
    whole("UTF-16", lambda text: text.encode("utf-16"), "UTF-8"),
    whole("a zero byte", lambda text: text.encode() + b"\0", "binary"),
    whole("nothing", lambda text: b"", "empty"),
    whole("comments only", lambda text: b"# " + text.encode().replace(b"\n", b"\n# "), "empty"),
    replaced("a list of everything", lambda s: _text(s) and s.key == "words", "[" + "a," * 50_000 + "a]"),
    whole("a megabyte", lambda text: text.encode() + b"#" * 1_000_000, "bytes"),
    whole("a list", lambda text: b"- a\n- b\n", "the scenario"),
    whole("a letter", lambda text: b"Dear all", "the scenario"),
)  # fmt: skip


def mutants(count: int) -> list[Mutant]:
    """As many broken files, no two alike and the same every time: each change in turn, of a scenario in turn."""
    sources = [Source(id, random.Random(id)) for id in SMALL]
    found: dict[bytes, Mutant] = {}
    for n in itertools.count():
        mutant = CHANGES[n % len(CHANGES)](sources[(n + n // len(CHANGES)) % len(sources)])
        found.setdefault(mutant.data, mutant)
        if len(found) == count:
            break
    return list(found.values())
