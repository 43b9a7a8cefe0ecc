"""The pages of the debrief that are looked at rather than read."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.spec import Scenario
from game.session.debrief import Debrief
from game.stage.art.venue import Venue
from game.stage.faces import Faces
from game.stage.widgets.base import Row, Text, Widget
from game.stage.widgets.floor_map import FloorMap
from game.stage.widgets.person import Portrait
from game.stage.widgets.timeline import Timeline

Words = Callable[..., str]


def timeline(t: Words, told: Debrief, faces: Faces) -> list[Widget]:
    """With whom, what, who turned away, how warm."""
    return [Text(t("story.timeline_lead"), colour="soft"), Timeline(told.story, faces, t)]


def floor_map(t: Words, told: Debrief, scenario: Scenario) -> list[Widget]:
    """Where it happened."""
    return [FloorMap(told.story, Venue(scenario.venue.plan, scenario.venue.cell_m), t)]


def tomorrow(t: Words, told: Debrief, faces: Faces) -> list[Widget]:
    """Faces, and what they would say; the warm ones first."""
    said = sorted(told.story.tomorrow, key=lambda saying: -saying.warmth)
    cards: list[Widget] = [
        Portrait(
            faces,
            saying.person,
            [
                Text(t(f"story.says_{_HOW[saying.warmth]}", name=saying.name), "small", _TINT[saying.warmth]),
                Text(saying.text),
            ],
            "worry" if saying.warmth < 0 else "smile",
        )
        for saying in said
    ]
    if not cards:
        return [Text(t("debrief.nobody"))]
    return [Row(cards[i : i + 2]) for i in range(0, len(cards), 2)]


_HOW = {1: "warm", 0: "even", -1: "cool"}
_TINT = {1: "good", 0: "soft", -1: "bad"}
