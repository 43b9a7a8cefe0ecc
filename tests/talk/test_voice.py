"""What people say: real facts, to the right person, in the right person, and nothing twice."""

import json
import re
from dataclasses import replace

import pytest

from game.model.acts import Act, Item
from game.scenario import load, shipped
from game.scenario.spec import Scenario
from game.talk.template import pages
from game.talk.utterance import Utterance
from game.talk.voice import Voice
from tests.talk.company import (
    ALEX,
    BAKERY,
    BEN,
    BRAD,
    DANA,
    GRANTS,
    KIM,
    SAILING,
    SCENARIO,
    chatter,
    turn,
    voice,
)

SHIPPED = [str(path) for path in shipped()]


def many(u: Utterance, times: int = 30, speaking: Voice | None = None) -> list[str]:
    """What is said when the same turn comes many times in one evening."""
    speaking = speaking or voice()
    return [speaking.line(u) for _ in range(times)]


# Facts


def test_whoever_is_asked_about_work_tells_it_in_the_first_person() -> None:
    said = many(turn(Act.ANSWER, DANA, BEN, Item.WORK, reply_to=Act.ASK_WORK), 15)
    assert all("I run a bakery with my sister" in line for line in said)


def test_whoever_is_asked_about_a_topic_with_a_story_tells_the_story() -> None:
    assert "My oven died at Christmas." in voice().line(turn(Act.ANSWER, DANA, BEN, Item.TOPIC + BAKERY))


def test_nobody_answers_gladly_about_an_interest_he_lacks() -> None:
    fond = many(turn(Act.ANSWER, BEN, DANA, Item.TOPIC + SAILING), 8)
    strange = many(turn(Act.ANSWER, BEN, DANA, Item.TOPIC + BAKERY), 20)
    assert not set(fond) & set(strange)
    speaking = voice()
    for line in speaking.pool(turn(Act.ANSWER, BEN, DANA, Item.TOPIC + BAKERY)):
        assert line.asks("has") == ("no",), line.id


def test_a_follow_up_quotes_what_was_heard() -> None:
    said = many(turn(Act.FOLLOW_UP, BEN, DANA, Item.STORY + BAKERY))
    assert all("your oven that died" in line.lower() for line in said)


def test_the_answer_to_a_follow_up_can_reveal_the_need() -> None:
    said = many(turn(Act.ANSWER, DANA, BEN, Item.NEED, reply_to=Act.FOLLOW_UP, asked=Item.WORK))
    assert all("somebody to run my morning shift" in line.lower() for line in said)


def test_whoever_needs_nothing_says_so() -> None:
    speaking = voice()
    assert all(line.asks("has") == ("no",) for line in speaking.pool(turn(Act.ANSWER, KIM, BEN, Item.NEED)))


def test_a_paraphrase_says_back_what_was_told() -> None:
    assert "your oven that died" in voice().line(turn(Act.PARAPHRASE, BEN, DANA, Item.STORY + BAKERY))
    assert "ou run a bakery with your sister" in voice().line(turn(Act.PARAPHRASE, BEN, DANA, Item.WORK))


def test_what_is_remembered_is_a_fact() -> None:
    said = many(turn(Act.REMEMBER, ALEX, DANA, Item.NEED, met=True), 6)
    assert all("somebody to run your morning shift" in line.lower() for line in said)


def test_an_offer_names_what_is_offered_and_the_need_it_meets() -> None:
    said = many(turn(Act.OFFER, DANA, BEN, Item.OFFER), 5)
    assert all("a berth in my boat" in line.lower() for line in said)
    assert any("an honest sailmaker" in line.lower() for line in said)


def test_nobody_is_told_that_an_offer_meets_a_need_when_it_does_not() -> None:
    said = many(turn(Act.OFFER, BRAD, DANA, Item.OFFER), 20)
    assert not any("morning shift" in line for line in said)


def test_an_introduction_names_the_third_person() -> None:
    said = many(turn(Act.INTRODUCE, ALEX, DANA, Item.NEED, about=BEN), 20)
    assert all("Ben" in line for line in said)
    assert any("a look at your worst form" in line for line in said)


def test_a_pitch_says_what_is_sold() -> None:
    said = many(turn(Act.PITCH, DANA, BEN, Item.OFFER), 8)
    assert all("a berth in my boat" in line.lower() or "I run a bakery" in line for line in said)


def test_gossip_follows_what_the_teller_thinks_of_the_absent() -> None:
    def about_ben(regard: float) -> set[str]:
        return set(many(turn(Act.GOSSIP, DANA, KIM, about=BEN, regard=regard), 7))

    kind, unkind = about_ben(1.5), about_ben(-1.5)
    assert all("Ben" in line for line in kind | unkind)
    assert not kind & unkind


