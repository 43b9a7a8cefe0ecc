"""A machine with only Python gets its libraries, or one line that says what to do."""

import os
import sys
from pathlib import Path

import pytest

from game import setup_env

LACKING = {"a-library": "no_such_module"}


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh copy of the game's folder, on a machine that reaches no package index."""
    (tmp_path / "requirements.txt").write_text("a-library==1.0\n")
    monkeypatch.setattr(setup_env, "ROOT", tmp_path)
    monkeypatch.setattr(setup_env, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup_env, "LOG", tmp_path / ".venv" / "setup.log")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    return tmp_path


def refusal(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the line on which set-up gives up."""
    with pytest.raises(SystemExit) as stop:
        setup_env.ensure(LACKING, "requirements.txt", ["main.py"])
    assert stop.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_nothing_is_set_up_where_the_libraries_are_there(bare: Path) -> None:
    setup_env.ensure({"numpy": "numpy"}, "requirements.txt", ["main.py"])
    assert not (bare / ".venv").exists()


def test_a_python_too_old_is_told_which_one_is_needed(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert refusal(capsys).startswith("Set-up failed: Python 3.10 or newer is needed")


def test_a_python_without_pip_is_told_what_to_install(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert refusal(capsys).endswith(f"sudo apt install python{version}-venv")


def test_a_machine_without_network_is_told_to_connect_and_can_try_again(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Connect to the internet and run this again" in refusal(capsys)
    assert (bare / ".venv" / "setup.log").read_text() != ""
    assert not (bare / ".venv" / "installed-requirements.txt").exists()


def test_set_up_happens_once_and_then_the_program_starts_in_the_environment(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / "requirements.txt").write_text("# nothing\n")
    started: list[list[str]] = []
    monkeypatch.setattr(setup_env, "hand_over", lambda python, rest: started.append([str(python), *rest]))
    setup_env.ensure(LACKING, "requirements.txt", ["main.py", "play"])
    (bare / ".venv" / "setup.log").unlink()
    setup_env.ensure(LACKING, "requirements.txt", ["main.py", "play"])
    assert not (bare / ".venv" / "setup.log").exists()
    assert started[0] == started[1]
    assert Path(started[0][0]).is_relative_to(bare / ".venv")
    assert started[0][1:] == ["main.py", "play"]
