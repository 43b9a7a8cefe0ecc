"""The pages of the debrief that tell it as a story: when, where, and with whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.scenario.spec import Scenario
from game.session.debrief import Debrief, Saying
from game.stage.art.venue import Venue
from game.stage.faces import Faces
from game.stage.screen import Move
from game.stage.widgets.base import Row, Text, Widget
from game.stage.widgets.floor_map import FloorMap
from game.stage.widgets.person import Badge, PersonCard
from game.stage.widgets.place_list import PlaceList
from game.stage.widgets.timeline import Timeline

Words = Callable[..., str]


def timeline(t: Words, told: Debrief, faces: Faces) -> list[Widget]:
    """With whom, what, who turned away, how warm."""
    return [Text(t("story.timeline_lead"), colour="soft"), Timeline(told.story, faces, t)]


def floor_map(t: Words, told: Debrief, scenario: Scenario, faces: Faces) -> list[Widget]:
    """Where it happened, drawn and in words."""
    venue = Venue(scenario.venue.plan, scenario.venue.cell_m)
    return [Row([FloorMap(told.story, venue, faces, t), PlaceList(told.story, t)])]


def people(t: Words, told: Debrief, faces: Faces, ask: Callable[[int], Move]) -> list[Widget]:
    """Faces, what became of each, and what they would say tomorrow; pressing one asks why."""
    became = {person.person: person for person in told.people}

    def kinds_of(saying: Saying) -> Sequence[str]:
        return became[saying.person].kinds if saying.person in became else ("unmet",)

    def rank(saying: Saying) -> tuple[int, int]:
        best_first = [*BADGES]
        return min(best_first.index(kind) for kind in kinds_of(saying)), -saying.warmth

    cards: list[Widget] = []
    for saying in sorted(told.story.tomorrow, key=rank):
        known = became.get(saying.person)
        badges = [Badge(t(f"debrief.kind.{kind}"), BADGES[kind], _TINTS.get(kind, "good")) for kind in kinds_of(saying)]
        parts: list[Widget] = [Text(known.name if known else saying.name, "strong"), *badges]
        parts.append(Text(t("story.saying", text=saying.text)))
        if known:
            parts.append(Text(known.sentence, "small", "soft"))
        mood = "worry" if saying.warmth < 0 else "smile"
        cards.append(PersonCard(faces, saying.person, parts, partial(ask, saying.person), mood))
    if not cards:
        return [Text(t("debrief.nobody"))]
    pairs: list[Widget] = [Row(cards[i : i + 2]) for i in range(0, len(cards), 2)]
    return [Text(t("story.people_lead"), colour="soft"), *pairs]


BADGES = {  # signs of what became of somebody, the best first
    "friend": "friend",
    "business": "business",
    "referral": "refer",
    "contact": "person",
    "nothing": "not_for_me",
    "avoided": "avoid",
    "unmet": "other",
}
_TINTS = {"contact": "ink", "nothing": "soft", "avoided": "bad", "unmet": "soft"}
