"""What somebody most likely did who wrote what is no YAML, in words that say what to do.

PyYAML tells where it stopped and in what state. What was meant is read from the text around that place: each rule
below knows one mistake, and gives where it was made and how to mend it, or None.
"""

import dataclasses
import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import yaml

from game.scenario import spec

Advice = tuple[int, str]  # the character of the text it is given on, and what to do

CLOSING = {"{": "}", "[": "]"}
KEYS = frozenset(
    str(field.metadata["key"] or field.name)
    for cls in vars(spec).values()
    if dataclasses.is_dataclass(cls)
    for field in dataclasses.fields(cls)
    if field.metadata
) | {*spec.ONLINE_ACTS, *spec.NETWORKS}
MOST = 400  # characters of a line that are looked at…
MOST_LINES = 1000  # …and lines above the one where reading stopped
KEY = re.compile(r"(?<![^\s:,{}\[\]\"'])([^\s:,{}\[\]\"']+) *:(?=\s|$)")
_STARTS_LIKE = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?:[^\s:,{}\[\]\"'#]+ *:(?: +|$))?(?P<value>[^#]*)")
_NO_BLANK = re.compile(r"\s*(?:- +)?([A-Za-z_]\w*):(?!//)(?=\S)")
_NO_COLON = re.compile(r"\s*(?:- +)?(\w+) +[^\s:]")
_NO_BLANK_BEHIND_DASH = re.compile(r"\s*-(?=[^\s-])")
_BULLET = re.compile(r"\s*([*+•–—])\s")
_SURPRISE = "mapping values are not allowed here"
_SIGN_BEGAN = tuple(
    f"while scanning a{what}" for what in ("n alias", "n anchor", " tag", " block scalar", " directive")
)
_SIGN_STOPPED = ("sequence entries are not allowed", "mapping keys are not allowed", "expected the node content")
QUOTE = 'put this text in quotes, "…"'
_FOLLOWS_A_QUOTE = ("", ",", "}", "]", ":", "#", "\r", "\n")


@dataclass(frozen=True)
class Line:
    """A line of the text: where it starts in it, and what stands on it."""

    start: int
    said: str

    @property
    def indent(self) -> int:
        """The column (from 0) of the first thing on it."""
        return len(self.said) - len(self.said.lstrip())

    @property
    def is_entry(self) -> bool:
        """Whether it begins an entry of a list."""
        return re.match(r"\s*-(\s|$)", self.said) is not None

    @property
    def columns(self) -> tuple[int, ...]:
        """Where a neighbour of it can stand: at its dash, and at the key behind that."""
        behind = re.match(r"\s*-\s+", self.said)
        return (self.indent, behind.end()) if behind else (self.indent,)

    @property
    def key(self) -> re.Match[str] | None:
        """The first key written on it."""
        return KEY.search(self.said)

    @property
    def value(self) -> tuple[int, str]:
        """What stands behind its dash and its key, and where in the text that starts."""
        found = _STARTS_LIKE.match(self.said)
        assert found is not None  # it can be nothing at all
        return self.start + found.start("value"), found["value"].rstrip()


class Stop:
    """Where PyYAML stopped reading a text, what it complained of, and what was open there."""

    def __init__(self, error: yaml.MarkedYAMLError, text: str) -> None:
        self.text = text
        self.problem, self.context = error.problem or "", error.context or ""
        mark = error.problem_mark or error.context_mark
        self.at: int = mark.index if mark else 0
        self.began: int = error.context_mark.index if error.context_mark else self.at
        self.opened: list[int] = []  # brackets
        self.quoted = (0, 0)  # the last text in quotes
        self.swallowed: int | None = None  # a quote that ended where another was meant to begin
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            self._scan()

    def _scan(self) -> None:
        for token in yaml.scan(self.text, Loader=yaml.SafeLoader):
            start, end = token.start_mark, token.end_mark
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                follows = self.text[end.index :][:80].lstrip(" ")[:1]
                if start.line < end.line and follows not in _FOLLOWS_A_QUOTE:
                    self.swallowed = start.index
                    return
                if end.index <= self.at:
                    self.quoted = (start.index, end.index)
            elif end.index > self.at:
                return
            elif isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                self.opened.append(start.index)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                del self.opened[-1:]

    @property
    def here(self) -> str:
        """The character it stopped at."""
        return self.text[self.at : self.at + 1]

    @cached_property
    def line(self) -> Line:
        """The line it stopped on."""
        return self.line_of(self.at)

    def line_of(self, at: int) -> Line:
        """The line of a character, the beginning of it where it is long."""
        start = self.text.rfind("\n", 0, at) + 1
        return Line(start, self.text[start : start + max(MOST, at - start)].partition("\n")[0])

    def above(self, line: Line) -> Iterator[Line]:
        """The lines above one, upwards, without notes and empty ones."""
        start = line.start
        for _ in range(MOST_LINES):
            if start == 0:
                return
            earlier = self.line_of(start - 1)
            start = earlier.start
            if earlier.said.strip() and not earlier.said.lstrip().startswith("#"):
                yield earlier

    def open_above(self, line: Line) -> Iterator[Line]:
        """The lines above one that it can stand in line with, upwards: each further out than those below it."""
        least: float = math.inf
        for other in self.above(line):
            if other.indent < least:
                least = other.indent
                yield other

    def left_open(self, bracket: int) -> bool:
        """Whether nothing closes a bracket: the file ends, or comes back to where the line of the bracket began."""
        indent = self.line_of(bracket).indent
        later = self.text[bracket : self.at].split("\n")[1:]
        back = any(line.strip() and len(line) - len(line.lstrip()) <= indent for line in later)
        return back or self.at >= len(self.text.rstrip())


