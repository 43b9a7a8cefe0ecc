"""`lab SCENARIO`: run, show a table, write results, judge the expectations."""

from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.lab import batch, figures, verdict
from game.lab.batch import Block
from game.scenario.spec import Scenario

SHOWN = ("relationships", "friends", "business", "referrals", "cards", "met", "reached", "avoided_by")


def run(scenario: Scenario, styles: list[str], first: int, rooms: int, processes: int, out: Path | None) -> bool:
    """Whether every expectation of the scenario whose styles were run holds."""
    console = Console()
    jobs = batch.jobs_of(scenario, styles, first, rooms)
    found: dict[str, list[Block]] = {style: [] for style in styles}
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(f"{scenario.title}: {rooms} rooms × {len(styles)} styles", total=len(jobs))
        for block in batch.run_all(jobs, processes):
            found[block.style].append(block)
            progress.advance(task)
    blocks = {style: batch.together(parts) for style, parts in found.items()}
    console.print(_table(list(blocks.values())))
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        figures.write_csv(list(blocks.values()), out / "results.csv")
    verdicts = [
        verdict.judge(expected, blocks)
        for expected in scenario.expect
        if all(style in blocks for style in verdict.styles_needed((expected,)))
    ]
    for one in verdicts:
        console.print(f"{'holds' if one.holds else 'FAILS'}: {one.claim} ({one.found})", highlight=False)
    return all(one.holds for one in verdicts)


def _table(blocks: list[Block]) -> Table:
    """Mean ± standard deviation of every measure, a row per style."""
    table = Table("style", *SHOWN)
    for block in blocks:
        values = [figures.figure(block, name) for name in SHOWN]
        table.add_row(block.style, *(f"{value.mean():.2f} ± {value.std():.2f}" for value in values))
    return table
