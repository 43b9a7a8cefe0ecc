"""docs/scenarios.md is followed to the letter, as somebody would who has never seen the game.

A grey box of the guide is one of: `console`, a command; `text`, what is seen after the box above; `yaml`, a piece to
put into the file, or, where it has a title, a lesson and attendees, a whole file of its own. Behind `yaml` may stand
`broken`, for a piece that is mended again after the next command, or the name of a file beside the scenario.
"""

import copy
import importlib
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.scenario import new
from game.scenario.examine import examine
from game.scenario.load import SHIPPED
from game.scenario.plan import LEGEND
from game.scenario.sentences import sentence
from game.scenario.spec import MANNERS, STYLES, Traits
from game.scenario.tree import grow
from game.scenario.writing import plain
from tests.scenario.reference import GUIDE, MARK, reference

TEXT = GUIDE.read_text(encoding="utf-8")
BOXES = re.findall(r"^```(\w+) ?(.*)\n((?s:.*?))^```$", TEXT, re.MULTILINE)
WHOLE = {"title", "lesson", "attendees"}
HEADLESS = {  # what a test runs where the reader would see a window or a page
    "play courtyard --watch": "play courtyard --style listener --headless",
    "edit courtyard": "check courtyard",
}


def written(text: str) -> Any:
    """What a text holds, in plain values."""
    return plain(grow(text, "scenario.yaml")[0])


def put_in(held: Any, piece: Any) -> Any:
    """What is there already changes, what is new comes below its like; lists of words are replaced."""
    if isinstance(held, dict) and isinstance(piece, dict):
        return held | {key: put_in(held.get(key), value) for key, value in piece.items()}
    if not (isinstance(held, list) and isinstance(piece, list) and isinstance(piece[0], dict)):
        return piece
    for entry in piece:
        place = next((n for n, old in enumerate(held) if _same(old, entry)), len(held))
        held = [*held[:place], put_in(held[place] if place < len(held) else None, entry), *held[place + 1 :]]
    return held


def _same(old: Any, entry: Any) -> bool:
    """Whether a piece is about an entry that the file has: the person of that name, or the crowd."""
    return ("crowd" in old and "crowd" in entry) or ("name" in entry and old.get("name") == entry["name"])


def words(text: str) -> str:
    """A text, wherever its lines break."""
    return " ".join(text.split())


class Reader:
    """Somebody with the guide open beside a terminal."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.file = Path("scenarios/courtyard/scenario.yaml")
        self.seen = ""
        self.mended: Any = None

    def console(self, _: str, command: str) -> None:
        """Type a command."""
        program, typed = command.strip().split("main.py ")
        assert program == "python3 "
        if typed in HEADLESS:
            self.run(f"{typed.split()[0]} --help")
            assert all(word in self.seen for word in typed.split() if word.startswith("--"))
        code = self.run(HEADLESS.get(typed, typed))
        assert bool(code) == (self.mended is not None), self.seen
        if self.mended is not None:
            self.save(self.mended)
            self.mended = None

    def run(self, typed: str) -> object:
        """Run a command; its exit code."""
        with pytest.raises(SystemExit) as left:
            cli.main(shlex.split(typed))
        self.seen = self.capsys.readouterr().out
        return left.value.code

    def text(self, _: str, told: str) -> None:
        """Look for what the guide says is to be seen."""
        for line in told.splitlines():
            assert words(line) in words(self.seen)

    def yaml(self, about: str, box: str) -> None:
        """Write what the guide shows."""
        if about.endswith(".yaml"):
            self.alone.with_name(about).write_text(box, encoding="utf-8")
        elif written(box).keys() >= WHOLE:
            self.alone = Path(f"alone_{len(list(Path().glob('alone_*')))}/scenario.yaml")
            self.alone.parent.mkdir()
            self.alone.write_text(box, encoding="utf-8")
        else:
            held = written(self.file.read_text(encoding="utf-8"))
            self.save(put_in(copy.deepcopy(held), written(box)))
            if about == "broken":
                self.mended = held
            else:
                self.seen = self.sound(self.file)

    def save(self, held: Any) -> None:
        self.file.write_text(json.dumps(held), encoding="utf-8")

    def sound(self, path: Path) -> str:
        """Nothing is to be said against a file; its expectations, read back."""
        found = examine(path.read_text(encoding="utf-8"), path)
        assert [str(problem) for problem in found.problems] == []
        return "\n".join(sentence(expected) for expected in found.sound().expect)


def test_whoever_follows_the_guide_has_a_running_scenario_after_every_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    (scenarios / "chamber_mixer").symlink_to(SHIPPED / "chamber_mixer")
    monkeypatch.setattr(importlib.import_module("game.scenario.load"), "SHIPPED", scenarios)
    monkeypatch.setattr(new, "SHIPPED", scenarios)
    reader = Reader(capsys)
    for kind, about, box in BOXES:
        getattr(reader, kind)(about, box)
    for path in tmp_path.rglob("scenario.yaml"):
        reader.sound(path)


def test_everything_a_person_can_be_is_explained() -> None:
    explained = set(re.findall(r"^\| `([^`]+)` \|", TEXT.partition(MARK)[0], re.MULTILINE))
    assert explained >= {*STYLES, *MANNERS, *Traits.__dataclass_fields__, *LEGEND}


def test_the_tables_at_its_end_are_those_of_the_spec() -> None:
    assert TEXT.partition(MARK)[2] == reference()
