"""What `lab` does: run, show a table, write results, judge the expectations; compare with the evidence; ablate."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from game.lab import ablation, batch, figures, verdict
from game.lab.batch import Block, Job
from game.lab.detail import merge
from game.lab.evidence import battery
from game.lab.evidence import figures as evidence
from game.lab.evidence.figures import COUNTED, Figure
from game.scenario.spec import Scenario

SHOWN = ("relationships", "friends", "business", "referrals", "cards", "met", "reached", "avoided_by")


def run(
    scenario: Scenario,
    styles: list[str],
    first: int,
    rooms: int,
    processes: int,
    out: Path | None,
    *,
    detail: bool = False,
) -> bool:
    """Whether every expectation of the scenario whose styles were run holds. `detail` needs `out`."""
    console = Console()
    with ExitStack() as closing:
        parts = None
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            if detail:
                parts = Path(closing.enter_context(TemporaryDirectory(prefix="parts-", dir=out)))
        jobs = batch.jobs_of(scenario, styles, first, rooms, detail=parts)
        blocks = _played(jobs, f"{scenario.title}: {rooms} rooms × {len(styles)} styles", processes)
        if out is not None:
            figures.write_csv(blocks, out / "results.csv")
        if out is not None and parts is not None:
            merge(parts, out)
    console.print(_table(blocks))
    by_style = {block.style: block for block in blocks}
    verdicts = verdict.judge_all(scenario.expect, by_style, lambda style, name: figures.figure(by_style[style], name))
    return tell(console, verdicts)


def tell(console: Console, verdicts: list[verdict.Verdict]) -> bool:
    """A line for each; whether all hold."""
    for one in verdicts:
        console.print(f"{'holds' if one.holds else 'FAILS'}: {one.claim} ({one.found})", highlight=False)
    return all(one.holds for one in verdicts)


def _played(jobs: list[Job], title: str, processes: int) -> list[Block]:
    """The results of all jobs, a block for each style, with a progress bar."""
    found: dict[str, list[Block]] = {}
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(title, total=len(jobs))
        for blocks in batch.run_all(jobs, processes, batch.run):
            for block in blocks:
                found.setdefault(block.style, []).append(block)
            progress.advance(task)
    return [batch.together(parts) for parts in found.values()]


def _table(blocks: list[Block]) -> Table:
    """Mean ± standard deviation of every measure, a row per style."""
    return table_of({block.style: [figures.figure(block, name) for name in SHOWN] for block in blocks}, SHOWN)


def table_of(rows: dict[str, list[NDArray[np.float64]]], measures: tuple[str, ...]) -> Table:
    """Mean ± standard deviation of the measures of each style."""
    table = Table(Column("style", no_wrap=True), *measures)
    for style, values in rows.items():
        table.add_row(style, *(f"{value.mean():.2f} ± {value.std():.2f}" for value in values))
    return table


def ablate(scenario: Scenario, first: int, rooms: int, processes: int, out: Path | None) -> None:
    """`lab SCENARIO --ablations`: each mechanism taken away, and what becomes of the effects."""
    styles = list(ablation.STYLES)
    found = {}
    for name, params in ablation.ABLATIONS.items():
        jobs = batch.jobs_of(scenario, styles, first, rooms, params)
        blocks = _played(jobs, f"{scenario.title}, {name}", processes)
        found[name] = {block.style: block for block in blocks}
    rows = ablation.table(found)
    shown = Table(Column("mean ± half of the 95 % interval"), *(Column(name, no_wrap=False) for name in found))
    for effect, cells in rows:
        shown.add_row(effect.name, *(f"{cells[name].mean:.2f} ± {cells[name].within:.2f}" for name in found))
    Console().print(shown)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        ablation.write_csv(rows, out / "ablations.csv")


def compare(seed: int, processes: int, out: Path | None) -> bool:
    """`lab --evidence`: whether enough rows of the evidence table come out as the studies found them."""
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Fixed rigs", total=battery.parts())
        found = battery.figures(seed, processes, done=lambda: progress.advance(task))
    console = Console()
    console.print(_beside(found))
    inside = evidence.rows_inside(found)
    outside = [str(row) for row in COUNTED if row not in inside]
    left = f"; outside: {', '.join(outside)}" if outside else ""
    console.print(f"{len(inside)} of {len(COUNTED)} rows inside{left}", highlight=False)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
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
