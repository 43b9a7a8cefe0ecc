"""What was written on the network, as it stands on the timeline, and what of it is still open."""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from game.session.feed_views import Kind

NOBODY = -1
NO_THREAD = -1


@dataclass(slots=True)
class Entry:
    """One entry of the timeline; `person` is a row of the audience, `thread` the number of the post it belongs to."""

    tick: int
    kind: Kind
    person: int
    text: str
    thread: int = NO_THREAD
    responses: int = 0
    shown: int = 0
    act: str = ""  # what was done by it, as scenarios name it; "" nothing that has a twin
    to_all: bool = False  # and not to one person


_VALUES = attrgetter(*(each.name for each in fields(Entry)))


@dataclass(slots=True)
class Book:
    """Grows with every deed and every hour; goes into each snapshot."""

    entries: list[Entry] = field(default_factory=list)
    threads: int = 0  # posts so far, whoever's
    said: dict[int, str] = field(default_factory=dict)  # by person: what they wrote to the player last
    under: dict[int, int] = field(default_factory=dict)  # …in which thread
    posts: dict[int, tuple[int, int]] = field(default_factory=dict)  # by person: their latest post's thread, and item
    done: set[str] = field(default_factory=set)  # "person/act/item" of what the player has written to whom
    touched: set[int] = field(default_factory=set)  # whom the player has turned to this hour; NOBODY: everybody
    written_to: set[int] = field(default_factory=set)
    followers: int = 0  # at midnight
    caption: str = ""

    def add(self, entry: Entry) -> Entry:
        """Put an entry on the timeline."""
        self.entries.append(entry)
        return entry

    def post(self, tick: int, person: int, text: str, item: int, act: str) -> Entry:
        """Put a post there, which opens a thread."""
        entry = self.add(Entry(tick, "post", person, text, self.threads, act=act, to_all=True))
        self.posts[person] = self.threads, item
        self.threads += 1
        return entry

    def thread(self, number: int) -> list[Entry]:
        """A post and what was written under it, oldest first."""
        return [entry for entry in self.entries if entry.thread == number]

    def plain(self) -> dict[str, Any]:
        """As JSON-able data; `Book.of` gives it back exactly."""
        return {
            "entries": [list(_VALUES(entry)) for entry in self.entries],
            "threads": self.threads,
            "said": list(self.said.items()),
            "under": list(self.under.items()),
            "posts": [[person, *post] for person, post in self.posts.items()],
            "done": sorted(self.done),
            "touched": sorted(self.touched),
            "written_to": sorted(self.written_to),
            "followers": self.followers,
            "caption": self.caption,
        }

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Book":
        """The book that `plain` wrote down."""
        return cls(
            entries=[Entry(*values) for values in data["entries"]],
            threads=data["threads"],
            said=dict(data["said"]),
            under=dict(data["under"]),
            posts={person: (thread, item) for person, thread, item in data["posts"]},
            done=set(data["done"]),
            touched=set(data["touched"]),
            written_to=set(data["written_to"]),
            followers=data["followers"],
            caption=data["caption"],
        )
