"""A workshop: everything in it happens by entries and by ticks, so that the same ones lead to the same place.

Nothing here reads a clock, draws a number or opens a file. Whoever runs it (game.workshop.running) writes entries down.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from game.model.commands import Command
from game.scenario.spec import Scenario
from game.session.journal import Said
from game.session.opening import HUMAN, PLAYER
from game.session.packing import Arrays
from game.session.party import Party
from game.session.party_told import FiguresOf, figures
from game.session.party_weeks import PartyWeeks, WeeksOf
from game.session.phases import Phase
from game.session.weeks.own_feed import OwnFeed
from game.styles.table import NAMES
from game.talk.words import Words
from game.workshop import answers, arc, lobby, steering, surprises
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import FACILITATOR, Seat, State

SPARE = 12  # places kept for those who come late
MANNERS = ("engager", "giver", "listener", "promoter", "broadcaster", "lurker")  # ways to spend the weeks
STAND_IN = "ordinary"  # who plays on for somebody sent out

Handler = Callable[["Workshop", Entry], None]
BY_SEATS: dict[str, Handler] = {
    "answer": answers.answer,
    "tally": answers.tally,
    "part": lobby.part,
    "steer": steering.steer,
    "mark": steering.mark,
}
BY_FACILITATOR: dict[str, Handler] = {
    "join": lobby.join,
    "new_phone": lobby.new_phone,
    "rename": lobby.rename,
    "send_out": lobby.send_out,
    "undo": lobby.undo,
    "lock": lobby.lock,
    "new_code": lobby.new_code,
    "bot": lobby.bot,
    "crew": lobby.crew,
    "go": arc.go,
    "step": arc.step,
    "stop": arc.stop,
    "more_time": arc.more_time,
    "settings": arc.settings,
    "light": arc.light,
    "bookmark": surprises.bookmark,
    "surprise": surprises.surprise,
}


class Workshop:
    """One room of people with phones, from the lobby to the debrief."""

    styles = tuple(name for name in NAMES if name != HUMAN)  # that can stand in
    manners = MANNERS

    def __init__(self, scenario: Scenario, seed: int, code: str, words: Words) -> None:
        self.scenario, self.seed, self.words = scenario, seed, words
        self.state = State(code, pace=scenario.evening.minutes / arc.SHEETS[45][Phase.EVENING])
        self.evening: Party | None = None
        self.evening_ended = False
        self.weeks: PartyWeeks | None = None
        self.pending: dict[int, list[Command]] = {}  # by avatar, take effect with the next tick
        self.told: dict[int, dict[str, Any]] = {}  # by avatar: what came of its evening, once told

    # what happens

    def apply(self, entry: Entry) -> None:
        """Let something be done. Raises RefusedError, and nothing has changed then."""
        handlers = BY_FACILITATOR if entry.seat == FACILITATOR else BY_SEATS
        handler = handlers.get(entry.kind)
        if handler is None:
            raise RefusedError("senseless")
        handler(self, entry)

    def tick(self) -> tuple[Said, ...]:
        """A quarter of a second of the evening; what was said in it."""
        if self.evening is None or not self.running:
            return ()
        steering.close_due(self)
        commands, self.pending = self.asked(), {}
        said = self.evening.step(commands)
        if self.evening.over:
            arc.enter(self, Phase.DECISIONS)
        return said

    def asked(self) -> list[Command]:
        """What takes effect with the next tick."""
        return [command for commands in self.pending.values() for command in commands]

    def ask(self, commands: Iterable[Command]) -> None:
        """Let more take effect then."""
        for command in commands:
            self.pending.setdefault(command.actor, []).append(command)

    @property
    def running(self) -> bool:
        """The evening is under way."""
        return self.state.phase == Phase.EVENING and not self.state.stopped

    @property
    def tick_now(self) -> int:
        """Of the evening; 0 before there is one."""
        return self.evening.tick if self.evening is not None else 0

    @property
    def moment(self) -> int:
        """Where it stands, in ticks of the evening and then hours of the weeks: the journal's time."""
        return self.tick_now if self.weeks is None else self.tick_now + 1 + self.weeks.net.tick

    # the evening

    def open_doors(self) -> None:
        """A new evening, with everybody who is seated in it."""
        self.deal()
        avatars = self._cast()
        places = len(avatars) + SPARE
        self.evening = Party(self.scenario, self.seed + self.state.round, self.words, places)
        self.evening_ended, self.weeks, self.pending, self.told = False, None, {}, {}
        self.state.round, self.state.lived = self.state.round + 1, {}
        for seat in self.state.seats:
            seat.avatar = -1
        for name, crew in avatars:
            player = self.evening.free_place()
            self.evening.let_in(player, name)
            for seat in crew:
                seat.avatar = player
        self.evening.let_think(self.state.think_s * self.state.pace)
        for seat in self.state.seated():
            if seat.bot:
                self.take_over(seat)

    def _cast(self) -> list[tuple[str, list[Seat]]]:
        """Who walks in, and which seats steer them; by the way the workshop is played."""
        seated, way = self.state.seated(), self.state.way
        if way == "room":
            return [(self.scenario.player.first_name, seated)]
        if way == "crew":
            crews = sorted({seat.crew for seat in seated})
            named = [(number, [seat for seat in seated if seat.crew == number]) for number in crews]
            return [(self.words.text("workshop.crew", n=number + 1), crew) for number, crew in named]
        return [(seat.name, [seat]) for seat in seated]

    def deal(self) -> None:
        """Crews of even size, and the parts that are offered: whoever has taken or declined one keeps it."""
        for place, seat in enumerate(self.state.seated()):
            if seat.plays is None:
                seat.role = lobby.role_of(seat) if self.state.parts else ""
            if seat.crew >= self.state.crews:
                seat.crew = place % self.state.crews

    def smallest_crew(self) -> int:
        """Where a newcomer goes."""
        sizes = [0] * self.state.crews
        for seat in self.state.seated():
            if seat.crew < len(sizes):
                sizes[seat.crew] += 1
        return sizes.index(min(sizes))

    def bring_in(self, seat: Seat) -> None:
        """Somebody who came late walks in, or joins a crew; after the evening it is too late for that."""
        if self.evening is None or self.evening_ended:
            return
        if self.state.way == "room":
            seat.avatar = PLAYER
            return
        mates = [other for other in self.state.seated() if other.crew == seat.crew and other.avatar >= 0]
        if self.state.way == "crew" and mates:
            seat.avatar = mates[0].avatar
            return
        seat.avatar = self.evening.free_place()
        if seat.avatar >= 0:
            self.evening.let_in(seat.avatar, seat.name)

    def take_over(self, seat: Seat) -> None:
        """Who plays this seat's avatar from now on: its humans, else the style that stands in for one of them."""
        if self.evening is None or seat.avatar < 0:
            return
        crew = self.state.crew_of(seat.avatar)
        if self.state.humans_of(seat.avatar):
            self.evening.let_play(seat.avatar, HUMAN)
        else:
            self.evening.let_play(seat.avatar, crew[0].bot if crew else STAND_IN)

    def end_evening(self) -> None:
        """The doors close; whom a style plays decides about everybody met."""
        if self.evening is not None and not self.evening_ended:
            self.evening.close()
            self.evening.settle()
            self.evening_ended, self.pending = True, {}

    # the weeks

    def begin_weeks(self) -> None:
        """The morning after, for everybody who was there: each in the manner chosen."""
        if self.evening is None:
            return
        self.state.lived = {
            str(avatar): [
                self.chosen(avatar, "weeks", MANNERS, "ordinary"),
                self.chosen(avatar, "morning", answers.MORNINGS, "nothing"),
            ]
            for avatar in self.avatars()
        }
        self.state.months += 1
        self.weeks = self._morning_after(self.evening)

    def _morning_after(self, evening: Party, saved: tuple[Arrays, dict[str, Any]] | None = None) -> PartyWeeks | None:
        if not self.state.lived:
            return None
        avatars = [int(avatar) for avatar in self.state.lived]
        manners, mornings = zip(*self.state.lived.values(), strict=True)
        return PartyWeeks(evening, avatars, manners, mornings, saved)

    def hour(self) -> None:
        """An hour of the weeks, if they are not over."""
        self.begin_hour()
        if self.weeks is not None:
            self.weeks.tell_all()

    def begin_hour(self) -> None:
        """The same, its words still to be found; nobody reads them when the weeks have been left behind."""
        if self.weeks is None or self.weeks.over:
            return
        steering.close_due(self)
        reading = self.state.phase == Phase.WEEKS
        self.weeks.begin_hour({seat.avatar for seat in self.state.seated() if reading and not seat.bot})

    def feed_of(self, seat: Seat) -> OwnFeed | None:
        """What a seat's avatar has on the network; None before there is one, and for whoever came after the evening."""
        return self.weeks.feeds.get(seat.avatar) if self.weeks is not None else None

    # what is asked

    def avatars(self) -> list[int]:
        """Attendees whom seats steer, each once."""
        return sorted({seat.avatar for seat in self.state.seats if seat.avatar >= 0})

    def called(self, avatar: int) -> str:
        """The name of an avatar."""
        return self.evening.roster.person(avatar).first_name if self.evening is not None else ""

    def marks_of(self, seat: Seat) -> bytes:
        """What a seat has decided about each attendee, Mark bits."""
        if self.evening is None or seat.avatar < 0:
            return b""
        ties, capacity = self.evening.world.ties, self.evening.world.capacity
        return ties.mark[ties.index(np.full(capacity, seat.avatar), np.arange(capacity))].tobytes()

    def figures(self) -> dict[int, FiguresOf]:
        """What the evening came to, by avatar."""
        found = figures(self.evening) if self.evening is not None else {}
        return {avatar: found[avatar] for avatar in self.avatars() if avatar in found}

    def weeks_told(self) -> dict[int, WeeksOf]:
        """What the weeks have come to so far, by avatar."""
        return self.weeks.told() if self.weeks is not None else {}

    def chosen(self, avatar: int, question: str, among: Sequence[str], otherwise: str) -> str:
        """What most of those who steer an avatar have answered."""
        given = [self.state.answer(question, seat.id) for seat in self.state.crew_of(avatar)]
        wanted = [number for number in given if number is not None]
        return among[max(wanted, key=wanted.count)] if wanted else otherwise

    # the whole of it

    def digest(self) -> str:
        """Of the evening and the weeks as they are now; "" before the doors have opened."""
        parts = [part.digest() for part in (self.evening, self.weeks) if part is not None]
        return "-".join(parts)

    def freeze(self) -> tuple[Arrays, dict[str, Any]]:
        """The whole state, in copies of its own."""
        arrays: Arrays = {}
        plain: dict[str, Any] = {"state": self.state.plain(), "ended": self.evening_ended}
        plain["pending"] = [list(command) for command in self.asked()]
        if self.evening is not None:
            arrays, plain["evening"] = self.evening.freeze()
            plain["places"], plain["end"] = len(self.evening.players), self.evening.world.end
            names = {player: self.evening.roster.person(player).name for player in self.evening.players}
            plain["names"] = names
        if self.weeks is not None:
            lived, plain["weeks"] = self.weeks.freeze()
            arrays |= lived
        return arrays, plain

    def thaw(self, arrays: Arrays, plain: dict[str, Any], lines: list[Said]) -> None:
        """Go back to what `freeze` gave, with the lines said until then."""
        self.state = State.of(plain["state"])
        self.evening_ended = plain["ended"]
        self.pending = {}
        self.ask(steering.as_command(numbers) for numbers in plain["pending"])
        self.evening, self.weeks = None, None
        if "evening" in plain:
            self.evening = Party(self.scenario, self.seed + self.state.round - 1, self.words, plain["places"])
            for player, name in plain["names"].items():
                self.evening.rename(int(player), name)
            self.evening.thaw(arrays, plain["evening"], lines)
            self.evening.world.end = plain["end"]
            self.evening.let_think(self.state.think_s * self.state.pace)
        if self.evening is not None and "weeks" in plain:
            self.weeks = self._morning_after(self.evening, (arrays, plain["weeks"]))
