"""`lab --ablations`: play with each mechanism taken away, and show what becomes of the effects."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from game import whole
from game.lab import ablation, batch, charts, rules, weeks
from game.lab.ablation import ABLATIONS, AS_IT_IS, STYLES, Cell, Effect, Rows
from game.lab.batch import Block
from game.lab.crew import Crew
from game.lab.judging import Task
from game.lab.templates import leave
from game.lab.weeks import Weeks
from game.model.params import Params
from game.scenario.spec import Scenario
from game.session.sandbox import RULES


def evenings(
    scenario: Scenario,
    first: int,
    rooms: int,
    crew: Crew,
    out: Path | None,
    ablations: Mapping[str, Params] = ABLATIONS,
) -> None:
    """Each mechanism of the evening, over so many seeds from `first` on."""
    jobs = {name: batch.jobs_of(scenario, [*STYLES], first, rooms, params) for name, params in ablations.items()}
    _report(scenario, _played(scenario, jobs, batch.run, crew), ablation.EFFECTS, out)


def of_weeks(
    setting: Weeks, first: int, rooms: int, crew: Crew, out: Path | None, ablations: Mapping[str, Params] = ABLATIONS
) -> None:
    """Each mechanism that the network has from the room, and each rule of its own."""
    plain = weeks.jobs_of(setting, [*STYLES], first, rooms)
    jobs = {name: [replace(job, params=params) for job in plain] for name, params in ablations.items()}
    jobs |= {f"network: {rule}": [rules.without(job, frozenset((rule,))) for job in plain] for rule in RULES}
    _report(setting.scenario, _played(setting.scenario, jobs, weeks.blocks, crew), ablation.WEEKS_EFFECTS, out)


def _played(
    scenario: Scenario, jobs: Mapping[str, Sequence[Task]], run: Callable[[Task], list[Block]], crew: Crew
) -> dict[str, dict[str, Block]]:
    """What came of each ablation, by style."""
    named = [(name, job) for name, some in jobs.items() for job in some]
    parts: dict[str, dict[str, list[Block]]] = {name: {} for name in jobs}
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(scenario.title, total=len(named))
        for (name, _), blocks in zip(named, crew.map(run, [job for _, job in named]), strict=True):
            for block in blocks:
                parts[name].setdefault(block.style, []).append(block)
            progress.update(task, advance=1, description=f"{scenario.title}, {name}")
    return {name: {style: batch.together(some) for style, some in mine.items()} for name, mine in parts.items()}


def _report(
    scenario: Scenario, found: dict[str, dict[str, Block]], effects: Sequence[Effect], out: Path | None
) -> None:
    rows = ablation.table(found, effects)
    console, numbered = Console(), [*enumerate(rows, start=1)]
    for number, (effect, _) in numbered:
        console.print(f"{number}: {effect.name}", highlight=False)
    shown = Table(Column("* surely not as it is", no_wrap=True), *(str(number) for number, _ in numbered))
    for name in found:
        shown.add_row(name, *(_shown(cells[name]) for _, cells in rows))
    console.print(shown)
    if out is not None:
        ablation.write_csv(rows, out / "ablations.csv")
        _write_page(scenario, rows, out, seeds=len(found[AS_IT_IS][STYLES[0]].seeds))


def _shown(cell: Cell) -> str:
    return f"{cell.mean:.2f}{'*' if cell.sure else ''}"


def _write_page(scenario: Scenario, rows: Rows, folder: Path, seeds: int) -> None:
    """index.html, and effect-N.svg: what each mechanism taken away changes of it."""
    drawn = []
    for number, (effect, cells) in enumerate(rows, start=1):
        changes = [charts.bar(name, one.change, one.changed) for name, one in cells.items() if name != AS_IT_IS]
        svg = charts.dots(f"change of: {effect.name}", changes)
        whole.write(folder / f"effect-{number}.svg", svg.encode())
        drawn.append((effect.name, cells[AS_IT_IS], Markup(svg)))  # noqa: S704 - escaped by the template that drew it
    leave(folder, "lab_ablations.html.j2", scenario=scenario, effects=drawn, seeds=seeds)
