"""Every rule of appraisal can be told in words, from the side of whoever holds the opinion."""

import pytest

from game.model.social.rules import Rule
from game.talk.reasons import because, opinion
from game.talk.words import Words
from tests.talk.company import PEOPLE

WORDS = Words()
DANA, BEN, _, KIM = PEOPLE


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_words_for_you_and_for_others(rule: Rule) -> None:
    for good in (True, False):
        assert because(WORDS, rule, DANA, good=good)
        assert "Ben" in because(WORDS, rule, DANA, BEN, good=good)
        assert because(WORDS, rule, KIM, good=good, what="the oven", times=3)


def test_a_reason_names_its_moment_or_how_often() -> None:
    assert because(WORDS, Rule.PITCHED, DANA, what="flour") == "you pitched before she had said what she does"
    assert because(WORDS, Rule.PITCHED, KIM, what="flour") == "you pitched before they had said what they do"
    assert because(WORDS, Rule.PITCHED, DANA, times=3) == "you pitched 3 times, and she had not asked once"
    assert because(WORDS, Rule.FOLLOWED_UP, BEN, what="the launch") == "you wanted to hear more of the launch"


def test_reasons_stand_in_a_row() -> None:
    reasons = [because(WORDS, rule, DANA) for rule in (Rule.BOASTED, Rule.TRAPPED, Rule.SILENCE)]
    told = "cooler to you: you boasted; she wanted to go, and you went on; you had nothing to say"
    assert opinion(WORDS, False, reasons) == told
