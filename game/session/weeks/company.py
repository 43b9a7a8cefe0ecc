"""Everybody within reach on the network: the guests of the evening as they were, and strangers with lives of their own.

A stranger is the same for the same seed. What they tell about a topic is settled when they first tell of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from math import gcd
from typing import overload

from game.model.feed.tables import Audience
from game.scenario.crowd import names
from game.scenario.spec import MANNERS, Person, Scenario, Story, Want
from game.session.roster import Roster
from game.talk.words import Words

_STRIDE = 37  # neighbours in the audience are no neighbours in the list of names


class Company(Sequence[Person]):
    """People by row of the audience; row 0 is the player."""

    def __init__(
        self,
        scenario: Scenario,
        words: Words,
        audience: Audience,
        seed: int,
        guests: Sequence[Person] | None = None,
    ) -> None:
        """`guests`: everybody of the evening by row, the player first; those of the scenario unless told otherwise."""
        self._scenario, self._words, self._audience, self._seed = scenario, words, audience, seed
        self._people: dict[int, Person] = dict(enumerate(guests or Roster(scenario).people()))
        self.guests = len(self._people)
        self._stories: list[tuple[int, int]] = []  # (row, topic) in the order in which they were settled

    def __len__(self) -> int:
        return self._audience.rows

    @overload
    def __getitem__(self, index: int) -> Person: ...
    @overload
    def __getitem__(self, index: slice) -> list[Person]: ...
    def __getitem__(self, index: int | slice) -> Person | list[Person]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        if index not in self._people:
            self._people[index] = self._stranger(index)
        return self._people[index]

    def tells(self, row: int, topic: int) -> None:
        """Somebody is about to tell something about a topic: from now on they have a story on it."""
        told = any(story.topic == self._scenario.topics[topic].id for story in self[row].stories)
        if row >= self.guests and not told:
            self._settle(row, topic)

    def plain(self) -> list[tuple[int, int]]:
        """What was settled so far, as JSON-able data."""
        return list(self._stories)

    def restore(self, stories: Sequence[Sequence[int]]) -> None:
        """Go back to what `plain` gave."""
        for row, _ in self._stories:
            self._people.pop(row, None)
        self._stories = []
        for row, topic in stories:
            self._settle(row, topic)

    def _settle(self, row: int, topic: int) -> None:
        pool = [key.removesuffix(".text") for key in self._words.under("feed.story") if key.endswith(".text")]
        key = pool[(self._seed + len(self._stories)) % len(pool)]
        self._stories.append((row, topic))
        subject = self._scenario.topics[topic]
        text = self._words.text(f"{key}.text", words=subject.words)
        story = Story(topic=subject.id, text=text, hook=self._words.text(f"{key}.hook"))
        self._people[row] = replace(self[row], stories=(*self[row].stories, story))

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """Names of strangers, with pronouns: none that a guest has."""
        taken = {self._people[row].name for row in range(self.guests)}
        return list(islice(names(taken), len(self) - self.guests))

    def _stranger(self, row: int) -> Person:
        a, topics, number = self._audience, self._scenario.topics, row - self.guests
        count = len(self._names)
        stride = next(step for step in range(_STRIDE, _STRIDE + count + 2) if gcd(step, count) == 1)
        name, pronoun = self._names[(number * stride + self._seed) % count]
        interests = tuple(topic.id for t, topic in enumerate(topics) if int(a.interests[row]) >> t & 1)
        return Person(
            name=name,
            key=f"stranger_{row}",
            pronoun=pronoun,
            work=self._one("work", number),
            interests=interests,
            need=self._want("need", int(a.need[row]), number),
            offer=self._want("offer", int(a.offer[row]), number),
            manner=MANNERS[(number + self._seed) % len(MANNERS)],
        )

    def _one(self, pool: str, number: int) -> str:
        keys = self._words.under(f"feed.{pool}")
        return self._words.text(keys[(number + self._seed) % len(keys)])

    def _want(self, pool: str, topic: int, number: int) -> Want | None:
        if topic < 0:
            return None
        keys = self._words.under(f"feed.{pool}")
        subject = self._scenario.topics[topic]
        words = self._words.text(keys[(number + self._seed) % len(keys)], words=subject.words)
        return Want(topic=subject.id, words=words)
