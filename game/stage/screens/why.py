"""Why somebody thinks of the player as they do: the reasons in order, each with its moment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.session.explaining import Because
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.inputs import Intent
from game.stage.screen import Move, Pop, Stay
from game.stage.screens.form import Sheet
from game.stage.widgets.base import Card, Text, Widget
from game.stage.widgets.controls import Button
from game.stage.widgets.person import Portrait

SHOWN = 6  # reasons; what weighs less than these moved nobody


class Why(Sheet):
    """One person at a time; the others of the circle are a button away."""

    name = "why"
    shut_by = Intent.WHY

    def __init__(self, desk: Desk, run: Run, faces: Faces, people: Sequence[int]) -> None:
        """`people` one may ask about, the first of them first."""
        super().__init__(desk)
        self.run, self.faces, self.people = run, faces, list(people)
        self._about(self.people[0])

    def _about(self, person: int) -> Move:
        t, told = self.desk.t, self.run.explain(person)
        names = {seen.id: seen.name for seen in self.run.view().people}
        self.heading = t("why.heading")
        mood = "worry" if sum(reason.weight for reason in told.reasons) < 0 else "smile"
        self.body = [Portrait(self.faces, person, [Text(told.verdict, "heading")], mood)]
        self.body += [self._reason(reason) for reason in told.reasons[:SHOWN]]
        if not told.reasons:
            self.body.append(Text(t("why.nothing")))
        close = Button(t("why.close"), Pop, primary=True)
        others = [
            Button(t("why.of", name=names.get(who, "")), partial(self._about, who))
            for who in self.people
            if who != person
        ]
        self.foot = [*others, close]
        self.scroll = 0
        self.refresh(focus=close)
        return Stay()

    def _reason(self, reason: Because) -> Widget:
        t = self.desk.t
        sign = t("why.warmer" if reason.good else "why.cooler", clock=reason.clock)
        parts: list[Widget] = [Text(sign, "small", "good" if reason.good else "bad"), Text(reason.sentence, "strong")]
        if reason.quote:
            parts.append(Text(t("why.quote", speaker=reason.speaker, text=reason.quote), "small", "soft"))
        return Card(parts, edge="line")
