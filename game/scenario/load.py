"""A path or an id → a scenario, or every problem with it at once."""

from pathlib import Path

from game.errors import Problem, ScenarioProblems, did_you_mean, shorten
from game.scenario.check import nearest
from game.scenario.examine import FILE, errors, examine, form
from game.scenario.source import read_text
from game.scenario.spec import Scenario

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"


def shipped() -> tuple[str, ...]:
    """The ids of the scenarios that come with the game."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob(f"*/{FILE}")))


def find(path_or_id: str | Path) -> Path:
    """The scenario file of an id, a folder or a file; raises ScenarioProblems."""
    path = Path(path_or_id)
    try:
        if str(path_or_id) in shipped():
            return SHIPPED / path / FILE
        if path.is_dir():
            if (path / FILE).exists():
                return path / FILE
            raise _missing(path, f"this folder holds no {FILE}")
        if path.exists():
            return path
    except (OSError, ValueError):
        pass  # not even a path: longer than one can be, or with a zero in it
    near = nearest(str(path_or_id), shipped())
    message = f"there is no such file or folder, nor a scenario of that name{did_you_mean(near)}"
    raise _missing(path, message if near else f"{message}; shipped: {', '.join(shipped())}")


def load(path_or_id: str | Path) -> Scenario:
    """A scenario by id, folder or file, complete with its translations; raises ScenarioProblems."""
    path = find(path_or_id)
    return errors(read_text(path), path).sound()


def problems(path_or_id: str | Path) -> tuple[Problem, ...]:
    """Everything there is to say about a scenario, errors and lint alike; () when it is sound."""
    try:
        path = find(path_or_id)
        return examine(read_text(path), path).problems
    except ScenarioProblems as unreadable:
        return unreadable.problems


def read(text: str, path: str = FILE) -> Scenario:
    """A scenario from the text of its file, without translations; raises ScenarioProblems."""
    return form(text, path, "scenario").sound()


def _missing(path: Path, message: str) -> ScenarioProblems:
    return ScenarioProblems([Problem(shorten(str(path), 200), 1, 1, "WR101", message)])
