"""Whole evenings, as they are played: every line is read beside what the model had happen."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from game.model.acts import QUESTIONS, Act, Item
from game.scenario import load, shipped
from game.session.evening import Evening
from game.session.journal import Said
from game.session.opening import HUMAN, STYLES
from game.session.viewing import as_line
from game.talk.grammar.english import is_plural
from game.talk.lines import Line
from game.talk.utterance import HEARSAY, Utterance, topic_of
from game.talk.voice import Voice
from game.talk.words import Words

MINUTES = {"chamber_mixer": 5, "conference_hallway": 2, "first_five_minutes": 5, "reunion": 5, "trade_show": 2}
FEW = [
    ("chamber_mixer", "listener", 5),
    ("chamber_mixer", "ordinary", 8),
    ("conference_hallway", "promoter", 11),
    ("conference_hallway", "quiet", 3),
    ("first_five_minutes", "giver", 4),
    ("reunion", "listener", 7),
    ("trade_show", "ordinary", 6),
]
FIFTY = [
    (place, style, 500 + number)
    for place in shipped()
    if not load(place).weeks.only  # there is no evening to read
    for number, style in enumerate(name for name in STYLES if name != HUMAN)
]
STORY = 60  # letters: a longer fact is a story, told by whoever it happened to
ALL = int(os.environ.get("LESSON_SEEDS", "0")) >= 200  # fifty whole evenings where all seeds are played


@dataclass
class Heard:
    """One line of an evening, with everything it was chosen by."""

    u: Utterance
    line: Line
    text: str
    speaker: str
    worn: bool  # it was not new to the two, though there were lines that were


class Reader(Voice):
    """A voice that writes down what it says and why."""

    heard: list[Heard]

    def line(self, u: Utterance) -> str:
        """Say it, and note it."""
        pool = {line.id: line for line in self.pool(u)}
        new = {id for id in pool if not any(self._memory.knows(who, id) for who in (u.speaker, u.addressee))}
        text = super().line(u)
        said = max(self._memory.lines, key=lambda id: self._memory.lines[id][1])
        worn = bool(new) and said not in new
        self.heard.append(Heard(u, pool[said], text, self.people[u.speaker].first_name, worn))
        return text


@pytest.fixture(
    scope="module",
    params=[pytest.param(one, marks=pytest.mark.lesson) for one in FIFTY] if ALL else FEW,
    ids=lambda evening: f"{evening[0]}-{evening[1]}",
)
def evening(request: pytest.FixtureRequest) -> Evening:
    """An evening that has been played by a style; its first minutes where only a few are."""
    place, style, seed = request.param
    scenario = load(place)
    if not ALL:
        scenario = replace(scenario, evening=replace(scenario.evening, minutes=MINUTES[place]))
    evening = Evening(scenario, seed, style, Words())
    evening.voice = Reader(scenario, Words())
    evening.voice.heard = []
    while not evening.over:
        evening.step(())
    return evening


def heard(evening: Evening, *acts: Act) -> Iterator[Heard]:
    """What was said, of certain acts if named."""
    assert isinstance(evening.voice, Reader)
    return (one for one in evening.voice.heard if not acts or one.u.act in acts)


def test_gossip_has_the_cause_that_the_ties_record(evening: Evening) -> None:
    told = list(heard(evening, Act.GOSSIP))
    assert told
    for one in told:
        causes = one.line.asks("cause")
        assert not causes or one.u.cause in causes or causes == ("not hearsay",), (one.u.cause, one.text)
        assert (one.u.cause == HEARSAY) == (HEARSAY in causes) or one.line.is_styled(), one.text
        assert evening.roster.person(one.u.about).first_name in one.text


def test_no_first_word_to_a_stranger_is_a_harsh_one(evening: Evening) -> None:
    for one in heard(evening, Act.GOSSIP):
        if one.u.turn == 0 and one.u.regard < 0:
            assert not one.line.id.startswith(("gossip.bad_pitched", "gossip.to_friend", "gossip.promoter_known"))


def test_old_friends_are_not_taken_for_strangers(evening: Evening) -> None:
    new = re.compile(r"new face|(nice|good|pleased) to (have met|meet) you|haven't met|don't think we've met", re.I)
    for one in heard(evening, Act.GREET, Act.PASS_BY, Act.GOODBYE, Act.INTRODUCE):
        if one.u.friends:
            assert not new.search(one.text), one.text
        if one.u.acquainted:
            assert not re.search(r"you should meet|do you know|should know each other", one.text), one.text


def test_nobody_is_told_a_story_that_they_are_in(evening: Evening) -> None:
    for one in heard(evening, Act.SHARE, Act.ANSWER):
        if one.u.addressee >= 0 and len(one.text) > STORY:
            name = re.escape(evening.roster.person(one.u.addressee).first_name)
            stories = evening.roster.person(one.u.speaker).stories
            assert not [story for story in stories if story.text in one.text and re.search(rf"\b{name}\b", story.text)]


def test_an_answer_about_something_else_comes_from_what_was_asked(evening: Evening) -> None:
    for one in heard(evening, Act.ANSWER):
        asked, told = one.u.asked, one.u.item
        if told == Item.NEED and asked not in (Item.NEED, -1):
            assert one.line.asks("asked"), one.text


def test_nobody_answers_what_nobody_asked(evening: Evening) -> None:
    asked: dict[int, list[int]] = {}  # by circle: who has been asked and not answered
    for one in heard(evening):
        open_to = asked.setdefault(one.u.formation, [])
        if one.u.act in QUESTIONS:
            open_to.append(one.u.addressee)
        elif one.u.act == Act.ANSWER:
            assert one.u.speaker in open_to, one.text
            open_to.remove(one.u.speaker)


def test_what_is_told_of_somebody_is_theirs(evening: Evening) -> None:
    owners = facts(evening)
    for one in heard(evening):
        about = {one.u.speaker, one.u.addressee, one.u.about}
        for fact in [fact for fact in owners if fact in one.text]:
            assert owners[fact] & about, (fact, one.text)
            assert one.u.act not in (Act.SHARE, Act.ANSWER) or len(fact) < STORY or one.u.speaker in owners[fact]


def facts(evening: Evening) -> dict[str, set[int]]:
    """What the scenario says of people, word for word, and of whom it says it."""
    owners: dict[str, set[int]] = {}
    for index, who in enumerate(evening.roster.people()):
        wants = [want.words for want in (who.need, who.offer) if want]
        told = [text for story in who.stories for text in (story.text, story.hook)]
        for fact in (who.work, *wants, *told):
            owners.setdefault(fact, set()).add(index)
    return owners


def test_nobody_hears_or_says_a_line_twice_while_there_are_others(evening: Evening) -> None:
    assert not [one.text for one in heard(evening) if one.worn]


def test_no_line_becomes_the_evenings_refrain(evening: Evening) -> None:
    times = Counter(one.line.id for one in heard(evening) if one.u.act != Act.SILENCE)
    most = 4 * max(1, times.total() / 1000)  # a room of sixty says three thousand lines
    assert times.most_common(1)[0][1] <= most, times.most_common(5)


def test_nobody_speaks_to_themself(evening: Evening) -> None:
    for one in heard(evening):
        me = re.escape(one.speaker)
        calls = re.search(rf"\b(hi|hello|hey|evening|afternoon|oh|ah),? {me}\b|, {me}[.!?]", one.text, re.I)
        assert not calls or "I'm " + one.speaker in one.text, one.text
        assert one.u.speaker != one.u.addressee


def test_topics_agree_with_their_verbs(evening: Evening) -> None:
    for one in heard(evening):
        topic = topic_of(one.u.item)
        if 0 <= topic < len(evening.scenario.topics):
            words = re.escape(evening.scenario.topics[topic].words)
            wrong = "is|has|was|does|keeps|looks|connects|gets" if is_plural(words) else "are|have|were|do|keep|look"
            before = "is|has|was|does" if is_plural(words) else "are|were"
            subject = rf"(?<!\bon )(?<!\babout )(?<!\bof )(?<!\bfor )(?<!\bto )(?<!\bwith )\b{words} ({wrong})\b"
            assert not re.search(rf"{subject}|^({before}) {words}\b", one.text, re.I), one.text


def test_every_line_is_whole(evening: Evening) -> None:
    for one in heard(evening):
        assert not set("{}") & set(one.text), one.text
        assert not re.search(r"\b[Aa] [aei]\w|\b[Aa]n [bcdfgjklmnpqrstvwxz][a-z]", one.text), one.text
        assert not re.search(r"\b(?!had|that)(\w+) \1\b", one.text, re.I) or "?" in one.text, one.text
        assert one.text[0].isupper() or not one.text[0].isalpha(), one.text


def test_a_word_in_passing_is_only_in_a_hurry_where_it_is(evening: Evening) -> None:
    for one in heard(evening):
        if "yes" in one.line.asks("passing"):
            assert 0 <= one.u.brief < 8, one.text


def test_a_silence_is_shown_as_told() -> None:
    silence = Said(1, 0, -1, int(Act.SILENCE), -1, -1, 0, "(The question hangs in the air.)")
    assert as_line(silence, mine=True, fading=False).narration
    assert not as_line(replace(silence, text="I see."), mine=True, fading=False).narration
