"""Commands for those who write scenarios."""

from typing import Annotated

import typer

from game import scenario as scenarios
from game.cli_lab import NO
from game.errors import ScenarioProblems
from game.scenario import new as fresh
from game.scenario import schema as form

NEXT = """
See that it is sound:          python3 main.py check {place}
Walk round in it, and change it while you do:
                               python3 main.py play {place} --watch
Change it in the browser:      python3 main.py edit {place}"""


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


def new(
    id: Annotated[str, typer.Argument(metavar="ID", help="Its name: small letters, digits and _.")],
    source: Annotated[
        str, typer.Option("--from", metavar="SCENARIO", help="Copy this one; without it, a small template.")
    ] = "",
) -> None:
    """Start a scenario of your own, from a template or from another one."""
    path = fresh.begin(id, source)
    print(path.as_posix())
    print(NEXT.format(place=id))


def schema() -> None:
    """Print the JSON Schema of a scenario file, for an editor that completes and explains."""
    print(form.text(), end="")
