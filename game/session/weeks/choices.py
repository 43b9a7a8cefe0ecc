"""What the player could do on the network now, from nothing but what the player knows.

Each key stands for one kind of thing, as it does in the room: what of that kind makes sense now, and fits into what
is left of the day, is offered. The tempting ones are always there.
"""

from dataclasses import dataclass

import numpy as np

from game.model import orders
from game.model.acts import Act
from game.model.commands import Command
from game.model.feed.deeds import DIRECT, Deed, minutes
from game.model.feed.sense import sensible
from game.session.feed_views import FeedChoice
from game.session.weeks.book import NOBODY
from game.session.weeks.options import Kind
from game.session.weeks.personal import PERSONAL
from game.session.weeks.public import PUBLIC
from game.session.weeks.writing import PLAYER, Writing
from game.talk.template import Slot
from game.talk.utterance import topic_of
from game.talk.words import Words


@dataclass(frozen=True)
class Options:
    """What could be done, by key; the first of a key that makes sense is offered."""

    writing: Writing
    words: Words

    def public(self) -> tuple[FeedChoice, ...]:
        """What is done to everybody, or to nobody in particular."""
        return self._offered(PUBLIC, PLAYER)

    def personal(self, person: int) -> tuple[FeedChoice, ...]:
        """What could be done about one person."""
        return self._offered(PERSONAL, person) if 0 < person < len(self.writing.company) else ()

    def possible(self, command: Command) -> bool:
        """Whether a command makes sense now, there is time for it, and it has not been done this hour already."""
        net, touched = self.writing.net, self.writing.book.touched
        alone = command.do in (Deed.POST, Deed.MAIL)
        if alone and NOBODY in touched or command.do in DIRECT and command.to in touched:
            return False
        fits = cost(command, self.writing) <= net.account.left[0]
        return bool(fits) and bool(len(sensible(net, orders.from_commands([command], 0, net.capacity)).actor))

    def _offered(self, kinds: "dict[str, Kind]", person: int) -> tuple[FeedChoice, ...]:
        found = []
        for key, kind in kinds.items():
            for group, command in kind(self.writing, person):
                if self.possible(command):
                    text = self.writing.draft(command)
                    label = _label(self.writing, self.words, command)
                    found.append(FeedChoice(key, group, label, text, float(cost(command, self.writing)), command))
                    break
        return tuple(found)


def cost(command: Command, writing: Writing) -> float:
    """Minutes of the player's day that a command takes."""
    do, act = np.array([command.do], np.int8), np.array([command.act], np.int8)
    return float(minutes(do, act, writing.net.feed)[0])


_DEEDS = {
    Deed.READ: "read",
    Deed.MEET: "meet",
    Deed.FOLLOW: "follow",
    Deed.MUTE: "mute",
    Deed.DROP: "drop",
    Deed.BUY: "buy",
    Deed.LURK: "lurk",
}


def _label(w: Writing, words: Words, command: Command) -> str:
    """What a choice is called, in a few words."""
    slots: dict[str, Slot] = {}
    topic = topic_of(command.item)
    if 0 <= topic < len(w.pen.topics):
        slots["topic"] = slots["what"] = w.pen.topics[topic].words
    if command.to > PLAYER:
        slots["name"] = w.company[command.to].first_name
    if command.about > PLAYER:
        slots["them"] = w.company[command.about].name
    name = Act(command.act).name.lower() if command.act >= 0 else ""
    if command.do in (Deed.POST, Deed.MAIL):
        offer = w.company[PLAYER].offer
        slots.setdefault("what", offer.words if offer else words.text("session.phrase.work", name=w.pen.people[0].name))
        return words.text(f"feed.label.{Deed(command.do).name.lower()}.{name}", **slots)
    if command.do in _DEEDS:
        return words.text(f"feed.label.{_DEEDS[Deed(command.do)]}", **slots)
    if command.act == Act.OFFER and topic >= 0:
        return words.text("feed.label.help", **slots)
    if command.act == Act.GREET:
        return words.text(f"feed.label.{w.greeting(command.to)}", **slots)
    if command.act in (Act.INTRODUCE, Act.CARD):
        return words.text(f"feed.label.{name}", **slots)
    return w.pen.label(w.meant(command))