def test_they_have_verbs_of_their_own() -> None:
    said = " ".join(many(turn(Act.GOSSIP, DANA, BEN, about=KIM, regard=1.5), 12))
    said += " ".join(many(turn(Act.GOSSIP, DANA, BEN, about=KIM, regard=1.5, cause="asked"), 5))
    said += " ".join(many(turn(Act.GOSSIP, DANA, BEN, about=KIM, regard=-1.5, cause="pitched"), 20))
    assert re.search(r"\b[Tt]hey (ask|sell|say|listen|are)\b", said)
    assert not re.search(r"\b[Tt]hey (\w+s)\b", said.replace("theys", "")), said


# To whom, and in what mood


def test_a_stranger_is_told_a_name_and_not_called_by_one() -> None:
    said = many(turn(Act.GREET, BEN, DANA, known=0), 10)
    assert all("Ben" in line and "Dana" not in line for line in said)


def test_a_name_that_comes_with_the_greeting_is_not_known_before_it() -> None:
    assert "Dana" not in " ".join(many(turn(Act.GREET, BEN, DANA, known=1 << Item.NAME), 10))
    assert "Dana" in " ".join(many(turn(Act.GREET, BEN, DANA, known=1 << Item.NAME, met=True), 20))


def test_only_who_knows_the_name_uses_it() -> None:
    assert not any("Dana" in line for line in many(turn(Act.GOODBYE, BEN, DANA, known=0), 40))
    assert any("Dana" in line for line in many(turn(Act.GOODBYE, BEN, DANA), 40))


def test_old_friends_are_greeted_neither_as_strangers_nor_as_if_they_had_talked_tonight() -> None:
    old = turn(Act.GREET, BEN, DANA, met=True, friends=True, reunited=True)
    later = turn(Act.GREET, BEN, DANA, met=True, friends=True)
    pools = [{line.id for line in voice().pool(u)} for u in (old, later, turn(Act.GREET, BEN, DANA, met=True))]
    assert len(pools[0]) >= 10
    assert all(id.startswith("greet.old") for id in pools[0])
    assert not pools[0] & pools[1]
    assert pools[1] == pools[2]


def test_what_one_has_known_for_years_is_not_what_one_was_told_here() -> None:
    for line in voice().pool(turn(Act.REMEMBER, DANA, BEN, Item.WORK, met=True, friends=True)):
        assert line.id.startswith("remember.old"), line.text


def test_people_who_know_each_other_are_not_introduced_but_sent() -> None:
    lines = voice().pool(turn(Act.INTRODUCE, DANA, BEN, Item.NEED, about=KIM, acquainted=True))
    assert len(lines) >= 5
    assert not [line.text for line in lines if re.search("meet|introduce|know {them}|get on|each other", line.text)]


def test_nobody_is_told_a_story_that_they_are_in() -> None:
    baking = SCENARIO.people[DANA - 1]
    (oven,) = [story for story in baking.stories if story.text.startswith("My oven died")]
    with_ben = replace(baking, stories=(replace(oven, text=oven.text + " Ben held the door."),))
    company = replace(SCENARIO, people=tuple(with_ben if who is baking else who for who in SCENARIO.people))
    assert "Ben held the door" in voice(company).line(turn(Act.SHARE, DANA, KIM, Item.STORY + BAKERY))
    to_ben = many(turn(Act.SHARE, DANA, BEN, Item.STORY + BAKERY), 9, voice(company))
    assert not any("Ben held" in line for line in to_ben)


def test_the_manner_of_the_speaker_comes_first() -> None:
    for speaker, manner in ((DANA, "warm"), (BEN, "dry"), (KIM, "shy")):
        speaking = voice()
        u = turn(Act.LISTEN, speaker, ALEX, warmth=0.0)
        first = speaking.line(u)
        own = [line.text for line in speaking.pool(u) if line.asks("manner") == (manner,)]
        assert first in own


def test_the_cool_and_the_warm_part_differently() -> None:
    cool, warm = (set(many(turn(Act.GOODBYE, DANA, BEN, warmth=w), 4)) for w in (-1.0, 1.0))
    assert not cool & warm


def test_whoever_has_sat_through_two_pitches_shows_it() -> None:
    speaking = voice()
    for _ in range(2):
        speaking.line(turn(Act.PITCH, BRAD, DANA, Item.OFFER))
    said = speaking.line(turn(Act.DEFLECT, DANA, BRAD, reply_to=Act.PITCH, warmth=0.0))
    tired = [line.text for line in speaking.pool(turn(Act.DEFLECT, DANA, BRAD)) if line.asks("sold")]
    assert said in tired


def test_the_promoter_has_a_voice_of_his_own_and_escalates() -> None:
    speaking = voice()
    u = turn(Act.PITCH, BRAD, DANA, Item.OFFER, met=True)
    early = speaking.pool(u)
    assert all(line.asks("style") for line in early)
    assert len(set(many(u, 40, speaking))) == 40
    late = {line.id for line in speaking.pool(u)}
    assert late - {line.id for line in early} and "pitch.promoter_spots_3.1" not in late


def test_a_story_is_told_once_to_the_same_person() -> None:
    speaking = voice()
    told = [speaking.line(turn(Act.SHARE, DANA, BEN, Item.STORY + BAKERY)) for _ in range(4)]
    assert [("My oven died at Christmas." in line) for line in told] == [True, False, False, False]
    assert "My oven died" in speaking.line(turn(Act.SHARE, DANA, KIM, Item.STORY + BAKERY))


