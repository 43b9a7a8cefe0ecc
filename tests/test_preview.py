"""`play --watch`, `--at` and `--encounter`, from the inside: what they print, and what they refuse in a line."""

from pathlib import Path

import pytest

from game import cli
from game.session import runs
from game.stage import app
from game.stage.backend import Backend, Run
from tests.session.hands import write_scenario


def leave(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    return int(left.value.code or 0)


@pytest.fixture
def tea_break(tmp_path: Path) -> str:
    return write_scenario(tmp_path)


def test_an_encounter_is_printed_with_what_came_of_it(tea_break: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = "play", tea_break, "--encounter", "Omar Haddad, Dana", "--topic", "bakery", "--tie", "friends"
    assert leave(*told) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("0:00  Omar Haddad: ") and "baker" in lines[0].lower()
    assert any(line.startswith("Dana Ruiz about Omar Haddad: liking +0.50 → ") for line in lines)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--encounter", "Dana Ruiz"], "two names"),
        (["--encounter", "Dana, Omer Haddad"], "Omar Haddad"),
        (["--topic", "bakery"], "--encounter"),
        (["--at", "3"], "--watch"),
        (["--watch", "--at", "5"], "before the end of the evening, 5"),
        (["--watch", "--headless", "--style", "listener"], "a window"),
    ],
)
def test_wrong_use_is_told_in_a_line(
    tea_break: str, capsys: pytest.CaptureFixture[str], wrong: list[str], said: str
) -> None:
    assert leave("play", tea_break, *wrong) == 2
    told = capsys.readouterr().err.strip()
    assert said in told and len(told.splitlines()) == 1


def test_the_window_opens_at_the_minute_asked_for_and_nothing_is_kept(
    tea_break: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Run] = []

    def look(backend: Backend, scenario: object, run: Run, *, watching: bool) -> None:
        assert watching and scenario is None and backend.look() is None
        seen.append(run)

    monkeypatch.setattr(app, "play", look)
    assert leave("play", tea_break, "--watch", "--at", "2", "--seed", "4") == 0
    assert seen[0].view().clock == "10:32" and not seen[0].kept
    assert runs.all_ids() == []
