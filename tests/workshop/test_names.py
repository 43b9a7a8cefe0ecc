"""A nickname is shown as it was typed, as far as that can be shown; no two are the same, and none is a weapon."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.names import CODE_LENGTH, CODE_LETTERS, LONGEST, cleaned, distinct, same_code

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
ASTRONAUT = "\U0001f469\U0001f3fd\u200d\U0001f680"  # with a colour of skin
RAINBOW = "\U0001f3f3\ufe0f\u200d\U0001f308"
ZALGO = "Z\u0337\u0327\u0322\u031b\u0319\u0316a\u0334l\u0336g\u0335o"
FRIENDLY = [
    *("Li", "Ana", "José", "O'Brien", "Anne-Marie", "Zoë 2", "陳大文", "שלום", "محمد", "क्षि"),
    *("<svg/onload=alert()>", '=HYPERLINK("x")', "+1", "@home", "{x}", "%s", "\\1", "C3-PO", "?"),
    *(FAMILY, ASTRONAUT, RAINBOW),
]  # fmt: skip
TRICKS = "\u200d\u202e\u0301\x00\U0001f468\U0001f3fd ea"
NAMELESS = ["", "   ", "\u3000", "\x00", "\n\t", "\u200b\u200d\ufeff", "\u202e", "\u0301", "\u3164", "\u2800", "\u00ad"]


def letters(name: str) -> int:
    """As a reader counts: accents and what is joined on make no letter more."""
    count, joined = 0, False
    for character in name:
        extra = unicodedata.category(character).startswith("M") or "\U0001f3fb" <= character <= "\U0001f3ff"
        count += not (joined or extra or character == "\u200d")
        joined = character == "\u200d"
    return count


@pytest.mark.parametrize("name", FRIENDLY)
def test_a_name_that_can_be_shown_is_kept_as_it_was_typed(name: str) -> None:
    assert cleaned(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", NAMELESS, ids=ascii)
def test_what_cannot_be_seen_is_no_name(name: str) -> None:
    assert cleaned(name) == ""


@pytest.mark.parametrize("thing", [None, 5, True, ["Ana"], {"name": "Ana"}, 1.5])
def test_what_is_no_text_is_no_name(thing: object) -> None:
    assert cleaned(thing) == ""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Ana   Lucia ", "Ana Lucia"),
        ("Ana\u00a0Lucia", "Ana Lucia"),
        ("Ana\r\nBo", "AnaBo"),
        ("A\x00na", "Ana"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066a\u2069b", "ab"),
        ("\ud800x", "x"),
        ("Jose\u0301", "José"),
        ("\ufeffAna", "Ana"),
        ("a\u200d", "a"),
        ("a\u200db", "ab"),
        ("Jose\u200b\u0301", "José"),
        (" \u0301Ana", "Ana"),
    ],
    ids=ascii,
)
def test_what_would_spoil_the_wall_is_left_out(typed: str, shown: str) -> None:
    assert cleaned(typed) == shown


def test_a_stack_of_accents_is_cut_to_two_on_a_letter() -> None:
    assert cleaned(ZALGO) == "Z\u0337\u0327a\u0334l\u0336g\u0335o"


def test_a_megabyte_becomes_twenty_four_letters() -> None:
    assert cleaned("x" * 1_000_000) == "x" * 24


def test_joining_letters_to_one_another_makes_no_longer_name() -> None:
    assert letters(cleaned("a\u200d" * 200)) <= LONGEST
    assert letters(cleaned("a\u200db" * 100)) <= LONGEST


def test_a_picture_made_of_several_counts_once_and_is_not_cut_in_two() -> None:
    assert cleaned(FAMILY * 30) == FAMILY * LONGEST


def test_pictures_cannot_be_joined_without_end() -> None:
    assert len(cleaned("\u200d".join(["\U0001f600"] * 190))) <= 12 * LONGEST


@given(st.text(st.characters(codec="utf-8") | st.sampled_from(TRICKS), max_size=60))
def test_every_name_is_short_visible_and_stays_the_same_when_cleaned_again(typed: str) -> None:
    name = cleaned(typed)
    assert letters(name) <= LONGEST
    assert name == name.strip() and "  " not in name
    kinds = {unicodedata.category(character) for character in name if character != "\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert cleaned(name) == name
    name.encode()


@given(st.text())
def test_whatever_is_typed_has_a_name_or_none_and_no_error(typed: str) -> None:
    assert isinstance(cleaned(typed), str)


@given(st.text(alphabet=st.characters(categories=["Cs", "Cf", "Lu", "Mn"])))
def test_halves_of_characters_never_come_through(typed: str) -> None:
    cleaned(typed).encode()


def test_two_hundred_of_one_name_are_told_apart() -> None:
    taken: list[str] = []
    for _ in range(200):
        taken.append(distinct("Ana", taken))
    assert len(set(taken)) == 200
    assert taken[:3] == ["Ana", "Ana 2", "Ana 3"] and taken[-1] == "Ana 200"


def test_names_that_differ_in_capitals_alone_are_told_apart() -> None:
    assert distinct("ANA", ["Ana"]) == "ANA 2"
    assert distinct("STRASSE", ["straße"]) == "STRASSE 2"


def test_a_number_somebody_has_already_is_passed_over() -> None:
    assert distinct("Ana", ["Ana", "ana 2", "Ana 4"]) == "Ana 3"


@given(st.text(min_size=1, max_size=5), st.lists(st.text(min_size=1, max_size=7), max_size=20))
def test_a_distinct_name_is_nobody_else_s(name: str, taken: list[str]) -> None:
    assert distinct(name, taken).casefold() not in {other.casefold() for other in taken}


@pytest.mark.parametrize("typed", ["K7XQ", "k7xq", " k7 xq ", "K 7 X Q", "\tk7xq\n"])
def test_the_code_is_taken_in_any_case_and_with_any_spaces(typed: str) -> None:
    assert same_code(typed, "K7XQ")


@pytest.mark.parametrize("typed", ["K7X", "K7XQA", "K7XQ K7XQ", "", "7XQK", None, 7, ["K7XQ"], "K7XQ" * 10**5])
def test_anything_else_is_not_the_code(typed: object) -> None:
    assert not same_code(typed, "K7XQ")


def test_no_letter_of_a_code_is_taken_for_another() -> None:
    assert not set("01OIL") & set(CODE_LETTERS)
    assert len(set(CODE_LETTERS)) == len(CODE_LETTERS) and CODE_LENGTH == 4
