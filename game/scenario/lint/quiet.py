"""`# ok: CODE` in a comment: findings that are meant to be, and comments that quiet nothing."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from game.errors import Problem, shorten
from game.scenario.codes import CODES, is_advice
from game.scenario.lint.finding import Finding
from game.scenario.tree import Value

_OK = re.compile(r"(?:^|(?<=\s))#[ \t]*ok:[ \t]*(?P<codes>(?:\w+(?:[ \t]*,[ \t]*|[ \t]+|$))?(?:WR\d+\b[ \t,]*)*)")


@dataclass(frozen=True)
class Mark:
    """A code that a comment on a line says is well so."""

    line: int
    col: int
    code: str


def marks(text: str, root: Value) -> list[Mark]:
    """The codes in `# ok:` comments of a text with the tree `root`; a # in a value starts no comment."""
    scalars = sorted(_scalars(root, text))
    starts = [start for start, _ in scalars]
    found: list[Mark] = []
    begins = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        for comment in _OK.finditer(line.rstrip()):
            nearest = bisect_right(starts, begins + comment.start()) - 1
            if nearest < 0 or begins + comment.start() >= scalars[nearest][1]:
                codes = re.findall(r"\w+", comment["codes"]) or [""]
                found += [Mark(number, comment.start() + 1, code) for code in codes]
        begins += len(line)
    return found


def heard(findings: list[Finding], oks: list[Mark], path: str) -> list[Problem]:
    """The findings that nothing quiets, and the marks that quiet nothing."""
    used: set[Mark] = set()
    problems: list[Problem] = []
    for finding in findings:
        lines = finding.quieted_on()
        quieting = {ok for ok in oks if ok.code == finding.code and ok.line in lines}
        used |= quieting
        if not quieting:
            problems.append(finding.problem(path))
    for ok in oks:
        if ok in used:
            continue
        if ok.code in CODES and is_advice(ok.code):
            message = f"ok: there is no {ok.code} on this line to quiet"
            problems.append(Problem(path, ok.line, ok.col, "WR612", message))
        else:
            what = f'"{shorten(ok.code)}"' if ok.code else "nothing"
            message = f"ok: expected a code from WR601 on, as `check` gives it, got {what}"
            problems.append(Problem(path, ok.line, ok.col, "WR613", message))
    return problems


def _scalars(value: Value, text: str) -> Iterator[tuple[int, int]]:
    """Where texts stand, keys as well, from their first character to behind their last."""
    if value.key_span[1]:
        yield value.key_span
    if isinstance(value.data, dict):
        for inner in value.data.values():
            yield from _scalars(inner, text)
    elif isinstance(value.data, list):
        for inner in value.data:
            yield from _scalars(inner, text)
    elif value.style in ("|", ">"):
        start = text.find("\n", value.span[0])  # behind | or > there may be a comment
        yield (start if start >= 0 else value.span[1]), value.span[1]
    else:
        yield value.span
