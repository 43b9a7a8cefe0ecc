"""Everybody's look and portrait in one run, drawn when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.stage.art.look import Look, look_for
from game.stage.art.sprites import Sprites
from game.stage.art.stance import Mood

if TYPE_CHECKING:
    from game.scenario.spec import Scenario

SELLERS = ("promoter",)  # styles that one can see coming


class Faces:
    """The looks of a scenario's people by attendee index, the player at 0."""

    def __init__(self, scenario: Scenario) -> None:
        everybody = (scenario.player, *scenario.people)
        self.looks: dict[int, Look] = {
            i: look_for(person.key or person.name, person.look, person.pronoun, sells=i > 0 and person.style in SELLERS)
            for i, person in enumerate(everybody)
        }
        self._keys = [person.key or person.name for person in everybody]
        self.sprites = Sprites()

    def key(self, person: int) -> str:
        """What tells this person from all others, for their look and their voice."""
        return self._keys[person]

    def portrait(self, person: int, size: int, mood: Mood = "smile") -> pygame.Surface:
        """A head on a disc of `size` pixels."""
        return self.sprites.portrait(self.looks[person], mood, size)
