"""After the evening: what the people talked with longest are to us, one after the other."""

from __future__ import annotations

from game.model.commands import Command, Do
from game.stage.backend import Run, Weeks
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.marks import NAMES
from game.stage.screen import Move, Replace, Stay
from game.stage.screens.course import screen_of
from game.stage.screens.present.dilemma import Way
from game.stage.screens.present.slide import Slide

ASKED = 4  # people: with more of them hands get tired


class Decide(Slide):
    """A vote on one person; then on the next."""

    name = "present_decide"

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk, Faces(run.scenario))
        self.run = run
        notes = sorted(run.view().notebook, key=lambda note: -note.minutes)
        self.notes = notes[:ASKED]
        self.ask = desk.t("present.whom")
        self._show()

    def _show(self) -> None:
        t = self.desk.t
        if not self.notes:
            self.heading = t("decisions.nobody")
            return
        note = self.notes[0]
        self.kicker = t("present.decide")
        self.heading = note.name or t("notebook.unnamed")
        self.lines = list(note.facts[:3]) or [t("decisions.facts_none")]
        self.people = [note.person, *[-1] * (len(self.lines) - 1)]
        self.shown = len(self.lines)
        view = self.run.view()
        self.ways = [
            Way(t(f"mark.{name}"), Command(view.tick, view.me, Do.MARK, to=note.person, item=int(mark)), name)
            for mark, name in NAMES.items()
        ]

    def vote(self, number: int) -> Move:
        self.run.submit(self.ways[number].command)
        del self.notes[0]
        return self._done() if not self.notes else self._next_one()

    def next(self) -> Move:
        return self._done()

    def _next_one(self) -> Move:
        self._show()
        return Stay()

    def _done(self) -> Move:
        if isinstance(self.run, Weeks) and self.run.can_go_on:
            from game.stage.screens.present.after import Onward

            return Replace(Onward(self.desk, self.run))
        self.run.finish()
        return Replace(screen_of(self.desk, self.run))
