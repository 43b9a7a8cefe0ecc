"""A run is the same run in the lab and on stage, evening and weeks, so that every row can be opened there."""

import csv
import json
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import scenario as scenarios
from game.cli import main
from game.cli_runs import run_through
from game.lab import weeks as lab
from game.lab.ablation import ABLATIONS
from game.model.params import Params
from game.scenario.spec import Scenario
from game.session import runs
from game.session.evening import Evening
from game.session.session import Session
from game.session.weeks.feed import Weeks
from game.styles import online
from game.talk.words import Words
from tests.session.hands import SCENARIO

PLAYABLE = tuple(style for style in online.NAMES if style != "human")
WEEKS = "weeks: {days: 5, followers: 20, hours_per_day: 2}\n"


@cache
def tea(only: bool) -> Scenario:
    return scenarios.read(SCENARIO + WEEKS.replace("{", "{only: true, lost_clients: [Dana Ruiz], " if only else "{"))


def on_stage(scenario: Scenario, seed: int, style: str, params: Params | None = None) -> str:
    """The digest of a run that the style plays to the end, in words and all."""
    session = Session("", Evening(scenario, seed, style, Words(), params), None)
    session.answer_first_question("")
    run_through(session, weeks=True)
    return session.digest()


@settings(max_examples=25, deadline=None)
@given(
    style=st.sampled_from(PLAYABLE),
    seed=st.integers(0, 2**32),
    followers=st.none() | st.integers(0, 400),
    bought=st.none() | st.integers(0, 20_000),
    hours=st.none() | st.floats(0.1, 16),
    rules=st.sampled_from([*ABLATIONS]),
)
def test_weeks_end_the_same_in_a_batch_of_the_lab_and_on_stage(
    style: str, seed: int, followers: int | None, bought: int | None, hours: float | None, rules: str
) -> None:
    seeds, params = (seed, seed + 1, seed + 2), ABLATIONS[rules]
    job = lab.Weeks(tea(only=True), ("mute", style), seeds, followers, bought, hours, evening=False, params=params)
    block = lab.blocks(job)[1]
    assert len(set(block.digests)) == len(seeds)
    assert block.digests[1] == on_stage(lab.as_played(job), seeds[1], style, params)


@pytest.mark.parametrize(
    ("style", "rules"), [("listener", "as it is"), ("engager", "no gossip"), ("buyer", "nothing against promotion")]
)
def test_so_they_do_after_an_evening(style: str, rules: str) -> None:
    params = ABLATIONS[rules]
    job = lab.Weeks(tea(only=False), (style,), (3, 4), followers=50, hours_per_day=0.75, params=params)
    (block,) = lab.blocks(job)
    assert block.digests == tuple(on_stage(lab.as_played(job), seed, style, params) for seed in job.seeds)


@pytest.mark.parametrize(("id", "style"), [("launch_week", "promoter"), ("won_back", "quiet")])
def test_so_they_do_in_scenarios_that_ship(id: str, style: str) -> None:
    job = lab.Weeks(scenarios.load(id), (style,), (7, 8), evening=False)
    (block,) = lab.blocks(job)
    assert block.digests == tuple(on_stage(job.scenario, seed, style) for seed in job.seeds)


@pytest.mark.parametrize("hours", [1, 7, 24])
def test_weeks_taken_in_pieces_end_as_those_lived_at_once(hours: int) -> None:
    whole, pieces = (Weeks(tea(only=True), 5, Words(), style="giver") for _ in range(2))
    whole.play("giver", 5 * 24)
    while not pieces.over:
        pieces.play("giver", hours)
    assert pieces.digest() == whole.digest()
    assert pieces.all_items() == whole.all_items()


def test_whether_anything_is_reported_changes_nothing() -> None:
    told, silent = (Weeks(tea(only=True), 5, Words(), style="engager") for _ in range(2))
    silent.net.log.on = False
    for weeks in (told, silent):
        weeks.play("engager", 5 * 24)
    assert told.digest() == silent.digest()
    assert len(told.all_items()) > len(silent.all_items())


# rows of a run of the lab


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of two seeds and two styles, evenings and then weeks with other numbers than the file's."""
    folder = tmp_path_factory.mktemp("kept")
    path = folder / "tea.yaml"
    path.write_text(SCENARIO + WEEKS, encoding="utf-8")
    options = ("--seed", "8", "--rooms", "2", "--jobs", "1", "--out", str(folder))
    left("lab", str(path), "--styles", "listener,quiet", *options)
    left("lab", str(path), "--styles", "listener,engager", "--followers", "70", "--hours", "1.5", *options)
    path.write_text("title: Something else\n", encoding="utf-8")
    return folder


