"""The room read aloud: what could be said, who could be walked up to, and what is said in the player's circle."""

from __future__ import annotations

from game.session.views import RoomView
from game.stage.desk import Desk
from game.stage.screens import targets
from game.stage.screens.parting import Parting
from game.stage.screens.talk_panel import TalkPanel
from game.stage.widgets.base import joined


def heard(desk: Desk, view: RoomView, panel: TalkPanel, parting: Parting, target: int) -> tuple[str, ...]:
    """What has the focus, from the room down to a choice or a person."""
    title = parting.run.scenario.title
    if view.choices:
        return title, view.asked, *panel.heard()
    return title, *parting.heard(), _person(desk, view, target)


def _person(desk: Desk, view: RoomView, target: int) -> str:
    """Who is in focus, what they are doing, and how near they are among all."""
    order = targets.by_distance(view)
    for number, person in enumerate(order, start=1):
        if person.id == target:
            doing = desk.t("voice.doing.talking" if person.speaking else f"voice.doing.{person.activity}")
            return joined([f"{person.name}, {doing}", desk.t("voice.place", n=number, total=len(order))])
    return ""


def overheard(desk: Desk, view: RoomView, caption: str) -> tuple[str, ...]:
    """The lines of the player's circle but their own, the guide's step, and the caption."""
    names = {person.id: person.name for person in view.people}
    lines = [
        line.text if line.narration else desk.t("voice.line", name=names.get(line.speaker, ""), text=line.text)
        for line in view.lines
        if line.mine and line.speaker != view.me
    ]
    step = view.step.say if view.step else ""
    return tuple(words for words in (step, *lines, caption) if words)
