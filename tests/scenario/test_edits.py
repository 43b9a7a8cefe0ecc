"""A change of a form changes its own bytes in the file and no other: comments, quotes, order and blank lines stay."""

import difflib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import edits, writing
from game.scenario.edits import EditError
from game.scenario.tree import Value, grow

FILE = """\
# The best evening of the year.
title: 'The Test Mixer'   # in single quotes
lesson: People like those who listen.

topics: [hiring, {id: food, words: cooking}]
attendees:
  # first come, first served
  - name: Ann Lee
    need: {topic: hiring, words: "a baker, or two"}
    stories:
      - topic: food
        text: >-
          The oven died
          at Christmas.
        hook: the oven

  - name: Bo Park  # late

venue:
  plan: |
    ##D##
    #...#
    #####

weeks:
"""


def changed(new: str) -> list[str]:
    """The lines that differ from FILE, as a diff marks them."""
    lines = difflib.unified_diff(FILE.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (
            ("title",),
            "Ann's Mixer",
            ["-title: 'The Test Mixer'   # in single quotes", "+title: 'Ann''s Mixer'   # in single quotes"],
        ),
        (
            ("lesson",),
            "Ask: then listen.",
            ["-lesson: People like those who listen.", '+lesson: "Ask: then listen."'],
        ),
        (
            ("attendees", 0, "need", "words"),
            "a baker",
            ['-    need: {topic: hiring, words: "a baker, or two"}', "+    need: {topic: hiring, words: a baker}"],
        ),
        (
            ("attendees", 0, "stories", 0, "text"),
            "The oven lives.",
            ["-          The oven died", "-          at Christmas.", "+          The oven lives."],
        ),
        (("venue", "plan"), "##D##\n#.t.#\n#####", ["-    #...#", "+    #.t.#"]),
        (("attendees", 1, "pronoun"), "they", ["+    pronoun: they"]),
        (
            ("attendees", 1, "need", "topic"),
            "food",
            ["+    need: {topic: food}"],
        ),
        (("weeks",), {"days": 10}, ["-weeks:", "+weeks: {days: 10}"]),
        (("evening", "minutes"), 25, ["+evening: {minutes: 25}"]),
        (
            ("topics", 1, "id"),
            "bread",
            [
                "-topics: [hiring, {id: food, words: cooking}]",
                "+topics: [hiring, {id: bread, words: cooking}]",
            ],
        ),
    ],
)
def test_putting_a_value_changes_its_own_lines_only(path: edits.Path, value: Any, lines: list[str]) -> None:
    assert changed(edits.put(FILE, path, value)) == lines


def test_a_new_key_stands_where_its_kind_has_it() -> None:
    text = edits.put(FILE, ("about",), "An evening.", order=("title", "lesson", "about", "topics"))
    assert text.splitlines()[2:4] == ["lesson: People like those who listen.", "about: An evening."]


def test_a_new_person_is_written_like_the_others_with_a_blank_line_between() -> None:
    text = edits.insert(FILE, ("attendees",), 2, {"name": "Cy Oduya", "work": "plays the tuba"})
    assert changed(text) == ["+  - name: Cy Oduya", "+    work: plays the tuba", "+"]
    first = edits.insert(FILE, ("attendees",), 0, {"name": "Cy Oduya"})
    assert changed(first) == ["+  - name: Cy Oduya", "+"]


def test_dropping_takes_the_lines_of_what_is_dropped() -> None:
    assert changed(edits.drop(FILE, ("attendees", 1))) == ["-  - name: Bo Park  # late", "-"]
    assert changed(edits.drop(FILE, ("lesson",))) == ["-lesson: People like those who listen."]
    assert changed(edits.drop(FILE, ("attendees", 0, "name"))) == [
        "-  - name: Ann Lee",
        '-    need: {topic: hiring, words: "a baker, or two"}',
        '+  - need: {topic: hiring, words: "a baker, or two"}',
    ]
    assert edits.drop(FILE, ("nowhere", 3)) == FILE


def test_two_people_change_places_with_all_that_is_theirs() -> None:
    text = edits.move(FILE, ("attendees",), 0, 1)
    lines = text.splitlines()
    assert lines[7] == "  - name: Bo Park  # late"
    assert lines[9] == "  - name: Ann Lee"
    assert edits.move(text, ("attendees",), 1, 0) == FILE


def test_what_grows_beyond_its_line_gets_lines_of_its_own() -> None:
    words = "somebody who can carry two ovens up a stair that was built for one and who laughs at the second landing"
    assert changed(edits.put(FILE, ("attendees", 0, "need", "words"), words)) == [
        '-    need: {topic: hiring, words: "a baker, or two"}',
        "+    need:",
        "+      topic: hiring",
        "+      words: >-",
        f"+        {words}",
    ]


def test_line_breaks_of_another_system_stay() -> None:
    there = FILE.replace("\n", "\r\n")
    text = edits.put(edits.insert(there, ("attendees",), 1, {"name": "Cy"}), ("venue", "mood"), "warm")
    assert text.count("\n") == text.count("\r\n")


def test_what_cannot_be_read_is_not_changed() -> None:
    with pytest.raises(EditError, match=r"attendees\[1\].name: expected something a form can"):
        edits.put(FILE + "  : [", ("attendees", 0, "name"), "Ann")


def paths(value: Value, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Where there is a value, whatever it is."""
    data = value.data
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for step, entry in inside for found in paths(entry, (*path, step)))]


EVERYWHERE = paths(grow(FILE, "")[0])[1:]
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
KEYS = st.sampled_from(["name", "words", "x y"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(EVERYWHERE), PLAIN)
@settings(max_examples=60, deadline=None)
def test_any_value_anywhere_reads_back_as_itself_and_leaves_all_else_as_it_was(
    path: tuple[str | int, ...], value: Any
) -> None:
    text = edits.put(FILE, path, value)
    put, before = edits.at(grow(text, "")[0], path), edits.at(grow(FILE, "")[0], path)
    assert put is not None and before is not None
    assert writing.same(writing.plain(put), value)
    outside = FILE[edits.end_of(FILE, before) :]
    assert text.endswith(outside)
    assert text.startswith(FILE[: before.key_span[1] or before.span[0] - 4].rstrip("- "))


@given(TEXTS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_text_is_quoted_exactly_where_it_would_be_read_as_something_else(text: str, within: bool) -> None:
    line = writing.inline(text, within)
    root, problems = grow(f"- [{line}]\n" if within else f"- {line}\n", "")
    read = writing.plain(root)[0]
    assert not problems
    assert (read[0] if within else read) == text
