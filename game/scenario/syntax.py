"""What PyYAML cannot read → one problem, where the mistake was made and not where reading stopped."""

import re
from contextlib import suppress

import yaml

from game.errors import Problem, shorten

_KEY = re.compile(r"([^\s:,{}\[\]\"']+) *:(?=\s|$)")
_KEY_OF_A_LIST = re.compile(r"( *)(?:- +)?([^\s:,{}\[\]\"'#]+):\s*(?:#.*)?$")
_FIRST_WORD = re.compile(r"[-\s{\[]*([^\s:,{}\[\]]+)")
_ESCAPE = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")
_FOLLOWS_A_QUOTE = ("", ",", "}", "]", ":", "#", "\r", "\n")
_WHERE_IT_BEGAN = ("while parsing a flow", "while scanning a simple key", "while scanning a quoted scalar")


def unreadable(error: Exception, text: str, path: str) -> Problem:
    """The problem of a text that PyYAML gave up on with an error."""
    if isinstance(error, yaml.reader.ReaderError):
        return _problem(text, error.position, path, "WR104", "a control character: a scenario is plain UTF-8 text")
    if isinstance(error, yaml.MarkedYAMLError):
        what = shorten(", ".join(part for part in (error.context, error.problem) if part), 200)
        return _problem(text, _culprit(error, text), path, "WR106", f"not well-formed YAML: {what}")
    absurd = _ESCAPE.search(text)  # the others are errors of arithmetic: an absurd number in an escape or directive
    at = absurd.start() if absurd else 0
    return _problem(text, at, path, "WR106", "not well-formed YAML: an escape or directive that cannot be read")


def _problem(text: str, at: int, path: str, code: str, message: str) -> Problem:
    before = text[:at]
    start = before.rfind("\n") + 1
    key = shorten(_key(before[:start], text[start:].partition("\n")[0], at - start))
    return Problem(path, before.count("\n") + 1, at - start + 1, code, f"{key}: {message}" if key else message)


def _culprit(error: yaml.MarkedYAMLError, text: str) -> int:
    """The character at which things went wrong: an opening quote or bracket rather than where reading stopped."""
    began = error.context_mark if (error.context or "").startswith(_WHERE_IT_BEGAN) else None
    stopped = error.problem_mark or error.context_mark
    opened: list[int] = []
    with suppress(yaml.YAMLError, ValueError, OverflowError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            start, end = token.start_mark, token.end_mark
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and start.line < end.line:
                if text[end.index :][:80].lstrip(" ")[:1] not in _FOLLOWS_A_QUOTE:
                    return int(start.index)  # it ended where another was meant to begin
            elif isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(start.index)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                del opened[-1:]
            if stopped and end.index > stopped.index:
                break
    mark = began or stopped
    at = int(mark.index) if mark else 0
    return opened[0] if opened and _left_open(text, opened[0], at) else at


def _left_open(text: str, bracket: int, stopped: int) -> bool:
    """Whether no bracket closes this one: the file ends, or comes back to where the line of the bracket began."""
    indent = _indent(text, bracket)
    later = text[bracket:stopped].split("\n")[1:]
    back = any(line.strip() and len(line) - len(line.lstrip()) <= indent for line in later)
    return back or stopped >= len(text.rstrip())


def _indent(text: str, at: int) -> int:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line) - len(line.lstrip())


def _key(above: str, line: str, col: int) -> str:
    """The key that is written about a column of a line, to be named; for an entry of a list, that of the list."""
    before = _KEY.findall(line[:col])
    if before:
        return str(before[-1])
    indent = len(line) - len(line.lstrip())
    if line.lstrip().startswith("-"):
        for earlier in reversed(above.split("\n")):
            over = _KEY_OF_A_LIST.match(earlier)
            if over and len(over[1]) <= indent:
                return over[2]
    found = _KEY.search(line) or _FIRST_WORD.match(line)
    return found[1] if found else ""
