"""A row of results.csv is an evening, one of weeks.csv a run of weeks: what was played is kept beside the tables, so
that each can be played again, and opened on stage.
"""

import csv
import json
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from game import scenario as scenarios
from game import whole
from game.errors import GameError
from game.scenario.spec import Scenario
from game.session import opening, start
from game.session.evening import Evening
from game.session.session import Session
from game.session.weeks import setting
from game.styles import online
from game.talk.words import Words

RESULTS, WEEKS = "results.csv", "weeks.csv"  # the tables
PLAYED = "lab.json"  # what was played for each of them
_STYLES: Final = {
    table: [style for style in styles if style != opening.HUMAN]
    for table, styles in ((RESULTS, opening.STYLES), (WEEKS, online.NAMES))
}
_ROW = re.compile(r"(?P<table>.*\.csv):(?P<room>\d+)")

Kept = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One room of a run of the lab, as it was written down."""

    scenario: Scenario  # as it was played
    text: str  # of its file
    style: str
    seed: int
    digest: str
    weeks: bool  # it goes on through the weeks


def remembered(scenario: Scenario, path_or_id: str) -> Kept:
    """What is about to be played, for `remember`: read before it is, since its file may be worked on meanwhile."""
    return {
        "scenario": scenario.id,
        "scenario_text": scenarios.find(path_or_id).read_text(encoding="utf-8"),
        "languages": scenario.languages,
        "words": scenario.words,
        "weeks": setting.of(scenario),
    }


def remember(kept: Kept, table: Path) -> None:
    """Write down beside a table what was played for it; what is there about another table stays."""
    path = table.parent / PLAYED
    try:
        others = dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, TypeError, ValueError):
        others = {}
    text = json.dumps({**others, table.name: kept}, ensure_ascii=False, indent=1)
    whole.write(path, f"{text}\n".encode())


def is_row(name: str) -> bool:
    """Whether a name is meant to be that of a row, rather than of a run or a scenario."""
    return ".csv:" in name


def command(do: str, name: str) -> str:
    """What to enter to `play` or `replay` a row."""
    return f"python3 main.py {shlex.join([do, name])}"


def find(name: str) -> Row:
    """The row whose `room` is the number at the end of DIR/results.csv:12 or DIR/weeks.csv:12. Raises GameError."""
    match = _ROW.fullmatch(name)
    table = Path(match["table"]) if match else Path()
    if match is None or table.name not in _STYLES:
        raise GameError(name, f"DIR/{RESULTS}:ROOM or DIR/{WEEKS}:ROOM", "another name", f"{RESULTS}:0")
    scenario, text = _kept(table)
    try:
        with table.open(encoding="utf-8", newline="") as lines:
            rows = {row["room"]: row for row in csv.DictReader(lines)}
        row, styles = rows[str(int(match["room"]))], _STYLES[table.name]
        style, seed, digest = styles[styles.index(row["style"])], int(row["seed"]), row["digest"]
    except OSError as trouble:
        raise GameError(str(table), "a table that can be read", str(trouble.strerror)) from trouble
    except (KeyError, ValueError, csv.Error) as trouble:
        raise GameError(str(table), f"a row of room {match['room']}, as the lab writes it", "none") from trouble
    return Row(scenario, text, style, seed, digest, weeks=table.name == WEEKS)


def _kept(table: Path) -> tuple[Scenario, str]:
    """The scenario that was played for a table, and the text of its file."""
    path = table.parent / PLAYED
    expected = f"what the lab wrote beside {table.name}"
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))[table.name]
        scenario = replace(
            scenarios.read(kept["scenario_text"]),
            id=str(kept["scenario"]),
            languages=tuple(kept["languages"]),
            words=dict(kept["words"]),
        )
        return setting.put(scenario, kept["weeks"]), kept["scenario_text"]
    except OSError as trouble:
        raise GameError(str(path), expected, str(trouble.strerror)) from trouble
    except (AttributeError, KeyError, TypeError, ValueError) as trouble:
        raise GameError(str(path), expected, "something else") from trouble


def begin(row: Row, words: Words) -> Session:
    """A run of this row, kept like any other, the doors open."""
    return start.begin_written(row.scenario, row.text, words=words, seed=row.seed, style=row.style)


def replay(row: Row, run_through: Callable[[Session], None]) -> str:
    """Play a row again as the stage would, keeping nothing, and return its digest. `run_through`: lets it be played."""
    session = Session("", Evening(row.scenario, row.seed, row.style, Words()), None)
    session.answer_first_question("")
    run_through(session)
    return session.digest()