def _tab(stop: Stop) -> Advice | None:
    return (stop.at, "a tab stands here: put blanks in its place") if "'\\t'" in stop.problem else None


def _quote_left_open(stop: Stop) -> Advice | None:
    inside = stop.context.startswith("while scanning a quoted scalar")
    at = stop.swallowed if stop.swallowed is not None else stop.began if inside else None
    if at is None:
        return None
    mark = stop.text[at]
    apostrophe = ', or, where it is an apostrophe, the whole text in "…"' if mark == "'" else ""
    return at, f"the quote that begins here does not end: put {mark} behind the text{apostrophe}"


def _quote_within(stop: Stop) -> Advice | None:
    goes_on = stop.quoted[1] and not stop.text[stop.quoted[1] : stop.at].strip(" ")
    if not goes_on or not stop.problem.endswith(("'<scalar>'", "'?'")):
        return None
    if stop.here in ('"', "'") or re.match(r"\w+:\s", stop.text[stop.at :][:MOST]):
        return stop.at, "a comma is missing before this"
    other = "'" if stop.text[stop.quoted[0]] == '"' else '"'
    return stop.at, f"the text goes on behind its closing quote: put all of it in {other}…{other}"


def _escape(stop: Stop) -> Advice | None:
    if "unknown escape character" not in stop.problem:
        return None
    return stop.at - 1, r"\ means something else in double quotes: write \\, or put the text in '…'"


def _bracket_left_open(stop: Stop) -> Advice | None:
    if not stop.opened or not stop.left_open(stop.opened[0]):
        return None
    at = stop.opened[0]
    return at, f"the {stop.text[at]} here is never closed: put {CLOSING[stop.text[at]]} behind its last entry"


def _within_brackets(stop: Stop) -> Advice | None:
    """What a text between brackets cannot hold, or a comma that is not there."""
    if not stop.opened or not stop.problem.startswith("expected ',' or"):
        return None
    mark = stop.text[stop.opened[-1]]
    if stop.here in ("}", "]"):
        return stop.at, f"expected {CLOSING[mark]} to close the {mark} before it, got {stop.here}"
    start = max(stop.line.start, stop.at - MOST)
    before = stop.text[start : stop.at].rstrip()
    word = re.search(r"\w+\Z", before)
    if stop.here == ":" and word and word[0] in KEYS:
        return start + word.start(), f"a comma is missing before {word[0]}"
    if before.endswith(("]", "}")):
        return stop.at, "a comma is missing before this"
    sign = {"?": "a question mark", ":": "a colon"}.get(stop.here, stop.here)
    return stop.at, f"{QUOTE}: it holds {sign} between {mark} and {CLOSING[mark]}"


def _bullet(stop: Stop) -> Advice | None:
    return _slip(stop.line) if _BULLET.match(stop.line.said) else None


def _closes_nothing(stop: Stop) -> Advice | None:
    starts = stop.at == stop.line.value[0] and stop.line.value[1] != stop.here
    if stop.here not in ("}", "]") or starts or not stop.problem.startswith("expected"):
        return None
    return stop.at, f"the {stop.here} here closes nothing: remove it, or put it in quotes with its text"


def _beginning(stop: Stop) -> Advice | None:
    """A text that begins with a sign that means something else."""
    at, value = stop.line.value
    if stop.problem.startswith("found character"):
        at = stop.at
    elif stop.context.startswith(_SIGN_BEGAN):
        at = stop.began
    elif not (stop.at == at and stop.problem.startswith(_SIGN_STOPPED)):
        closed = not stop.opened and stop.text[at : stop.at].rstrip().endswith(("}", "]"))
        if value[:1] not in CLOSING or not closed:
            return None
    return at, f"{QUOTE}: it begins with {stop.text[at]}"