def left(*words: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as end:
        main([*words])
    return int(end.value.code or 0)


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def copied(kept: Path, tmp_path: Path) -> Iterator[Path]:
    """The same folder, to be spoilt."""
    for name in ("weeks.csv", "lab.json"):
        (tmp_path / name).write_bytes((kept / name).read_bytes())
    yield tmp_path


@pytest.mark.parametrize(
    ("table", "room", "style"), [("weeks.csv", 1, "listener"), ("weeks.csv", 3, "engager"), ("results.csv", 3, "quiet")]
)
def test_a_row_is_the_run_that_play_and_replay_open_whatever_has_become_of_the_file(
    kept: Path, capfd: pytest.CaptureFixture[str], table: str, room: int, style: str
) -> None:
    row = rows(kept / table)[room]
    assert (row["room"], row["seed"], row["style"]) == (str(room), "9", style)
    assert left("replay", f"{kept / table}:{room}") == 0
    again, to_see_it = capfd.readouterr().out.splitlines()
    assert again == f"{row['digest']}, as it was"
    assert runs.all_ids() == []
    *_, do, name = shlex.split(to_see_it)
    assert left(do, name, "--headless") == 0
    assert f"Digest {row['digest']}" in capfd.readouterr().out
    assert left("replay", "last") == 0
    assert f"{row['digest']}, as it was" in capfd.readouterr().out


def test_a_row_of_weeks_opens_on_its_first_morning_and_is_the_style_s(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Session] = []
    monkeypatch.setattr("game.cli._open_window", lambda desk, session: seen.append(session))
    assert left("play", f"{kept / 'weeks.csv'}:2") == 0
    (session,) = seen
    assert (session.style, session.phase) == ("engager", "follow-up")
    view = session.feed_view()
    assert (view.day, view.clock, view.day_min) == (1, "8:00", 90.0)
    assert int(session.weeks.net.audience.follows.sum()) >= 70


def test_the_page_opens_rows_of_weeks_as_it_does_those_of_evenings(kept: Path) -> None:
    page = (kept / "index.html").read_text(encoding="utf-8")
    for do in ("play", "replay"):
        assert f"main.py {do} {kept / 'weeks.csv'}:" in page
    assert "Every other row of weeks.csv" in page


def test_a_row_that_was_changed_is_found_out(copied: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table = copied / "weeks.csv"
    text = table.read_text(encoding="utf-8").replace(",9,engager,", ",10,engager,")
    table.write_text(text, encoding="utf-8")
    assert left("replay", f"{table}:3") == 1
    assert f"and it was {rows(table)[3]['digest']}" in capfd.readouterr().out
    assert left("replay", f"{table}:1") == 0


def spoilt(folder: Path, change: str) -> None:
    table, played = folder / "weeks.csv", folder / "lab.json"
    if change == "no such row":
        table.write_text("\n".join(table.read_text(encoding="utf-8").splitlines()[:2]), encoding="utf-8")
    elif change == "no digests":
        table.write_text("seed,style\n8,listener\n", encoding="utf-8")
    elif change == "another style":
        table.write_text(table.read_text(encoding="utf-8").replace("engager", "human"), encoding="utf-8")
    elif change == "no table":
        table.unlink()
    elif change == "not a table":
        table.write_bytes(b"\xff\x00" * 40)
    elif change == "nothing kept":
        played.unlink()
    elif change == "nothing kept of weeks":
        kept = json.loads(played.read_text(encoding="utf-8"))
        played.write_text(json.dumps({"results.csv": kept["results.csv"]}), encoding="utf-8")
    elif change == "other numbers kept":
        kept = json.loads(played.read_text(encoding="utf-8"))
        kept["weeks.csv"]["weeks"]["followers"] = "many"
        played.write_text(json.dumps(kept), encoding="utf-8")
    else:
        played.write_text("[]", encoding="utf-8")


@pytest.mark.parametrize("do", ["replay", "play"])
@pytest.mark.parametrize(
    "change",
    [
        *("no such row", "no digests", "another style", "no table", "not a table"),
        *("nothing kept", "nothing kept of weeks", "other numbers kept", "something else kept"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(
    copied: Path, capfd: pytest.CaptureFixture[str], do: str, change: str
) -> None:
    spoilt(copied, change)
    assert left(do, f"{copied / 'weeks.csv'}:3", *(["--headless"] if do == "play" else [])) == 2
    told = capfd.readouterr().err
    assert told.count("\n") == 1 and "expected" in told
    assert runs.all_ids() == []


@pytest.mark.parametrize(
    "option",
    [("--style", "giver"), ("--seed", "3"), ("--watch",), ("--present",), ("--encounter", "Dana Ruiz, Brad Pike")],
)
def test_a_row_has_all_it_needs(kept: Path, capfd: pytest.CaptureFixture[str], option: tuple[str, ...]) -> None:
    assert left("play", f"{kept / 'weeks.csv'}:1", *option) == 2
    told = capfd.readouterr().err
    assert told.startswith(f"{option[0]}: expected a scenario beside it") and told.count("\n") == 1


def test_a_row_keeps_its_translations(tmp_path: Path, capfd: pytest.CaptureFixture[str], kept: Path) -> None:
    options = ("--rooms", "1", "--styles", "mute", "--jobs", "1", "--out", str(tmp_path))
    left("lab", "launch_week", *options)
    title = scenarios.load("launch_week").words["es"]["title"]
    capfd.readouterr()
    assert left("play", f"{tmp_path / 'weeks.csv'}:0", "--headless", "--language", "es") == 0
    told = capfd.readouterr()
    assert told.out.startswith(title) and told.err == ""
    assert left("play", f"{kept / 'weeks.csv'}:0", "--headless", "--language", "es") == 0
    assert "no está escrito en Español" in capfd.readouterr().err
