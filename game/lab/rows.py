"""A row of results.csv is an evening: which one it was, kept beside the table, so that it can be played again."""

import csv
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from game import scenario as scenarios
from game.errors import GameError
from game.scenario.spec import Scenario
from game.session.evening import Evening
from game.session.opening import STYLES
from game.talk.words import Words

RESULTS, PLAYED = "results.csv", "lab.json"  # the table, and what was played for it
_ROW = re.compile(r"(?P<table>.*\.csv):(?P<room>\d+)")


@dataclass(frozen=True)
class Row:
    """One room of a run of the lab, as it was written down."""

    scenario: Scenario
    path_or_id: str  # as the scenario was asked for
    style: str
    seed: int
    digest: str


def remembered(scenario: Scenario, path_or_id: str) -> str:
    """What is about to be played, for `PLAYED`: read before it is, since its file may be worked on meanwhile."""
    text = scenarios.find(path_or_id).read_text(encoding="utf-8")
    kept = {"scenario": scenario.id, "asked": path_or_id, "scenario_text": text}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def find(name: str) -> Row:
    """The row whose `room` is the number at the end of DIR/results.csv:12. Raises GameError."""
    match = _ROW.fullmatch(name)
    if match is None:
        raise GameError(name, "DIR/results.csv:ROOM", "another name", f"{RESULTS}:0")
    table, room = Path(match["table"]), match["room"]
    kept = _kept(table.parent / PLAYED)
    try:
        with table.open(encoding="utf-8", newline="") as lines:
            rows = {row["room"]: row for row in csv.DictReader(lines)}
        row = rows[str(int(room))]
        style, seed, digest = STYLES[STYLES.index(row["style"])], int(row["seed"]), row["digest"]
    except OSError as trouble:
        raise GameError(str(table), "a table that can be read", str(trouble.strerror)) from trouble
    except (KeyError, ValueError, csv.Error) as trouble:
        raise GameError(str(table), f"a row of room {room}, as the lab writes it", "none") from trouble
    return Row(replace(scenarios.read(kept["scenario_text"]), id=kept["scenario"]), kept["asked"], style, seed, digest)


def _kept(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {name: str(kept[name]) for name in ("scenario", "asked", "scenario_text")}
    except OSError as trouble:
        raise GameError(str(path), "what the lab wrote beside its tables", str(trouble.strerror)) from trouble
    except (KeyError, TypeError, ValueError) as trouble:
        raise GameError(str(path), "what the lab wrote beside its tables", "something else") from trouble


def replay(row: Row) -> str:
    """Play the evening of a row as the stage would, and return its digest."""
    evening = Evening(row.scenario, row.seed, row.style, Words())
    while not evening.over:
        evening.step(())
    evening.close()
    evening.settle()
    return evening.digest()
