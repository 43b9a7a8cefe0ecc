"""The title: play, continue, settings, quit."""

from __future__ import annotations

from game.stage.desk import Desk
from game.stage.screen import Move, Push, Quit
from game.stage.screens.form import Form
from game.stage.widgets.controls import Button


class Title(Form):
    """The first screen."""

    name = "title"
    widest = 560
    hero = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("title.name"), desk.t("title.lead")
        self.body = [Button(desk.t("title.play"), self._play, key="1", primary=True, icon="play")]
        if desk.backend.unfinished():
            self.body.append(Button(desk.t("title.continue"), self._continue, key="2", icon="history"))
        self.body.append(Button(desk.t("title.settings"), self._settings, key="3", icon="settings"))
        self.body.append(Button(desk.t("title.quit"), Quit, key="4", icon="leave"))
        self.refresh()

    def back(self) -> Move | None:
        return None

    def _play(self) -> Move:
        from game.stage.screens.picker import Picker

        return Push(Picker(self.desk))

    def _continue(self) -> Move:
        from game.stage.screens.picker import Continue

        return Push(Continue(self.desk))

    def _settings(self) -> Move:
        from game.stage.screens.settings import SettingsForm

        return Push(SettingsForm(self.desk))
