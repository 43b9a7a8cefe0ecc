"""What `--out` leaves for a facilitator: one page to read, its figures as SVG, the verdicts as a table."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup

from game import whole
from game.lab import charts, figures
from game.lab.batch import Block
from game.lab.judging import Judged
from game.lab.rows import command
from game.lab.templates import leave
from game.lab.verdict import Verdict
from game.scenario.sentences import MEASURES
from game.scenario.spec import Scenario

ALWAYS = "relationships"
SIGNS = {"holds": "✓", "FAILS": "✗"}


@dataclass(frozen=True)
class Run:
    """A run of the lab, to be told. `table`: where its rows are; `shown`: measures of the summary."""

    scenario: Scenario
    table: str
    judged: Judged
    shown: tuple[str, ...]


def write(run: Run, folder: Path) -> None:
    """index.html, verdicts.csv and an SVG for each measure that something is expected of."""
    drawn = {name: _chart(run, name) for name in _measures(run)}
    for name, svg in drawn.items():
        whole.write(folder / f"{name}.svg", svg.encode())
    _verdicts(run.judged.verdicts, folder / "verdicts.csv")
    leave(
        folder,
        "lab.html.j2",
        scenario=run.scenario,
        rooms=run.judged.rooms,
        verdicts=[(SIGNS.get(one.told, "?"), one) for one in run.judged.verdicts],
        failed=sum(not one.holds for one in run.judged.verdicts),
        unsure=sum(one.holds and not one.certain for one in run.judged.verdicts),
        charts=[Markup(svg) for svg in drawn.values()],  # noqa: S704 - escaped by the template that drew it
        measures=[MEASURES[name] for name in run.shown],
        table=[(style, [_mean(block, name) for name in run.shown]) for style, block in run.judged.blocks.items()],
        look=[*_worth_a_look(run, folder)],
        of=MEASURES[ALWAYS],
        rows=run.table,
    )


def _measures(run: Run) -> list[str]:
    """Those that something is expected of, and the one that is always told."""
    some = next(iter(run.judged.blocks.values()))
    expected = [one.measure for one in run.scenario.expect if figures.known(some, one.measure)]
    return list(dict.fromkeys([ALWAYS, *expected]))


def _chart(run: Run, measure: str) -> str:
    rows = [charts.row(style, figures.figure(block, measure)) for style, block in run.judged.blocks.items()]
    return charts.dots(MEASURES[measure], rows)


def _mean(block: Block, measure: str) -> str:
    values = figures.figure(block, measure)
    return f"{values.mean():.2f} ± {values.std():.2f}"


def _worth_a_look(run: Run, folder: Path) -> Iterator[dict[str, Any]]:
    """For each style the room most like its mean, the best and the worst, and what opens it; the first of equals."""
    first = 0
    for style, block in run.judged.blocks.items():
        values = figures.figure(block, ALWAYS)
        rooms = {
            "typical": int(np.abs(values - values.mean()).argmin()),
            "best": int(values.argmax()),
            "worst": int(values.argmin()),
        }
        for kind, room in rooms.items() if block.digests else ():
            name = f"{folder / run.table}:{first + room}"
            yield {
                "style": style,
                "kind": kind,
                "value": f"{values[room]:g}",
                "play": command("play", name),
                "replay": command("replay", name),
            }
        first += len(block.seeds)


def _verdicts(verdicts: tuple[Verdict, ...], path: Path) -> None:
    """One line for each expectation: claim, verdict, quantity, value, low, high, rooms; no interval: empty."""
    table = io.StringIO(newline="")
    lines = csv.writer(table, lineterminator="\n")
    lines.writerow(["claim", "verdict", "quantity", "value", "low", "high", "rooms"])
    for one in verdicts:
        low, high = (f"{end:.4f}" if isfinite(end) else "" for end in (one.low, one.high))
        lines.writerow([one.claim, one.told, one.quantity, f"{one.value:.4f}", low, high, one.rooms])
    whole.write(path, table.getvalue().encode())
