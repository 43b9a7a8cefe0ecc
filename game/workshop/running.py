"""A workshop under way: hears phones, writes down, answers, lets time pass, shows. One step at a time, on one thread.

A step is a numbered list. What is answered is on the disk; if the disk refuses, everything stands until it does not.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from game.errors import GameError
from game.model.feed.params import HOURS
from game.session.clock import TICK_S, Clock
from game.session.phases import Phase
from game.web.hub import Hub
from game.workshop import arc
from game.workshop.book import Book
from game.workshop.doors import Doors
from game.workshop.entry import Entry
from game.workshop.invitation import Invitation
from game.workshop.reception import Reception
from game.workshop.showing import Showing
from game.workshop.state import ARC
from game.workshop.views.private import tell_one
from game.workshop.workshop import Workshop

SAVE_S = 10.0  # between two snapshots
AGAIN_S = 1.0  # until another is tried, where the disk refused something
FLUSH_S = 0.5  # between two times at which the disk is waited for, beside the game: what a power cut may cost
MOST_TICKS = 2  # in one step: a slow machine slows the evening down and not the phones
QUICKEST_S = 20.0  # in which the weeks go by, however late it is
HOURS_AT_ONCE = 4  # of the weeks, in one step
TELLING_S = 0.004  # of a step, for the words of an hour
LONGEST_STEP_S = 1.0
STEP_S = 0.005  # of the processor in a step, after which what can wait does: the stage has a frame to draw


class Running:
    """One workshop with its book and its line to the phones. `step` is called sixty times a second or so."""

    def __init__(
        self,
        show: Workshop,
        book: Book,
        hub: Hub,
        doors: Doors,
        invitation: Invitation,
        running: dict[str, Any] | None = None,
    ) -> None:
        self.show, self.book, self.hub = show, book, hub
        self.spent: dict[str, float] = dict(running or {})  # seconds of each phase so far
        self._troubles: dict[str, str] = {}  # by what was tried last and failed
        self.ended = False
        self.reception = Reception(show, hub, doors, self._take, self._remember)
        self.showing = Showing(show, hub, self.reception, invitation)
        self._clock = Clock()
        self._unwritten: list[tuple[Entry, Callable[[], None]]] = []  # happened, and waiting to be answered
        self._last = self._saved = self._flushed = 0.0
        self.until = 0.0  # of time.perf_counter(), for the step that is on
        self._lived = 0.0  # hours of the weeks that are due

    def step(self, now: float) -> None:
        """A sixtieth of a second or so; `now` in seconds of any clock that never goes back."""
        self.until = time.perf_counter() + STEP_S
        passed = min(LONGEST_STEP_S, now - self._last) if self._last else 0.0
        self._last = now
        heard = self.hub.drain()
        for message in heard:  # 1. what came in happens
            self.reception.hear(message, now)
        self._write()  # 2. it is written down, and answered
        self.reception.answer()
        self._pass(passed)  # 3. time goes on
        self.showing.step(now, self.trouble, self.sheet, self.until)  # 4. everybody sees
        if now - self._saved >= SAVE_S and not self._telling:  # 5. now and then all of it is saved
            self._saved = now
            self._begin_saving()
        self._end_saving()
        if now - self._flushed >= FLUSH_S:  # 6. and oftener, what was answered outlives a power cut, too
            self._flushed = now
            self._flush()

    # what goes wrong

    @property
    def trouble(self) -> str:
        """What the facilitator has to know of; "" nothing."""
        return next(iter(self._troubles.values()), "")

    @contextmanager
    def trying(self, what: str) -> Iterator[None]:
        """Something with the disk. That it fails is a trouble, and everything stands until the same thing succeeds."""
        try:
            yield
        except GameError as trouble:
            self._troubles[what] = str(trouble)
            self._saved = min(self._saved, self._last - SAVE_S + AGAIN_S)  # soon tried again, and by what is largest

    def _succeeded(self, *what: str) -> None:
        for name in what:
            self._troubles.pop(name, None)

    # what happens

    def _take(self, entry: Entry, answer: Callable[[], None]) -> None:
        """Let an entry happen; `answer` is given when it is on the disk. Raises RefusedError."""
        before = self.show.state.phase
        entry = Entry(entry.kind, entry.seat, entry.data, self.show.moment)
        self.show.apply(entry)
        self._unwritten.append((entry, answer))
        if self.show.state.phase != before:
            self._saved = 0.0  # save soon
            self._lived = 0.0
            self._clock.stand()

    def do(self, entry: Entry) -> None:
        """Something done on this machine, by the facilitator at the stage or by a bot. Raises RefusedError."""
        self._take(entry, lambda: None)

    def _remember(self, values: dict[str, Any]) -> None:
        """What a disk refuses to keep about the console has to be said again after a restart, and that is all."""
        with self.trying("remember"):
            self.book.remember(values)

    def _write(self) -> None:
        if not self._unwritten:
            return
        answers: list[tuple[Entry, Callable[[], None]]] = []
        with self.trying("write"):
            self.book.write([entry for entry, _ in self._unwritten])
            answers, self._unwritten = self._unwritten, []
            self._succeeded("write", "remember")  # a disk that takes the one takes the other
        for _, answer in answers:
            answer()

    def _pass(self, seconds: float) -> None:
        if self.trouble:
            return
        show = self.show
        if not show.state.stopped:
            phase = show.state.phase.value
            self.spent[phase] = self.spent.get(phase, 0.0) + seconds
        if show.running:
            self._tick(seconds)
        elif show.state.phase == Phase.WEEKS:
            self._live(seconds)
        elif show.state.phase in (Phase.REVEAL, Phase.DEBRIEF) and not self.showing.behind and not tell_one(show):
            self._live_on(HOURS_AT_ONCE)

    def _tick(self, seconds: float) -> None:
        left = seconds
        for _ in range(MOST_TICKS):
            due, left = self._clock.next_tick_due(left, self.show.state.pace)
            if not due or not self.show.running:
                return
            self.book.say(self.show, self.show.tick())

    def _live(self, seconds: float) -> None:
        """Hours of the weeks, as many as fill what the run sheet leaves for them; first the words of the last one."""
        weeks = self.show.weeks
        if weeks is None or self.show.state.stopped:
            return
        quickest = self.show.scenario.weeks.days * HOURS / QUICKEST_S
        self._lived += seconds * min(quickest, weeks.hours_left / max(seconds, self.left()))
        self._lived = min(self._lived, HOURS_AT_ONCE)  # a slow machine slows the weeks down and not the phones
        began = time.perf_counter()
        while weeks.tell_next():
            if time.perf_counter() - began > TELLING_S:
                return
        due = self._last - self._saved >= SAVE_S  # a snapshot, which has to find the hour told
        if self._lived >= 1 and not due:
            self._lived -= 1
            self.show.begin_hour()

    def _live_on(self, hours: int) -> None:
        """Hours that were left when the weeks were."""
        for _ in range(hours):
            self.show.hour()

    # time

    def left(self) -> float:
        """Seconds left of the phase."""
        show, state = self.show, self.show.state
        if state.phase == Phase.EVENING and show.evening is not None:
            return (show.evening.world.end - show.tick_now) * TICK_S / state.pace
        planned = arc.trimmed(state.minutes, self.late())[state.phase]
        return planned + state.extra_s - self.spent.get(state.phase.value, 0.0)

    def late(self) -> float:
        """Seconds by which the phases so far took longer than planned."""
        before = ARC[: ARC.index(self.show.state.phase)]
        minutes = self.show.state.minutes
        return max(0.0, sum(self.spent.get(p.value, 0.0) - arc.seconds_of(minutes, p) for p in before))

    def sheet(self) -> dict[str, Any]:
        """The run sheet as it stands, for the console."""
        planned = arc.trimmed(self.show.state.minutes, self.late())
        rows = [[p.value, round(planned[p]), round(self.spent.get(p.value, 0.0))] for p in ARC]
        return {"sheet": rows, "late": round(self.late()), "left": round(self.left())}

    # the end

    @property
    def _telling(self) -> bool:
        """An hour of the weeks is not in words yet, and a snapshot would have to wait for all of them."""
        return self.show.weeks is not None and self.show.weeks.telling

    def _begin_saving(self) -> None:
        """A snapshot of this very moment, but for what is not written down yet."""
        if not self._unwritten:
            self.book.begin_saving(self.show, self.spent)

    def _end_saving(self, *, wait: bool = False) -> None:
        """A disk that refuses is a trouble shown, and nothing is lost that was answered."""
        with self.trying("save"):
            if self.book.end_saving(wait=wait):
                self._succeeded("save", "remember")

    def _flush(self) -> None:
        with self.trying("flush"):
            if self.book.flush():
                self._succeeded("flush")

    def save(self) -> None:
        """Commit a snapshot now."""
        self._begin_saving()
        self._end_saving(wait=True)

    def close(self) -> None:
        """Save, say goodbye to every line, let go of the file."""
        self.save()
        self.book.close()
