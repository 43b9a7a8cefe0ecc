"""The weeks of one run: the network stepped by the hour, and everything written there. No wall clock and no file."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model import orders
from game.model.commands import Command
from game.model.feed import arrival
from game.model.feed.deeds import DIRECT, Deed
from game.model.feed.digest import digest
from game.model.feed.outcomes import agreed
from game.model.feed.params import HOURS
from game.model.feed.weeks import begin_hour, end_hour, feasible, obey
from game.model.orders import NONE, Orders
from game.model.params import Params
from game.scenario.online import called
from game.scenario.spec import Scenario
from game.session.crowd_view import CrowdView
from game.session.evening import Evening
from game.session.feed_views import FeedChoice, FeedItem, FeedPerson, FeedView
from game.session.opening import HUMAN
from game.session.packing import Arrays
from game.session.weeks import beginning, passing, showing
from game.session.weeks.audience import crowd
from game.session.weeks.book import NOBODY, Book, Entry
from game.session.weeks.choices import Options
from game.session.weeks.company import Company
from game.session.weeks.pen import Pen
from game.session.weeks.telling import Telling
from game.session.weeks.writing import PLAYER, Writing
from game.styles import online
from game.styles.weeks import LOOKS_IN, decide
from game.talk.utterance import Utterance
from game.talk.words import Words

AUTO = 100  # a command of the session's, above all deeds: `to` a style by its row, `about` so many hours
_NET = "net."
_UP, _TO_BED = 6, 23  # hours between which one may be awake without having to explain it

Rows = NDArray[Any]
Witness = Callable[["Weeks", Rows, Sequence[Entry]], None]  # told of events, and of what was written about them


class Weeks:
    """The network as one player lives on it.

    What is done by hand takes effect in the hour in which it is done; what a style decides, in the next, as in the lab.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int,
        words: Words,
        evening: Evening | None = None,
        params: Params | None = None,
        style: str = HUMAN,
    ) -> None:
        """`evening`: the finished evening to go on from; without one the player begins among strangers.

        `style`: whose account it is, as game.styles.online has them; others may have the phone for a while.
        """
        self.scenario, self.seed, self.words = scenario, seed, words
        self.net = beginning.network(scenario, seed, evening, params)
        if style != HUMAN:
            self._in_the_hands_of(False, online.index(style))
        self.company = Company(scenario, words, self.net.audience, seed)
        book = Book(said=beginning.said_that_evening(evening, self.net) if evening else {})
        self._write(book, evening.voice.memory() if evening else None)
        self.book.followers = self.began_with = self.followers
        self.taken = 0  # commands, so far
        self.witness: Witness | None = None

    def _write(self, book: Book, memory: dict[str, Any] | None) -> None:
        self.book = book
        self.pen = Pen(self.scenario, self.words, self.company, memory)
        self.writing = Writing(self.net, self.company, self.pen, book)
        self._telling = Telling(self.writing, self.words)
        self._options = Options(self.writing, self.words)

    # the hours

    @property
    def tick(self) -> int:
        """Hours since midnight after the evening."""
        return self.net.tick

    @property
    def over(self) -> bool:
        """The last day has ended."""
        return self.net.tick >= beginning.last_hour(self.net)

    @property
    def followers(self) -> int:
        """As the network counts them: bought ones are on the number, too."""
        return int(self.net.followers()[0] + self.net.account.bought[0])

    def until_look_in(self) -> int:
        """Hours until one takes out the phone again."""
        return min((hour - self.net.hour - 1) % HOURS + 1 for hour in LOOKS_IN)

    def forward(self, hours: int) -> None:
        """Let so many hours pass, not beyond the end."""
        self._pass(hours, lambda: NONE)

    def _pass(self, hours: int, decided: Callable[[], Orders]) -> None:
        """`decided`: what is to be done in the hour to come, by how everything stands before it."""
        written = len(self.book.entries)
        for _ in range(hours):
            if self.over:
                break
            self._hour(decided())
        wrote = {entry.person for entry in self.book.entries[written:] if entry.person > 0 and entry.kind != "post"}
        self.book.caption = self.words.text("feed.caption.new", n=len(wrote)) if wrote else ""

    def _hour(self, decided: Orders) -> None:
        begin_hour(self.net)
        self.book.touched.clear()
        if len(decided.actor):
            self._tell(self._telling.hour)
            self._do(decided)
            self.net.log.clear(self.net.tick)
        end_hour(self.net)
        self._tell(self._of_the_hour)
        if self.net.hour == 0:
            self.book.followers = self.followers

    def _of_the_hour(self, events: Rows) -> None:
        self._telling.hour(events)
        if self.net.hour in LOOKS_IN:
            passing.by(self.writing)

    def _tell(self, tell: Callable[[Rows], None]) -> None:
        """Tell what the network has just reported, and let the witness know of it."""
        events, written = self.net.log.events(), len(self.book.entries)
        tell(events)
        if self.witness:
            self.witness(self, events, self.book.entries[written:])

    # deeds

    def take(self, command: Command) -> None:
        """Put a command into effect."""
        self.taken += 1
        if command.do == AUTO:
            self.play(online.NAMES[command.to], command.about)
        else:
            self.apply([command])

    def apply(self, commands: Sequence[Command]) -> None:
        """Put into effect what makes sense now and what there is time for; whoever is awake answers at once."""
        commands = [command for command in commands if self._options.possible(command)]
        net, written = self.net, len(self.book.entries)
        self._do(orders.from_commands(commands, 0, net.capacity))
        net.log.clear(net.tick)
        arrival.arrive(net)
        self._tell(self._telling.hour)
        if commands:
            self.book.caption = passing.caption(self.writing, self.words, commands[-1], written)

    def _do(self, wanted: Orders) -> None:
        """Put into effect what is feasible of some deeds, and write down what was written by them."""
        deeds, log = feasible(self.net, wanted), self.net.log
        meant: dict[int, tuple[Command, Utterance]] = {}
        for command in _commands(deeds, self.net.tick):
            if command.do in (*DIRECT, Deed.POST, Deed.MAIL):
                to = command.to if command.do in DIRECT else NOBODY
                meant[to] = command, self.writing.meant(command)
        log.clear(self.net.tick)
        obey(self.net, deeds)
        self._tell(lambda events: self._telling.deeds(events, log.reasons(), meant))
        self.book.touched.update(meant)

    def play(self, style: str, hours: int) -> None:
        """Let a style spend so many hours: it looks in when people do."""
        account = self.net.account
        before = bool(account.human[0]), int(account.style[0])
        self._in_the_hands_of(False, online.index(style))
        self._pass(hours, lambda: decide(self.net))
        self._in_the_hands_of(*before)

    def _in_the_hands_of(self, human: bool, style: int) -> None:
        self.net.account.human[0], self.net.account.style[0] = human, style

    # what the player sees

    def view(self, phase: str = "") -> FeedView:
        """The screen of this hour."""
        net, w, words = self.net, self.writing, self.words
        net_followers = max(1.0, float(net.followers()[0]))
        follows = np.flatnonzero(net.audience.follows)
        entries = self.book.entries[: -showing.ITEMS - 1 : -1]
        return FeedView(
            tick=net.tick,
            day=showing.day(net.tick),
            days=self.scenario.weeks.days,
            clock=showing.clock(net.tick),
            network=called(self.scenario.weeks.network),
            left_min=float(net.account.left[0]),
            day_min=float(net.account.day_min[0]),
            followers=self.followers,
            new_followers=self.followers - self.book.followers,
            awake=round(float(net.awake(follows).sum()) / net_followers, 3),
            pyjamas=not _UP <= net.hour < _TO_BED,
            items=tuple(showing.item_of(entry, w, words) for entry in entries),
            inbox=showing.people_of(showing.waiting(w), w, words),
            people=showing.people_of(showing.within_sight(w), w, words),
            public=self.public_choices(),
            caption=self.book.caption,
            phase=phase,
        )

    def public_choices(self) -> tuple[FeedChoice, ...]:
        """What could be done now to nobody in particular."""
        return () if self.over else self._options.public()

    def choices_with(self, person: int) -> tuple[FeedChoice, ...]:
        """What could be done now about somebody."""
        return () if self.over else self._options.personal(person)

    def thread(self, number: int) -> tuple[FeedItem, ...]:
        """A post and what was written under it, oldest first."""
        return tuple(showing.item_of(entry, self.writing, self.words) for entry in self.book.thread(number))

    def all_items(self) -> tuple[FeedItem, ...]:
        """All that was written, oldest first."""
        return tuple(showing.item_of(entry, self.writing, self.words) for entry in self.book.entries)

    def find(self, named: str) -> int | None:
        """The row of somebody the player has met here, by name or first name."""
        for row in np.flatnonzero(self.net.audience.met):
            person = self.company[int(row)]
            if named.casefold() in (person.name.casefold(), person.first_name.casefold()):
                return int(row)
        return None

    def relationships(self) -> tuple[FeedPerson, ...]:
        """Those with whom something has come of it, by what both sides want."""
        return showing.people_of([int(row) for row in np.flatnonzero(agreed(self.net))], self.writing, self.words)

    def crowd(self) -> CrowdView:
        """Everybody who follows or is known, as a crowd."""
        return crowd(self.net, self.followers)

    # the whole state

    def digest(self) -> str:
        """Of everything people hold about the player, and the player's account."""
        return digest(self.net)

    def freeze(self) -> tuple[Arrays, dict[str, Any]]:
        """The whole state: arrays, and plain data beside them."""
        arrays: dict[str, NDArray[Any]] = {}
        for table in (self.net.audience, self.net.account):
            arrays |= {f"{_NET}{type(table).__name__}.{name}": array for name, array in table.arrays().items()}
        plain = {
            "tick": self.net.tick,
            "taken": self.taken,
            "talk": self.pen.memory(),
            "used": self.pen.used,
            "stories": self.company.plain(),
            "book": self.book.plain(),
        }
        return arrays, plain

    def thaw(self, arrays: Arrays, plain: dict[str, Any]) -> None:
        """Go back to what `freeze` gave."""
        for table in (self.net.audience, self.net.account):
            table.restore({name: arrays[f"{_NET}{type(table).__name__}.{name}"] for name in table.columns})
        self.net.tick, self.taken = plain["tick"], plain["taken"]
        self.company.restore(plain["stories"])
        self._write(Book.of(plain["book"]), plain["talk"])
        self.pen.used = dict(plain["used"])


def played_by(style: str, days: int) -> Command:
    """The command that lets a style live so many days."""
    return Command(-1, PLAYER, AUTO, online.index(style), about=days * HOURS)


def _commands(decided: Orders, tick: int) -> list[Command]:
    """Deeds as commands of the player of the only room."""
    columns = (decided.do, decided.to, decided.act, decided.item, decided.about)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Command(tick, PLAYER, *row) for row in rows]
