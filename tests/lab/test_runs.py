"""A run of the lab leaves the same files whoever plays it, and every row of it can be played again."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game import scenario as scenarios
from game.cli import main
from game.errors import GameError
from game.lab import batch, command
from game.lab.crew import Crew
from game.scenario.spec import Expect
from tests.lab import errands
from tests.lab.dask import Scheduler, started

HALL = str(Path(__file__).with_name("small_hall.yaml"))


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scheduler]:
    with started(tmp_path_factory.mktemp("dask"), workers=2) as running:
        yield running


def lab(capfd, *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["lab", *words])
    told = capfd.readouterr()
    return int(end.value.code or 0), told.out, told.err


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "results.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_a_scenario_in_which_pitching_is_to_win_fails_its_lesson_test(tmp_path, capfd):
    code, told, _ = lab(capfd, HALL, "--rooms", "20", "--jobs", "1", "--out", str(tmp_path))
    assert code == 1
    assert "FAILS: A promoter ends with more relationships than a listener on average." in told
    table = [line for line in told.splitlines() if line[:1] in "┃│"]
    assert [line.split("│")[1].strip() for line in table[1:3]] == ["relationships", "friends"]
    assert all(measure in "".join(table) for measure in ("people reached by a promotion", "people who avoided them"))
    with (tmp_path / "verdicts.csv").open(encoding="utf-8", newline="") as table:
        (verdict,) = csv.DictReader(table)
    assert (verdict["verdict"], verdict["quantity"], verdict["rooms"]) == ("FAILS", "mean difference", "20")
    assert float(verdict["high"]) < 0
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "✗ FAILS" in page
    assert "A &lt;Small&gt; Hall" in page and "<Small>" not in page
    assert page.count("<svg") == 1 == len(list(tmp_path.glob("*.svg")))
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "") and "https://" not in page


def test_one_process_two_and_a_cluster_stop_at_the_same_seed_and_leave_the_same_tables(
    tmp_path, scheduler, monkeypatch
):
    monkeypatch.setattr(batch, "BLOCK", 6)
    monkeypatch.setattr(command, "MOST", 18)
    hall = replace(scenarios.load(HALL), expect=(Expect(style="promoter", measure="reached", beats="listener"),))
    left = []
    for name, where in (("one", {"processes": 1}), ("two", {"processes": 2}), ("dask", {"cluster": scheduler.address})):
        (tmp_path / name).mkdir()
        with Crew(**where) as crew:
            assert command.run(hall, HALL, ["promoter", "listener"], 5, None, crew, tmp_path / name)
        left.append({path.name: path.read_bytes() for path in (tmp_path / name).glob("*.[cs][sv][vg]")})
    assert [row["seed"] for row in rows(tmp_path / "one")] == [str(seed) for seed in range(5, 11)] * 2
    assert left[0].keys() == {"results.csv", "verdicts.csv", "relationships.svg", "reached.svg"}
    assert left[0] == left[1] == left[2]


def test_a_fixed_number_of_rooms_on_a_cluster_is_the_same_table(tmp_path, scheduler, capfd):
    for name, where in (("here", ("--jobs", "1")), ("there", ("--cluster", scheduler.address))):
        code, _, told = lab(capfd, HALL, "--rooms", "3", *where, "--out", str(tmp_path / name))
        assert code != 2, told
    assert len(rows(tmp_path / "here")) == 6
    assert (tmp_path / "here" / "results.csv").read_bytes() == (tmp_path / "there" / "results.csv").read_bytes()


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_played(tmp_path, capfd):
    (tmp_path / "file").touch()
    code, _, told = lab(capfd, HALL, "--out", str(tmp_path / "file" / "results"))
    assert code == 2
    assert told.startswith(f"--out {tmp_path / 'file' / 'results'}: expected a folder") and told.count("\n") == 1


@pytest.mark.parametrize("address", ["127.0.0.1", "tcp://127.0.0.1:9"])
def test_a_cluster_nobody_answers_for_is_told_in_one_line(address, capfd, monkeypatch):
    monkeypatch.setattr("game.lab.cluster.PATIENCE_S", 0.2)
    code, _, told = lab(capfd, HALL, "--cluster", address)
    assert code == 2
    assert told.startswith(f"--cluster {address}: expected a Dask scheduler") and told.count("\n") == 1


def test_without_dask_a_line_says_what_to_install(capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, _, told = lab(capfd, HALL, "--cluster", "tcp://127.0.0.1:9")
    assert code == 2
    assert told.endswith('expected the package distributed, got none; did you mean "pip install distributed"?\n')


def test_a_process_that_ends_in_the_middle_of_its_work_is_told_in_a_line():
    with Crew(2) as crew, pytest.raises(GameError, match="got one that ended"):
        list(crew.map(errands.leave, [1, 2]))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of two seeds, 8 and 9."""
    folder = tmp_path_factory.mktemp("kept")
    with Crew(1) as crew:
        command.run(scenarios.load(HALL), HALL, ["promoter", "listener"], 8, 2, crew, folder)
    return folder


def test_a_row_is_the_evening_that_play_and_replay_open(kept, tmp_path, capfd):
    row = rows(kept)[3]
    assert (row["room"], row["seed"], row["style"]) == ("3", "9", "listener")
    assert f"Digest {row['digest']}" in said(capfd, "play", HALL, "--style", "listener", "--seed", "9", "--headless")
    told = said(capfd, "replay", f"{kept / 'results.csv'}:3")
    assert told.startswith(f"{row['digest']}, as it was\n")
    assert told.endswith(f"main.py play {kept / 'results.csv'}:3\n")
    assert f"main.py play {kept / 'results.csv'}:" in (kept / "index.html").read_text(encoding="utf-8")
    table = tmp_path / "results.csv"
    changed = (kept / "results.csv").read_text(encoding="utf-8").replace(row["digest"], "0" * 16)
    table.write_text(changed, encoding="utf-8")
    (tmp_path / "lab.json").write_bytes((kept / "lab.json").read_bytes())
    assert "and it was 0000" in said(capfd, "replay", f"{table}:3", code=1)


@pytest.mark.parametrize("room", ["results.csv:99", "nothing.csv:1", "elsewhere/results.csv:1"])
def test_a_row_that_is_not_there_is_told_in_one_line(room, kept, capfd):
    with pytest.raises(SystemExit) as end:
        main(["replay", str(kept / room)])
    assert end.value.code == 2
    assert capfd.readouterr().err.count("\n") == 1


def said(capfd, *words: str, code: int = 0) -> str:
    with pytest.raises(SystemExit) as end:
        main(list(words))
    assert int(end.value.code or 0) == code
    return str(capfd.readouterr().out)
