"""The feed of one player among many: what was written on it, what could be done, and nothing of anybody else's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from game.model.commands import Command
from game.model.feed.deeds import DIRECT, Deed
from game.model.feed.net import Net
from game.scenario.spec import Person, Scenario
from game.session.feed_views import FeedChoice, FeedItem, FeedPerson
from game.session.weeks import passing, showing
from game.session.weeks.book import NOBODY, Book
from game.session.weeks.choices import Options, cost
from game.session.weeks.company import Company
from game.session.weeks.pen import Pen
from game.session.weeks.telling import Telling
from game.session.weeks.writing import Writing
from game.styles.weeks import LOOKS_IN
from game.talk.utterance import Utterance
from game.talk.words import Words

KEPT = 100  # entries of the timeline: a phone is no archive

Rows = NDArray[Any]
Meant = Mapping[int, tuple[Command, Utterance]]


@dataclass(frozen=True, slots=True)
class Happened:
    """What the network has reported about one room, in order."""

    hour: Rows  # what the hour has brought
    deeds: Rows  # what the player, or a style in their place, has done
    reasons: Rows  # …and what people made of it
    arrived: Rows  # who was awake and has answered at once


class OwnFeed:
    """Words about one room of a batch. It changes nothing there; whoever steps the batch tells it what happened."""

    def __init__(
        self,
        net: Net,
        scenario: Scenario,
        people: Sequence[Person],
        words: Words,
        seed: int,
        said: dict[int, str] | None = None,
        memory: dict[str, Any] | None = None,
    ) -> None:
        """`net`: the room alone (see `room_of`); `people`: the guests of the evening by its rows, the player first.

        `said`: what each of them said last that evening, by row; `memory`: of who has told what there.
        """
        self.net, self.scenario, self.words = net, scenario, words
        self.company = Company(scenario, words, net.audience, seed, people)
        self.taken = self.written = 0  # deeds of the player's own, and entries, so far
        self._write_on(Book(followers=self.followers, said=said or {}), memory)

    def _write_on(self, book: Book, memory: dict[str, Any] | None) -> None:
        self.book = book
        self.pen = Pen(self.scenario, self.words, self.company, memory)
        self.writing = Writing(self.net, self.company, self.pen, book)
        self._telling = Telling(self.writing, self.words)
        self._options = Options(self.writing, self.words)

    # what happens

    def begin_hour(self, tick: int) -> None:
        """Another hour: everybody may be turned to again."""
        self.net.tick = tick
        self.book.touched.clear()
        if self.net.hour == 0:
            self.book.followers = self.followers

    def meant(self, commands: Iterable[Command]) -> Meant:
        """What is to be written by these deeds, before they change anything; the first to each person."""
        found: dict[int, tuple[Command, Utterance]] = {}
        for command in commands:
            if command.do in (*DIRECT, Deed.POST, Deed.MAIL):
                to = command.to if command.do in DIRECT else NOBODY
                found.setdefault(to, (command, self.writing.meant(command)))
        return found

    def tell(self, happened: Happened, meant: Meant) -> None:
        """Write down an hour, and what a style has done in it."""
        before = len(self.book.entries)
        self._telling.hour(happened.hour)
        if self.net.hour in LOOKS_IN:
            passing.by(self.writing)
        self._tell_deeds(happened, meant)
        self._kept(before)

    def tell_own(self, happened: Happened, command: Command, meant: Meant) -> None:
        """Write down a deed of the player's own."""
        before = len(self.book.entries)
        self._tell_deeds(happened, meant)
        self.book.caption = passing.caption(self.writing, self.words, command, before)
        self.taken += 1
        self._kept(before)

    def _tell_deeds(self, happened: Happened, meant: Meant) -> None:
        self._telling.deeds(happened.deeds, happened.reasons, meant)
        self._telling.hour(happened.arrived)
        self.book.touched.update(meant)

    def _kept(self, before: int) -> None:
        self.written += len(self.book.entries) - before
        del self.book.entries[:-KEPT]

    # what the player sees

    @property
    def followers(self) -> int:
        """As the network counts them: bought ones are on the number, too."""
        return int(self.net.followers()[0] + self.net.account.bought[0])

    @property
    def left_min(self) -> float:
        """Minutes left of the time for today."""
        return float(self.net.account.left[0])

    def items(self, first: int = 0, end: int | None = None) -> list[FeedItem]:
        """What was written, by its number from the first entry on, as far as it is kept; oldest first."""
        gone = self.written - len(self.book.entries)
        kept = self.book.entries[max(0, first - gone) : None if end is None else max(0, end - gone)]
        return [showing.item_of(entry, self.writing, self.words) for entry in kept]

    def waiting(self) -> list[int]:
        """Who waits for an answer, longest first; rows of the audience."""
        return showing.waiting(self.writing)

    def within_sight(self) -> list[int]:
        """Everybody the player knows or comes across now."""
        return showing.within_sight(self.writing)

    def person(self, row: int) -> FeedPerson:
        """Somebody as the player knows them."""
        return showing.person_of(row, self.writing, self.words)

    def public(self) -> tuple[FeedChoice, ...]:
        """What could be done now to nobody in particular."""
        return self._options.public()

    def personal(self, row: int) -> tuple[FeedChoice, ...]:
        """What could be done now about somebody."""
        return self._options.personal(row)

    def possible(self, command: Command) -> bool:
        """Whether a deed makes sense now, and there is time for it."""
        return self._options.possible(command)

    def affordable(self, command: Command) -> bool:
        """Whether there is time for it today."""
        return cost(command, self.writing) <= self.left_min

    # the whole state, but for the room itself

    def plain(self) -> dict[str, Any]:
        """As JSON-able data."""
        return {
            "book": self.book.plain(),
            "talk": self.pen.memory(),
            "used": self.pen.used,
            "stories": self.company.plain(),
            "taken": self.taken,
            "written": self.written,
        }

    def restore(self, plain: dict[str, Any], tick: int) -> None:
        """Go back to what `plain` gave."""
        self.net.tick, self.taken, self.written = tick, plain["taken"], plain["written"]
        self.company.restore(plain["stories"])
        self._write_on(Book.of(plain["book"]), plain["talk"])
        self.pen.used = dict(plain["used"])
