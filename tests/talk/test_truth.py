"""What people say agrees with what has happened: to them, between them, and in this conversation."""

import re
from dataclasses import replace
from itertools import product

import pytest

from game.model.acts import QUESTIONS, Act, Item
from game.model.social.rules import Rule
from game.scenario.spec import Evening
from game.talk.lines import POINTS, load_lines
from game.talk.utterance import HEARSAY
from game.talk.words import FOLDER
from tests.talk.company import ALEX, BAKERY, BEN, BRAD, DANA, GRANTS, KIM, SAILING, SCENARIO, turn, voice

LINES = load_lines(FOLDER / "en" / "lines")
CAUSES = [rule.name.lower() for rule in Rule]
# What only some causes bear out, in the words a listener would take for a fact.
CLAIMS = {
    r"\b(sells?|sold|selling|price|pitch\w*|customer|brochures?|sales)\b": {"pitched", "overheard"},
    r"\b(achieved|trophies|doing very well|how well things)\b": {"boasted"},
    r"\b(interviewed|asks and asks|question after|one question)\b": {"interrogated", "left_hanging"},
    r"\b(walked off|was gone)\b": {"walked_off"},
    r"\bcard\b": {"card_too_soon"},
    r"\bminutes\b": set(),
}

# Gossip


@pytest.mark.parametrize("cause", CAUSES)
def test_gossip_tells_what_happened_and_nothing_else(cause: str) -> None:
    for regard, pitches in product((-1.0, 0.0, 1.0), (0, 2)):
        u = turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=regard, cause=cause, pitches=pitches)
        for line in voice().pool(u):
            assert not line.asks("cause") or cause in line.asks("cause") or "not hearsay" in line.asks("cause")
            for claim, borne_out_by in CLAIMS.items():
                assert cause in borne_out_by or not re.search(claim, line.text), (cause, line.text)


def test_whoever_was_pitched_to_says_so_first() -> None:
    u = turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=-1.0, cause="pitched", pitches=1, warmth=0.0)
    speaking = voice()
    said = [speaking.line(u) for _ in range(10)]
    pitched = {line.id for line in speaking.pool(u) if "pitched" in line.asks("cause")}
    assert len(said) == 10 <= len(pitched)
    assert set(speaking.memory()["lines"]) <= pitched


def test_only_who_has_heard_two_pitches_speaks_of_two() -> None:
    once, twice = (
        {
            line.text
            for line in voice().pool(turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=-1, cause="pitched", pitches=n))
        }
        for n in (1, 2)
    )
    assert once < twice
    assert not any(
        re.search(r"\b(twice|again|second time|more than once)\b", text, re.I)
        for text in once
        if "run into" not in text
    )


def test_hearsay_is_told_as_hearsay() -> None:
    as_heard = re.compile(
        r"\b(they say|heard|hears?|told|people|according|speaks|warned|only know|is right|said)\b", re.I
    )
    for regard, turns in product((-1.0, 0.0, 1.0), (0, 5)):
        pool = voice().pool(turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=regard, cause=HEARSAY, turn=turns))
        assert pool
        for line in pool:
            assert as_heard.search(line.text) or "comes from {teller}" in line.text or "know" in line.text, line.text


def test_hearsay_names_its_source_but_not_to_the_source() -> None:
    def told(to: int) -> str:
        u = turn(Act.GOSSIP, DANA, to, about=BEN, regard=-1.0, cause=HEARSAY, teller=KIM)
        speaking = voice()
        return " ".join(speaking.line(u) for _ in range(12))

    assert "Kim" in told(ALEX)
    assert "Kim" not in told(KIM)


def test_to_a_stranger_nobody_begins_with_the_worst() -> None:
    speaking = voice()
    u = turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=-2.0, cause="pitched", pitches=3, turn=0, known=0)
    assert {line.id.split(".")[1] for line in speaking.pool(u)} == {"bad_opening"}


