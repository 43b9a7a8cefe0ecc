"""Who you are this evening, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.stage.backend import PlayerProfile
from game.stage.desk import Desk
from game.stage.screen import Move, Pop, Push
from game.stage.screens.form import Form
from game.stage.widgets.base import Row, Widget
from game.stage.widgets.controls import Button, Option
from game.stage.widgets.field import Field

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


class Who(Form):
    """Name, work, offer, need and goal, filled in from the scenario."""

    name = "who"

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        from game.scenario.spec import GOALS

        super().__init__(desk)
        self.scenario, player = scenario, scenario.player
        self.heading, self.lead = desk.t("who.heading"), desk.t("who.lead")
        self.fields = {
            "name": Field(desk.t("who.name"), player.name, 40),
            "work": Field(desk.t("who.work"), player.work, 140),
            "offer": Field(desk.t("who.offer"), player.offer.words if player.offer else "", 120),
            "need": Field(desk.t("who.need"), player.need.words if player.need else "", 120),
        }
        self.goal = player.goal
        goals = [desk.t(f"goal.{goal.replace(' ', '_')}") for goal in GOALS]
        option = Option(desk.t("who.goal"), goals, GOALS.index(self.goal), self._aim, desk.t("who.goal_detail"))
        pair: list[Widget] = [self.fields["offer"], self.fields["need"]]
        self.body = [self.fields["name"], self.fields["work"], Row(pair), option]
        go = Button(desk.t("who.go"), self._go, primary=True)
        self.foot = [Button(desk.t("back"), Pop), go]
        self.refresh(focus=go)

    def _aim(self, index: int) -> None:
        from game.scenario.spec import GOALS

        self.goal = GOALS[index]

    def profile(self) -> PlayerProfile:
        """What was filled in; an empty name or work falls back on the scenario's."""
        filled = {key: field.text.strip() for key, field in self.fields.items()}
        player = self.scenario.player
        return PlayerProfile(
            name=filled["name"] or player.name,
            work=filled["work"] or player.work,
            offer=filled["offer"],
            need=filled["need"],
            goal=self.goal,
            first_answer="",
        )

    def _go(self) -> Move:
        from game.stage.screens.course import begin
        from game.stage.screens.question import FirstQuestion

        if self.scenario.questions:
            return Push(FirstQuestion(self.desk, self.scenario, self.profile()))
        return begin(self.desk, self.scenario, self.profile())
