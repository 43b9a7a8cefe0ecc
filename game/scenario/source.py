"""Bytes on disk → text, with everything refused that is no small plain UTF-8 file."""

import codecs
import os
import stat
from pathlib import Path

from game.errors import Problem, ScenarioProblems

MOST_BYTES = 1_000_000


def read_text(path: Path) -> str:
    """The text of a file; raises ScenarioProblems."""
    where = shown(path)

    def refuse(code: str, message: str, line: int = 1, col: int = 1) -> ScenarioProblems:
        return ScenarioProblems([Problem(where, line, col, code, message)])

    try:
        # a pipe or a device could block for ever: look before opening
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise refuse("WR102", "this is not a file")
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise refuse("WR102", f"cannot be read: {reason}") from None
    if len(data) > MOST_BYTES:
        raise refuse("WR103", f"larger than {MOST_BYTES:,} bytes: this is no scenario")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refuse("WR104", "a binary file: a scenario is plain UTF-8 text")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        line, col = good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1
        raise refuse("WR104", "not UTF-8 text: save the file as UTF-8", line, col) from None


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies in there."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)
