"""What `lab` does with the weeks: play them out over many seeds, show a table, write results, judge."""

from pathlib import Path

from game.lab import figures, page, rows, weeks
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
    kept = rows.remembered(weeks.as_played(setting), path_or_id)
    expected = scenario.expect if scenario.weeks.only else ()
    jobs = weeks.jobs_of(setting, styles, first, rooms or MOST)
    judged = played(f"{scenario.title}, {scenario.weeks.days} days", jobs, rooms is None, weeks.blocks, crew, expected)
    show(judged, SHOWN)
    holds = tell(judged.verdicts)
    if out is not None:
        figures.write_csv([*judged.blocks.values()], WEEKS_MEASURES, out / rows.WEEKS)
        rows.remember(kept, out / rows.WEEKS)
        page.write(Run(scenario, rows.WEEKS, judged, SHOWN), out)
    return holds
