"""What could not be done, in one line, and back to where one was."""

from __future__ import annotations

from game.stage.desk import Desk
from game.stage.screen import Pop
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button


class Trouble(Sheet):
    """An error a user can meet."""

    name = "trouble"
    widest = 640

    def __init__(self, desk: Desk, said: str) -> None:
        super().__init__(desk)
        self.heading = desk.t("trouble.heading")
        self.body = [Text(said)]
        self.foot = [Button(desk.t("back"), Pop, primary=True)]
        self.refresh()
