"""What `lab` does with the weeks: play them out over many seeds, show a table, write results, judge."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import Progress

from game.lab import batch, verdict, weeks
from game.lab.command import table_of, tell
from game.lab.weeks import Weeks
from game.model.feed.figures import WeeksResults
from game.scenario.spec import WEEKS_MEASURES

SHOWN = ("relationships", "friends", "business", "referrals", "followers", "answered", "discussions", "hours")


def run(setting: Weeks, styles: list[str], first: int, rooms: int, processes: int, out: Path | None) -> bool:
    """Whether every expectation holds, of a scenario that is nothing but weeks; style and seeds of `setting` vary."""
    scenario = setting.scenario
    expected = scenario.expect if scenario.weeks.only else ()
    title = f"{scenario.title}: {rooms} times {scenario.weeks.days} days × {len(styles)} styles"
    jobs = [
        replace(setting, styles=(style,), seeds=block) for style in styles for block in batch.blocks_of(first, rooms)
    ]
    parts: dict[str, list[WeeksResults]] = {}
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(title, total=len(jobs))
        for job, (results,) in zip(jobs, batch.run_all(jobs, processes, weeks.run), strict=True):
            parts.setdefault(job.styles[0], []).append(results)
            progress.advance(task)

    def figure(style: str, measure: str) -> NDArray[np.float64]:
        return np.concatenate([getattr(part, measure) for part in parts[style]]).astype(np.float64)

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        lines = [f"seed,style,{','.join(WEEKS_MEASURES)}"]
        for style in styles:
            table = np.stack([figure(style, name) for name in WEEKS_MEASURES], axis=1)
            lines += [f"{first + room},{style},{','.join(f'{x:g}' for x in row)}" for room, row in enumerate(table)]
        (out / "weeks.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    console = Console()
    console.print(table_of({style: [figure(style, name) for name in SHOWN] for style in styles}, SHOWN))
    return tell(console, verdict.judge_all(expected, styles, figure))
