"""What the player could do on the network now, from nothing but what the player knows.

Each key stands for one kind of thing, as it does in the room: what of that kind makes sense now, and fits into what
is left of the day, is offered. The tempting ones are always there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.model import orders
from game.model.acts import MAX_TOPICS, Act, Item
from game.model.commands import Command
from game.model.feed.deeds import Deed, minutes
from game.model.feed.sense import sensible
from game.session.feed_views import FeedChoice, Group
from game.session.weeks.book import NOBODY
from game.session.weeks.writing import PLAYER, Writing
from game.talk.template import Slot
from game.talk.utterance import topic_of
from game.talk.words import Words

Option = tuple[Group, Command]
KNOWN_TO_LIKE = 2  # how well somebody has to be known to be named in a post: items, the name among them


@dataclass(frozen=True)
class Options:
    """What could be done, by key; the first of a key that makes sense is offered."""

    writing: Writing
    words: Words

    def public(self) -> tuple[FeedChoice, ...]:
        """What is done to everybody, or to nobody in particular."""
        return self._offered(_PUBLIC, PLAYER)

    def personal(self, person: int) -> tuple[FeedChoice, ...]:
        """What could be done about one person."""
        return self._offered(_PERSONAL, person) if 0 < person < len(self.writing.company) else ()

    def possible(self, command: Command) -> bool:
        """Whether a command makes sense now, there is time for it, and it has not been done this hour already."""
        net, touched = self.writing.net, self.writing.book.touched
        alone = command.do in (Deed.POST, Deed.MAIL)
        if alone and NOBODY in touched or command.do in _WRITES and command.to in touched:
            return False
        fits = cost(command, self.writing) <= net.account.left[0]
        return bool(fits) and bool(len(sensible(net, orders.from_commands([command], 0, net.capacity)).actor))

    def _offered(self, kinds: "dict[str, _Kind]", person: int) -> tuple[FeedChoice, ...]:
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


_Kind = Callable[[Writing, int], Iterator[Option]]
_WRITES = (Deed.REPLY, Deed.COMMENT, Deed.MESSAGE, Deed.MEET, Deed.READ)


def _deed(w: Writing, do: int, to: int = -1, act: int = -1, item: int = -1, about: int = -1) -> Command:
    return Command(w.net.tick, PLAYER, do, to, act, item, about)


def _how(w: Writing, to: int) -> int:
    """In answer to what they said, under what they have posted, or in a message."""
    if w.net.audience.said[to] >= 0:
        return Deed.REPLY
    return Deed.COMMENT if to in w.book.posts else Deed.MESSAGE


def _knows(w: Writing, to: int, item: int) -> bool:
    return bool(int(w.net.audience.knows[to]) >> item & 1)


def _done(w: Writing, to: int, act: int, item: int) -> bool:
    return f"{to}/{int(act)}/{int(item)}" in w.book.done


def _mine(w: Writing) -> list[int]:
    """Topics the player cares about; at least one."""
    bits = int(w.net.account.interests[0])
    topics = [topic for topic in range(min(MAX_TOPICS, len(w.pen.topics))) if bits >> topic & 1]
    return topics or list(range(min(1, len(w.pen.topics))))


def _topics(w: Writing, act: int) -> list[int]:
    """The same for a post that does `act`: another topic each time, until all have had their turn."""
    mine = _mine(w)
    untold = [t for t in mine if not _done(w, PLAYER, act, Item.TOPIC + t)]
    turn = w.book.threads % len(mine)
    return untold or [*mine[turn:], *mine[:turn]]


# What is done to nobody in particular.


def _post(act: Act, group: Group) -> _Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        told = {story.topic for story in w.company[PLAYER].stories} if act == Act.SHARE else set()
        for topic in sorted(_topics(w, act), key=lambda topic: w.pen.topics[topic].id not in told):
            yield group, _deed(w, Deed.POST, act=act, item=Item.TOPIC + topic)

    return options


def _sale(act: Act) -> _Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        yield "sell", _deed(w, Deed.POST, act=act, item=Item.OFFER)

    return options


def _praise_somebody(w: Writing, _: int) -> Iterator[Option]:
    """Whoever the player has given most time to, and has not praised in public yet."""
    a = w.net.audience
    rows = np.flatnonzero(a.there & a.met & ~a.ignored & (a.knows > KNOWN_TO_LIKE))
    for row in sorted((int(row) for row in rows), key=lambda row: (-float(a.minutes[row]), row)):
        topics = [t for t in range(len(w.pen.topics)) if _knows(w, row, Item.TOPIC + t)]
        topic = topics[0] if topics else _mine(w)[0]
        if f"{row}/named" not in w.book.done:
            yield "give", _deed(w, Deed.POST, act=Act.PRAISE, item=Item.TOPIC + topic, about=row)


def _mail(act: Act, group: Group) -> _Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        if bool(w.net.audience.held.any()):
            yield group, _deed(w, Deed.MAIL, act=act)

    return options


def _nothing(do: int, group: Group) -> _Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        yield group, _deed(w, do)

    return options


_PUBLIC: dict[str, _Kind] = {
    "1": _post(Act.ASK, "ask"),
    "2": _post(Act.SHARE, "tell"),
    "3": _post(Act.OFFER, "give"),
    "4": _praise_somebody,
    "5": _mail(Act.REMEMBER, "give"),
    "6": _sale(Act.PITCH),
    "7": _sale(Act.BOAST),
    "8": _mail(Act.PITCH, "sell"),
    "9": _mail(Act.CARD, "sell"),
    "B": _nothing(Deed.BUY, "sell"),
    "L": _nothing(Deed.LURK, "other"),
}


# What is done about one person.


def _next_step(w: Writing, to: int) -> Iterator[Option]:
    """1: answering what they asked, going on from what they said, saying hello."""
    a = w.net.audience
    said = int(a.said[to])
    if a.asks[to] and said >= 0:
        yield "answer", _deed(w, _how(w, to), to, Act.ANSWER, said)
    if said >= 0:
        yield "answer", _deed(w, _how(w, to), to, Act.FOLLOW_UP, said)
    if not w.net.audience.met[to] or to not in w.book.written_to:
        yield "tell", _deed(w, _how(w, to), to, Act.GREET)


def _about_them(w: Writing, to: int) -> Iterator[Option]:
    """2: what they do, more of what they said where their question comes first, what they need."""
    if not _knows(w, to, Item.WORK):
        yield "ask", _deed(w, _how(w, to), to, Act.ASK_WORK, Item.WORK)
    if w.net.audience.asks[to]:
        yield "ask", _deed(w, _how(w, to), to, Act.FOLLOW_UP, int(w.net.audience.said[to]))
    if not _knows(w, to, Item.NEED):
        yield "ask", _deed(w, _how(w, to), to, Act.ASK, Item.NEED)


def _a_topic(w: Writing, to: int) -> Iterator[Option]:
    """3: a topic they care about as far as one knows, else one of the player's."""
    theirs = [t for t in range(len(w.pen.topics)) if _knows(w, to, Item.TOPIC + t)]
    if to in w.book.posts:
        theirs.append(topic_of(w.book.posts[to][1]))
    shown = dict.fromkeys(t for t in [*theirs, *_mine(w)] if t >= 0)
    for topic in sorted(shown, key=lambda t: _done(w, to, Act.ASK, Item.TOPIC + t)):
        yield "ask", _deed(w, _how(w, to), to, Act.ASK, Item.TOPIC + topic)


