"""`lab --tournament`: which way of networking a room full of people ends up with."""

from pathlib import Path

import numpy as np
from markupsafe import Markup
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from game import whole
from game.lab import charts, tournament
from game.lab.charts import Course
from game.lab.crew import Crew
from game.lab.templates import leave
from game.lab.tournament import POPULATIONS, Round, Tournament


def run(played: Tournament, crew: Crew, out: Path | None) -> None:
    """Play all rounds, show how the shares went, and write them down."""
    rounds: list[Round] = []
    with Progress(console=Console(stderr=True)) as progress:
        title = f"{played.scenario.title}: {POPULATIONS} times {played.evenings} evenings a round"
        for one in progress.track(played.play(crew), total=played.rounds, description=title):
            rounds.append(one)
    rows = _standings(played, rounds)
    shown = Table(Column("style", no_wrap=True), *_HEADINGS)
    for row in rows:
        shown.add_row(*row)
    Console().print(shown)
    if out is not None:
        _write(played, rounds, rows, out)


_HEADINGS = ("first", "last", "least … most", "leads in", "relationships a head, first", "…last")


def _standings(played: Tournament, rounds: list[Round]) -> list[tuple[str, ...]]:
    """A row for each style, the most frequent first: shares, in how many populations it leads, and what it brings."""
    shares = tournament.shares(rounds)
    first, last = shares[0].mean(axis=0), shares[-1].mean(axis=0)
    leads = np.bincount(shares[-1].argmax(axis=1), minlength=len(played.styles))
    return [
        (
            played.styles[at],
            f"{first[at]:.0%}",
            f"{last[at]:.0%}",
            f"{shares[-1, :, at].min():.0%} … {shares[-1, :, at].max():.0%}",
            f"{leads[at]} of {POPULATIONS}",
            _a_head(rounds[0], at),
            _a_head(rounds[-1], at),
        )
        for at in np.argsort(-last, kind="stable").tolist()
    ]


def _a_head(one: Round, style: int) -> str:
    heads = int(one.heads[:, style].sum())
    return f"{one.relationships[:, style].sum() / heads:.2f}" if heads else "nobody"


def _write(played: Tournament, rounds: list[Round], rows: list[tuple[str, ...]], folder: Path) -> None:
    """tournament.csv, shares.svg and index.html."""
    lines = ["population,round,style,heads,relationships"]
    lines += [",".join(map(str, row)) for row in tournament.table(played.styles, rounds)]
    whole.write(folder / "tournament.csv", ("\n".join(lines) + "\n").encode())
    means = tournament.shares(rounds).mean(axis=1)
    courses = [Course(style, means[:, at].tolist()) for at, style in enumerate(played.styles)]
    svg = charts.shares("Share of each style, mean of all populations", courses)
    whole.write(folder / "shares.svg", svg.encode())
    leave(
        folder,
        "lab_tournament.html.j2",
        scenario=played.scenario,
        played=played,
        populations=POPULATIONS,
        contenders=len(tournament.contenders(played.scenario)),
        chart=Markup(svg),  # noqa: S704 - escaped by the template that drew it
        headings=("style", *_HEADINGS),
        rows=rows,
        change=tournament.CHANGE,
    )
