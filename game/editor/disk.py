"""The file that is edited: read, watched, and written whole or not at all."""

import codecs
import difflib
import hashlib
import os
from pathlib import Path

from game import whole
from game.errors import GameError
from game.scenario.source import read_text


def fingerprint(text: str) -> str:
    """Tells one text from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Disk:
    """One scenario file. Its byte order mark and line breaks stay as they are."""

    def __init__(self, path: Path) -> None:
        """Raises ScenarioProblems when this is no small UTF-8 file."""
        self.path = path.resolve()
        self.text = read_text(self.path)
        self._mark = self._stat()

    def _stat(self) -> tuple[int, int]:
        found = os.stat(self.path)
        return found.st_mtime_ns, found.st_size

    def changed(self) -> bool:
        """Whether somebody else has written the file since the last look; `text` is then what it holds now."""
        try:
            mark = self._stat()
            if mark == self._mark:
                return False
            text = read_text(self.path)
        except (OSError, GameError):
            return False  # gone, or unreadable for a moment: what is edited stays
        self._mark = mark
        changed, self.text = text != self.text, text
        return changed

    def write(self, text: str) -> None:
        """Put a text in place of what is there. Raises GameError, the old file untouched."""
        try:
            before = self.path.read_bytes()[:3] if self.path.exists() else b""
            data = (codecs.BOM_UTF8 if before == codecs.BOM_UTF8 else b"") + text.encode("utf-8")
            whole.write(self.path, data)
            self.text, self._mark = text, self._stat()
        except OSError as trouble:
            raise GameError(str(self.path), "a file that can be written", str(trouble.strerror)) from None


def with_breaks_of(old: str, new: str) -> str:
    """A text as a page sends it, with plain line feeds, in the line breaks of the text it comes from."""
    if "\r\n" not in old:
        return new
    before, after = old.split("\n"), new.split("\n")
    matcher = difflib.SequenceMatcher(None, [line.rstrip("\r") for line in before], after)
    lines: list[str] = []
    for kind, one, one_end, two, two_end in matcher.get_opcodes():
        lines += before[one:one_end] if kind == "equal" else [line + "\r" for line in after[two:two_end]]
    return "\n".join(lines[:-1] + [lines[-1].rstrip("\r")])
