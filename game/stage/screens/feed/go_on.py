"""After the decisions: thirty days on the network with the same people, or straight to what became of the evening."""

from __future__ import annotations

from game.stage.backend import Weeks
from game.stage.desk import Desk
from game.stage.screen import Move, Replace
from game.stage.screens.course import screen_of
from game.stage.screens.form import Form
from game.stage.widgets.controls import Button


class GoOn(Form):
    """Neither is the end: the debrief offers the weeks once more."""

    name = "go_on"
    widest = 640

    def __init__(self, desk: Desk, run: Weeks) -> None:
        super().__init__(desk)
        self.run, t = run, desk.t
        self.heading, self.lead = t("go_on.heading"), t("go_on.lead")
        self.body = [
            Button(t("go_on.yes"), self._weeks, detail=t("go_on.yes_detail"), key="1", primary=True, icon="globe"),
            Button(t("go_on.no"), self._debrief, detail=t("go_on.no_detail"), key="2", icon="check"),
        ]
        self.refresh()

    def back(self) -> Move | None:
        return None

    def _weeks(self) -> Move:
        self.run.go_on()
        return Replace(screen_of(self.desk, self.run))

    def _debrief(self) -> Move:
        self.run.finish()
        return Replace(screen_of(self.desk, self.run))
