"""The moment in which something is said, as the conditions of lines see it; see `lines.CONDITIONS`."""

import re
from collections.abc import Sequence

from game.model.acts import QUESTIONS, Act
from game.scenario.spec import Person, Topic
from game.talk.facts import story_on
from game.talk.memory import Memory
from game.talk.utterance import NOBODY, Utterance, band, kind_of, topic_of

_EARLY, _LATE = 3, 14  # turns: the conversation is opening, has gone on for long
_PASSING_S = 8.0  # a word in passing that ends sooner is little more than a greeting
PLAYER = 0  # speaks plainly: what a choice says should be anybody's words


def moment(u: Utterance, people: Sequence[Person], topics: Sequence[Topic], memory: Memory) -> dict[str, str]:
    """Every condition's value: the speaker, the talk so far, and what is about to be said."""
    me = people[u.speaker]
    speaker = {
        "manner": "plain" if u.speaker == PLAYER else me.manner,
        "style": me.style,
        "warmth": band(u.warmth),
        "regard": band(u.regard),
        "cause": u.cause or "none",
        "pitches": str(u.pitches),
        "about_style": people[u.about].style if u.about != NOBODY else "",
        "nth": str(memory.acts.get(f"{u.speaker}/{u.act}", 0) + 1),
        "sold": str(memory.sold.get(f"{u.speaker}/{u.addressee}", 0)),
    }
    you = people[u.addressee] if u.addressee != NOBODY else None
    return speaker | _talk(u, memory) | _subject(u, me, you, topics, memory)


def _talk(u: Utterance, memory: Memory) -> dict[str, str]:
    """How the conversation stands."""
    questioned = u.reply_to in QUESTIONS
    told = u.reply_to in (Act.ANSWER, Act.SHARE)
    return {
        "reply": Act(u.reply_to).name.lower() if u.reply_to >= 0 else "none",
        "point": (memory.points.get(str(u.formation), "") if questioned else "") or "none",
        "after": kind_of(u.last_item) if told else "none",
        "asked": _asked(u),
        "passing": _yes(0 <= u.brief < _PASSING_S),
        "drink": _yes(u.drink),
        "met": _yes(u.met),
        "friends": _yes(u.friends),
        "reunited": _yes(u.reunited),
        "acquainted": _yes(u.acquainted),
        "named": _yes(u.knows_name()),
        "stage": "opening" if u.turn < _EARLY else "late" if u.turn >= _LATE else "middle",
    }


def _asked(u: Utterance) -> str:
    """What was asked, where the answer is about something else."""
    if u.act != Act.ANSWER or u.asked < 0:
        return "none"
    same_topic = topic_of(u.asked) == topic_of(u.item) >= 0
    return "same" if u.asked == u.item or same_topic else kind_of(u.asked)


def _subject(u: Utterance, me: Person, you: Person | None, topics: Sequence[Topic], memory: Memory) -> dict[str, str]:
    """What the speaker has to say on it."""
    topic = topic_of(u.item)
    topic_id = topics[topic].id if 0 <= topic < len(topics) else ""
    told = told_key(u, u.addressee) in memory.told
    story = story_on(me, topics, topic)
    has_story = story is not None
    # "Greta let me spray behind the glass" is for everybody but Greta.
    theirs = story is not None and you is not None and re.search(rf"\b{re.escape(you.first_name)}\b", story.text)
    return {
        "item": kind_of(u.item),
        "topic": topic_id,
        "same": _yes(topic >= 0 and topic == topic_of(u.last_item)),
        "likes": _yes(topic_id in me.interests),
        "has": _yes(has_story or _has(me, u.item, topic_id)),
        "fresh": _yes(has_story and not told and not theirs),
        "retold": _yes(told),
    }


def told_key(u: Utterance, hearer: int) -> str:
    """Under which the memory keeps that the speaker has told somebody this story or fact."""
    topic = topic_of(u.item)
    return f"{u.speaker}/{topic if topic >= 0 else kind_of(u.item)}/{hearer}"


def _has(me: Person, item: int, topic: str) -> bool:
    """Whether somebody has what the item asks for: work, a need, an offer, an interest in the topic."""
    have = {"name": True, "work": bool(me.work), "need": me.need is not None, "offer": me.offer is not None}
    return have.get(kind_of(item), topic in me.interests)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