def _colon_within(stop: Stop) -> Advice | None:
    """A colon in a text: the second on its line, or one behind what is no key of a scenario nor the id of a text."""
    if stop.problem != _SURPRISE:
        return None
    if not KEY.search(stop.line.said[: stop.at - stop.line.start]):
        word, over = _first_key(stop.line), next(stop.above(stop.line), None)
        goes_on = over and over.value[1] and not stop.line.is_entry and word not in KEYS and "." not in word
        return (stop.at, f"{QUOTE}: it holds a colon") if goes_on else None
    at, value = stop.line.value
    word = stop.text[at : stop.at].strip()
    if value.endswith("}") and "{" not in value and word in KEYS:
        return at, f"a {{ is missing before {word}"
    return stop.at, f"{QUOTE}: it holds a colon"


def _slip(line: Line) -> Advice | None:
    """What is wrong at the beginning of a line."""
    if found := _BULLET.match(line.said):
        return line.start + found.start(1), f'an entry of a list begins with "- ", not with {found[1]}'
    if found := _NO_BLANK_BEHIND_DASH.match(line.said):
        return line.start + found.end(), "a blank is missing behind the dash"
    if found := _NO_BLANK.match(line.said):
        return line.start + found.end(), f"a blank is missing behind the colon of {found[1]}"
    if (found := _NO_COLON.match(line.said)) and found[1] in KEYS:
        return line.start + found.end(1), f"a colon is missing behind {found[1]}"
    return None


def _slip_above(stop: Stop) -> Advice | None:
    """A line without a key, so that the next key is one too many; seen only there."""
    if stop.problem != _SURPRISE:
        return None
    keyless: list[Line] = []  # the nearest first
    for line in stop.above(stop.line):
        if line.key:
            goes_on = keyless and line.value[1] and keyless[-1].indent > line.columns[-1]
            return _slip(line) or (None if goes_on else _first_slip(keyless))
        keyless.append(line)
    return _first_slip(keyless)


def _first_slip(keyless: list[Line]) -> Advice | None:
    first = keyless[-1] if keyless else None
    if slip := next((slip for slip in map(_slip, reversed(keyless)) if slip), None):
        return slip
    return (first.value[0], "a key and a colon are missing before this") if first and first.is_entry else None


def _no_key(stop: Stop) -> Advice | None:
    """A line that is no key, no entry, and no part of a text."""
    if not stop.context.startswith("while scanning a simple key"):
        return None
    line = stop.line_of(stop.began)
    if slip := _slip(line):
        return slip
    keys = (above.key[1] for above in stop.above(line) if above.key)
    goes_on = f"; if this goes on with what is in {key}, put it further in" if (key := next(keys, "")) else ""
    return stop.began, f"expected a key and a colon{goes_on}"


def _out_of_line(stop: Stop) -> Advice | None:
    """A line that stands further in than its neighbours, or less far in."""
    line = stop.line
    if stop.problem != _SURPRISE and not stop.problem.startswith("expected <block end>"):
        return None
    if slip := _slip(line):
        return slip
    over = next(stop.above(line), None)
    if over and over.key and over.value[1] and line.is_entry and over.indent < line.indent:
        return over.value[0], "a text stands here, so no list can stand below it"
    neighbours = [*stop.open_above(line)]
    for other in neighbours:
        if other.is_entry and other.indent == line.indent and _first_key(other) == _first_key(line):
            return line.start + line.indent, f"a dash and a blank are missing before {_first_key(line)}"
    if line.is_entry:
        places = [(other.indent, other, "the dash") for other in neighbours if other.is_entry]
    else:
        places = [(other.columns[-1], other, _first_key(other) or "the text") for other in neighbours]
    if not places:
        return None
    column, other, what = min(places, key=lambda place: abs(place[0] - line.indent))
    blanks = abs(line.indent - column)
    if not blanks:
        return None
    where = "further in" if line.indent > column else "less far in"
    number = stop.text.count("\n", 0, other.start) + 1
    many = "blank" if blanks == 1 else "blanks"
    return line.start + line.indent, f"stands {blanks} {many} {where} than {what} on line {number}: put the two in line"


def _first_key(line: Line) -> str:
    return line.key[1] if line.key else ""


_RULES: tuple[Callable[[Stop], Advice | None], ...] = (
    _tab,
    _quote_left_open,
    _quote_within,
    _escape,
    _bracket_left_open,
    _within_brackets,
    _closes_nothing,
    _slip_above,
    _colon_within,
    _bullet,
    _beginning,
    _no_key,
    _out_of_line,
)


def advice(stop: Stop) -> Advice | None:
    """What to do about a text that cannot be read, and where; None when nothing known is wrong with it."""
    return next((given for rule in _RULES if (given := rule(stop))), None)
