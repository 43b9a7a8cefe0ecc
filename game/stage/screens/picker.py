"""Choosing a scenario to start, or a run to take up again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.stage.backend import Unfinished
from game.stage.desk import Desk
from game.stage.screen import Move, Pop, Push
from game.stage.screens.form import Form
from game.stage.widgets.base import Text
from game.stage.widgets.controls import Button

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


class Picker(Form):
    """The scenarios there are."""

    name = "scenarios"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("picker.heading"), desk.t("picker.lead")
        for number, scenario in enumerate(desk.backend.scenarios(), start=1):
            size = desk.t(
                "picker.size",
                n=len(scenario.people),
                minutes=scenario.evening.minutes,
                starts=scenario.evening.starts,
            )
            self.body.append(
                Button(
                    _title(desk, scenario),
                    partial(self._choose, scenario),
                    detail=f"{scenario.about}\n{size}" if scenario.about else size,
                    key=str(number) if number < 10 else "",
                )
            )
        self.foot = [Button(desk.t("back"), Pop)]
        self.refresh()

    def _choose(self, scenario: Scenario) -> Move:
        from game.stage.screens.who import Who

        return Push(Who(self.desk, scenario))


def _title(desk: Desk, scenario: Scenario) -> str:
    """What it is called; with its language where that is not the one spoken here."""
    language = scenario.languages[0]
    if language == desk.backend.words.language:
        return scenario.title
    return desk.t("picker.other_language", title=scenario.title, language=language)


class Continue(Form):
    """The runs that were left."""

    name = "continue"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = desk.t("continue.heading")
        runs = desk.backend.unfinished()
        if not runs:
            self.body.append(Text(desk.t("continue.none")))
        for number, run in enumerate(runs, start=1):
            detail = desk.t("continue.where", name=run.name, clock=run.clock, saved=run.saved)
            key = str(number) if number < 10 else ""
            self.body.append(Button(run.title, partial(self._resume, run), detail=detail, key=key))
        self.foot = [Button(desk.t("back"), Pop)]
        self.refresh()

    def _resume(self, unfinished: Unfinished) -> Move:
        from game.stage.screens.course import entered

        return entered(self.desk, lambda: self.desk.backend.resume(unfinished.run))
