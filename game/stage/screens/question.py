"""The question such talks start with; the answer comes back in the debrief."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.stage.backend import PlayerProfile
from game.stage.desk import Desk
from game.stage.screen import Move, Pop
from game.stage.screens.course import begin
from game.stage.screens.form import Form
from game.stage.widgets.controls import Button

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


class FirstQuestion(Form):
    """One question, several answers, none of them wrong yet."""

    name = "question"

    def __init__(self, desk: Desk, scenario: Scenario, profile: PlayerProfile) -> None:
        super().__init__(desk)
        self.scenario, self.profile = scenario, profile
        question = scenario.questions[0]
        self.heading, self.lead = question.ask, desk.t("question.lead")
        for number, answer in enumerate(question.answers, start=1):
            self.body.append(Button(answer.text, partial(self._answer, answer.text), key=str(number)))
        self.foot = [Button(desk.t("back"), Pop)]
        self.refresh()

    def _answer(self, text: str) -> Move:
        return begin(self.desk, self.scenario, replace(self.profile, first_answer=text))
