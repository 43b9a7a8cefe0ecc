"""What the README promises of the command line, from a shell's side of it."""

import os
import re
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = README[README.index("| command | does |") : README.index("Exit codes:")]
COMMANDS = re.findall(r"`([a-z]+)`", " ".join(line.split("|")[1] for line in TABLE.splitlines() if "|" in line))


def shell(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the game as a user would; an empty variable is taken out of the environment."""
    settings = {name: value for name, value in {**os.environ, **environment}.items() if value}
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=settings, timeout=120)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_readme_explains_itself(command: str) -> None:
    result = shell(command, "--help")
    assert result.returncode == 0, result.stderr
    assert command in result.stdout


@pytest.mark.parametrize("arguments", [(), ("play", "chamber_mixer")])
def test_without_a_display_one_line_says_what_to_do(arguments: tuple[str, ...]) -> None:
    result = shell(*arguments, SDL_VIDEODRIVER="x11", DISPLAY="", WAYLAND_DISPLAY="")
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "--headless" in result.stderr


def test_a_command_that_does_not_exist_is_wrong_use_and_no_traceback() -> None:
    result = shell("dance")
    assert result.returncode == 2
    assert "dance" in result.stderr
    assert "Traceback" not in result.stderr
