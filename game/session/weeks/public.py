"""What is done to everybody, or to nobody in particular: by key, the first option that makes sense is shown."""

from collections.abc import Iterator

import numpy as np

from game.model.acts import Act, Item
from game.model.feed.deeds import Deed
from game.session.feed_views import Group
from game.session.weeks.options import Kind, Option, deed, done, knows, mine
from game.session.weeks.writing import PLAYER, Writing


def _topics(w: Writing, act: int) -> list[int]:
    """The player's topics for a post that does `act`: another each time, until all have had their turn."""
    all_mine = mine(w)
    untold = [t for t in all_mine if not done(w, PLAYER, act, Item.TOPIC + t)]
    turn = w.book.threads % len(all_mine)
    return untold or [*all_mine[turn:], *all_mine[:turn]]


def _post(act: Act, group: Group) -> Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        told = {story.topic for story in w.company[PLAYER].stories} if act == Act.SHARE else set()
        for topic in sorted(_topics(w, act), key=lambda topic: w.pen.topics[topic].id not in told):
            yield group, deed(w, Deed.POST, act=act, item=Item.TOPIC + topic)

    return options


def _sale(act: Act) -> Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        yield "sell", deed(w, Deed.POST, act=act, item=Item.OFFER)

    return options


def _praise_somebody(w: Writing, _: int) -> Iterator[Option]:
    """Whoever the player has given most time to, and has not praised in public yet."""
    a = w.net.audience
    rows = np.flatnonzero(a.there & a.met & ~a.ignored & (a.knows > 1))
    for row in sorted((int(row) for row in rows), key=lambda row: (-float(a.minutes[row]), row)):
        topics = [t for t in range(len(w.pen.topics)) if knows(w, row, Item.TOPIC + t)]
        topic = topics[0] if topics else mine(w)[0]
        if f"{row}/named" not in w.book.done:
            yield "give", deed(w, Deed.POST, act=Act.PRAISE, item=Item.TOPIC + topic, about=row)


def _mail(act: Act, group: Group) -> Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        if bool(w.net.audience.held.any()):
            yield group, deed(w, Deed.MAIL, act=act)

    return options


def _nothing(do: int, group: Group) -> Kind:
    def options(w: Writing, _: int) -> Iterator[Option]:
        yield group, deed(w, do)

    return options


PUBLIC: dict[str, Kind] = {
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
