"""What `lab` does: play, show a table, judge what is expected, write all that down; compare with the evidence."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from game.lab import batch, figures, judging, page, rows
from game.lab.batch import Block
from game.lab.crew import Crew
from game.lab.detail import merge
from game.lab.evidence import battery
from game.lab.evidence import figures as evidence
from game.lab.evidence.figures import COUNTED, Figure
from game.lab.judging import MOST, Judged, Task
from game.lab.page import Run
from game.lab.verdict import Verdict
from game.scenario.sentences import MEASURES
from game.scenario.spec import Expect, Scenario

BETWEEN = 3  # characters: a line of the table and a blank on either side of it
SHOWN = ("relationships", "friends", "business", "referrals", "cards", "met", "reached", "avoided_by")


def run(
    scenario: Scenario,
    path_or_id: str,
    styles: list[str],
    first: int,
    rooms: int | None,
    crew: Crew,
    out: Path | None,
    *,
    detail: bool = False,
) -> bool:
    """Whether every expectation of the scenario whose styles were run holds. `detail` needs `out`.

    So many `rooms` of each style; None: until what is expected is certain. `out` is a folder that is there.
    """
    kept = rows.remembered(scenario, path_or_id)
    with ExitStack() as closing:
        parts = None
        if out is not None and detail:
            parts = Path(closing.enter_context(TemporaryDirectory(prefix="parts-", dir=out)))
        jobs = batch.jobs_of(scenario, styles, first, rooms or MOST, detail=parts, hands=crew.hands)
        judged = played(scenario.title, jobs, rooms is None, batch.run, crew, scenario.expect)
        if out is not None and parts is not None:
            merge(parts, out)
    show(judged, SHOWN)
    holds = tell(judged.verdicts)
    if out is not None:
        figures.write_csv([*judged.blocks.values()], figures.NAMES, out / rows.RESULTS)
        rows.remember(kept, out / rows.RESULTS)
        page.write(Run(scenario, rows.RESULTS, judged, SHOWN), out)
    return holds


def played(
    title: str,
    jobs: Sequence[Task],
    stops: bool,
    run: Callable[[Task], list[Block]],
    crew: Crew,
    expect: Sequence[Expect],
) -> Judged:
    """All that was found, with a progress bar meanwhile; `stops`: after a block of seeds that makes it certain."""
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(title, total=len(jobs))
        rounds = judging.rounds(jobs) if stops else [jobs]
        for judged in judging.play(rounds, run, crew, expect, done=lambda: progress.advance(task)):
            progress.update(task, description=f"{title}: {judged.rooms} seeds × {len(judged.blocks)} styles")
        progress.update(task, total=progress.tasks[task].completed)
    return judged


def tell(verdicts: Sequence[Verdict]) -> bool:
    """A line for each; whether all hold."""
    for one in verdicts:
        Console().print(f"{one.told}: {one.claim} ({one.found})", highlight=False, soft_wrap=True)
    return all(one.holds for one in verdicts)


def show(judged: Judged, measures: tuple[str, ...]) -> None:
    """Print mean ± standard deviation of the measures, a row each, with as many styles beside one another as fit."""
    console = Console()
    told = {
        style: [_spread(figures.figure(block, name)) for name in measures] for style, block in judged.blocks.items()
    }
    words = [MEASURES[name] for name in measures]
    wide = max(len(text) for style, cells in told.items() for text in (style, *cells)) + BETWEEN
    beside = max(1, (console.width - max(map(len, words)) - BETWEEN - 1) // wide)
    for first in range(0, len(told), beside):
        styles = [*told][first : first + beside]
        table = Table("mean ± spread", *(Column(style, justify="right", no_wrap=True) for style in styles))
        for word, *cells in zip(words, *(told[style] for style in styles), strict=True):
            table.add_row(word, *cells)
        console.print(table)


def _spread(values: NDArray[np.float64]) -> str:
    return f"{values.mean():.2f} ± {values.std():.2f}"


def compare(seed: int, crew: Crew, out: Path | None) -> bool:
    """`lab --evidence`: whether enough rows of the evidence table come out as the studies found them."""
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Fixed rigs", total=battery.parts())
        found = battery.figures(seed, crew, done=lambda: progress.advance(task))
    console = Console()
    console.print(_beside(found))
    inside = evidence.rows_inside(found)
    outside = [str(row) for row in COUNTED if row not in inside]
    left = f"; outside: {', '.join(outside)}" if outside else ""
    console.print(f"{len(inside)} of {len(COUNTED)} rows inside{left}", highlight=False)
    if out is not None:
        evidence.write_csv(found, out / "evidence.csv")
    return evidence.enough(found)


def _beside(found: list[Figure]) -> Table:
    """Every figure with its band; the rows beyond those that count are dimmed."""
    table = Table(
        "row", "quantity", Column("band", no_wrap=True), Column("value", no_wrap=True), Column("inside", no_wrap=True)
    )
    for one in found:
        counts = one.row in COUNTED
        held = "yes" if one.inside else "NO"
        table.add_row(
            str(one.row or ""),
            one.quantity,
            one.band,
            f"{one.value:.3g}" if one.value < 1000 else f"{one.value:.0f}",
            held,
            style=None if counts else "dim",
        )
    return table
