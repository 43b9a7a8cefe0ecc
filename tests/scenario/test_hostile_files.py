"""Nothing in a file makes the loader eat memory, run code or fail with anything but its problems."""

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.errors import ScenarioProblems
from game.scenario import load, shipped
from game.scenario.examine import examine
from game.scenario.tree import MOST_VALUES
from tests.scenario.files import SOUND, complaints

ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join(['*' + before] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MEGABYTES = 2**20


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ALIAS_BOMB, "WR109"),
        (MERGE_BOMB, "WR110"),
        ("title: " + "[" * 400_000, "WR112"),
        ("topics: [" + "a," * 60_000 + "]", "WR113"),
        ("? " + "k" * 300_000 + "\n: [" + "a," * 4_000 + "]\n", "WR202"),
    ],
    ids=["aliases", "merge keys", "a deep nest", "too many values", "a long key"],
)
def test_a_bomb_is_refused_by_its_code_in_little_memory(text: str, code: str) -> None:
    tracemalloc.start()
    try:
        found = complaints(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert code in {line.split(" ")[1] for line in found}
    assert peak < 100 * MEGABYTES


def test_a_file_over_a_megabyte_is_not_even_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(b"#" * 3_000_000)
    assert problems(path) == [f"{path}:1:1: WR103 larger than 1,000,000 bytes: this is no scenario"]


def test_as_many_values_as_a_crowded_scenario_needs_are_taken() -> None:
    people = "".join(
        f"  - {{name: P{n} Q, work: w{n}, interests: [hiring, food], need: {{topic: food, words: w}}}}\n"
        for n in range(297)
    )
    assert complaints(SOUND + people) == []
    assert MOST_VALUES > 300 * 50


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    complaints(f"title: !!python/object/apply:os.system ['touch {trace}']\n")
    complaints(f"!!python/object/apply:os.mkdir ['{trace}']\n")
    assert not trace.exists()


def problems(path: Path | str) -> list[str]:
    with pytest.raises(ScenarioProblems) as raised:
        load(path)
    return str(raised.value).splitlines()


def test_what_is_no_small_text_file_is_refused_in_a_line(tmp_path: Path) -> None:
    cases: list[tuple[str, bytes, str]] = [
        ("binary", b"\x89PNG\0\0", "1:1: WR104 a binary file: a scenario is plain UTF-8 text"),
        ("latin", "title: Café\n".encode("latin-1"), "1:11: WR104 not UTF-8 text: save the file as UTF-8"),
        ("utf16", "title: A\n".encode("utf-16"), "1:1: WR104 not UTF-8 text: save the file as UTF-8"),
        ("empty", b"", "1:1: WR105 the file is empty"),
    ]
    for name, data, line in cases:
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(data)
        assert problems(path) == [f"{path}:{line}"]


def test_a_file_that_starts_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    assert load(path).title == "The Test Mixer"


def test_a_device_or_a_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "scenario.yaml"
    folder.mkdir()
    assert problems(os.devnull) == [f"{os.devnull}:1:1: WR102 this is not a file"]
    assert problems(tmp_path) == [f"{folder}:1:1: WR102 this is not a file"]


def test_a_missing_scenario_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    assert problems("chamber_mixr") == [
        "chamber_mixr:1:1: WR101 there is no such file or folder, nor a scenario of that name; "
        'did you mean "chamber_mixer"?'
    ]
    assert problems(tmp_path) == [f"{tmp_path}:1:1: WR101 this folder holds no scenario.yaml"]
    assert problems("zzz") == [
        f"zzz:1:1: WR101 there is no such file or folder, nor a scenario of that name; shipped: {', '.join(shipped())}"
    ]
    assert problems("a\0b")[0].endswith(f"nor a scenario of that name; shipped: {', '.join(shipped())}")


def takes_or_complains(text: str) -> None:
    """Whatever the text, a scenario or problems, of form or of meaning, that stand on one line each."""
    found = examine(text, Path("scenario.yaml"))
    assert found.scenario is not None or found.problems
    for problem in found.problems:
        assert problem.line >= 1
        assert problem.col >= 1
        assert "\n" not in str(problem)


@given(st.text())
@example("\\U99999999")
@example('"\\UFFFFFFFF"')
@example("%YAML 99999999999999999999.1\n---\na")
@example("a: =")
@example("\ufeff")
@settings(max_examples=150, deadline=None)
def test_any_text_is_taken_or_complained_of(text: str) -> None:
    takes_or_complains(text)


KEYS = (
    "title",
    "attendees",
    "name",
    "crowd",
    "from",
    "venue",
    "plan",
    "topics",
    "id",
    "expect",
    "online",
    "x",
    "look",
    "need",
    "topic",
    "words",
    "within",
)
MARKS = st.text("ab:#-[]{}&*!|>'\"%@`, \n\t", max_size=8)
YAML_LIKE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), MARKS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)),
    max_leaves=30,
)


def flow(value: object) -> str:
    """A value in YAML's inline form, its texts unquoted so that they may break it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


@given(YAML_LIKE, st.sampled_from(SOUND.splitlines(keepends=True)))
@settings(max_examples=150, deadline=None)
def test_anything_in_place_of_any_line_is_taken_or_complained_of(value: object, line: str) -> None:
    key, _, _ = line.partition(": ")
    takes_or_complains(SOUND.replace(line, f"{key}: {flow(value)}\n"))


@given(st.integers(0, len(SOUND) - 1), st.characters(exclude_categories=["Cs"]))
@settings(max_examples=150, deadline=None)
def test_any_one_character_changed_is_taken_or_complained_of(at: int, character: str) -> None:
    takes_or_complains(SOUND[:at] + character + SOUND[at + 1 :])
