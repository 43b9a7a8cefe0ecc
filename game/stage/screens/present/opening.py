"""Before the evening: the title slide, and the first question put to the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.stage.backend import PlayerProfile
from game.stage.desk import Desk
from game.stage.screen import Move, Replace
from game.stage.screens.course import begin
from game.stage.screens.present.dilemma import Way
from game.stage.screens.present.slide import Slide

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


class Opening(Slide):
    """The title, while people find their seats."""

    name = "present_title"

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        super().__init__(desk)
        self.scenario = scenario
        self.kicker, self.heading = desk.t("title.name"), scenario.title
        self.lines = [scenario.about, desk.t("present.rules")]
        self.shown = len(self.lines)

    def next(self) -> Move:
        player = self.scenario.player
        offer, need = (want.words if want else "" for want in (player.offer, player.need))
        profile = PlayerProfile(player.name, player.work, offer, need, player.goal, "")
        if self.scenario.questions:
            return Replace(Question(self.desk, self.scenario, profile))
        return begin(self.desk, self.scenario, profile)


class Question(Slide):
    """The first question: the answer most hands are up for."""

    name = "present_question"

    def __init__(self, desk: Desk, scenario: Scenario, profile: PlayerProfile) -> None:
        super().__init__(desk)
        self.scenario, self.profile = scenario, profile
        question = scenario.questions[0]
        self.kicker, self.heading = scenario.title, question.ask
        self.ask = desk.t("present.hands")
        self.ways = [Way(answer.text) for answer in question.answers[:6]]

    def vote(self, number: int) -> Move:
        answer = self.scenario.questions[0].answers[number].text
        return begin(self.desk, self.scenario, replace(self.profile, first_answer=answer))