def test_those_who_stood_by_have_heard_the_story_too() -> None:
    speaking = voice()
    speaking.line(turn(Act.SHARE, DANA, BEN, Item.STORY + BAKERY, hearers=(KIM, DANA)))
    assert "My oven died" not in speaking.line(turn(Act.SHARE, DANA, KIM, Item.STORY + BAKERY))


def test_an_interest_without_a_story_is_told_without_one() -> None:
    assert "grants" in voice().line(turn(Act.SHARE, DANA, BEN, Item.TOPIC + GRANTS)).lower()


# A whole evening


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_repeated_until_its_pool_is_used_up(seed: int) -> None:
    """Not to those who have said or heard it, and then not in the room."""
    speaking = voice()
    times: dict[str, int] = {}
    heard: dict[str, list[int]] = {}
    for u in chatter(SCENARIO, 1500, seed):
        worn = {
            line.id: (bool({u.speaker, u.addressee} & {*heard.get(line.id, ())}), times.get(line.id, 0))
            for line in speaking.pool(u)
        }
        speaking.line(u)
        said = {id: n for id, (n, _) in speaking.memory()["lines"].items()}
        (new,) = (id for id in said if said[id] != times.get(id, 0))
        assert worn[new] == min(worn.values())
        times, heard = said, speaking.memory()["heard"]


@pytest.mark.parametrize("path", SHIPPED)
def test_a_whole_evening_of_a_shipped_scenario_reads_well(path: str) -> None:
    scenario: Scenario = load(path)
    speaking = voice(scenario)
    for u in chatter(scenario, 2500, seed=1):
        text = speaking.line(u)
        assert not set("{}") & set(text), text
        assert not re.search(r"\b[Aa] [aei]\w|\b[Aa]n [bcdfgjklmnpqrstvwxz][a-z]", text), text
        assert not re.search(r"\b(I|[Tt]hey) (runs|is|has|teaches|sells)\b", text), text
        assert not re.search(r"\b(?!had|that)(\w+) \1\b", text), text
        assert "  " not in text and ".." not in text.replace("...", ""), text
        assert text[0].isupper() or not text[0].isalpha(), text
        assert all(len(page) <= 200 for page in pages(text)), text
        assert speaking.label(u)


def test_what_is_shown_as_a_choice_is_what_is_said() -> None:
    speaking = voice()
    turns = list(chatter(SCENARIO, 300, seed=5))
    for u, other in zip(turns[::2], turns[1::2], strict=True):
        if u.speaker == other.speaker:
            continue
        shown = speaking.preview(u)
        speaking.line(other)
        assert speaking.preview(u) == shown
        assert speaking.line(u) == shown


def test_looking_at_a_choice_uses_nothing_up() -> None:
    speaking, plain = voice(), voice()
    for u in chatter(SCENARIO, 100, seed=6):
        speaking.preview(u)
    said = [speaking.line(u) for u in chatter(SCENARIO, 100, seed=7) if u.speaker != ALEX]
    fresh = {id for id, _ in plain.memory()["lines"].items()}
    assert said and not fresh
    assert sum(n for n, _ in speaking.memory()["lines"].values()) == len(said)


def test_choices_left_aside_are_forgotten_when_something_else_is_said() -> None:
    speaking = voice()
    speaking.preview(turn(Act.ASK_WORK, ALEX, DANA, Item.WORK))
    speaking.line(turn(Act.GREET, ALEX, DANA, known=0))
    assert speaking.memory()["promises"] == {}


def test_a_restored_voice_goes_on_exactly_there() -> None:
    turns = list(chatter(SCENARIO, 400, seed=8))
    speaking = voice()
    for u in turns[:200]:
        speaking.line(u)
    speaking.preview(turns[200])
    restored = voice(memory=json.loads(json.dumps(speaking.memory())))
    assert [speaking.line(u) for u in turns[200:]] == [restored.line(u) for u in turns[200:]]
    assert speaking.memory() == restored.memory()


def test_the_same_evening_is_said_in_the_same_words() -> None:
    first, second = voice(), voice()
    turns = list(chatter(SCENARIO, 200, seed=9))
    assert [first.line(u) for u in turns] == [second.line(u) for u in turns]


def test_a_choice_has_a_label_of_a_few_words() -> None:
    speaking = voice()
    follow_up = turn(Act.FOLLOW_UP, ALEX, DANA, Item.STORY + BAKERY)
    assert speaking.label(follow_up) == "Follow up on your oven that died"
    assert speaking.label(turn(Act.ASK_WORK, ALEX, DANA, Item.WORK)) == "Ask what Dana does"
    assert speaking.label(turn(Act.ASK_WORK, ALEX, DANA, Item.WORK, known=0)) == "Ask what they do"
    assert speaking.label(turn(Act.INTRODUCE, ALEX, DANA, about=BEN)) == "Bring Dana to Ben Adeyemi"
