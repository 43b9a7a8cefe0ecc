"""Every number of the lesson has a source, and the document says the number that the code uses."""

from tests.architecture.sources import numbers, table


def test_every_source_named_in_the_parameters_has_a_line_and_every_line_is_used() -> None:
    assert set(numbers()) == set(table())


def test_the_document_lists_the_numbers_of_the_code() -> None:
    """If this fails: python3 -m tests.architecture.sources."""
    assert {source: listed for source, (listed, _) in table().items()} == numbers()


def test_every_line_says_what_its_numbers_rest_on() -> None:
    assert [source for source, (_, rests_on) in table().items() if len(rests_on.split()) < 4] == []
