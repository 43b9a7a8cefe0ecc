"""The repository as text, for the tests that look at it."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".svg", ".html", ".js", ".css", ".json", ""}
NOT_OURS = {"__pycache__", "node_modules"}


def files(*suffixes: str, under: str = ".") -> Iterator[Path]:
    """Yield the files of the repository with one of the suffixes, caches and environments left out."""
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = sorted(
            name for name in folders if name not in NOT_OURS and (not name.startswith(".") or name == ".ci")
        )
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in suffixes and (not name.startswith(".") or name == ".gitignore"):
                yield path


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) for everything a Python file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def place(path: Path, line: int) -> str:
    """Return `path:line`, seen from the root, for a message."""
    return f"{path.relative_to(ROOT).as_posix()}:{line}"
