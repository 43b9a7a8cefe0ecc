"""The `lab` command: many evenings, or the weeks after them, at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from game import scenario as scenarios
from game.desk import FIRST_SCENARIO
from game.errors import GameError
from game.scenario.spec import STYLES
from game.session import opening
from game.styles import online

NO = 1  # exit code: the answer is no
ABLATED_ROOMS = 50  # unless asked for otherwise
_NEEDS = {"--detail": "--out", "--rounds": "--tournament"}
_ONE_AT_A_TIME = "one at a time"
_EXCLUDES = {  # what an option cannot have beside it, and why
    "--evidence": {
        "scenario": "the rigs are fixed",
        "weeks": "they have rigs of their own",
        "--styles": "they are fixed",
        "--ablations": _ONE_AT_A_TIME,
        "--tournament": _ONE_AT_A_TIME,
    },
    "--ablations": {"--styles": "they are fixed", "--tournament": _ONE_AT_A_TIME},
    "--tournament": {"weeks": "it is about evenings alone"},
    "--detail": {
        "weeks": "it is about evenings alone",
        "--cluster": "it is written where the rooms are played",
        "--evidence": "there are no rooms of a scenario",
        "--ablations": "it would be written many times",
        "--tournament": "it would be written many times",
    },
    "--cluster": {"--jobs": "its workers are as many as they are"},
}


def known_style(style: str, option: str = "--style", styles: Sequence[str] = opening.STYLES) -> None:
    """Raise GameError unless the style is one of `styles`, and not the human's."""
    names = [name for name in styles if name != opening.HUMAN]
    if style not in names:
        near = get_close_matches(style, names, 1)
        raise GameError(f"{option} {style}", f"one of {', '.join(names)}", f'"{style}"', *near)


def lab(
    scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help="As for play; not with --evidence.")] = "",
    rooms: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=100_000,
            help="Evenings for each style; without it, blocks of 100 until all that is expected is certain, 400 at "
            "most. With --ablations 50, with --tournament 10 a round.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="FIRST", min=0, help="The first seed.")] = 1,
    styles: Annotated[str, typer.Option(help="Styles, with commas between; all that it expects of.")] = "",
    jobs: Annotated[
        int | None, typer.Option(metavar="J", min=1, help="Processes; all cores.", show_default=False)
    ] = None,
    cluster: Annotated[str, typer.Option(metavar="ADDRESS", help="Play on the Dask cluster there instead.")] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where tables, figures and a page to read go.")
    ] = None,
    detail: Annotated[bool, typer.Option("--detail", help="With --out: acts, ties and contacts, too.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Measure the model beside the studies.")] = False,
    ablations: Annotated[bool, typer.Option("--ablations", help="Take mechanisms away, one by one.")] = False,
    tournament: Annotated[
        bool, typer.Option("--tournament", help="Let styles fill the room, and spread by what they bring.")
    ] = False,
    rounds: Annotated[
        int | None, typer.Option(min=1, max=1000, help="With --tournament: how many; 20.", show_default=False)
    ] = None,
    weeks: Annotated[bool, typer.Option("--weeks", help="Go on through the weeks after, on the network.")] = False,
    followers: Annotated[int | None, typer.Option(min=0, max=300_000, help="With the weeks: followers.")] = None,
    bought: Annotated[
        int | None, typer.Option(min=0, max=300_000, help="With the weeks: bought ones beside them.")
    ] = None,
    hours: Annotated[float | None, typer.Option(min=0.1, max=16, help="With the weeks: hours a day.")] = None,
) -> None:
    """Play many evenings at once, and say whether the scenario shows what it expects.

    Exit code 1 if an expectation fails: certainly, or, where it is not certain, by what was found so far.
    """
    from game.lab import ablation_command, command, tournament_command, verdict, weeks_command
    from game.lab.crew import Crew
    from game.lab.tournament import EVENINGS, ROUNDS, Tournament
    from game.lab.weeks import Weeks

    opened = scenarios.load(scenario) if scenario else None
    chosen = list(dict.fromkeys(style.strip() for style in styles.split(",") if style.strip()))
    online_too = weeks or any(x is not None for x in (followers, bought, hours)) or bool(opened and opened.weeks.only)
    given = {"scenario": scenario, "weeks": online_too, "--styles": styles, "--jobs": jobs, "--out": out}
    given |= {"--cluster": cluster, "--detail": detail, "--evidence": evidence, "--ablations": ablations}
    _fit_together({name for name, value in (given | {"--tournament": tournament, "--rounds": rounds}).items() if value})
    for style in chosen:
        known_style(style, "--styles", online.NAMES if online_too else opening.STYLES)
    if ablations and rooms == 1:
        raise GameError("--rooms", "2 or more with --ablations, for the spread", str(rooms))
    if opened is None and (ablations or tournament):
        opened = scenarios.load(FIRST_SCENARIO)
    if opened is None and not evidence:
        raise GameError("lab", "a scenario, or --evidence", "neither", f"lab {FIRST_SCENARIO}")
    fine = True
    with _written(out), Crew(jobs, cluster) as crew:
        if opened is None:
            fine = command.compare(seed, crew, out)
        elif tournament:
            contest = Tournament(opened, tuple(chosen) or STYLES, seed, rooms or EVENINGS, rounds or ROUNDS)
            tournament_command.run(contest, crew, out)
        else:
            wanted = chosen or verdict.styles_needed(opened.expect) or ["listener", "promoter"]
            setting = Weeks(opened, (), (), followers, bought, hours, evening=not opened.weeks.only)
            if ablations and online_too:
                ablation_command.of_weeks(setting, seed, rooms or ABLATED_ROOMS, crew, out)
            elif ablations:
                ablation_command.evenings(opened, seed, rooms or ABLATED_ROOMS, crew, out)
            elif online_too:
                fine = weeks_command.run(setting, scenario, wanted, seed, rooms, crew, out)
            else:
                fine = command.run(opened, scenario, wanted, seed, rooms, crew, out, detail=detail)
    if not fine:
        raise typer.Exit(NO)


@contextmanager
def _written(folder: Path | None) -> Iterator[None]:
    """Make the folder of --out, now rather than after an hour of evenings. What the disk refuses is a GameError."""
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        yield
    except BrokenPipeError:
        raise
    except OSError as trouble:
        if folder is None:
            raise
        raise GameError(f"--out {folder}", "a folder that can be written to", str(trouble.strerror)) from trouble


def _fit_together(given: set[str]) -> None:
    """Raise GameError where one of the options given excludes another, or needs one that is not."""
    for name, others in _EXCLUDES.items():
        for other, why in others.items() if name in given else ():
            if other in given:
                raise GameError(name, f"no {other}: {why}", "both")
    for name, needed in _NEEDS.items():
        if name in given and needed not in given:
            raise GameError(name, f"{needed} beside it", "none", needed)
