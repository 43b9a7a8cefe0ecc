"""What PyYAML cannot read → one problem, where the mistake was made and not where reading stopped."""

import re

import yaml

from game.errors import Problem, shorten
from game.scenario.mistakes import KEY, KEYS, MOST, Stop, advice

_OWNER = re.compile(r"( *)(?:- +)?([^\s:,{}\[\]\"'#]+):\s*(?:[|>][-+0-9]*)?\s*(?:#.*)?$")
_FIRST_WORD = re.compile(r"[-\s{\[]*([A-Za-z_][^\s:,{}\[\]]*)")
_ESCAPE = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")


def unreadable(error: Exception, text: str, path: str) -> Problem:
    """The problem of a text that PyYAML gave up on with an error."""
    if isinstance(error, yaml.reader.ReaderError):
        return _problem(text, error.position, path, "WR104", "a control character: a scenario is plain UTF-8 text")
    if isinstance(error, yaml.MarkedYAMLError):
        stop = Stop(error, text)
        what = shorten(", ".join(part for part in (error.context, error.problem) if part), 200)
        at, message = advice(stop) or (stop.at, f"not well-formed YAML: {what}")
        return _problem(text, at, path, "WR106", message)
    absurd = _ESCAPE.search(text)  # the others are errors of arithmetic: an absurd number in an escape or directive
    at = absurd.start() if absurd else 0
    return _problem(text, at, path, "WR106", "not well-formed YAML: an escape or directive that cannot be read")


def _problem(text: str, at: int, path: str, code: str, message: str) -> Problem:
    before = text[:at]
    start = before.rfind("\n") + 1
    key = shorten(_key(before[:start], text[start:].partition("\n")[0][: at - start + MOST], at - start))
    return Problem(path, before.count("\n") + 1, at - start + 1, code, f"{key}: {message}" if key else message)


def _key(above: str, line: str, col: int) -> str:
    """The key that is written about a column of a line, to be named; for an entry of a list, that of the list."""
    before = KEY.findall(line[:col])
    if before:
        return str(before[-1])
    indent = len(line) - len(line.lstrip())
    if line.lstrip().startswith("-"):
        for earlier in reversed(above.split("\n")):
            over = _OWNER.match(earlier)
            if over and len(over[1]) <= indent:
                return over[2]
    if found := KEY.search(line):
        return found[1]
    first = _FIRST_WORD.match(line)
    if first and (first[1] in KEYS or line[first.end() :].startswith(":")):
        return first[1]
    over = next((key for earlier in reversed(above.split("\n")) if (key := KEY.search(earlier[:MOST]))), None)
    return over[1] if over else first[1] if first else ""
