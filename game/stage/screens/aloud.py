"""The room read aloud: what could be said, who could be walked up to, and what is said in the player's circle."""

from __future__ import annotations

from game.session.views import PersonView, RoomView
from game.stage.desk import Desk
from game.stage.screens import targets
from game.stage.screens.parting import Parting
from game.stage.screens.talk_panel import TalkPanel
from game.stage.widgets.base import joined


class Aloud:
    """One room's. People move all the time: who is in focus is described when the focus comes to them, and not anew."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._about, self._words = (-1, ""), ""  # who was described last, by which name, and how

    def heard(self, view: RoomView, panel: TalkPanel, parting: Parting, target: int) -> tuple[str, ...]:
        """What has the focus, from the room down to a choice or a person."""
        title = parting.run.scenario.title
        if view.choices:
            return title, view.asked, *panel.heard()
        return title, *parting.heard(), self._person(view, target)

    def _person(self, view: RoomView, target: int) -> str:
        order = targets.by_distance(view)
        person = next((person for person in order if person.id == target), None)
        about = (person.id, person.name) if person else (-1, "")
        if about != self._about:
            self._about = about
            place = self.desk.t("voice.place", n=order.index(person) + 1, total=len(order)) if person else ""
            self._words = joined([self._described(view, person), place]) if person else ""
        return self._words

    def _described(self, view: RoomView, person: PersonView) -> str:
        """The name, what they are doing, and how many they stand with."""
        t = self.desk.t
        doing = t("voice.doing.talking" if person.speaking else f"voice.doing.{person.activity}")
        circle = next((circle for circle in view.formations if circle.id == person.formation), None)
        company = t("voice.circle", n=len(circle.members)) if circle else ""
        return ", ".join(part for part in (person.name, doing, company) if part)

    def overheard(self, view: RoomView, caption: str) -> tuple[str, ...]:
        """The lines of the player's circle but their own, the guide's step, and the caption."""
        names = {person.id: person.name for person in view.people}
        lines = [
            line.text if line.narration else self.desk.t("voice.line", name=names.get(line.speaker, ""), text=line.text)
            for line in view.lines
            if line.mine and line.speaker != view.me
        ]
        step = view.step.say if view.step else ""
        return tuple(words for words in (step, *lines, caption) if words)
