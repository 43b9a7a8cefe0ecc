"""What the kinds of choice are made of: a deed with its group, and what the player knows and has done."""

from collections.abc import Callable, Iterator

from game.model.acts import MAX_TOPICS
from game.model.commands import Command
from game.model.feed.deeds import Deed
from game.session.feed_views import Group
from game.session.weeks.writing import PLAYER, Writing

Option = tuple[Group, Command]
Kind = Callable[[Writing, int], Iterator[Option]]


def deed(w: Writing, do: int, to: int = -1, act: int = -1, item: int = -1, about: int = -1) -> Command:
    """A command of the player's, of this hour."""
    return Command(w.net.tick, PLAYER, do, to, act, item, about)


def how(w: Writing, to: int) -> int:
    """In answer to what they said, under what they have posted, or in a message."""
    if w.net.audience.said[to] >= 0:
        return Deed.REPLY
    return Deed.COMMENT if to in w.book.posts else Deed.MESSAGE


def knows(w: Writing, to: int, item: int) -> bool:
    """Whether the player knows an item of somebody."""
    return bool(int(w.net.audience.knows[to]) >> item & 1)


def done(w: Writing, to: int, act: int, item: int) -> bool:
    """Whether the player has written this to somebody before; to PLAYER: to everybody."""
    return f"{to}/{int(act)}/{int(item)}" in w.book.done


def mine(w: Writing) -> list[int]:
    """Topics the player cares about; at least one."""
    bits = int(w.net.account.interests[0])
    topics = [topic for topic in range(min(MAX_TOPICS, len(w.pen.topics))) if bits >> topic & 1]
    return topics or list(range(min(1, len(w.pen.topics))))
