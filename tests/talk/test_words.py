"""String tables: ids, slots, plural and gender forms, and errors that say what is wrong."""

from pathlib import Path

import pytest

from game.talk.words import Words, WordsError


def words(folder: Path, text: str) -> Words:
    """The words of a language that consists of this one file."""
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / "some.yaml").write_text(text, encoding="utf-8")
    pronouns = "pronoun: {they: {subj: they, obj: them, poss: their, refl: themselves, number: 2}}"
    (folder / "en" / "pronouns.yaml").write_text(pronouns, encoding="utf-8")
    return Words("en", folder)


def test_text_is_found_by_its_id_and_its_slots_are_filled(tmp_path: Path) -> None:
    assert words(tmp_path, "a: {b: 'Hello, {name}.'}").text("a.b", name="Dana") == "Hello, Dana."


def test_an_unknown_id_names_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match='"greeting".*did you mean "greetings"'):
        words(tmp_path, "greetings: Hello").text("greeting")


def test_an_open_slot_is_named_with_its_text(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"hello: expected a value for \{name\}"):
        words(tmp_path, "hello: 'Hello, {name}.'").text("hello")


def test_a_number_chooses_the_plural_form(tmp_path: Path) -> None:
    table = words(tmp_path, "cards: {one: a card, other: '{n} cards'}")
    assert [table.text("cards", n=n) for n in (0, 1, 14)] == ["0 cards", "a card", "14 cards"]


def test_a_pronoun_chooses_the_gender_form_and_fills_its_cases(tmp_path: Path) -> None:
    table = words(tmp_path, "x: {she: ella, he: él, they: '{subj} and {poss} {subj:friend|friends}.'}")
    assert table.text("x", pronoun="they") == "They and their friends."


def test_a_form_without_what_chooses_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"cards: expected a value for \{n\}"):
        words(tmp_path, "cards: {one: a card, other: cards}").text("cards")


def test_no_is_a_word_and_not_false(tmp_path: Path) -> None:
    assert words(tmp_path, "answer: NO").text("answer") == "NO"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: x\na: y\n", "some.yaml:2:1: expected each id once"),
        ("a: &x hello\nb: *x\n", "some.yaml:2:4: expected words written out"),
        ("- a\n- b\n", "some.yaml: expected ids with their words"),
        ("a: {b", "some.yaml: expected YAML"),
        ("pronoun: {they: {subj: they}}", "each id once"),
    ],
)
def test_a_broken_table_says_where_and_what(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(WordsError, match=message):
        words(tmp_path, text)


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(WordsError, match="expected one of en"):
        Words("tlh")
