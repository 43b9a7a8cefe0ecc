"""A scenario of one's own begins as a copy that is sound, in a folder that was not there."""

from pathlib import Path

import pytest

from game.errors import GameError
from game.scenario import load, new, schema
from game.scenario.examine import examine
from game.scenario.load import SHIPPED


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of one's own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def findings(path: Path) -> list[str]:
    return [str(problem) for problem in examine(path.read_text(encoding="utf-8"), path).problems]


def test_the_template_gives_an_evening_with_nothing_to_be_said_against_it() -> None:
    path = new.begin("the_bakers")
    assert path == Path("the_bakers/scenario.yaml")
    assert findings(path) == []
    assert (load("the_bakers").id, load("the_bakers").title) == ("the_bakers", "The bakers")


def test_the_template_shows_a_little_of_everything() -> None:
    held = load(new.begin("bakers"))
    text = Path("bakers/scenario.yaml").read_text(encoding="utf-8")
    assert len(held.people) == 10
    assert text.count("- name:") == 4
    assert all(f"\n{key}:" in text for key in ("venue", "player", "topics", "online", "debrief", "expect"))


@pytest.mark.parametrize("source", ["chamber_mixer", "won_back"])
def test_a_copy_differs_in_its_id_and_the_line_for_editors_alone(source: str) -> None:
    path = new.begin("mine", source)
    theirs = (SHIPPED / source / "scenario.yaml").read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schema.FIRST_LINE + theirs.replace(f"id: {source}", "id: mine")
    assert findings(path) == []


def test_a_copy_of_ones_own_brings_its_translations_and_may_be_without_an_id(desk: Path) -> None:
    own = desk / "own"
    own.mkdir()
    people = "".join(f"  - {{name: {name}}}\n" for name in ("Ann Lee", "Bo Park", "Cy Oduya"))
    text = f"title: A Walk # round the pond\r\nlesson: Ask.\nlanguages: [en, de]\nattendees:\n{people}"
    (own / "scenario.yaml").write_bytes(text.encode())
    (own / "words.de.yaml").write_text("title: Ein Gang\n", encoding="utf-8")
    copied = new.begin("again", "own")
    assert load("again").words["de"]["title"] == "Ein Gang"
    assert load("again").id == "again"
    assert b"title: A Walk # round the pond\r\n" in copied.read_bytes()


def test_an_editor_finds_the_schema_beside_the_scenario() -> None:
    path = new.begin("bakers")
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=./scenario.schema.json"
    assert (path.parent / "scenario.schema.json").read_text(encoding="utf-8") == schema.text()


def test_where_the_game_keeps_its_scenarios_new_ones_go_beside_them(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "scenarios").mkdir()
    assert new.begin("bakers") == Path("bakers/scenario.yaml")
    monkeypatch.setattr(new, "SHIPPED", desk / "scenarios")
    assert new.begin("brewers") == Path("scenarios/brewers/scenario.yaml")


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("My Bakers", 'small letters, digits and _, a letter first, got "My Bakers"; did you mean "my_bakers"?'),
        ("../up", 'got "../up"; did you mean "up"?'),
        ("", 'got ""'),
        ("a" * 61, 'did you mean "' + "a" * 60 + '"?'),
        ("taken", 'expected an id that no scenario and no folder has yet, got "taken"'),
        ("reunion", 'expected an id that no scenario and no folder has yet, got "reunion"'),
    ],
)
def test_an_id_that_cannot_be_one_or_is_taken_is_refused(desk: Path, id: str, says: str) -> None:
    (desk / "taken").mkdir()
    with pytest.raises(GameError) as refused:
        new.begin(id)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert [path.name for path in desk.rglob("*")] == ["taken"]


def test_a_source_that_is_not_sound_is_refused_with_its_problems(desk: Path) -> None:
    (desk / "broken.yaml").write_text("title: Alone\n", encoding="utf-8")
    with pytest.raises(GameError, match=r'broken.yaml:1:1: WR201 the scenario: "lesson" is missing'):
        new.begin("bakers", "broken.yaml")
    assert not (desk / "bakers").exists()
