"""`runs` and `report`: what was played on this machine, alone or as a workshop, and what came of it."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from game.desk import where
from game.errors import GameError
from game.session import lookback, runs
from game.talk.words import Words

Format = Literal["json", "csv", "html"]
FILES = {"json": "session.json", "csv": "people.csv", "html": "session.html"}  # of a workshop's export
LAST_WORKSHOP = "last-workshop"


def list_runs() -> None:
    """List the evenings and workshops played, the newest first."""
    from game.workshop import shelf

    found = _by_age()
    if not found:
        print("No runs yet. Start one with: play")
        return
    words, workshops = Words(), set(shelf.names())
    table = Table(box=SIMPLE_HEAD)
    for heading in ("run", "who", "style", "seed", "where"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "run")
    for name in reversed(found):
        table.add_row(name, *(_workshop(name) if name in workshops else _evening(name, words)))
    Console().print(table)


def _evening(run: str, words: Words) -> tuple[str, ...]:
    info = runs.info(run)
    if info.trouble:
        return "", "", "", info.trouble
    left = "ended" if info.finished else where(info, words)
    return info.meta["player"], info.meta["style"], str(info.meta["seed"]), left


def _workshop(name: str) -> tuple[str, ...]:
    from game.workshop import shelf

    kept = shelf.info(name)
    if kept.trouble:
        return "", "workshop", "", kept.trouble
    seats = "1 seat" if kept.seats == 1 else f"{kept.seats} seats"
    return seats, "workshop", str(kept.meta["seed"]), "ended" if kept.meta["ended"] else kept.phase


def report(
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN", help=f'As `runs` lists it, its beginning, "last", "{LAST_WORKSHOP}", or a workshop\'s file.'
        ),
    ] = runs.LAST,
    format: Annotated[Format, typer.Option(help="How to write it; html of a workshop alone.")] = "json",
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Of a workshop: every file of its export, into DIR.")
    ] = None,
) -> None:
    """Print what came of an evening, or of a workshop: of one that is under way, too, as far as it has come."""
    named = _named(run)
    if isinstance(named, Path):
        _tell_workshop(named, format, out)
        return
    if out is not None or format == "html":
        given, instead = ("--out", "no --out") if out is not None else ("--format", "json or csv")
        raise GameError(given, f"{instead} for an evening, or a workshop", str(out or format), LAST_WORKSHOP)
    result = lookback.report(named)
    print(lookback.as_json(result) if format == "json" else lookback.as_csv(result))


def _tell_workshop(book: Path, format: Format, out: Path | None) -> None:
    from game.workshop import export, shelf

    show = shelf.read(book, Words())
    if out is not None:
        for path in export.write(show, out):
            print(path)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(export.pages(show)[FILES[format]].body)
    sys.stdout.buffer.flush()


def _named(run: str) -> Path | str:
    """What is meant: the book of a workshop, or the id of an evening."""
    from game.workshop import book, shelf

    if run.endswith(book.SUFFIX) and Path(run).is_file():
        return Path(run)
    workshops = shelf.names()
    if run == LAST_WORKSHOP:
        if not workshops:
            raise GameError(run, "a workshop", "none: there are none yet; start one with `host`")
        return shelf.path_of(workshops[-1])
    name = runs.meant(run.removesuffix(book.SUFFIX), _by_age())
    return shelf.path_of(name) if name in workshops else name


def _by_age() -> list[str]:
    """Every evening and workshop there is, oldest first."""
    from game.workshop import shelf

    ages = {run: runs.path_of(run).stat().st_mtime for run in runs.all_ids()}
    ages |= {name: shelf.written(shelf.path_of(name)) for name in shelf.names()}
    return sorted(ages, key=lambda name: (ages[name], name))
