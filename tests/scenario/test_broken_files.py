"""Every way to break a scenario gives one line, at the right line and column, with a stable code."""

import pytest

from game.scenario import tree
from game.scenario.codes import CODES
from tests.scenario.broken import BROKEN, swap
from tests.scenario.broken_relations import UNRELATED
from tests.scenario.broken_yaml import NO_YAML
from tests.scenario.files import PATH, SOUND, complaints

CASES = BROKEN + NO_YAML + UNRELATED


def test_the_scenario_to_be_broken_is_sound() -> None:
    assert complaints(SOUND) == []


@pytest.mark.parametrize(("text", "line"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_broken_file_gives_exactly_one_line(text: str, line: str) -> None:
    assert complaints(text) == [f"scenario.yaml:{line}"]


def test_a_question_between_braces_and_a_tab_behind_a_colon_are_yaml() -> None:
    assert complaints(swap("words: a baker}", "words: who bakes?}").replace("title: ", "title:\t")) == []


def test_without_libyaml_the_same_is_read_and_only_the_marks_of_mistakes_count(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = tree.grow(SOUND, PATH)
    monkeypatch.setattr(tree, "_LIBYAML", None)
    assert tree.grow(SOUND, PATH) == fast
    assert complaints(swap("title: ", "title:")) != []


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = swap("interests: [hiring]", "interests: [boats]").replace("name: Cy", "nmae: Cy") + "weeks: {days: 0}\n"
    assert [line.split(": ")[0] + " " + line.split(": ")[1][:5] for line in complaints(text)] == [
        "scenario.yaml:6:17 WR301",
        "scenario.yaml:9:5 WR201",
        "scenario.yaml:9:5 WR202",
        "scenario.yaml:10:15 WR206",
    ]


def test_every_code_in_the_table_is_in_the_catalogue_and_the_table_leaves_few_out() -> None:
    shown = {line.split(" ")[1] for _, _, line in CASES}
    assert shown <= set(CODES)
    # these concern the disk and the words files: test_hostile_files and test_words
    elsewhere = {"WR101", "WR102", "WR103", "WR113", "WR501", "WR502", "WR503"}
    assert {code for code in set(CODES) - shown if not code.startswith("WR6")} == elsewhere  # WR6…: test_lint
