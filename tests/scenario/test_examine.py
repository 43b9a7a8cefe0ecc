"""A text is examined as it stands: nothing is raised, and as much is handed on as there is."""

from pathlib import Path

from game.scenario.examine import examine
from tests.scenario.files import SOUND

PLACE = Path("nowhere/test_mixer/scenario.yaml")


def test_what_is_not_even_yaml_has_neither_a_tree_nor_a_scenario() -> None:
    found = examine(SOUND + "about: [\n", PLACE)
    assert (found.root, found.scenario) == (None, None)
    assert [str(problem).split(" ")[:2] for problem in found.problems] == [[f"{PLACE}:10:8:", "WR106"]]


def test_what_does_not_load_has_a_tree_and_all_its_errors() -> None:
    found = examine(SOUND + "evning: {}\nweeks: {days: 0}\n", PLACE)
    assert found.root is not None
    assert found.scenario is None
    assert [problem.code for problem in found.problems] == ["WR202", "WR206"]


def test_what_loads_has_a_scenario_named_after_its_folder_and_whatever_the_lint_finds() -> None:
    found = examine(SOUND + "expect: []\n", PLACE)
    assert found.root is not None
    assert found.scenario is not None
    assert found.scenario.id == "test_mixer"
    assert [problem.code for problem in found.problems] == ["WR609"]
