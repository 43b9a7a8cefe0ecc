"""The pause, and calling it an evening."""

from __future__ import annotations

from functools import partial

from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.inputs import Input, Intent
from game.stage.marks import Marks
from game.stage.screen import Move, Pop, Push, Reset
from game.stage.screens.course import screen_of, to_title
from game.stage.screens.form import Sheet
from game.stage.screens.history import History
from game.stage.screens.notebook import Notebook
from game.stage.screens.settings import SettingsForm
from game.stage.widgets.controls import Button


class Pause(Sheet):
    """The evening stands still until the player comes back to it."""

    name = "pause"
    widest = 520
    shut_by = Intent.PAUSE

    def __init__(self, desk: Desk, run: Run, faces: Faces, marks: Marks) -> None:
        super().__init__(desk)
        self.run, self.spoken = run, desk.backend.words.language
        self._again = partial(Pause, desk, run, faces, marks)
        run.paused = True
        self.heading = desk.t("pause.heading")
        self.lead = desk.t("pause.lead", clock=run.view().clock, title=run.scenario.title)
        self.body = [
            Button(desk.t("pause.resume"), self.back, key="1", primary=True, icon="play"),
            Button(
                desk.t("pause.notebook"),
                lambda: Push(Notebook(desk, run, faces, marks)),
                key="2",
                icon="book",
            ),
            Button(desk.t("pause.history"), lambda: Push(History(desk, run)), key="3", icon="history"),
            Button(desk.t("pause.settings"), lambda: Push(SettingsForm(desk)), key="4", icon="settings"),
            Button(desk.t("pause.finish"), lambda: Push(Finish(desk, run)), key="5", icon="check"),
            Button(desk.t("pause.leave" if run.kept else "watch.leave"), lambda: to_title(desk), key="6", icon="leave"),
        ]
        self.refresh()

    def uncovered(self) -> Pause:
        return self if self.desk.backend.words.language == self.spoken else self._again()

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.SPACE and self.ring.focus is self.body[0]:
            return self.back()
        return super().handle(event)

    def back(self) -> Move:
        self.desk.ready(self.run)  # the settings may have changed meanwhile
        self.run.paused = False
        return Pop()


class Finish(Sheet):
    """Is the evening over?"""

    name = "finish"
    widest = 520

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk)
        self.run = run
        self.heading, self.lead = desk.t("finish.heading"), desk.t("finish.lead")
        self.body = [
            Button(desk.t("finish.no"), Pop, key="1", primary=True),
            Button(desk.t("finish.yes"), self._yes, key="2"),
        ]
        self.refresh()

    def _yes(self) -> Move:
        self.run.finish()
        self.run.paused = False
        return Reset(screen_of(self.desk, self.run))
