"""What `lab` does with the weeks: play them out over many seeds, show a table, write results, judge."""

from pathlib import Path

from game.lab import figures, page, weeks
from game.lab.batch import Block
from game.lab.command import played, show, tell
from game.lab.crew import Crew
from game.lab.judging import MOST
from game.lab.page import Run
from game.lab.weeks import Weeks
from game.scenario.spec import WEEKS_MEASURES

SHOWN = ("relationships", "friends", "business", "referrals", "followers", "answered", "discussions", "hours")


def run(
    setting: Weeks, path_or_id: str, styles: list[str], first: int, rooms: int | None, crew: Crew, out: Path | None
) -> bool:
    """Whether every expectation holds, of a scenario that is nothing but weeks; style and seeds of `setting` vary."""
    scenario = setting.scenario
    expected = scenario.expect if scenario.weeks.only else ()
    jobs = weeks.jobs_of(setting, styles, first, rooms or MOST)
    judged = played(f"{scenario.title}, {scenario.weeks.days} days", jobs, rooms is None, weeks.blocks, crew, expected)
    show(judged, SHOWN)
    holds = tell(judged.verdicts)
    if out is not None:
        _write_csv([*judged.blocks.values()], out / "weeks.csv")
        page.write(Run(scenario, path_or_id, judged, SHOWN), out)
    return holds


def _write_csv(blocks: list[Block], path: Path) -> None:
    """One row per room and style: seed, style and the measures of the weeks."""
    lines = [f"seed,style,{','.join(WEEKS_MEASURES)}"]
    for block in blocks:
        columns = [figures.figure(block, name) for name in WEEKS_MEASURES]
        for room, seed in enumerate(block.seeds):
            lines.append(f"{seed},{block.style},{','.join(f'{column[room]:g}' for column in columns)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
