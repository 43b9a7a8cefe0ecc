"""Needs, offers and topics that lead to nobody."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from game.scenario.lint.finding import Finding, Subject
from game.scenario.references import entries, entry, word
from game.scenario.spec import Person, Want
from game.scenario.tree import Value

Side = Literal["need", "offer"]


def unmet(subject: Subject) -> Iterator[Finding]:
    """Needs on a topic that nobody else offers anything on, and offers that nobody else needs."""
    yield from _alone(subject, "need", "offer", "WR601", 'nobody else offers anything on "{}"; offered: {}')
    yield from _alone(subject, "offer", "need", "WR602", 'nobody else needs anything on "{}"; needed: {}')


def unloved(subject: Subject) -> Iterator[Finding]:
    """Topics that are in nobody's interests, needs, offers or stories."""
    loved: set[str] = set()
    for who in subject.everybody():
        loved |= {*who.interests, *(story.topic for story in who.stories)}
        loved |= {want.topic for want in (who.need, who.offer) if want is not None}
    for topic in entries(entry(subject.root, "topics")):
        id = word(entry(topic, "id") or topic)
        if id not in loved:
            message = f'nobody cares about "{id}": it is in no interests, needs, offers or stories'
            yield Finding(topic, "WR605", message)


def _alone(subject: Subject, side: Side, other: Side, code: str, message: str) -> Iterator[Finding]:
    answers = Counter(_topic(who, other) for who in subject.everybody())
    known = ", ".join(sorted({*answers} - {""})) or "nothing"
    for want, holders in _wants(subject, side):
        topic = word(entry(want, "topic"))
        if holders and all(answers[topic] == (_topic(who, other) == topic) for who in holders):
            yield Finding(want, code, message.format(topic, known))


def _topic(who: Person, side: Side) -> str:
    want: Want | None = getattr(who, side)
    return want.topic if want is not None else ""


def _wants(subject: Subject, side: Side) -> Iterator[tuple[Value, list[Person]]]:
    """Every need or offer the file writes, and who has it in the end."""
    for who, person in subject.written():
        want = entry(who, side)
        if want is not None and getattr(person, side) is not None:
            yield want, [person]
    held: dict[Want | None, list[Person]] = {}
    for person in subject.scenario.people:
        held.setdefault(getattr(person, side), []).append(person)
    for crowd in subject.attendees():
        for kind in entries(entry(crowd, "from")):
            variants = entry(kind, side)
            for variant in entries(variants) or ([variants] if variants is not None else []):
                told = Want(topic=word(entry(variant, "topic")), words=word(entry(variant, "words")))
                yield variant, held.get(told, [])
