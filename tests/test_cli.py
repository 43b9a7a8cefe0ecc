"""The commands, from the inside: what they print, write and leave with."""

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game import cli
from game.scenario import shipped
from game.session import runs
from tests.architecture.tree import ROOT
from tests.session.hands import write_scenario


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Result:
        with pytest.raises(SystemExit) as left:
            cli.main([str(argument) for argument in arguments])
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        return Result(int(left.value.code or 0), printed.out, printed.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def tea_break(tmp_path: Path) -> str:
    return write_scenario(tmp_path)


def test_the_same_evening_twice_gives_the_same_report(run: Shell, tea_break: str, tmp_path: Path) -> None:
    reports = []
    for name in ("a.json", "b.json"):
        result = run("play", tea_break, "--style", "listener", "--seed", 7, "--headless", "--report", tmp_path / name)
        assert result.code == 0
        reports.append(json.loads((tmp_path / name).read_text(encoding="utf-8")))
        assert reports[-1]["digest"] in result.out
    assert reports[0]["digest"] == reports[1]["digest"]
    assert reports[0]["player"] == reports[1]["player"]
    assert (reports[0]["style"], reports[0]["seed"], reports[0]["minutes"]) == ("listener", 7, 5.0)


def test_an_evening_is_looked_back_on_by_every_command(run: Shell, tea_break: str) -> None:
    run("play", tea_break, "--style", "giver", "--seed", 4, "--headless")
    assert "ended" in run("runs").out
    assert "as it was" in run("replay").out
    assert json.loads(run("report", "last").out)["style"] == "giver"
    assert run("report", "--format", "csv").out.count("\n") == 2
    assert "Dana" in run("transcript").out
    assert run("why", "last", "Dana Ruiz").out.startswith(("Dana", "You"))


def test_weeks_without_an_evening_are_told_without_the_figures_of_one(run: Shell) -> None:
    told = run("play", "launch_week", "--style", "giver", "--seed", 4, "--headless").out
    assert "followers" in told and "relationships" in told
    assert "cards" not in told and "avoided" not in told


def test_a_replay_that_ends_elsewhere_answers_no(run: Shell, tea_break: str) -> None:
    from game.session.journal import Journal

    run("play", tea_break, "--style", "mute", "--seed", 4, "--headless")
    journal = Journal.open(runs.path_of(runs.find("last")))
    journal.write_meta({"digest": "0123456789abcdef"})
    journal.close()
    result = run("replay")
    assert result.code == 1
    assert "it was 0123456789abcdef" in result.out


def test_a_scripted_run_that_was_stopped_goes_on_without_a_window(run: Shell, tea_break: str) -> None:
    from game.session import start
    from game.talk.words import Words

    stopped = start.begin(tea_break, words=Words(), seed=4, style="mute")
    for _ in range(300):
        stopped.tick()
    stopped.close()
    assert "10:31, not ended" in run("replay").out
    result = run("resume")
    assert result.code == 0 and "Digest" in result.out
    assert "as it was" in run("replay").out


def test_the_stage_is_pictured_at_the_seconds_asked_for(run: Shell, tea_break: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    result = run(
        "play",
        tea_break,
        "--style",
        "quiet",
        "--seed",
        4,
        "--screenshot",
        f"{second}@40",
        "--screenshot",
        f"{first}@10",
    )
    assert result.code == 0
    assert first.stat().st_size > 10_000 and second.stat().st_size > 10_000
    assert first.read_bytes() != second.read_bytes()


def test_what_happens_is_logged(run: Shell, tea_break: str, tmp_path: Path) -> None:
    run("play", tea_break, "--style", "quiet", "--seed", 4, "--headless", "--log", tmp_path / "log.jsonl")
    assert '"event": "said"' in (tmp_path / "log.jsonl").read_text(encoding="utf-8")


def test_check_answers_no_with_place_and_code(run: Shell, tea_break: str, tmp_path: Path) -> None:
    assert run("check", tea_break).code == 0
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: Broken\nlessons: none\n", encoding="utf-8")
    result = run("check", tea_break, broken)
    assert result.code == 1
    assert any(line.startswith(f"{broken}:2:1: WR") for line in result.out.splitlines())
    assert result.err == "See docs/errors/WR201.md, docs/errors/WR202.md\n"
    silent = tmp_path / "silent.yaml"
    silent.write_text(Path(tea_break).read_text(encoding="utf-8") + "expect: []\n", encoding="utf-8")
    assert run("check", silent, broken).err.startswith("Errors: 3. Advice: 1 (WR6…); it runs with these")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("dance",), "dance"),
        (("play", "--style", "listner"), 'did you mean "listener"'),
        (("play", "--headless"), "--style listener"),
        (("play", "--screenshot", "a.png@3"), "--style listener"),
        (("play", "--style", "mute", "--screenshot", "a.png"), "F.png@SECONDS"),
        (("play", "--style", "mute", "--screenshot", "a.png@nan"), "F.png@SECONDS"),
        (("play", "--seed", "seven"), '--seed: expected a whole number, got "seven"'),
        (("play", "--seed", "seven"), "See `python3 main.py play --help`"),
        (("play", "--seed", "-1"), '--seed: expected a number of 0 or more, got "-1"'),
        (("play", "chamber_mixr", "--style", "mute", "--headless"), "chamber_mixer"),
        (("play", "--dance"), "--dance"),
        (("play", "--language", "tlh"), 'language: expected one of en, es, got "tlh"'),
        (("host", "--language", "tlh"), 'language: expected one of en, es, got "tlh"'),
        (("sheet", "out", "--size", "big"), "1280x720"),
        (("sheet", "out", "--text", "12"), 'one of 100, 125, 150, 175, 200, got "12"; did you mean "100"'),
        (("resume", "last"), "`play`"),
        (("why", "last"), "PERSON"),
        (("report", "last", "--format", "jsn"), 'expected one of json, csv, html, got "jsn"; did you mean "json"'),
    ],
)
def test_wrong_use_is_one_line_that_says_what_is_right(run: Shell, arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert says in result.err


def test_a_run_under_way_is_listed_as_open_in_another_window(run: Shell, tea_break: str) -> None:
    from game.session import start
    from game.talk.words import Words

    under_way = start.begin(tea_break, words=Words(), seed=4)
    result = run("runs")
    under_way.close()
    assert "open in another window" in " ".join(result.out.split())


def test_the_stage_is_warned_of_a_home_and_of_settings_that_cannot_be_used(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.Desk().warnings() == []
    (home / "settings.json").write_text("{", encoding="utf-8")
    (line,) = cli.Desk().warnings()
    assert "settings.json" in line
    monkeypatch.setenv("WORK_THE_ROOM_HOME", str(home / "settings.json"))
    (line,) = cli.Desk().warnings()
    assert "WORK_THE_ROOM_HOME" in line


def test_a_home_that_cannot_be_written_is_one_line(
    run: Shell, tea_break: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("WORK_THE_ROOM_HOME", str(tmp_path / "file"))
    result = run("play", tea_break, "--style", "mute", "--headless")
    assert result.code == 2
    assert "WORK_THE_ROOM_HOME" in result.err and len(result.err.strip().splitlines()) == 1


@pytest.mark.parametrize("place", ["missing/a.json", "."])
def test_a_report_that_cannot_be_written_is_refused_before_the_evening(
    run: Shell, tea_break: str, tmp_path: Path, place: str
) -> None:
    nowhere = tmp_path / place
    result = run("play", tea_break, "--style", "mute", "--seed", 1, "--headless", "--report", nowhere)
    assert result.code == 2
    assert str(nowhere) in result.err and len(result.err.strip().splitlines()) == 1
    assert runs.all_ids() == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("server", ["", ":7654"])
def test_without_a_display_one_line_names_what_works_without(tea_break: str, server: str) -> None:
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYGAME_HIDE_SUPPORT_PROMPT")
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    env |= {"DISPLAY": server} if server else {}
    command = [sys.executable, str(ROOT / "main.py"), "play", tea_break]
    result = subprocess.run(command, capture_output=True, text=True, env=env, timeout=60)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--headless" in result.stderr.splitlines()[-1]


def test_an_interrupted_run_stops_quietly_and_is_kept(
    run: Shell, tea_break: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.session.session import Session

    tick = Session.tick

    def interrupted(session: Session) -> None:
        if session.evening.tick == 200:
            raise KeyboardInterrupt
        tick(session)

    monkeypatch.setattr(Session, "tick", interrupted)
    result = run("play", tea_break, "--style", "mute", "--headless")
    assert (result.code, result.out) == (130, "")
    assert runs.info(runs.find("last")).tick == 200


def _small_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_a_disk_that_fills_up_during_the_evening_is_one_line(tea_break: str) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "play", tea_break, "--style", "listener", "--headless"]
    result = subprocess.run(
        command, capture_output=True, text=True, env=dict(os.environ), timeout=120, preexec_fn=_small_disk
    )
    assert result.returncode == 2
    assert "disk" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_every_scenario_that_ships_is_offered_by_the_stage_the_guided_start_first() -> None:
    offered = [scenario.id for scenario in cli.Desk().scenarios()]
    assert offered[:2] == ["first_five_minutes", "chamber_mixer"]
    assert set(offered) == set(shipped())


def test_the_language_is_the_one_asked_for_else_that_of_the_settings_else_that_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = [cli.Desk(language=language).scenarios()[0].title for language in ("", "es")]
    assert first == ["The First Five Minutes", "Los cinco primeros minutos"]
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    desk = cli.Desk()
    assert desk.talk.language == "es"
    desk.save_settings(replace(desk.load_settings(), language="en"))
    assert (cli.Desk().talk.language, cli.Desk(language="es").talk.language) == ("en", "es")


@pytest.mark.parametrize(
    "how",
    [
        ("--style", "mute", "--headless"),
        ("--encounter", "Dana Ruiz, Brad Pike"),
        ("--style", "mute", "--screenshot"),
    ],
)
def test_a_scenario_without_words_in_the_language_asked_for_is_told_in_its_own_and_that_is_said(
    run: Shell, tea_break: str, tmp_path: Path, how: tuple[str, ...]
) -> None:
    more = (f"{tmp_path / 'a.png'}@1",) if how[-1] == "--screenshot" else ()
    told = run("play", tea_break, *how, *more, "--language", "es")
    assert told.code == 0
    said = "«The Tea Break» no está escrito en Español, sino en English: se cuenta en English."
    assert [line for line in told.err.splitlines() if line.strip()] == [said]
    assert "no está escrito" not in run("play", tea_break, *how, *more, "--language", "en").err


def test_a_scenario_that_has_the_language_asked_for_is_told_in_it_and_nothing_is_said(run: Shell) -> None:
    told = run("play", "launch_week", "--style", "mute", "--seed", 1, "--headless", "--language", "es")
    assert told.out.startswith("Semana de lanzamiento")
    assert told.err.strip() == ""


def test_a_window_opens_all_the_same_and_the_line_comes_first(
    run: Shell, tea_break: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("game.stage.app.play", lambda desk, *_, **__: opened.append(desk.talk.language))
    for how in ((), ("--watch",), ("--style", "mute")):
        told = run("play", tea_break, *how, "--language", "es")
        assert (told.code, told.err.count("no está escrito")) == (0, 1)
    assert opened == ["es"] * 3


def test_a_workshop_says_in_which_language_it_is_told(run: Shell, tea_break: str, tmp_path: Path) -> None:
    told = run("host", tea_break, "--rehearse", "--headless", tmp_path / "out", "--bots", 1, "--language", "es")
    assert "no está escrito en Español" in told.err


def test_a_workshop_taken_up_again_says_that_it_keeps_to_its_language(
    run: Shell, tea_break: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.workshop.hosting.Host.run", lambda host: None)
    begun = run("host", tea_break, "--no-window", "--port", 0, "--language", "en")
    left = run("host", tea_break, "--no-window", "--port", 0, "--language", "es")
    assert (begun.code, left.code) == (0, 0)
    line = "It goes on in English, in which it was begun; --new begins another."
    assert line in left.out and line not in begun.out
    assert "no está escrito" not in left.err


def test_a_run_begun_on_the_stage_can_be_continued_from_its_list(tea_break: str) -> None:
    from game.stage.backend import PlayerProfile

    desk = cli.Desk(seed=12)
    scenario = desk.opened(tea_break)
    session = desk.start(scenario.id, PlayerProfile("Sam Lee", "tunes pianos", "", "", "friends", "Get a drink!"), None)
    assert session.evening.seed == 12
    for _ in range(500):
        session.tick()
    session.close()
    (left,) = desk.unfinished()
    assert (left.title, left.name, left.clock) == ("The Tea Break", "Sam Lee", "10:32")
    assert desk.resume(left.run).first_answer == "Get a drink!"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lab",), "--evidence"),
        (("lab", "chamber_mixer", "--evidence"), "no scenario"),
        (("lab", "chamber_mixer", "--detail"), "--out"),
        (("lab", "--styles", "foo"), "--styles foo"),
    ],
)
def test_the_lab_says_in_one_line_what_it_needs(run: Shell, arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert says in result.err
    assert len(result.err.splitlines()) == 1