def test_gossip_and_introductions_name_the_third_person() -> None:
    for act in (Act.GOSSIP, Act.INTRODUCE):
        for line in LINES[act]:
            assert {"them", "their_name"} & line.slots or line.rank < 0, line.id


def test_nobody_passes_on_of_a_third_person_what_they_have_not_learned() -> None:
    for act, cause in product((Act.GOSSIP, Act.INTRODUCE), ("", HEARSAY, "asked")):
        pool = voice().pool(turn(act, DANA, KIM, about=BEN, regard=1.0, cause=cause, known_about=1))
        assert not any({"their_work", "their_offer", "their_hook"} & line.slots for line in pool)


def test_praise_is_for_something_that_was_done() -> None:
    for cause in ("", "first_impression"):
        said = " ".join(line.text for line in voice().pool(turn(Act.PRAISE, DANA, BEN, cause=cause)))
        assert not re.search(r"finish|question|listen|told me", said)
    assert any("listen" in line.text for line in voice().pool(turn(Act.PRAISE, DANA, BEN, cause="heard_out")))


def test_nobody_claims_to_have_told_others() -> None:
    spread = re.compile(r"\b(told|asked|mentioned) (it )?(to )?(two|three|some|everyone|half)", re.I)
    for act in (Act.REMEMBER, Act.PRAISE, Act.INTRODUCE, Act.SHARE):
        for line in LINES[act]:
            assert line.is_styled() or not spread.search(line.text), line.text


# Questions and answers


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        (Item.WORK, "work"),
        (Item.STORY + BAKERY, "story"),
        (Item.TOPIC + GRANTS, "topic"),
        (Item.OFFER, "offer"),
    ],
)
def test_whoever_is_asked_about_something_else_gets_from_there_to_the_need(asked: int, where: str) -> None:
    u = turn(Act.ANSWER, DANA, BEN, Item.NEED, reply_to=Act.FOLLOW_UP, asked=asked)
    for line in voice().pool(u):
        assert where in line.asks("asked"), line.text
        assert "my_need" in line.slots


def test_an_answer_takes_up_what_the_question_wanted_to_know() -> None:
    speaking = voice()
    for item in (Item.WORK, Item.NEED, Item.TOPIC + GRANTS):
        for turns in range(8):
            speaking.line(turn(Act.FOLLOW_UP, BEN, DANA, item, tick=turns, warmth=0.0))
            point = speaking.memory()["points"]["-1"]
            answer = turn(Act.ANSWER, DANA, BEN, item, reply_to=Act.FOLLOW_UP, asked=item, tick=turns, warmth=0.0)
            fits = {line.id: line for line in speaking.pool(answer)}
            before = dict(speaking.memory()["lines"])
            speaking.line(answer)
            (said,) = (id for id, used in speaking.memory()["lines"].items() if used != before.get(id))
            assert not point or not fits[said].asks("point") or point in fits[said].asks("point")


def test_every_point_a_question_can_have_is_answered() -> None:
    asked = {(kind, line.point) for act in QUESTIONS for line in LINES[act] for kind in line.asks("item") if line.point}
    answered = {
        (kind, point) for line in LINES[Act.ANSWER] for kind in line.asks("item") for point in line.asks("point")
    }
    assert asked and asked <= answered
    assert {point for _, point in asked} == POINTS


def test_what_is_asked_again_is_told_as_told_before() -> None:
    speaking = voice()
    asked = turn(Act.ANSWER, DANA, BEN, Item.WORK, reply_to=Act.ASK_WORK, warmth=0.0)
    assert speaking.line(asked)
    first = set(speaking.memory()["lines"])
    speaking.line(asked)
    (again,) = set(speaking.memory()["lines"]) - first
    assert again.startswith("answer.work_told.")


