"""What was said in the player's circles, to be read again."""

from __future__ import annotations

from game.model.acts import Act
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.inputs import Intent
from game.stage.screen import Pop
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Card, Text
from game.stage.widgets.controls import Button

MOST = 120  # lines shown; the rest is in the transcript


class History(Sheet):
    """The latest line last, and in view."""

    name = "history"
    shut_by = Intent.HISTORY
    aloud = 6

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk)
        self.heading = desk.t("history.heading")
        view = run.view()
        names = {person.id: person.name for person in view.people} | {view.me: desk.t("room.you")}
        for line in list(run.log())[-MOST:]:
            speaker = names.get(line.speaker, desk.t("room.someone"))
            head = speaker
            if line.act == Act.SILENCE:
                self.body.append(Text(line.text.strip("()"), "small", "soft"))
                continue
            if line.addressee in names and line.addressee != line.speaker:
                head = desk.t("history.said_to", speaker=speaker, addressee=names[line.addressee])
            fill = "mine" if line.speaker == view.me else "card"
            self.body.append(Card([Text(head, "small", "accent_ink"), Text(line.text)], fill, edge="line"))
        if not self.body:
            self.body = [Text(desk.t("history.empty"))]
        self.foot = [Button(desk.t("history.close"), Pop, primary=True)]
        self.refresh()
        self.scroll = 1_000_000  # the end; the first drawing brings it into range
