"""Expectations read as sentences."""

import pytest

from game.scenario.sentences import MEASURE_DOCS, sentence
from game.scenario.spec import MEASURES, Expect


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (
            Expect(style="listener", measure="relationships", beats="promoter", in_at_least=0.95),
            "A listener ends with more relationships than a promoter in at least 95% of rooms.",
        ),
        (
            Expect(style="ordinary", measure="cards", beats="mute"),
            "An ordinary attendee ends with more cards than a mute attendee on average.",
        ),
        (
            Expect(style="promoter", measure="met", at_least=5),
            "A promoter ends with at least 5 people met on average.",
        ),
        (
            Expect(style="quiet", measure="talk_share", at_most=0.3, in_at_least=0.5),
            "A quiet attendee ends with a share of the talk of at most 0.3 in at least 50% of rooms.",
        ),
        (
            Expect(style="collector", measure="pitches", at_most=1),
            "A collector ends with at most 1 pitch on average.",
        ),
        (
            Expect(style="giver", measure="won_back", at_least=1),
            "A giver ends with at least 1 client won back on average.",
        ),
        (
            Expect(style="promoter", measure="evaded", at_least=0.2),
            "A promoter ends with evasion of at least 0.2 on average.",
        ),
        (
            Expect(style="promoter", measure="talk_share", beats="listener"),
            "A promoter ends with a larger share of the talk than a listener on average.",
        ),
        (
            Expect(style="interrogator", measure="friends", within=(0, 1.5)),
            "An interrogator ends with between 0 and 1.5 friends on average.",
        ),
    ],
)
def test_an_expectation_reads_as_a_sentence(expected: Expect, words: str) -> None:
    assert sentence(expected) == words


def test_every_measure_has_words_and_says_what_it_is() -> None:
    assert MEASURE_DOCS.keys() == set(MEASURES)
    said = {sentence(Expect(style="giver", measure=measure, at_least=1)) for measure in MEASURES}
    assert len(said) == len(MEASURES)
