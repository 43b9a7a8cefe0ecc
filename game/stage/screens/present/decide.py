"""After the evening: what the people talked with longest are to us, one after the other."""

from __future__ import annotations

from game.model.commands import Command, Do
from game.session.views import Note
from game.stage.backend import Run, Weeks
from game.stage.desk import Desk
from game.stage.marks import NAMES
from game.stage.screen import Move, Replace
from game.stage.screens.course import screen_of
from game.stage.screens.present.after import Onward
from game.stage.screens.present.dilemma import Way
from game.stage.screens.present.one_by_one import OneByOne

ASKED = 4  # people: with more of them hands get tired


class Decide(OneByOne[Note]):
    """A vote on one person; then on the next."""

    name = "present_decide"

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk, run, sorted(run.view().notebook, key=lambda note: -note.minutes)[:ASKED])

    def nobody(self) -> str:
        return self.desk.t("decisions.nobody")

    def put(self, somebody: Note) -> None:
        t, view = self.desk.t, self.run.view()
        self.kicker, self.ask = t("present.decide"), t("present.whom")
        name = somebody.name or t("notebook.unnamed")
        self.about(somebody.person, name, somebody.facts, t("decisions.facts_none"))
        self.ways = [
            Way(t(f"mark.{name}"), Command(view.tick, view.me, Do.MARK, to=somebody.person, item=int(mark)), name)
            for mark, name in NAMES.items()
        ]

    def done(self) -> Move:
        if isinstance(self.run, Weeks) and self.run.can_go_on:
            return Replace(Onward(self.desk, self.run))
        self.run.finish()
        return Replace(screen_of(self.desk, self.run))
