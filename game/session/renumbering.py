"""People and topics under new numbers, wherever an index is kept: a scenario written anew may count them otherwise."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model import orders
from game.model.acts import MAX_TOPICS, Item
from game.model.columns import I64, Bool, Column
from game.model.commands import Command, Do
from game.model.events import Event
from game.model.orders import Orders
from game.scenario.spec import Scenario
from game.session.chronicle import COMPANY
from game.session.journal import Said
from game.session.packing import Arrays
from game.talk.memory import Memory

Rows = NDArray[Any]

GONE = -1


@dataclass(frozen=True)
class Renumbering:
    """Old index → new; nobody and nothing (−1) stay so."""

    people: I64  # (n,): everybody is still there
    topics: I64  # (t,): GONE for a topic that is no more

    @staticmethod
    def between(old: Scenario, new: Scenario, people: list[int]) -> "Renumbering":
        """From one scenario to the other; `people`: the new index of each person of the old one, the player first."""
        places = {topic.id: place for place, topic in enumerate(new.topics)}
        return Renumbering(np.array(people), np.array([places.get(topic.id, GONE) for topic in old.topics]))

    # numbers

    def person(self, index: int) -> int:
        """One person."""
        return int(self.people[index]) if index >= 0 else index

    def item(self, item: int) -> int:
        """One item (game.model.acts.Item), GONE if its topic is."""
        return int(self.items(np.array([item]))[0])

    def persons(self, held: Rows) -> Rows:
        """Indices of people, of any shape."""
        return np.where(held < 0, held, self.people[np.maximum(held, 0)]).astype(held.dtype)

    def items(self, held: Rows) -> Rows:
        """Items, of any shape; GONE where the topic is."""
        return np.where(held < 0, held, self._items[np.maximum(held, 0)]).astype(held.dtype)

    def lost(self, held: Rows) -> Bool:
        """Which of these items have gone with their topic."""
        gone: Bool = (held >= 0) & (self.items(held) < 0)
        return gone

    @property
    def _items(self) -> I64:
        topics = np.full(MAX_TOPICS, GONE)
        topics[: len(self.topics)] = self.topics
        of_topic = [np.where(topics < 0, GONE, base + topics) for base in (Item.TOPIC, Item.STORY)]
        return np.concatenate([np.arange(Item.TOPIC), *of_topic])

    def _bits(self, held: Rows, places: I64) -> Rows:
        """Sets of bits with each bit moved to its new place, or dropped."""
        moved = np.zeros_like(held)
        for old, new in enumerate(places):
            if new >= 0:
                moved |= ((held >> np.uint32(old)) & np.uint32(1)) << np.uint32(new)
        return moved

    # where they are kept

    def column(self, name: str, spec: Column, held: Rows) -> Rows:
        """A column of the world's tables."""
        if name == "known":
            return self._bits(held, self._items)
        if name == "common":
            return self._bits(held, self.topics)
        if spec.unit == "attendee":
            return self.persons(held)
        return self.items(held) if spec.unit == "item" else held

    def orders(self, given: Orders) -> Orders:
        """What the styles have decided, without what is about a topic that is gone."""
        given = given.take(np.flatnonzero(~self.lost(given.item)))
        to = np.where(given.do == Do.GO, given.to, self.persons(given.to)).astype(given.to.dtype)
        moved = {name: getattr(given, name) for name in orders.FIELDS}
        moved |= {"actor": self.persons(given.actor), "to": to}
        return Orders(**moved | {"item": self.items(given.item), "about": self.persons(given.about)})

    def command(self, command: Command) -> Command | None:
        """What somebody has asked for; None where it was about a topic that is gone."""
        item = command.item if command.do == Do.MARK else self.item(command.item)
        if item < 0 <= command.item:
            return None
        to = command.to if command.do == Do.GO else self.person(command.to)
        return command._replace(actor=self.person(command.actor), to=to, item=item, about=self.person(command.about))

    def line(self, said: Said) -> Said:
        """A line that was said."""
        return replace(
            said,
            speaker=self.person(said.speaker),
            addressee=self.person(said.addressee),
            item=self.item(said.item),
            about=self.person(said.about),
        )

    def memory(self, plain: dict[str, Any]) -> dict[str, Any]:
        """What the talk remembers (`Voice.memory`)."""
        topics = self.topics.tolist()
        return Memory.of(plain).renumbered(self.person, lambda topic: topics[topic]).plain()

    def chronicle(self, kept: Arrays) -> Arrays:
        """What a chronicle gave to be kept (`Chronicle.freeze`)."""
        moved = {}
        for name, rows in kept.items():
            table = name.rsplit(".", 1)[-1]
            moved[name] = rows.copy()
            if table in ("events", "reasons"):
                self._report(moved[name])
            elif table == "track":
                moved[name][:, -COMPANY:] = self.persons(rows[:, -COMPANY:].astype(np.int64))
        return moved

    def _report(self, rows: Rows) -> None:
        """EVENT or REASON rows, in place; the item of a mark is no topic."""
        names = rows.dtype.names or ()
        for name in ("actor", "other", "of", "about"):
            if name in names:
                rows[name] = self.persons(rows[name])
        marked = rows["kind"] == Event.MARKED if "kind" in names else np.zeros(len(rows), np.bool_)
        rows["item"] = np.where(marked, rows["item"], self.items(rows["item"]))
