"""The title: play, continue, settings, the follower slider, quit."""

from __future__ import annotations

from collections.abc import Callable

from game.stage.desk import Desk
from game.stage.screen import Move, Push, Quit
from game.stage.screens.form import Form
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button


class Title(Form):
    """The first screen."""

    name = "title"
    widest = 560
    title = "hero"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("title.name"), desk.t("title.lead")
        self.spoken = desk.backend.words.language
        doors: list[tuple[str, Callable[[], Move], str]] = [("play", self._play, "play")]
        if desk.backend.unfinished():
            doors.append(("continue", self._continue, "history"))
        doors += [("settings", self._settings, "settings"), ("slider", self._slider, "people"), ("quit", Quit, "leave")]
        self.body = [Text(line, "strong", "bad") for line in desk.backend.warnings()]
        self.body += [
            Button(desk.t(f"title.{name}"), go, key=str(number), primary=name == "play", icon=icon)
            for number, (name, go, icon) in enumerate(doors, start=1)
        ]
        self.refresh()

    def back(self) -> Move | None:
        return None

    def uncovered(self) -> Title:
        return self if self.desk.backend.words.language == self.spoken else Title(self.desk)

    def _play(self) -> Move:
        from game.stage.screens.picker import Picker

        return Push(Picker(self.desk))

    def _continue(self) -> Move:
        from game.stage.screens.picker import Continue

        return Push(Continue(self.desk))

    def _settings(self) -> Move:
        from game.stage.screens.settings import SettingsForm

        return Push(SettingsForm(self.desk))

    def _slider(self) -> Move:
        from game.stage.screens.slider import Slider

        return Push(Slider(self.desk))
