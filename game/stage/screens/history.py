"""What was said in the player's circles, to be read again; and what it would be on a network."""

from __future__ import annotations

from game.model.acts import Act
from game.scenario.online import called
from game.session.views import Line
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.inputs import Intent
from game.stage.screen import Move, Pop, Stay
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Card, Text, Widget
from game.stage.widgets.controls import Button

MOST = 120  # lines shown; the rest is in the transcript
END = 1_000_000  # as far down as it goes: drawing brings it into range


def said_to(desk: Desk, speaker: str, addressee: str) -> str:
    """Who speaks to whom; an addressee without a name is the player."""
    return desk.t("history.said_to", speaker=speaker, addressee=addressee or desk.t("room.to_you"))


class History(Sheet):
    """The latest line last, and in view. One network after the other shows each line's twin under it."""

    name = "history"
    shut_by = Intent.HISTORY
    aloud = 6

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk)
        self.run, self.heading = run, desk.t("history.heading")
        view = run.view()
        self.me = view.me
        self.names = {person.id: person.name for person in view.people} | {view.me: desk.t("room.you")}
        self.networks = ("", *run.scenario.networks)  # whose twins are shown in turn; "" none
        self._build(focus=0)
        self.scroll = END

    def _build(self, focus: int) -> None:
        t = self.desk.t
        self.body = [self._line(line) for line in list(self.run.log())[-MOST:]]
        self.foot = [Button(t("history.close"), Pop, primary=True)]
        if self.body:
            following = self.networks[1]
            twins = t("history.twins", network=called(following)) if following else t("history.no_twins")
            self.foot.append(Button(twins, self._turn))
        else:
            self.body = [Text(t("history.empty"))]
        self.refresh(self.foot[focus])

    def _line(self, line: Line) -> Widget:
        t = self.desk.t
        if line.act == Act.SILENCE:
            return Text(line.text.strip("()"), "small", "soft")
        head = speaker = self.names.get(line.speaker, t("room.someone"))
        if line.addressee in self.names and line.addressee != line.speaker:
            head = said_to(self.desk, speaker, "" if line.addressee == self.me else self.names[line.addressee])
        parts: list[Widget] = [Text(head, "small", "accent_ink"), Text(line.text)]
        network = self.networks[0]
        if network and (twin := self.run.twin(line.act, network)):
            parts.append(Text(twin, "small", "soft"))
        return Card(parts, "mine" if line.speaker == self.me else "card", edge="line")

    def _turn(self) -> Move:
        """Show the twins of the next network, and after the last one none."""
        self.networks = (*self.networks[1:], self.networks[0])
        self._build(focus=1)
        return Stay()
