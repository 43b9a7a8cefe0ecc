"""The notebook: what was learned of whom, and the private marks."""

from __future__ import annotations

from game.stage.backend import Run, Weeks
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.inputs import Input, Intent, Steer
from game.stage.marks import Marks
from game.stage.screen import Move, Pop, Replace, Stay
from game.stage.screens.course import screen_of
from game.stage.screens.feed.go_on import GoOn
from game.stage.screens.form import Form, Sheet
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button
from game.stage.widgets.person import note_rows

DEAF_S = 0.5  # the evening ends when it ends: a key struck for the room must not answer here


class Notebook(Sheet):
    """Opened over the room, which stands still meanwhile."""

    name = "notebook"
    widest = 860
    shut_by = Intent.NOTEBOOK

    def __init__(self, desk: Desk, run: Run, faces: Faces, marks: Marks) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("notebook.heading"), desk.t("notebook.lead")
        for note in run.view().notebook:
            self.body += note_rows(desk, marks, faces, note)
        if not self.body:
            self.body = [Text(desk.t("notebook.empty"))]
        self.foot = [Button(desk.t("notebook.close"), Pop, primary=True)]
        self.refresh()


class Decisions(Form):
    """The same pages at the end of the evening, for everybody met."""

    name = "decisions"
    widest = 860

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk)
        self.run, faces, marks = run, Faces(run.scenario), Marks(run)
        self.heading, self.lead = desk.t("decisions.heading"), desk.t("decisions.lead")
        for note in run.view().notebook:
            self.body += note_rows(desk, marks, faces, note)
        if not self.body:
            self.body = [Text(desk.t("decisions.nobody"))]
        done = Button(desk.t("decisions.done"), self._done, primary=True)
        self.foot = [done]
        self._deaf_s = DEAF_S
        self.refresh(focus=done)  # marking is a wish, not a duty: Enter goes on

    def update(self, seconds: float, steer: Steer) -> Move | None:
        self._deaf_s -= seconds
        return None

    def handle(self, event: Input) -> Move | None:
        if self._deaf_s > 0 and event.intent in (Intent.OK, Intent.SPACE):
            return Stay()
        return super().handle(event)

    def back(self) -> Move | None:
        return None

    def _done(self) -> Move:
        if isinstance(self.run, Weeks) and self.run.can_go_on:
            return Replace(GoOn(self.desk, self.run))
        self.run.finish()
        return Replace(screen_of(self.desk, self.run))
