"""One run: the evening, the weeks after it, the clock and the journal, as one player meets them.

Solo, the clock waits while the player's choices are open. Nothing in the state depends on how long a
choice took: commands carry the tick at which they apply, and the wall clock only says when to tick.

The weeks go by the hour and never by themselves. What is done there by hand takes effect at once, in the hour in which
it is done; in the journal their hours are numbered on from the last tick of the evening.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from numpy.typing import NDArray

from game.model.commands import Command, Do
from game.model.hashing import joined
from game.scenario.spec import Scenario
from game.session import clock, compare, debriefing, twins, viewing
from game.session.crowd_view import CrowdView
from game.session.debrief import Debrief
from game.session.evening import Evening
from game.session.explaining import Explanation, explain
from game.session.feed_views import FeedChoice, FeedItem, FeedPerson, FeedView
from game.session.journal import Journal, PhaseChange, Said
from game.session.opening import HUMAN
from game.session.packing import Arrays
from game.session.phases import FEED_ONLY, ON_THE_NETWORK, SOLO_EVENING, WITH_WEEKS, Phase, after
from game.session.views import Line, RoomView
from game.session.weeks.book import Entry
from game.session.weeks.feed import Weeks, played_by

SNAPSHOT_TICKS = 120  # every half minute of the evening


class Observer(Protocol):
    """Somebody who is told of all that happens, while it happens."""

    def tick(self, evening: Evening, said: Sequence[Said]) -> None:
        """A tick of the evening has been, and this was said."""

    def hour(self, weeks: Weeks, events: NDArray[Any], entries: Sequence[Entry]) -> None:
        """The network has reported this, and this was written."""


class Session:
    """A run in progress; see `start` for how one begins. Without a journal nothing is kept."""

    def __init__(self, run: str, evening: Evening, journal: Journal | None) -> None:
        self.run = run
        self.evening = evening
        self.weeks: Weeks | None = None  # from the morning after
        self.course = FEED_ONLY if evening.scenario.weeks.only else SOLO_EVENING
        self.first_answer = ""
        self.now = Phase.FIRST_QUESTION
        self.paused = False
        self.live = False  # the clock runs on while choices are open
        self.pace = evening.scenario.evening.pace
        self._observer: Observer | None = None
        self._journal = journal
        self._clock = clock.Clock()
        self._unsaved: list[Said] = []
        self._pending: list[Command] = []  # journalled, apply at the next tick
        self.changes = 0  # of phase, so far
        self._told: Debrief | None = None
        self._taken = 0  # commands, so far
        self._seen: tuple[object, RoomView] | None = None

    # what the stage asks

    @property
    def phase(self) -> str:
        """Where the run stands."""
        return self.now.value

    @property
    def style(self) -> str:
        """The style that plays it, "" where it is played by hand."""
        return "" if self.evening.style == HUMAN else self.evening.style

    @property
    def kept(self) -> bool:
        """Whether the run can be taken up again."""
        return self._journal is not None

    @property
    def scenario(self) -> Scenario:
        """The scenario, the player in it as they introduced themselves."""
        return self.evening.scenario

    @property
    def waiting(self) -> bool:
        """The clock stands until the player has chosen."""
        choosing = self.now == Phase.EVENING and not self._pending and self.evening.choice_open()
        return choosing and not self.live

    def view(self) -> RoomView:
        """The room as the player sees it now."""
        moment = (self.evening.tick, self.now, self.waiting, self._taken)
        if self._seen is None or self._seen[0] != moment:  # many frames are drawn of one tick
            self._seen = moment, viewing.room_view(self.evening, self.phase, self.waiting)
        return self._seen[1]

    def log(self) -> tuple[Line, ...]:
        """All that was said in the player's circles, oldest first."""
        return viewing.history(self.evening)

    def observe(self, observer: Observer | None) -> None:
        """Tell somebody of all that happens from now on."""
        self._observer = observer
        if self.weeks is not None:
            self.weeks.witness = observer.hour if observer else None

    def twin(self, act: int, network: str) -> str:
        """What an act of the evening is on a network of the scenario's, a sentence; "" nothing."""
        return twins.of_room(self.scenario, self.evening.words, twins.name_of(act), network)

    def explain(self, person: int) -> Explanation:
        """Why somebody thinks of the player as they do, at any time: whether it may be asked is the coach's to say."""
        return explain(self.evening, person)

    def looks(self) -> dict[int, Any]:
        """Attendee index → the look the figures are drawn from."""
        return {index: person.look for index, person in enumerate(self.evening.roster.people())}

    # what the player does

    def answer_first_question(self, answer: str) -> None:
        """What the player does first when walking in; then the doors open, or the network where there are none."""
        self.first_answer = answer
        self._change_phase(answer)

    def submit(self, command: Command) -> None:
        """Take a command: on the disk before this returns; in effect from the next tick, on the network at once."""
        if self.now not in (Phase.EVENING, Phase.DECISIONS, *ON_THE_NETWORK):
            return
        if self.now == Phase.DECISIONS and command.do != Do.MARK:
            return
        command = command._replace(tick=self.moment)
        if self._journal:
            self._journal.command(command)
        self.take([command])

    def take(self, commands: Sequence[Command]) -> None:
        """Put commands that are on the disk into effect: those of the evening at the next tick, all others at once."""
        self._taken += len(commands)
        if self.now == Phase.EVENING:
            self._pending.extend(commands)
        elif self.weeks is not None:
            for command in commands:
                self.weeks.take(command._replace(tick=self.weeks.tick))
        else:
            self._decide(commands)

    def _decide(self, commands: Sequence[Command]) -> None:
        for command in commands:
            if command.do == Do.MARK:
                self.evening.mark(command)

    def finish(self) -> None:
        """On to the next phase; from the decisions to the debrief, unless the run goes on."""
        if self.now in (Phase.EVENING, Phase.DECISIONS, *ON_THE_NETWORK):
            self._change_phase("")

    def advance(self, wall_seconds: float) -> None:
        """Let the evening run by the wall clock; nothing happens while paused or waiting for a choice."""
        left = min(wall_seconds, clock.MAX_HITCH_S)
        while left > 0 and self.now == Phase.EVENING and not self.paused:
            if self.waiting:
                self._clock.stand()
                return
            due, left = self._clock.next_tick_due(left, viewing.rate(self.evening, self.pace))
            if due:
                self.tick()

    def tick(self) -> None:
        """One tick of the evening, whatever the wall clock says."""
        commands, self._pending = self._pending, []
        said = self.evening.step(commands)
        self._unsaved.extend(said)
        if self._observer:
            self._observer.tick(self.evening, said)
        if self.evening.over:
            self.finish()
            if self.style:  # it style has decided at once
                self.finish()
        elif self.evening.tick % SNAPSHOT_TICKS == 0:
            self._save(None)

    # the weeks

    @property
    def moment(self) -> int:
        """Where the run stands, in ticks of the evening and then hours of the weeks: the journal's time."""
        return self.evening.tick if self.weeks is None else self.morning + self.weeks.tick

    @property
    def morning(self) -> int:
        """The moment at which the weeks begin."""
        return self.evening.tick + 1

    def go_on(self) -> None:
        """From the decisions, or from the debrief of an evening, to the morning after."""
        if self.can_go_on:
            self.course = WITH_WEEKS
            self._told = None
            if self._journal:  # the run has not ended after all
                self._journal.write_meta({"digest": "", "morning": self.morning})
            self._change_phase("", Phase.FOLLOW_UP)

    def feed_view(self) -> FeedView:
        """The network as the player sees it now."""
        return self._network().view(self.phase)

    def choices_with(self, person: int) -> tuple[FeedChoice, ...]:
        """What the player could do now about somebody; `person`: the id of a FeedPerson."""
        return self._network().choices_with(person)

    @property
    def on_the_network(self) -> bool:
        """The weeks have begun and are not over."""
        return self.now in ON_THE_NETWORK

    @property
    def can_go_on(self) -> bool:
        """The evening is over, and the weeks have not begun."""
        return self.now in (Phase.DECISIONS, Phase.DEBRIEF) and self.weeks is None

    def crowd(self) -> CrowdView:
        """The audience as a crowd: who has come near, and who has turned away."""
        return self._network().crowd()

    def relationships(self) -> tuple[FeedPerson, ...]:
        """With whom something has come of it so far: to be shown only when asked for."""
        return self._network().relationships()

    def thread(self, number: int) -> tuple[FeedItem, ...]:
        """A post and everything written under it, oldest first."""
        return self._network().thread(number)

    def forward(self, hours: int = 0) -> None:
        """Let hours pass; without a number, until one takes out the phone again (8, 13, 18, 22 o'clock)."""
        if self.now == Phase.FOLLOW_UP:
            self._change_phase("")
        if self.now == Phase.WEEKS:
            weeks = self._network()
            weeks.forward(hours or weeks.until_look_in())
            self.keep()

    def auto(self, style: str, days: int) -> None:
        """Let a style live so many days from this hour on."""
        if self.now == Phase.FOLLOW_UP:
            self._change_phase("")
        if self.now == Phase.WEEKS:
            self.submit(played_by(style, days))
            self.keep()

    def relive(self, commands: Sequence[Command], until: int) -> None:
        """Go through the weeks as they were lived: commands of the journal, in order, and on to a moment of it."""
        weeks = self._network()
        for command in commands:
            weeks.forward(command.tick - self.moment)
            self.take([command])
        weeks.forward(until - self.moment)

    def keep(self) -> None:
        """Save the hour that has come; after the last one the weeks are over."""
        if self._network().over:
            self.finish()
        else:
            self._save(None)

    def _network(self) -> Weeks:
        if self.weeks is None:
            raise RuntimeError("there is no network before the morning after")
        return self.weeks

    def digest(self) -> str:
        """Of the whole run: of the evening, and of the weeks if there were any, as 16 hex digits."""
        evening = self.evening.digest()
        if self.weeks is None:
            return evening
        return joined(evening, self.weeks.digest())

    # how it ends

    def debrief(self) -> Debrief:
        """The run, told."""
        if self._told is None:
            earlier = None
            if self._journal:
                earlier = compare.earlier(self.run, self.scenario.id, self.evening.seed)
            told = debriefing.debrief(self.evening, self.run, self.first_answer, earlier, self.weeks)
            self._told = replace(told, digest=self.digest())
        return self._told

    def close(self) -> None:
        """Save where the run stands and let go of its file."""
        if self._journal is None:
            return
        try:
            if self.now != Phase.DEBRIEF:
                self._save(None)
        finally:  # where there is no room to save, it can be taken up from what was answered
            self._journal.close()
            self._journal = None

    # phases and saving

    def _change_phase(self, note: str, to: Phase | None = None) -> None:
        if self.now == Phase.EVENING:
            self.evening.close()
            self._decide(self._pending)
        if self.now == Phase.DECISIONS:
            self.evening.settle()
        self.now = to or after(self.now, self.course)
        self.changes += 1
        if self.now in ON_THE_NETWORK and self.weeks is None:
            self.open_network()
            self._network().forward(self._network().until_look_in())
        self._save(PhaseChange(self.moment, self.now.value, note))
        if self.now == Phase.DEBRIEF and self._journal:
            self._journal.write_meta({"digest": self.digest(), "report": self.debrief().report()})

    def open_network(self, arrays: Arrays | None = None, plain: dict[str, Any] | None = None) -> None:
        """The network as it is at midnight after the evening, if there was one; or as it was saved."""
        evening = None if self.scenario.weeks.only else self.evening
        seed, words, params = self.evening.seed, self.evening.words, self.evening.world.params
        self.weeks = Weeks(self.scenario, seed, words, evening, params, self.evening.style)
        if arrays is not None and plain is not None:
            self.weeks.thaw(arrays, plain)
        self.observe(self._observer)

    def _save(self, change: PhaseChange | None) -> None:
        if self._journal is None:
            return
        arrays, plain = self.evening.freeze()
        plain |= {"phase": self.now.value, "first_answer": self.first_answer, "changes": self.changes}
        if self.weeks is not None:
            lived, weeks = self.weeks.freeze()
            arrays, plain["weeks"] = arrays | lived, weeks | {"morning": self.morning}
        self._journal.save(self.moment, arrays, plain, self._unsaved, change)
        self._unsaved = []
