"""What an editor's YAML mode makes of the schema: the real language server, asked as an editor asks it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.scenario import new, schema
from tests.editors.language_server import LanguageServer

TEXT = """\
title: The Test Mixer
lesson: People like those who listen.
evning: {minutes: 30}
attendees:
  - name: Ann Lee
    style: \n\
    manner: wram
  - name: Bo Park
    need: {topic: hiring}
  - crowd: 4
    stlye: mute
networks:
  - \n\
weeks:
  \n\
"""
LINES = (schema.FIRST_LINE + TEXT).splitlines()


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as started:
        yield started


@pytest.fixture
def marks(server: LanguageServer, tmp_path: Path) -> dict[int, str]:
    """The file open in the server, and what it marks there, by line."""
    (tmp_path / schema.NAME).write_text(schema.text(), encoding="utf-8")
    path = tmp_path / "scenario.yaml"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return {mark["range"]["start"]["line"]: mark["message"] for mark in server.open(path)}


def place(line: str) -> tuple[int, int]:
    """Behind the last character of a line."""
    return LINES.index(line), len(line)


def offered(answer: dict[str, Any]) -> list[str]:
    return [item["label"] for item in answer["items"]]


def test_what_is_wrong_is_marked_on_its_line(marks: dict[int, str]) -> None:
    assert marks[LINES.index("evning: {minutes: 30}")] == "Property evning is not allowed."
    assert marks[LINES.index("    stlye: mute")] == "Property stlye is not allowed."
    assert marks[LINES.index("    need: {topic: hiring}")] == 'Missing property "words".'
    assert marks[LINES.index("    manner: wram")].startswith('Value is not accepted. Valid values: "warm", "dry"')


@pytest.mark.usefixtures("marks")
def test_values_and_keys_are_completed(server: LanguageServer) -> None:
    assert offered(server.at("completion", *place("    style: ")))[:3] == ["ordinary", "listener", "giver"]
    assert {"linkedin", "mastodon"} <= set(offered(server.at("completion", *place("  - "))))
    days, *_ = server.at("completion", *place("  "))["items"]
    assert (days["label"], days["documentation"]) == ("days", "How long they last. 1 to 365 days.")


@pytest.mark.usefixtures("marks")
def test_a_key_is_explained_where_the_mouse_rests_on_it(server: LanguageServer) -> None:
    told = server.at("hover", LINES.index("    manner: wram"), 6)["contents"]["value"]
    assert "How they speak." in told
    assert "rambling" in told


def test_a_scenario_just_begun_has_no_marks(
    server: LanguageServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert server.open(new.begin("mine", "first_five_minutes").resolve()) == []
    assert server.open(new.begin("bakers").resolve()) == []
