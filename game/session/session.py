"""One run: the evening, its clock and its journal, as one player meets them.

Solo, the clock waits while the player's choices are open. Nothing in the state depends on how long a
choice took: commands carry the tick at which they apply, and the wall clock only says when to tick.
"""

from collections.abc import Callable, Sequence
from typing import Any

from game.model.commands import Command, Do
from game.scenario.spec import Scenario
from game.session import clock, compare, debriefing, viewing
from game.session.debrief import Debrief
from game.session.evening import Evening
from game.session.explaining import Explanation, explain
from game.session.journal import Journal, PhaseChange, Said
from game.session.opening import HUMAN
from game.session.phases import Phase, after
from game.session.views import Line, RoomView

SNAPSHOT_TICKS = 120  # every half minute of the evening

Observer = Callable[[Evening, Sequence[Said]], None]


class Session:
    """A run in progress; see `start` for how one begins. Without a journal nothing is kept."""

    def __init__(self, run: str, evening: Evening, journal: Journal | None) -> None:
        self.run = run
        self.evening = evening
        self.first_answer = ""
        self.now = Phase.FIRST_QUESTION
        self.paused = False
        self.live = False  # the clock runs on while choices are open
        self.pace = evening.scenario.evening.pace
        self.observer: Observer | None = None
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

    def explain(self, person: int) -> Explanation:
        """Why somebody thinks of the player as they do, at any time: whether it may be asked is the coach's to say."""
        return explain(self.evening, person)

    def looks(self) -> dict[int, Any]:
        """Attendee index → the look the figures are drawn from."""
        return {index: person.look for index, person in enumerate(self.evening.roster.people())}

    # what the player does

    def answer_first_question(self, answer: str) -> None:
        """What the player does first when walking in; then the doors open."""
        self.first_answer = answer
        self._change_phase(answer)

    def submit(self, command: Command) -> None:
        """Take a command: on the disk before this returns, in effect from the next tick."""
        if self.now not in (Phase.EVENING, Phase.DECISIONS):
            return
        if self.now == Phase.DECISIONS and command.do != Do.MARK:
            return
        command = command._replace(tick=self.evening.tick)
        if self._journal:
            self._journal.command(command)
        self.take([command])

    def take(self, commands: Sequence[Command]) -> None:
        """Put commands that are on the disk into effect: decisions at once, all others at the next tick."""
        self._taken += len(commands)
        if self.now == Phase.EVENING:
            self._pending.extend(commands)
        else:
            self._decide(commands)

    def _decide(self, commands: Sequence[Command]) -> None:
        for command in commands:
            if command.do == Do.MARK:
                self.evening.mark(command)

    def finish(self) -> None:
        """From the evening to the decisions, or from the decisions to the debrief."""
        if self.now in (Phase.EVENING, Phase.DECISIONS):
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
        if self.observer:
            self.observer(self.evening, said)
        if self.evening.over:
            self.finish()
            if self.evening.style != HUMAN:  # a style has decided at once
                self.finish()
        elif self.evening.tick % SNAPSHOT_TICKS == 0:
            self._save(None)

    def debrief(self) -> Debrief:
        """The evening, told."""
        if self._told is None:
            earlier = None
            if self._journal:
                earlier = compare.earlier(self.run, self.scenario.id, self.evening.seed)
            self._told = debriefing.debrief(self.evening, self.run, self.first_answer, earlier)
        return self._told

    def close(self) -> None:
        """Save where the run stands and let go of its file."""
        if self._journal:
            if self.now != Phase.DEBRIEF:
                self._save(None)
            self._journal.close()
            self._journal = None

    # phases and saving

    def _change_phase(self, note: str) -> None:
        if self.now == Phase.EVENING:
            self.evening.close()
            self._decide(self._pending)
        if self.now == Phase.DECISIONS:
            self.evening.settle()
        self.now = after(self.now)
        self.changes += 1
        self._save(PhaseChange(self.evening.tick, self.now.value, note))
        if self.now == Phase.DEBRIEF and self._journal:
            self._journal.write_meta({"digest": self.evening.digest(), "report": self.debrief().report()})

    def _save(self, change: PhaseChange | None) -> None:
        if self._journal is None:
            return
        arrays, plain = self.evening.freeze()
        plain |= {"phase": self.now.value, "first_answer": self.first_answer, "changes": self.changes}
        self._journal.save(self.evening.tick, arrays, plain, self._unsaved, change)
        self._unsaved = []
