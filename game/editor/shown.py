"""What a page is shown of a document: JSON data, worked out anew after every change."""

from collections.abc import Iterator
from typing import Any

from game.editor.document import Document
from game.errors import Problem
from game.scenario import writing
from game.scenario.sentences import sentence
from game.scenario.tree import Value

Path = tuple[str | int, ...]


def state(document: Document) -> dict[str, Any]:
    """The whole state: the text, what it says, where each thing stands, and what is wrong."""
    examined, here = document.examined, document.disk.path.name
    root, scenario = examined.root, examined.scenario
    places = dict(_places(root)) if root else {}
    expected = scenario.expect if scenario else ()
    return {
        "t": "state",
        "revision": document.revision,
        "text": document.text.replace("\r\n", "\n"),
        "data": writing.plain(root) if root else None,
        "lines": {_joined(path): value.key_at[0] or value.line for path, value in places.items()},
        "problems": [_problem(problem, here, places) for problem in examined.problems],
        "loads": scenario is not None,
        "expected": [sentence(one) for one in expected],
        "people": [person.name for person in scenario.people] if scenario else [],
        "unsaved": document.unsaved,
        "torn": document.torn,
        "undo": document.can_undo,
        "redo": document.can_redo,
    }


def _places(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    yield path, value
    data = value.data
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, entry in inside:
        yield from _places(entry, (*path, step))


def _problem(problem: Problem, here: str, places: dict[Path, Value]) -> dict[str, Any]:
    """A problem, and the path of the field it belongs to ("" where it is none of a form's)."""
    mine = problem.path.rsplit("/", 1)[-1] == here
    return {
        "line": problem.line if mine else 0,
        "col": problem.col,
        "code": problem.code,
        "message": problem.message,
        "file": "" if mine else problem.path,
        "path": _joined(_owner(problem, places)) if mine else "",
    }


def _owner(problem: Problem, places: dict[Path, Value]) -> Path:
    """The innermost value that stands where the problem does, or else reaches over its line."""
    at = (problem.line, problem.col)
    exact = [path for path, value in places.items() if path and at in ((value.line, value.col), value.key_at)]
    if exact:
        return max(exact, key=len)
    above = [path for path, value in places.items() if path and (value.key_at[0] or value.line) <= problem.line]
    return above[-1] if above else ()


def _joined(path: Path) -> str:
    return "/".join(map(str, path))
