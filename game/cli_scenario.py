"""Commands for those who write scenarios."""

from typing import Annotated

import typer

from game import scenario as scenarios
from game.cli_lab import NO
from game.errors import ScenarioProblems


def check(paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Scenarios.")]) -> None:
    """Say every problem of scenarios as path:line:col: CODE message."""
    sound = True
    for path in paths:
        try:
            scenarios.load(path)
        except ScenarioProblems as problems:
            print(problems)
            sound = False
    if not sound:
        raise typer.Exit(NO)
    print(f"{len(paths)} sound")
