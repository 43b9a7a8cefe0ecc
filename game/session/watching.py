"""Watching a scenario's files for what is saved into them. Nothing here waits: whoever watches comes back and looks."""

from pathlib import Path

Marks = tuple[tuple[str, int, int, int], ...]
Contents = tuple[tuple[str, bytes], ...]


class Watcher:
    """Looks at a scenario's file and at the words files beside it.

    Editors write in steps, empty a file first or put another in its place: what is there counts once two looks in a
    row have found the same.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._marks, self._known = self._marked(), self._contents()
        self._pending: Contents | None = None

    def poll(self) -> bool:
        """Look once; whether something else than before has been saved, and stands."""
        marks = self._marked()
        if marks == self._marks and self._pending is None:
            return False
        contents = self._contents()
        if contents != self._pending:
            self._pending = contents
            return False
        self._marks, self._known, before = marks, contents, self._known
        self._pending = None
        return contents != before

    def _files(self) -> list[Path]:
        return [self._path, *sorted(self._path.parent.glob("words.*.yaml"))]

    def _marked(self) -> Marks:
        """What tells a file from itself as it was: when it was written, its size, its number on the disk."""
        found = []
        for file in self._files():
            try:
                stat = file.stat()
            except OSError:
                continue
            found.append((file.name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
        return tuple(found)

    def _contents(self) -> Contents:
        found = []
        for file in self._files():
            try:
                found.append((file.name, file.read_bytes()))
            except OSError:
                continue
        return tuple(found)
