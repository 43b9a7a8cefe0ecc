"""Who says what how: a line for each act, and the memory that keeps people from repeating it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from game.model.acts import Act
from game.scenario.spec import Person, Scenario
from game.talk.facts import facts, hour_slots
from game.talk.lines import FALLBACK, Line, fitting, load_lines
from game.talk.memory import Memory, Promise, count
from game.talk.moment import moment, told_key
from game.talk.template import Slot, fill
from game.talk.utterance import NOBODY, Utterance, band, kind_of
from game.talk.words import Words, WordsError

_BANDS = ("cool", "neutral", "warm")


class Voice:
    """The talk of one evening. `line` says and remembers, `preview` only shows."""

    def __init__(self, scenario: Scenario, words: Words, memory: dict[str, Any] | None = None) -> None:
        """`memory`: what `memory()` of an earlier voice returned, to go on exactly there."""
        self.people: Sequence[Person] = (scenario.player, *scenario.people)
        self.topics = scenario.topics
        self.words = words
        self._hour = hour_slots(scenario.evening.starts, words)
        self._lines = load_lines(words.folder / "lines")
        self._points = {line.id: line.point for lines in self._lines.values() for line in lines}
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
        present = {u.speaker, u.addressee, *u.hearers} - {NOBODY}
        memory.use(line_id, present)
        memory.points[str(u.formation)] = self._points[line_id]
        count(memory.acts, f"{u.speaker}/{u.act}")
        if u.act == Act.PITCH and u.addressee != NOBODY:
            count(memory.sold, f"{u.addressee}/{u.speaker}")
        if self._tells(u, text):
            for hearer in sorted(present - {u.speaker}):
                count(memory.told, told_key(u, hearer))
        return text

    def _tells(self, u: Utterance, text: str) -> bool:
        """Whether the sentence has told the story, or the fact, that it is about."""
        kind = kind_of(u.item)
        own = "my_story" if kind in ("story", "topic") else f"my_{kind}"
        told = str(self._slots(u).get(own, ""))
        return kind not in ("none", "name") and bool(told) and told.lower() in text.lower()

    def preview(self, u: Utterance) -> str:
        """The sentence that `line` will give for this act, however long the speaker waits to say it."""
        now = (u.turn, u.reply_to, _BANDS.index(band(u.warmth)))
        promise = self._memory.promises.get(_key(u))
        if promise is None or promise.moment != now:
            promise = Promise(*self._choose(u), now)
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
        found = fitting(self._lines[Act(u.act)], self._moment(u), slots)
        styled = [line for line in found if line.is_styled()]
        return styled or [line for line in found if line.rank != FALLBACK] or found

    def _choose(self, u: Utterance) -> tuple[str, str]:
        """A line new to the two of them, and the least used in the room.

        Of those the most special, the longest unheard, then a fixed lot.
        """
        pool = self.pool(u)
        if not pool:
            raise WordsError(f"lines for {Act(u.act).name.lower()}", "one that fits", str(self._moment(u)))

        def order(line: Line) -> tuple[bool, int, int, int, bytes]:
            times, last = self._memory.used(line.id)
            stale = self._memory.knows(u.speaker, line.id) or self._memory.knows(u.addressee, line.id)
            return stale, times, -line.rank, last, _lot(u, line)

        best = min(pool, key=order)
        return best.id, fill(best.text, self._slots(u), self.words.grammar)

    def _slots(self, u: Utterance) -> dict[str, Slot]:
        return facts(u, self.people, self.topics, self.words) | self._hour

    def _moment(self, u: Utterance) -> dict[str, str]:
        return moment(u, self.people, self.topics, self._memory)


def _key(u: Utterance) -> str:
    return f"{u.speaker}/{u.addressee}/{u.act}/{u.item}/{u.about}"


def _lot(u: Utterance, line: Line) -> bytes:
    return hashlib.blake2b(f"{u.tick}/{u.speaker}/{line.id}".encode(), digest_size=8).digest()
