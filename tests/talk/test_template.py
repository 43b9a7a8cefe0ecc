"""Sentences with slots: articles, capitals, numbers."""

import pytest

from game.talk.grammar.english import article
from game.talk.template import UnfilledSlotError, fill, is_narration, pages, slots_of


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("bakery", "a"),
        ("oven", "an"),
        ("hour", "an"),
        ("honest answer", "an"),
        ("house", "a"),
        ("university", "a"),
        ("uninsured boat", "an"),
        ("umbrella", "an"),
        ("user", "a"),
        ("European", "a"),
        ("one-man band", "a"),
        ("HR office", "an"),
        ("VAT form", "a"),
        ("8-week course", "an"),
        ("X-ray", "an"),
        ("unit", "a"),
        ("uniform", "a"),
        ("unimportant thing", "an"),
    ],
)
def test_the_article_follows_the_sound(phrase: str, expected: str) -> None:
    assert article("a", phrase) == expected


def test_an_article_before_a_slot_agrees_with_what_fills_it() -> None:
    assert fill("I need a {thing}.", {"thing": "oven"}) == "I need an oven."
    assert fill("An {thing} it is.", {"thing": "boat"}) == "A boat it is."


def test_a_slot_that_begins_a_sentence_gets_a_capital_and_one_after_a_colon_does_not() -> None:
    assert fill("{it}? Yes. {it}: {it}.", {"it": "bread"}) == "Bread? Yes. Bread: bread."


def test_half_a_sentence_begins_small() -> None:
    assert fill("{subj} wanted to go", {"subj": "she"}) == "she wanted to go"


def test_forms_follow_the_number_or_the_pronoun() -> None:
    assert fill("{n} {n:card|cards}", {"n": 1}) == "1 card"
    assert fill("{n} {n:card|cards}", {"n": 14}) == "14 cards"
    assert fill("{subj} {subj:is|are}", {"subj": "they", "subj.number": 2}) == "they are"


def test_an_open_slot_is_an_error_that_names_it() -> None:
    with pytest.raises(UnfilledSlotError, match="name"):
        fill("Hello, {name}.", {})


def test_the_slots_of_a_sentence_are_known() -> None:
    assert slots_of("A {thing} for {you}, {n:card|cards}") == {"thing", "you", "n"}


def test_long_text_breaks_between_sentences() -> None:
    text = "One is short. " + "Two goes on " * 10 + "and ends. Three!"
    parts = pages(text, limit=60)
    assert " ".join(parts) == " ".join(text.split())
    assert parts[0] == "One is short."
    assert parts[-1] == "Three!"


def test_a_silence_is_told_and_a_gesture_is_somebodys() -> None:
    assert is_narration("(The question hangs in the air.)")
    assert not is_narration("(nods)")
    assert not is_narration("(nods) Right.")
    assert not is_narration("And then?")


def test_a_sentence_that_goes_over_to_a_story_begins_with_a_capital_too() -> None:
    assert fill("{topic}, then. {story}", {"topic": "bread", "story": "It rose."}) == "Bread, then. It rose."
    assert fill("{subj} left", {"subj": "she"}) == "she left"
