"""Why somebody thinks of the player as they do."""

from __future__ import annotations

from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.inputs import Intent
from game.stage.screen import Pop
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button
from game.stage.widgets.person import Portrait


class Why(Sheet):
    """One person's reasons, in sentences."""

    name = "why"
    widest = 620
    shut_by = Intent.WHY

    def __init__(self, desk: Desk, run: Run, faces: Faces, person: int) -> None:
        super().__init__(desk)
        name = next((p.name for p in run.view().people if p.id == person), desk.t("room.someone"))
        self.heading = desk.t("why.heading", name=name)
        reasons = run.why(person) or (desk.t("why.none"),)
        self.body = [Portrait(faces, person, [Text(reason) for reason in reasons])]
        self.foot = [Button(desk.t("why.close"), Pop, primary=True)]
        self.refresh()
