"""The `lab` command: many evenings, or the weeks after them, at once."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from game import scenario as scenarios
from game.desk import FIRST_SCENARIO
from game.errors import GameError
from game.session import opening
from game.styles import online

NO = 1  # exit code: the answer is no


def known_style(style: str, option: str = "--style", styles: Sequence[str] = opening.STYLES) -> None:
    """Raise GameError unless the style is one of `styles`, and not the human's."""
    names = [name for name in styles if name != opening.HUMAN]
    if style not in names:
        near = get_close_matches(style, names, 1)
        raise GameError(f"{option} {style}", f"one of {', '.join(names)}", f'"{style}"', *near)


def lab(
    scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help="As for play; not with --evidence.")] = "",
    rooms: Annotated[int, typer.Option(min=1, max=100_000, help="Evenings for each style.")] = 50,
    seed: Annotated[int, typer.Option(metavar="FIRST", min=0, help="The first seed.")] = 1,
    styles: Annotated[str, typer.Option(help="Styles, with commas between; all that it expects of.")] = "",
    jobs: Annotated[int, typer.Option(metavar="J", min=1, help="Processes; all cores.")] = os.cpu_count() or 1,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the tables go, as CSV.")] = None,
    detail: Annotated[bool, typer.Option("--detail", help="With --out: acts, ties and contacts, too.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Measure the model beside the studies.")] = False,
    ablations: Annotated[bool, typer.Option("--ablations", help="Take mechanisms away, one by one.")] = False,
    weeks: Annotated[bool, typer.Option("--weeks", help="Go on through the weeks after, on the network.")] = False,
    followers: Annotated[int | None, typer.Option(min=0, max=300_000, help="With the weeks: followers.")] = None,
    bought: Annotated[
        int | None, typer.Option(min=0, max=300_000, help="With the weeks: bought ones beside them.")
    ] = None,
    hours: Annotated[float | None, typer.Option(min=0.1, max=16, help="With the weeks: hours a day.")] = None,
) -> None:
    """Play many evenings at once, and say whether the scenario shows what it expects."""
    from game.lab import command, verdict, weeks_command
    from game.lab.weeks import Weeks

    if detail and out is None:
        raise GameError("--detail", "--out DIR beside it, where the tables go", "none", "--out results")
    fine = True
    chosen = list(dict.fromkeys(style.strip() for style in styles.split(",") if style.strip()))
    opened = scenarios.load(scenario) if scenario else None
    online_too = weeks or any(x is not None for x in (followers, bought, hours)) or bool(opened and opened.weeks.only)
    for name, given in (("--detail", detail), ("--evidence", evidence), ("--ablations", ablations)):
        if given and online_too:
            raise GameError(name, "an evening alone", "the weeks, too", "lab without --weeks")
    for style in chosen:
        known_style(style, "--styles", online.NAMES if online_too else opening.STYLES)
    if evidence:
        if scenario:
            raise GameError("--evidence", "no scenario: the rigs are fixed", f'"{scenario}"')
        fine = command.compare(seed, jobs, out)
    elif ablations:
        if styles:
            raise GameError("--ablations", "no --styles: they are fixed", f'"{styles}"')
        if rooms < 2:
            raise GameError("--rooms", "2 or more with --ablations, for the spread", str(rooms))
        command.ablate(opened or scenarios.load(FIRST_SCENARIO), seed, rooms, jobs, out)
    else:
        if opened is None:
            raise GameError("lab", "a scenario, or --evidence", "neither", f"lab {FIRST_SCENARIO}")
        wanted = chosen or verdict.styles_needed(opened.expect) or ["listener", "promoter"]
        if online_too:
            setting = Weeks(opened, (), (), followers, bought, hours, evening=not opened.weeks.only)
            fine = weeks_command.run(setting, wanted, seed, rooms, jobs, out)
        else:
            fine = command.run(opened, wanted, seed, rooms, jobs, out, detail=detail)
    if not fine:
        raise typer.Exit(NO)
