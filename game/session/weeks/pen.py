"""What people write: the voices of the evening where their lines fit on paper, and lines that exist only online."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from game.model.acts import Act
from game.scenario.spec import Person, Scenario
from game.talk.facts import facts
from game.talk.grammar import grammar_of
from game.talk.lines import FALLBACK, Line, load_lines
from game.talk.memory import count
from game.talk.moment import PLAYER, told_key
from game.talk.template import Slot
from game.talk.utterance import NOBODY, Utterance
from game.talk.voice import Voice
from game.talk.words import Words, WordsError

_TAKES_UP = (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER, Act.ANSWER)


class Pen(Voice):
    """The writing of one run of weeks. `write` and `pick` use a line up, `draft` and `peek` only show."""

    def __init__(
        self, scenario: Scenario, words: Words, people: Sequence[Person], memory: dict[str, Any] | None = None
    ) -> None:
        super().__init__(scenario, words, memory)
        self.scenario, self.people = scenario, people
        self._lines = _on_paper(words.folder / "lines", words.language)
        self.used: dict[str, int] = {}  # id of a line that exists only online → times written
        self._chosen: tuple[object, tuple[str, str]] | None = None  # for which moment, and the line with its text

    def draft(self, u: Utterance, otherwise: str) -> str:
        """The sentence `write` would give now."""
        return self.peek(otherwise, u) if self._talked_out(u, otherwise) else self._choose(u)[1]

    def write(self, u: Utterance, otherwise: str) -> str:
        """A sentence for an act, in the writer's voice; from the pool `otherwise` where no line of the room fits."""
        return self.pick(otherwise, u) if self._talked_out(u, otherwise) else self.line(u)

    def _choose(self, u: Utterance) -> tuple[str, str]:
        """Whether a line fits is asked first, and then which: it is looked for once."""
        moment = (u, self._memory.said, len(self._memory.told))
        if self._chosen is None or self._chosen[0] != moment:
            self._chosen = moment, super()._choose(u)
        return self._chosen[1]

    def _talked_out(self, u: Utterance, otherwise: str) -> bool:
        """Whether no line of the room fits, or the player has written those more often than the ones made for here.

        What the others write has to tell of something, and what takes up somebody's words has to name them: only the
        lines of the room are sure to.
        """
        try:
            line, _ = self._choose(u)
        except WordsError:
            return True
        if u.speaker != PLAYER or u.act in _TAKES_UP:
            return False
        other, _ = self._next(otherwise, u)
        return self.used.get(other, 0) < self._memory.used(line)[0]

    def peek(self, pool: str, u: Utterance) -> str:
        """The line `pick` would give now."""
        return self._next(pool, u)[1]

    def pick(self, pool: str, u: Utterance) -> str:
        """The next line of a pool: none again before all that fit have been written."""
        key, text = self._next(pool, u)
        self.used[key] = self.used.get(key, 0) + 1
        if u.speaker != PLAYER and self._tells(u, text):
            count(self._memory.told, told_key(u, PLAYER))
        return text

    def tell(self, u: Utterance, story: str) -> str:
        """A story the player has not had from the writer, told now: some lines only mention what others tell."""
        text = self.write(u, "fallback")
        if self.has_told(u):
            return text
        count(self._memory.told, told_key(u, PLAYER))
        return f"{text} {story}"

    def has_told(self, u: Utterance) -> bool:
        """Whether the player has had this story, or this fact, from who writes."""
        return told_key(u, PLAYER) in self._memory.told

    def _next(self, pool: str, u: Utterance) -> tuple[str, str]:
        slots = self._known(u)
        fitting = [key for key, needs in _pool(self.words, pool) if needs <= slots.keys()]
        if not fitting:
            return self._next("fallback", u)

        def order(key: str) -> tuple[int, bytes]:
            lot = hashlib.blake2b(f"{u.tick}/{u.speaker}/{key}".encode(), digest_size=8).digest()
            return self.used.get(key, 0), b"" if pool == "spam_first" else lot  # whoever sends spam has a sequence

        key = min(fitting, key=order)
        return key, self.words.text(key, **slots)

    def _known(self, u: Utterance) -> dict[str, Slot]:
        """The facts that may be written: help with a need names the need, whoever's trade it is."""
        slots = facts(u, self.people, self.topics, self.words)
        need = self.people[u.addressee].need if u.addressee != NOBODY else None
        if u.act == Act.OFFER and need:
            slots["your_need"] = self.words.grammar.your(need.words.strip().rstrip(".!"))
        return slots


@cache
def _on_paper(folder: Path, language: str) -> dict[Act, tuple[Line, ...]]:
    """The lines of the evening that can be written; those that stand in for want of better stay in the room."""
    grammar = grammar_of(language)
    return {
        act: tuple(line for line in lines if line.rank != FALLBACK and not grammar.needs_the_room(line.text))
        for act, lines in load_lines(folder).items()
    }


@cache
def _pool(words: Words, pool: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The ids of a pool's lines, in the order of the file, with the slots each needs."""
    return tuple((key, words.slots(key)) for key in words.under(f"feed.say.{pool}"))
