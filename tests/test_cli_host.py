"""`host --wifi`: the name on the command line, the password where nobody sees it."""

from typing import Any

import pytest

from game import cli_host
from game.errors import GameError
from game.talk.words import Words

Asked = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Asked]:
    """What will be typed, and what was asked."""
    answers: list[str] = []
    asked: Asked = []

    def prompt(text: str, **how: Any) -> str:
        asked.append((text, how))
        return answers.pop(0)

    monkeypatch.setattr(cli_host.typer, "prompt", prompt)
    return answers, asked


def test_the_password_is_asked_for_and_not_shown(typed: tuple[list[str], Asked]) -> None:
    answers, asked = typed
    answers.append("correct horse")
    assert cli_host._asked("Cafe", Words()) == {"name": "Cafe", "password": "correct horse", "security": "WPA"}
    ((text, how),) = asked
    assert "Cafe" in text and how["hide_input"] is True


def test_without_a_password_the_network_is_an_open_one(typed: tuple[list[str], Asked]) -> None:
    typed[0].append("")
    assert cli_host._asked("Cafe", Words())["security"] == "nopass"


@pytest.mark.parametrize(("name", "password"), [("Cafe", "short12"), ("x" * 33, "correct horse"), ("Cafe", "x" * 65)])
def test_a_wifi_that_cannot_be_is_said_in_one_line_without_its_password(
    typed: tuple[list[str], Asked], name: str, password: str
) -> None:
    typed[0].append(password)
    with pytest.raises(GameError) as error:
        cli_host._asked(name, Words())
    assert str(error.value).startswith("--wifi: ") and "\n" not in str(error.value)
    assert password not in str(error.value)
