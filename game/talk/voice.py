"""Who says what how: a line for each act, and the memory that keeps people from repeating it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from game.model.acts import Act
from game.scenario.spec import Person, Scenario
from game.talk.facts import facts, story_on
from game.talk.lines import FALLBACK, Line, load_lines
from game.talk.memory import Memory, Promise, count
from game.talk.template import Slot, fill
from game.talk.utterance import NOBODY, Utterance, band, kind_of, topic_of
from game.talk.words import Words, WordsError

_EARLY, _LATE = 3, 14  # turns: the conversation is opening, has gone on for long
PLAYER = 0  # speaks plainly: what a choice says should be anybody's words
_BANDS = ("cool", "neutral", "warm")


class Voice:
    """The talk of one evening. `line` says and remembers, `preview` only shows."""

    def __init__(self, scenario: Scenario, words: Words, memory: dict[str, Any] | None = None) -> None:
        """`memory`: what `memory()` of an earlier voice returned, to go on exactly there."""
        self.people: tuple[Person, ...] = (scenario.player, *scenario.people)
        self.topics = scenario.topics
        self.words = words
        self._lines = load_lines(words.folder / "lines")
        self._memory = Memory.of(memory) if memory else Memory()

    def memory(self) -> dict[str, Any]:
        """Everything that decides what will be said next, as JSON-able data."""
        return self._memory.plain()

    def line(self, u: Utterance) -> str:
        """The sentence, now said: it is remembered, and no other preview of the speaker stands any longer."""
        memory = self._memory
        promise = memory.promises.get(_key(u))
        line_id, text = (promise.line, promise.text) if promise else self._choose(u)
        for key in [key for key in memory.promises if key.startswith(f"{u.speaker}/")]:
            del memory.promises[key]
        memory.use(line_id)
        count(memory.acts, f"{u.speaker}/{u.act}")
        if u.act == Act.PITCH and u.addressee != NOBODY:
            count(memory.sold, f"{u.addressee}/{u.speaker}")
        story = story_on(self.people[u.speaker], self.topics, topic_of(u.item))
        if story and story.text.strip() in text:
            for hearer in sorted({u.addressee, *u.hearers} - {u.speaker}):
                count(memory.told, f"{u.speaker}/{topic_of(u.item)}/{hearer}")
        return text

    def preview(self, u: Utterance) -> str:
        """The sentence that `line` will give for this act, however long the speaker waits to say it."""
        moment = (u.turn, u.reply_to, _BANDS.index(band(u.warmth)))
        promise = self._memory.promises.get(_key(u))
        if promise is None or promise.moment != moment:
            promise = Promise(*self._choose(u), moment)
            self._memory.promises[_key(u)] = promise
        return promise.text

    def label(self, u: Utterance) -> str:
        """The choice of this act in a few words: "Follow up on the oven that died"."""
        slots = self._slots(u)
        slots |= {"who": slots.get("you", ""), "who.number": 1}
        if "you" not in slots:
            slots |= {"you": self.words.text("choice.them")}
            slots |= {"who": self.words.text("choice.they"), "who.number": 2}
        base = f"choice.{Act(u.act).name.lower()}"
        for key in (f"{base}.{kind_of(u.item)}", f"{base}.any", f"{base}.plain"):
            if key in self.words and self.words.slots(key) <= slots.keys():
                return self.words.text(key, **slots)
        raise WordsError(base, "a label that fits", "none")

    def pool(self, u: Utterance) -> Sequence[Line]:
        """Every line that fits. A style that has lines of its own for the moment speaks in those alone."""
        slots = self._slots(u)
        moment = self._moment(u)
        fitting = [line for line in self._lines[Act(u.act)] if line.fits(moment, slots)]
        styled = [line for line in fitting if line.is_styled()]
        return styled or [line for line in fitting if line.rank != FALLBACK] or fitting

    def _choose(self, u: Utterance) -> tuple[str, str]:
        """The least used fitting line; of those the most special, the longest unheard, then a fixed lot."""
        pool = self.pool(u)
        if not pool:
            raise WordsError(f"lines for {Act(u.act).name.lower()}", "one that fits", str(self._moment(u)))

        def order(line: Line) -> tuple[int, int, int, bytes]:
            times, last = self._memory.used(line.id)
            return times, -line.rank, last, _lot(u, line)

        best = min(pool, key=order)
        return best.id, fill(best.text, self._slots(u))

    def _slots(self, u: Utterance) -> dict[str, Slot]:
        return facts(u, self.people, self.topics, self.words)

    def _moment(self, u: Utterance) -> dict[str, str]:
        """The utterance as the conditions of lines see it; see `lines.CONDITIONS`."""
        me, topic = self.people[u.speaker], topic_of(u.item)
        topic_id = self.topics[topic].id if 0 <= topic < len(self.topics) else ""
        memory = self._memory
        told = f"{u.speaker}/{topic}/{u.addressee}" in memory.told
        has_story = story_on(me, self.topics, topic) is not None
        return {
            "manner": "plain" if u.speaker == PLAYER else me.manner,
            "style": me.style,
            "warmth": band(u.warmth),
            "regard": band(u.regard),
            "item": kind_of(u.item),
            "reply": Act(u.reply_to).name.lower() if u.reply_to >= 0 else "none",
            "about_style": self.people[u.about].style if u.about != NOBODY else "",
            "met": _yes(u.met),
            "named": _yes(u.knows_name()),
            "likes": _yes(topic_id in me.interests),
            "has": _yes(has_story or _has(me, u.item, topic_id)),
            "fresh": _yes(has_story and not told),
            "retold": _yes(has_story and told),
            "stage": "opening" if u.turn < _EARLY else "late" if u.turn >= _LATE else "middle",
            "nth": str(memory.acts.get(f"{u.speaker}/{u.act}", 0) + 1),
            "sold": str(memory.sold.get(f"{u.speaker}/{u.addressee}", 0)),
            "topic": topic_id,
        }


def _has(me: Person, item: int, topic: str) -> bool:
    """Whether somebody has what the item asks for: work, a need, an offer, an interest in the topic."""
    have = {"name": True, "work": bool(me.work), "need": me.need is not None, "offer": me.offer is not None}
    return have.get(kind_of(item), topic in me.interests)


def _key(u: Utterance) -> str:
    return f"{u.speaker}/{u.addressee}/{u.act}/{u.item}/{u.about}"


def _lot(u: Utterance, line: Line) -> bytes:
    return hashlib.blake2b(f"{u.tick}/{u.speaker}/{line.id}".encode(), digest_size=8).digest()


def _yes(value: bool) -> str:
    return "yes" if value else "no"
