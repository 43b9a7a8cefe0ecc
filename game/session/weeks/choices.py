"""What the player could do on the network now, from nothing but what the player knows.

Each key stands for one kind of thing, as it does in the room: what of that kind makes sense now, and fits into what
is left of the day, is offered. The tempting ones are always there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from game.model import orders
from game.model.acts import Act
from game.model.commands import Command
from game.model.feed.deeds import DIRECT, Deed, minutes
from game.model.feed.sense import alone
from game.session.feed_views import FeedChoice
from game.session.weeks.book import NOBODY
from game.session.weeks.options import Kind
from game.session.weeks.personal import PERSONAL
from game.session.weeks.public import PUBLIC
from game.session.weeks.writing import PLAYER, Writing
from game.talk.template import Slot
from game.talk.utterance import topic_of
from game.talk.words import Words

ALONE = (Deed.POST, Deed.MAIL)  # once an hour


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
        return self._possible([command])[0]

    def _possible(self, commands: Sequence[Command]) -> list[bool]:
        """The same of each by itself."""
        net, touched = self.writing.net, self.writing.book.touched
        asked = orders.from_commands(commands, 0, net.capacity)
        fits = minutes(asked.do, asked.act, net.feed) <= net.account.left[0]
        return [
            fit and not (command.do in DIRECT and command.to in touched or command.do in ALONE and NOBODY in touched)
            for command, fit in zip(commands, (fits & alone(net, asked)).tolist(), strict=True)
        ]

    def _offered(self, kinds: "dict[str, Kind]", person: int) -> tuple[FeedChoice, ...]:
        options = [(key, *option) for key, kind in kinds.items() for option in kind(self.writing, person)]
        possible = self._possible([command for _, _, command in options])
        found: dict[str, FeedChoice] = {}
        for key, group, command in compress(options, possible):
            if key not in found:
                text, label = self.writing.draft(command), _label(self.writing, self.words, command)
                found[key] = FeedChoice(key, group, label, text, cost(command, self.writing), command)
        return tuple(found.values())


def cost(command: Command, writing: Writing) -> float:
    """Minutes of the player's day that a command takes."""
    asked = orders.from_commands([command], 0, writing.net.capacity)
    return float(minutes(asked.do, asked.act, writing.net.feed)[0])


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
