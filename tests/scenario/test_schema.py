"""The JSON Schema accepts what is sound, refuses broken forms, and is never stricter than the checker."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from game import cli
from game.scenario import shipped
from game.scenario.load import find
from game.scenario.new import TEMPLATE
from game.scenario.schema import schema
from game.scenario.spec import ONLINE_ACTS
from game.scenario.tree import grow
from game.scenario.writing import plain
from tests.scenario.broken import BROKEN
from tests.scenario.files import complaints

SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)
FORM = {name: text for name, text, line in BROKEN if " WR2" in line}
CHECKER_ALONE = ("a repeated key", "no dash before the fourth person", "text that cannot be shown")

ANYTHING = st.sampled_from(
    [None, True, 0, -1, 3, 0.5, 1e9, "", " ", "x", "Two\nlines", "a" * 700, [], ["x"], {}, {"x": 1}]
)


def written(text: str) -> Any:
    """What a text holds, in plain values."""
    return plain(grow(text, "scenario.yaml")[0])


def values(found: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in it but the whole."""
    for step, inner in found.items() if isinstance(found, dict) else enumerate(found):
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from values(inner, (*path, step))


def properties(found: Any) -> Iterator[tuple[str, Any]]:
    """Every key that the schema knows, with what it says of it."""
    if isinstance(found, dict):
        yield from found.get("properties", {}).items()
        for inner in found.values():
            yield from properties(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from properties(inner)


TEMPLATE_HOLDS = written(TEMPLATE.read_text(encoding="utf-8"))
PLACES = list(values(TEMPLATE_HOLDS))


def test_the_command_prints_a_schema_of_draft_7(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["schema"])
    assert left.value.code == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [find(id) for id in shipped()] + [TEMPLATE], ids=lambda path: path.parent.name)
def test_what_ships_conforms(path: Any) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(written(path.read_text(encoding="utf-8")))] == []


def test_broken_forms_are_refused_but_for_those_that_only_the_checker_can_see() -> None:
    assert [name for name, text in FORM.items() if VALIDATOR.is_valid(written(text))] == list(CHECKER_ALONE)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_it_refuses_the_checker_refuses(place: tuple[Any, ...], instead: Any) -> None:
    broken = copy.deepcopy(TEMPLATE_HOLDS)
    holder = broken
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = instead
    if not VALIDATOR.is_valid(broken):
        assert complaints(json.dumps(broken))


def test_every_key_has_its_title_and_what_it_is_for_and_a_default_that_fits() -> None:
    told = list(properties(SCHEMA))
    assert {"title", "hook", "lost_clients", "in_at_least", "pitch"} <= {key for key, _ in told}
    for key, about in told:
        assert about["title"] == key.replace("_", " ")
        assert "description" in about or key in ONLINE_ACTS
        assert "default" not in about or Draft7Validator(about).is_valid(about["default"])
