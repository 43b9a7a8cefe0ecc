"""A scenario told in other words: every text that can be translated has an id, and here is where they all stand."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from game.scenario.spec import Answer, OnlineAct, Person, Question, Scenario, Want

Say = Callable[[str, str], str]  # id, text → text
P = TypeVar("P", bound=Person)


def texts(scenario: Scenario) -> dict[str, str]:
    """Every text that can be translated, by id."""
    found: dict[str, str] = {}

    def note(id: str, text: str) -> str:
        if text:
            found[id] = text
        return text

    retold(scenario, note)
    return found


def told_in(scenario: Scenario, language: str) -> Scenario:
    """The same scenario with its texts in a language, which is its first from then on; names stay.

    Texts without a translation stay as they are, and so does a scenario that has not the language at all.
    """
    first = scenario.languages[0]
    if language == first or language not in scenario.languages:
        return scenario
    words = scenario.words.get(language, {})
    others = tuple(other for other in scenario.languages if other != language)
    return replace(
        retold(scenario, lambda id, text: words.get(id, text)),
        languages=(language, *others),
        words={other: texts(scenario) if other == first else scenario.words.get(other, {}) for other in others},
    )


def retold(scenario: Scenario, say: Say) -> Scenario:
    """The same scenario with `say(id, text)` in the place of every text."""
    return replace(
        scenario,
        title=say("title", scenario.title),
        about=say("about", scenario.about),
        lesson=say("lesson", scenario.lesson),
        source=say("source", scenario.source),
        topics=tuple(replace(topic, words=say(f"topics.{topic.id}", topic.words)) for topic in scenario.topics),
        player=_person(scenario.player, "player", say),
        people=tuple(_person(person, f"people.{person.key}", say) for person in scenario.people),
        online={
            network: {act: _twin(twin, f"online.{network}.{act}", say) for act, twin in acts.items()}
            for network, acts in scenario.online.items()
        },
        questions=tuple(_question(asked, f"questions.{n}", say) for n, asked in enumerate(scenario.questions, 1)),
        debrief=replace(
            scenario.debrief,
            ask_the_room=tuple(say(f"debrief.{n}", asked) for n, asked in enumerate(scenario.debrief.ask_the_room, 1)),
        ),
        guide=tuple(replace(step, say=say(f"guide.{n}", step.say)) for n, step in enumerate(scenario.guide, 1)),
    )


def _person(person: P, id: str, say: Say) -> P:
    return replace(
        person,
        work=say(f"{id}.work", person.work),
        need=_want(person.need, f"{id}.need", say),
        offer=_want(person.offer, f"{id}.offer", say),
        stories=tuple(
            replace(
                story,
                text=say(f"{id}.story.{story.topic}", story.text),
                hook=say(f"{id}.hook.{story.topic}", story.hook),
            )
            for story in person.stories
        ),
    )


def _want(want: Want | None, id: str, say: Say) -> Want | None:
    return want and replace(want, words=say(id, want.words))


def _twin(twin: OnlineAct, id: str, say: Say) -> OnlineAct:
    return replace(twin, act=say(f"{id}.act", twin.act), example=say(f"{id}.example", twin.example))


def _question(question: Question, id: str, say: Say) -> Question:
    answers = (_answer(answer, f"{id}.{m}", say) for m, answer in enumerate(question.answers, 1))
    return replace(question, ask=say(f"{id}.ask", question.ask), answers=tuple(answers))


def _answer(answer: Answer, id: str, say: Say) -> Answer:
    return replace(answer, text=say(f"{id}.text", answer.text), later=say(f"{id}.later", answer.later))