def test_only_what_follows_from_what_was_said_claims_to() -> None:
    loose = voice().pool(turn(Act.SHARE, DANA, BEN, Item.STORY + BAKERY, last_item=Item.STORY + SAILING))
    after = voice().pool(
        turn(Act.SHARE, DANA, BEN, Item.STORY + BAKERY, last_item=Item.STORY + BAKERY, reply_to=Act.SHARE)
    )
    claims = re.compile(r"reminds me|speaking of|one like that|since we're on|like that, a little|my turn", re.I)
    assert not any(claims.search(line.text) for line in loose)
    assert any(claims.search(line.text) for line in after)
    work = voice().pool(turn(Act.SHARE, DANA, BEN, Item.WORK))
    assert not any(re.search(r"know a little of how|in common|I don't think I said so", line.text) for line in work)


def test_a_story_called_by_a_question_is_spoken_of_as_one() -> None:
    story = replace(SCENARIO.people[0].stories[0], hook="how much salt is enough")
    dana = replace(SCENARIO.people[0], stories=(story,))
    speaking = voice(replace(SCENARIO, people=(dana, *SCENARIO.people[1:])))
    assert "the question of how much salt" in speaking.line(turn(Act.FOLLOW_UP, BEN, DANA, Item.STORY + BAKERY)).lower()


# Hellos, goodbyes, cards


def test_only_those_who_are_on_their_way_say_so() -> None:
    leaving = re.compile(r"later|back in|can't stop|only passing|catch you|save me|on a mission|after you", re.I)
    for speaker, warmth, brief in product((DANA, BEN, BRAD, KIM), (-1.0, 0.0, 1.0), (-1.0, 30.0)):
        for line in voice().pool(turn(Act.PASS_BY, speaker, ALEX, warmth=warmth, brief=brief)):
            assert not leaving.search(line.text), line.text
    assert any(leaving.search(line.text) for line in voice().pool(turn(Act.PASS_BY, DANA, ALEX, brief=4.0)))


def test_only_those_who_go_and_get_a_drink_say_so() -> None:
    drinks = re.compile(r"drink|thirst|water|\bbar\b|glass (is|has)|to hold", re.I)
    for speaker, warmth in product((DANA, BEN, BRAD, KIM), (-1.0, 0.0, 1.0)):
        for line in voice().pool(turn(Act.EXCUSE, speaker, ALEX, warmth=warmth)):
            assert not drinks.search(line.text), line.text
        for line in voice().pool(turn(Act.EXCUSE, speaker, ALEX, warmth=warmth, drink=True)):
            if dict(line.when).get("drink"):
                assert drinks.search(line.text), line.text


def test_nobody_greets_themself() -> None:
    calls = re.compile(r"\b(hi|hello|hey|evening|ah|oh),? \{me\}|, \{(me|my_name)\}[.!?]", re.I)
    for act in (Act.GREET, Act.PASS_BY, Act.GOODBYE, Act.EXCUSE):
        for line in LINES[act]:
            assert not calls.search(line.text) or "I'm" in line.text, line.text


def test_nobody_is_spoken_to_in_the_third_person() -> None:
    for lines in LINES.values():
        for line in lines:
            assert not re.search(r"\b(does|is|has|did) \{you\}", line.text), line.text


def test_whoever_holds_out_a_card_asks_for_one_too() -> None:
    for line in LINES[Act.CARD]:
        gives = re.search(r"\b(mine|my|me|here|this|that's|swap|I|cards)\b", line.text, re.I)
        assert gives and not re.fullmatch(r"[^.]*have a card[^.]*\?", line.text), line.text
    assert voice().label(turn(Act.CARD, ALEX, DANA)) == "Swap cards with Dana"


def test_the_hour_is_the_hour() -> None:
    afternoon = replace(SCENARIO, evening=Evening(starts="16:30", minutes=30))
    for act in (Act.GREET, Act.PASS_BY, Act.GOODBYE, Act.ASK):
        for line in LINES[act]:
            assert not re.search(r"(?<!\{)\btonight\b|\bgood evening\b|\bgood night\b", line.text, re.I), line.text
    speaking = voice(afternoon)
    said = [speaking.line(turn(Act.PASS_BY, ALEX, DANA, warmth=0.0, tick=tick)) for tick in range(20)]
    assert "Afternoon." in said and "Evening." not in said
