"""A vote on one person, then on the next, until nobody is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.screen import Move, Stay
from game.stage.screens.present.slide import Slide

FACTS = 3  # known of somebody, on a slide

Somebody = TypeVar("Somebody")


class OneByOne(Slide, Generic[Somebody]):
    """Subclasses fill the slide in `put` (with `about` and `ways`), say who is missing, and where it goes on."""

    def __init__(self, desk: Desk, run: Run, left: Sequence[Somebody]) -> None:
        super().__init__(desk, Faces(run.scenario))
        self.run, self.left = run, list(left)
        if self.left:
            self.put(self.left[0])
        else:
            self.heading = self.nobody()

    def put(self, somebody: Somebody) -> None:
        """Put somebody to the vote."""
        raise NotImplementedError

    def nobody(self) -> str:
        """What is said where there is nobody to vote on."""
        raise NotImplementedError

    def done(self) -> Move:
        """After the last of them."""
        raise NotImplementedError

    def about(self, person: int, name: str, facts: Sequence[str], unknown: str) -> None:
        """Show who it is, and what is known; `unknown` where that is nothing."""
        self.heading = name
        self.lines = list(facts[:FACTS]) or [unknown]
        self.people = [person, *[-1] * (len(self.lines) - 1)]
        self.shown = len(self.lines)

    def vote(self, number: int) -> Move:
        self.run.submit(self.ways[number].command)
        return self.next()

    def next(self) -> Move:
        del self.left[:1]
        if not self.left:
            return self.done()
        self.put(self.left[0])
        return Stay()
