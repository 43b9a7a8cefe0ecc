"""What could be done about one person: by key, the first option that makes sense is shown."""

from collections.abc import Iterator

import numpy as np

from game.model.acts import Act, Item
from game.model.feed import outcomes
from game.model.feed.deeds import Deed
from game.session.weeks.options import Kind, Option, deed, done, how, knows, mine
from game.session.weeks.writing import PLAYER, Writing
from game.talk.utterance import topic_of


def _next_step(w: Writing, to: int) -> Iterator[Option]:
    """1: answering what they asked, going on from what they said, saying hello."""
    a = w.net.audience
    said = int(a.said[to])
    if a.asks[to] and said >= 0:
        yield "answer", deed(w, how(w, to), to, Act.ANSWER, said)
    if said >= 0:
        yield "answer", deed(w, how(w, to), to, Act.FOLLOW_UP, said)
    if not w.net.audience.met[to] or to not in w.book.written_to:
        yield "tell", deed(w, how(w, to), to, Act.GREET)


def _about_them(w: Writing, to: int) -> Iterator[Option]:
    """2: what they do, more of what they said where their question comes first, what they need."""
    if not knows(w, to, Item.WORK):
        yield "ask", deed(w, how(w, to), to, Act.ASK_WORK, Item.WORK)
    if w.net.audience.asks[to]:
        yield "ask", deed(w, how(w, to), to, Act.FOLLOW_UP, int(w.net.audience.said[to]))
    if not knows(w, to, Item.NEED):
        yield "ask", deed(w, how(w, to), to, Act.ASK, Item.NEED)


def _a_topic(w: Writing, to: int) -> Iterator[Option]:
    """3: a topic they care about as far as one knows, else one of the player's."""
    theirs = [t for t in range(len(w.pen.topics)) if knows(w, to, Item.TOPIC + t)]
    if to in w.book.posts:
        theirs.append(topic_of(w.book.posts[to][1]))
    shown = dict.fromkeys(t for t in [*theirs, *mine(w)] if t >= 0)
    for topic in sorted(shown, key=lambda t: done(w, to, Act.ASK, Item.TOPIC + t)):
        yield "ask", deed(w, how(w, to), to, Act.ASK, Item.TOPIC + topic)


def _deeper(w: Writing, to: int) -> Iterator[Option]:
    """4: saying back what they wrote, or coming back to something they told."""
    said = int(w.net.audience.said[to])
    if said >= Item.WORK:
        yield "answer", deed(w, how(w, to), to, Act.PARAPHRASE, said)
    told = [item for item in range(Item.WORK, 32) if knows(w, to, item)]
    for item in sorted(told, key=lambda item: (done(w, to, Act.REMEMBER, item), -item)):
        yield "give", deed(w, Deed.MESSAGE, to, Act.REMEMBER, item)


def _of_oneself(w: Writing, to: int) -> Iterator[Option]:
    """5: a story of one's own, else a view; on what they care about first."""
    told = {story.topic for story in w.company[PLAYER].stories}
    by_interest = sorted(mine(w), key=lambda t: (not knows(w, to, Item.TOPIC + t), w.pen.topics[t].id not in told))
    for topic in by_interest:
        item = (Item.STORY if w.pen.topics[topic].id in told else Item.TOPIC) + topic
        if not done(w, to, Act.SHARE, item):
            yield "tell", deed(w, how(w, to), to, Act.SHARE, item)


def _giving(w: Writing, to: int) -> Iterator[Option]:
    """6: help with what they need, somebody who has it, a kind word."""
    a, account = w.net.audience, w.net.account
    need = int(a.need[to])
    if knows(w, to, Item.NEED) and need >= 0:
        if account.offer[0] == need and not done(w, to, Act.OFFER, Item.OFFER):
            yield "give", deed(w, Deed.MESSAGE, to, Act.OFFER, Item.OFFER)
        if int(account.interests[0]) >> need & 1 and not done(w, to, Act.OFFER, Item.TOPIC + need):
            yield "give", deed(w, Deed.MESSAGE, to, Act.OFFER, Item.TOPIC + need)
        able = a.there & (a.offer == need) & outcomes.knows(a.knows, Item.OFFER)
        if not done(w, to, Act.INTRODUCE, Item.NEED):
            for third in np.flatnonzero(able):
                yield "give", deed(w, Deed.MESSAGE, to, Act.INTRODUCE, Item.NEED, int(third))
    if knows(w, to, Item.WORK):
        yield "give", deed(w, how(w, to), to, Act.PRAISE, Item.WORK)


def _selling(act: Act, item: int) -> Kind:
    def options(w: Writing, to: int) -> Iterator[Option]:
        yield "sell", deed(w, Deed.MESSAGE, to, act, item)

    return options


def _reading(w: Writing, to: int) -> Iterator[Option]:
    """R: what they have posted, or written under a post."""
    if to in w.book.posts or to in w.book.said:
        yield "other", deed(w, Deed.READ, to, Act.LISTEN)


def _coffee(w: Writing, to: int) -> Iterator[Option]:
    """C: an hour with somebody one has talked to, and one more question about what they said."""
    a = w.net.audience
    if a.met[to]:
        said = int(a.said[to])
        follows = said >= Item.WORK
        item = said if follows else Item.TOPIC + mine(w)[0]
        yield "ask", deed(w, Deed.MEET, to, Act.FOLLOW_UP if follows else Act.ASK, item)


def _following(w: Writing, to: int) -> Iterator[Option]:
    if not w.net.audience.followed[to]:
        yield "other", deed(w, Deed.FOLLOW, to)


def _muting(w: Writing, to: int) -> Iterator[Option]:
    if not w.net.audience.ignored[to]:
        yield "other", deed(w, Deed.MUTE, to)


def _dropping(w: Writing, to: int) -> Iterator[Option]:
    if w.net.audience.said[to] >= 0:
        yield "other", deed(w, Deed.DROP, to)


PERSONAL: dict[str, Kind] = {
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