def _deeper(w: Writing, to: int) -> Iterator[Option]:
    """4: saying back what they wrote, or coming back to something they told."""
    said = int(w.net.audience.said[to])
    if said >= Item.WORK:
        yield "answer", _deed(w, _how(w, to), to, Act.PARAPHRASE, said)
    told = [item for item in range(Item.WORK, 32) if _knows(w, to, item)]
    for item in sorted(told, key=lambda item: (_done(w, to, Act.REMEMBER, item), -item)):
        yield "give", _deed(w, Deed.MESSAGE, to, Act.REMEMBER, item)


def _of_oneself(w: Writing, to: int) -> Iterator[Option]:
    """5: a story of one's own, else a view; on what they care about first."""
    told = {story.topic for story in w.company[PLAYER].stories}
    mine = sorted(_mine(w), key=lambda t: (not _knows(w, to, Item.TOPIC + t), w.pen.topics[t].id not in told))
    for topic in mine:
        item = (Item.STORY if w.pen.topics[topic].id in told else Item.TOPIC) + topic
        if not _done(w, to, Act.SHARE, item):
            yield "tell", _deed(w, _how(w, to), to, Act.SHARE, item)


def _giving(w: Writing, to: int) -> Iterator[Option]:
    """6: help with what they need, somebody who has it, a kind word."""
    a, account = w.net.audience, w.net.account
    need = int(a.need[to])
    if _knows(w, to, Item.NEED) and need >= 0:
        if account.offer[0] == need and not _done(w, to, Act.OFFER, Item.OFFER):
            yield "give", _deed(w, Deed.MESSAGE, to, Act.OFFER, Item.OFFER)
        if int(account.interests[0]) >> need & 1 and not _done(w, to, Act.OFFER, Item.TOPIC + need):
            yield "give", _deed(w, Deed.MESSAGE, to, Act.OFFER, Item.TOPIC + need)
        able = a.there & (a.offer == need) & ((a.knows >> np.uint32(Item.OFFER) & np.uint32(1)) > 0)
        if not _done(w, to, Act.INTRODUCE, Item.NEED):
            for third in np.flatnonzero(able):
                yield "give", _deed(w, Deed.MESSAGE, to, Act.INTRODUCE, Item.NEED, int(third))
    if _knows(w, to, Item.WORK):
        yield "give", _deed(w, _how(w, to), to, Act.PRAISE, Item.WORK)


