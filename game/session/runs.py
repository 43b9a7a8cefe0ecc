"""Where runs are kept, and how one is found again."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs

from game.errors import GameError
from game.session.journal import Journal
from game.session.trouble import InUseError, JournalError

HOME_VARIABLE = "WORK_THE_ROOM_HOME"
SUFFIX = ".run"
LAST = "last"


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as a list shows it; `trouble` says why it cannot be read, "" when it can."""

    run: str
    saved: datetime
    meta: dict[str, Any]
    tick: int = 0  # where it was last saved
    trouble: str = ""

    @property
    def finished(self) -> bool:
        """The debrief was reached."""
        return bool(self.meta.get("digest"))

    @property
    def unfinished(self) -> bool:
        """Played by a human and left before the debrief: it can be taken up again."""
        return not self.trouble and not self.finished and self.meta["style"] == "human"


def home() -> Path:
    """The folder of everything the game keeps for this user."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("work-the-room", appauthor=False))


def can_be_kept() -> bool:
    """Whether anything can be written to that folder."""
    try:
        home().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home()):
            return True
    except OSError:
        return False


def path_of(run: str) -> Path:
    """The journal of a run."""
    return home() / "runs" / f"{run}{SUFFIX}"


def new_id(scenario: str, now: datetime) -> str:
    """A name for a new run: readable, and not taken."""
    stem = f"{scenario}-{now:%Y%m%d-%H%M%S}"
    name, number = stem, 1
    while path_of(name).exists():
        number += 1
        name = f"{stem}-{number}"
    return name


def all_ids() -> list[str]:
    """Every run, oldest first."""
    files = sorted((home() / "runs").glob(f"*{SUFFIX}"), key=lambda file: (file.stat().st_mtime, file.name))
    return [file.name.removesuffix(SUFFIX) for file in files]


def read(run: str) -> RunInfo:
    """What a run is, without taking it up."""
    saved = datetime.fromtimestamp(path_of(run).stat().st_mtime)
    journal = Journal.open(path_of(run))
    try:
        return RunInfo(run, saved, journal.meta(), journal.saved_at())
    finally:
        journal.close()


def info(run: str) -> RunInfo:
    """The same for a list: a run that cannot be read stands in it with its trouble."""
    try:
        return read(run)
    except InUseError:
        said = "open in another window"
    except JournalError as trouble:
        said = str(trouble)
    return RunInfo(run, datetime.fromtimestamp(path_of(run).stat().st_mtime), {}, trouble=said)


def find(named: str) -> str:
    """The one run meant by an id, the beginning of one, or "last"."""
    return meant(named, all_ids())


def meant(named: str, ids: Sequence[str]) -> str:
    """The one of these, oldest first, that is meant by its name, the beginning of it, or "last"."""
    if not ids:
        raise GameError(named, "a run", "none: there are no runs yet; start one with `play`")
    if named in ids:
        return named
    if named == LAST:
        return ids[-1]
    fitting = [run for run in ids if run.startswith(named)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise GameError(named, "one run", f"the beginning of {len(fitting)}", fitting[-1])
    raise GameError(named, "a run", "no such one", ids[-1])
