"""Commands for those who write scenarios."""

import sys
from typing import Annotated

import typer

from game.cli_lab import NO
from game.scenario import new as fresh
from game.scenario import schema as form
from game.scenario.codes import is_advice
from game.scenario.load import problems

NEXT = """
See that it is sound:          python3 main.py check {place}
Walk round in it, and change it while you do:
                               python3 main.py play {place} --watch
Change it in the browser:      python3 main.py edit {place}"""

ADVICE = (
    "Errors: {errors}. Advice: {advice} (WR6…); it runs with these, and # ok: CODE at the end of a line quiets one."
)


def check(paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Scenarios.")]) -> None:
    """Say every problem of scenarios as path:line:col: CODE message; from WR601 on they are advice."""
    found = [problem for path in paths for problem in problems(path)]
    for problem in found:
        print(problem)
    if found:
        pages = sorted({f"docs/errors/{problem.code}.md" for problem in found})
        if advice := sum(is_advice(problem.code) for problem in found):
            print(ADVICE.format(advice=advice, errors=len(found) - advice), file=sys.stderr)
        print(f"See {', '.join(pages)}", file=sys.stderr)
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
