"""One scenario being written: its text, every step back, and what is wrong with it. Knows no page and no socket."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.editor.disk import Disk, fingerprint, with_breaks_of
from game.editor.store import MOST_STEPS, Store
from game.errors import GameError
from game.scenario import edits
from game.scenario.examine import Examined, examine
from game.scenario.renaming import renamed
from game.scenario.source import MOST_BYTES

Change = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """A change as a page asked for it: which page, its number there, and where; a page's numbers only grow."""

    page: str
    number: int
    place: str  # changes at one place that follow each other closely are one step back
    follows: bool = False  # closely


class Document:
    """Opened from the disk, or where an editor died, from what it had kept."""

    def __init__(self, path: Path, home: Path) -> None:
        """Raises GameError when the file cannot be read, or is being edited elsewhere."""
        self.disk = Disk(path)
        self.store = Store(self.disk.path, home)
        self._facts: dict[str, Any] = self.store.facts()
        self._steps: list[tuple[int, str, str]] = self.store.steps()
        self._at = 0
        self.restored = self._take_up()
        self.examined: Examined = examine(self.text, self.disk.path)
        self.revision = 0

    def _take_up(self) -> bool:
        """Go on with what was kept. Returns whether something of it was never saved."""
        steps = {number: text for number, text, _ in self._steps}
        at = self._facts.get("at", -1)
        if at in steps and steps[at] != self.disk.text:
            self._at = at
            return True
        self._steps = [(0, self.disk.text, "")]
        self._facts = {"seen": self._facts.get("seen", {})}
        self._keep(self._steps[0], base=fingerprint(self.disk.text))
        return False

    # -- what it is ---------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text as it is now."""
        return next(text for number, text, _ in self._steps if number == self._at)

    @property
    def unsaved(self) -> bool:
        """Whether it differs from what is on the disk."""
        return self.text != self.disk.text

    @property
    def torn(self) -> bool:
        """Whether the file was changed elsewhere while there are changes here: somebody has to choose."""
        return self.unsaved and bool(self._facts["base"] != fingerprint(self.disk.text))

    @property
    def address(self) -> dict[str, Any]:
        """Where its page was served last: a page that outlived the program finds the way back."""
        return dict(self._facts.get("address", {}))

    def announce(self, port: int, token: str, url: str) -> None:
        """Its page is served there now."""
        self._keep(None, address={"port": port, "token": token})
        self.store.announce(url)

    @property
    def can_undo(self) -> bool:
        return self._at > self._steps[0][0]

    @property
    def can_redo(self) -> bool:
        return self._at < self._steps[-1][0]

    def seen(self, page: str) -> int:
        """The last change of a page that was taken."""
        return int(self._facts["seen"].get(page, 0))

    # -- changing it --------------------------------------------------------------------------------------

    def change(self, change: Change, made: Made) -> None:
        """Make a change; raises GameError, nothing changed, when it cannot be made or cannot be kept."""
        text = self._changed(change)
        if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise GameError(self.disk.path.name, f"at most {MOST_BYTES:,} bytes", "more")
        if text == self.text:
            self._keep(None, seen=made)
            return
        last = self._steps[-1]
        joined = made.follows and bool(made.place) and last[0] == self._at > 0 and last[2] == made.place
        number = self._at if joined else self._at + 1
        step = (number, text, made.place)
        self._keep(step, seen=made, at=number)
        self._steps = [kept for kept in self._steps if number - MOST_STEPS < kept[0] < number] + [step]
        self._at = number
        self._look()

    def _changed(self, change: Change) -> str:
        path = _path(change.get("path", ()))
        match change.get("op"):
            case "put":
                return edits.put(self.text, path, change.get("value"), _words(change.get("order", ())))
            case "drop":
                return edits.drop(self.text, path)
            case "insert":
                return edits.insert(self.text, path, _whole(change.get("index")), change.get("value"))
            case "move":
                return edits.move(self.text, path, _whole(change.get("index")), _whole(change.get("to")))
            case "rename" if change.get("what") in ("topic", "person"):
                return renamed(self.text, change["what"], str(change.get("from")), str(change.get("to")))
            case "text" if isinstance(change.get("text"), str):
                return with_breaks_of(self.text, change["text"])
        raise GameError("edit", "put, drop, insert, move, rename or text", f'"{change.get("op")}"')

    def step(self, by: int, made: Made) -> str:
        """Go back (-1) or forward again (1), as far as there is anything; the place that has changed by it."""
        there = [number for number, _, _ in self._steps if (number - self._at) * by > 0]
        if not there:
            return ""
        to = max(there) if by < 0 else min(there)
        changed = max(self._at, to)
        self._keep(None, seen=made, at=to)
        self._at = to
        self._look()
        return next(place for number, _, place in self._steps if number == changed)

    def save(self, made: Made) -> None:
        """Write the file. Raises GameError when it was changed elsewhere, or cannot be written."""
        self.disk.changed()
        if self.torn:
            raise GameError(self.disk.path.name, "the file as it was opened", "one that was changed elsewhere")
        self.disk.write(self.text)
        self._keep(None, seen=made, base=fingerprint(self.text))

    def settle(self, mine: bool, made: Made) -> None:
        """Where the file was changed elsewhere: go on with what is here, or take what is there; that can be undone."""
        if not mine:
            self._take_theirs(made)
        self._keep(None, seen=made, base=fingerprint(self.disk.text))

    def look_at_disk(self) -> bool:
        """Whether the file has been changed elsewhere since the last look; it is read anew where nothing is lost."""
        clean = not self.unsaved
        if not self.disk.changed():
            return False
        if clean:
            self._take_theirs(Made("", 0, ""))
            self._keep(None, base=fingerprint(self.disk.text))
        self.revision += 1
        return True

    def _take_theirs(self, made: Made) -> None:
        step = (self._at + 1, self.disk.text, "")
        self._keep(step, seen=made, at=step[0])
        self._steps = [kept for kept in self._steps if kept[0] <= self._at] + [step]
        self._at = step[0]
        self._look()

    def close(self) -> None:
        """Let go of the file; what is unsaved is kept for the next time."""
        self.store.close(forget=not self.unsaved)

    def _keep(self, step: tuple[int, str, str] | None, seen: Made | None = None, **facts: Any) -> None:
        if seen is not None and seen.page:
            facts["seen"] = {**self._facts["seen"], seen.page: max(seen.number, self.seen(seen.page))}
        if step is not None:
            facts.setdefault("at", step[0])
        self.store.keep(facts, step)
        self._facts |= facts

    def _look(self) -> None:
        self.examined = examine(self.text, self.disk.path)
        self.revision += 1


def _path(given: Any) -> tuple[str | int, ...]:
    if isinstance(given, list | tuple) and all(isinstance(step, str) or type(step) is int for step in given) and given:
        return tuple(given)
    if given in ((), []):
        return ()
    raise GameError("edit", "a path of keys and numbers", str(given)[:60])


def _words(given: Any) -> Sequence[str]:
    return [word for word in given if isinstance(word, str)] if isinstance(given, list | tuple) else ()


def _whole(given: Any) -> int:
    if type(given) is int:
        return given
    raise GameError("edit", "a number", str(given)[:60])
