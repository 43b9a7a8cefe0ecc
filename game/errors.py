"""The one family of errors a user can meet.

Each says where, what was expected there, what came instead and, where there is one, the nearest right thing.
Whoever talks to the user (the command line, the stage, the console) prints `str(error)` and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass


def did_you_mean(nearest: str) -> str:
    """The tail of a message that names the nearest right thing; "" when there is none."""
    return f'; did you mean "{nearest}"?' if nearest else ""


def shorten(text: str, longest: int = 40) -> str:
    """Text for a message: one printable line."""
    line = "".join(c if c.isprintable() else " " for c in text[: longest + 1])
    return line if len(line) <= longest else line[: longest - 1] + "…"


class GameError(Exception):
    """Something a user did or wrote cannot be taken as it is."""

    def __init__(self, place: str, expected: str, got: str, nearest: str = "") -> None:
        super().__init__(f"{place}: expected {expected}, got {got}{did_you_mean(nearest)}")
        self.place = place
        self.expected = expected
        self.got = got
        self.nearest = nearest


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in a scenario's files; line and column count from 1."""

    path: str
    line: int
    col: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}: {self.code} {self.message}"


class ScenarioProblems(GameError):  # noqa: N818 - it is what it holds
    """Everything that is wrong with a scenario, at once; `str` gives one line for each problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        first = self.problems[0]
        super().__init__(f"{first.path}:{first.line}:{first.col}", "a sound scenario", first.message)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
