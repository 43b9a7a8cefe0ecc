"""Every number of the lesson has a source, and the document says the number that the code uses."""

from importlib import import_module

from pytest import approx

from tests.architecture.sources import DOCUMENT, beside, mentioned, numbers, table


def test_every_source_named_in_the_parameters_has_a_line_and_every_line_is_used() -> None:
    assert set(numbers()) == set(table())


def test_the_document_lists_the_numbers_of_the_code() -> None:
    """If this fails: python3 -m tests.architecture.sources."""
    assert {source: listed for source, (listed, _) in table().items()} == numbers()


def test_every_line_says_what_its_numbers_rest_on() -> None:
    assert [source for source, (_, rests_on) in table().items() if len(rests_on.split()) < 4] == []


def test_the_constants_beside_the_rules_are_those_of_the_code() -> None:
    listed = {(module, name): value for _, module, name, value in beside()}
    assert {at: float(getattr(import_module(at[0]), at[1])) for at in listed} == approx(listed)


def test_every_source_the_code_names_stands_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert {source for source in mentioned() if f"| {source} |" not in text} == set()
