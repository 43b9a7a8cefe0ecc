"""The text of a scenario → everything there is to say about it, and the scenario where it loads."""

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import Problem, ScenarioProblems
from game.scenario import complete, references, words
from game.scenario.check import Checker
from game.scenario.kinds import Block
from game.scenario.lint import lint
from game.scenario.source import shown
from game.scenario.spec import Scenario
from game.scenario.tree import Value, grow

FILE = "scenario.yaml"


@dataclass(frozen=True)
class Examined:
    """A text as a tree, as a scenario, and every problem; None where it is not even YAML, or does not load."""

    root: Value | None
    scenario: Scenario | None
    problems: tuple[Problem, ...]

    def sound(self) -> Scenario:
        """The scenario; raises ScenarioProblems when it does not load."""
        if self.scenario is None:
            raise ScenarioProblems(self.problems)
        return self.scenario


def examine(text: str, path: Path) -> Examined:
    """What is wrong with the text of the file at `path`: errors, or where there are none what the lint finds.

    The words files beside `path` are looked at, the file itself is not. Raises nothing.
    """
    found = errors(text, path)
    if found.root is None or found.scenario is None:
        return found
    findings = lint(text, shown(path), found.root, found.scenario)
    return Examined(found.root, found.scenario, ordered(findings))


def errors(text: str, path: Path) -> Examined:
    """What keeps the text of the file at `path` from loading, and else the scenario with its translations."""
    found = form(text, shown(path), path.parent.name if path.name == FILE else path.stem)
    if found.root is None or found.scenario is None:
        return found
    translated, problems = words.translations(path, found.scenario, references.entry(found.root, "languages"))
    if problems:
        return Examined(found.root, None, ordered(problems))
    languages = (found.scenario.languages[0], *translated)
    return Examined(found.root, dataclasses.replace(found.scenario, words=translated, languages=languages), ())


def form(text: str, where: str, name: str) -> Examined:
    """The errors of a text alone; `where`: its path in messages, `name`: what its id is made from."""
    try:
        root, problems = grow(text, where)
    except ScenarioProblems as unreadable:
        return Examined(None, None, unreadable.problems)
    checker = Checker(where, text)
    given: Any = checker.check(root, Block(Scenario, sketch=True))
    if isinstance(root.data, dict):
        references.relate(checker, root)
    problems += checker.problems
    if problems:
        return Examined(root, None, ordered(problems))
    return Examined(root, complete.complete(given, complete.slug(name)), ())


def ordered(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the files, each once."""
    return tuple(sorted(set(problems)))