def _selling(act: Act, item: int) -> _Kind:
    def options(w: Writing, to: int) -> Iterator[Option]:
        yield "sell", _deed(w, Deed.MESSAGE, to, act, item)

    return options


def _reading(w: Writing, to: int) -> Iterator[Option]:
    """R: what they have posted, or written under a post."""
    if to in w.book.posts or to in w.book.said:
        yield "other", _deed(w, Deed.READ, to, Act.LISTEN)


def _coffee(w: Writing, to: int) -> Iterator[Option]:
    """C: an hour with somebody one has talked to, and one more question about what they said."""
    a = w.net.audience
    if a.met[to]:
        said = int(a.said[to])
        follows = said >= Item.WORK
        item = said if follows else Item.TOPIC + _mine(w)[0]
        yield "ask", _deed(w, Deed.MEET, to, Act.FOLLOW_UP if follows else Act.ASK, item)


def _following(w: Writing, to: int) -> Iterator[Option]:
    if not w.net.audience.followed[to]:
        yield "other", _deed(w, Deed.FOLLOW, to)


def _muting(w: Writing, to: int) -> Iterator[Option]:
    if not w.net.audience.ignored[to]:
        yield "other", _deed(w, Deed.MUTE, to)


def _dropping(w: Writing, to: int) -> Iterator[Option]:
    if w.net.audience.said[to] >= 0:
        yield "other", _deed(w, Deed.DROP, to)


_PERSONAL: dict[str, _Kind] = {
    "1": _next_step,
    "2": _about_them,
    "3": _a_topic,
    "4": _deeper,
    "5": _of_oneself,
    "6": _giving,
    "7": _selling(Act.PITCH, Item.OFFER),
    "8": _selling(Act.CARD, -1),
    "9": _selling(Act.BOAST, Item.OFFER),
    "R": _reading,
    "C": _coffee,
    "F": _following,
    "M": _muting,
    "X": _dropping,
}
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
