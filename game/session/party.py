"""An evening with many humans: who comes late, for whom a style stands in, how long one may think, and surprises."""

from dataclasses import replace

import numpy as np

from game.model.acts import Act
from game.model.commands import Command, Do
from game.model.params import TICK_S
from game.scenario.spec import Scenario
from game.session import opening
from game.session.evening import Evening
from game.session.guests import CALLED, with_guests
from game.styles.table import adopt
from game.talk.words import Words


class Party(Evening):
    """One room with places for so many humans; a place is empty until somebody is let in."""

    def __init__(self, scenario: Scenario, seed: int, words: Words, places: int) -> None:
        spoken = words.speaking(scenario.languages[0])
        super().__init__(with_guests(scenario, spoken, places), seed, opening.HUMAN, spoken)
        first = 1 + len(scenario.people)
        self._called = {kind: first + place for place, kind in enumerate(CALLED)}  # by kind: their index
        self.world.people.expected[[*self.players, *self._called.values()]] = False

    def free_place(self) -> int:
        """A place nobody has been let in to, -1 when there is none left."""
        expected = self.world.people.expected
        return next((player for player in self.players if not expected[player]), -1)

    def let_in(self, player: int, name: str) -> None:
        """Somebody takes a place: at once through the door if the evening is under way."""
        self._expect(player)
        self.rename(player, name)

    def _expect(self, who: int) -> None:
        people = self.world.people
        people.expected[who] = True
        if self.tick:
            people.arrives[who] = self.tick

    def let_play(self, player: int, style: str) -> None:
        """Let a style stand in for a player, or the human play again (`opening.HUMAN`)."""
        adopt(self.world.people, [player], style)

    def let_think(self, seconds: float) -> None:
        """How many seconds of the evening humans may take from now on before a question is left hanging."""
        self.world.params = replace(self.world.params, think_s=seconds)

    def prolong(self, seconds: float) -> None:
        """The evening ends so much later, or earlier, but not before now."""
        self.world.end = max(self.tick, self.world.end + round(seconds / TICK_S))

    # surprises

    def send_for(self, kind: str) -> bool:
        """Somebody more walks in, of a kind of CALLED; False when they are here already."""
        who = self._called[kind]
        if self.world.people.expected[who]:
            return False
        self._expect(who)
        return True

    def to_the_bar(self) -> list[Command]:
        """A round on the house: all who stand alone, and whom no human plays, make for the bar."""
        people, plan = self.world.people, self.world.plan
        bar = next((number for number, place in enumerate(plan.places) if place.kind == "bar"), -1)
        free = np.flatnonzero(people.present & (people.formation < 0) & ~people.human)
        return [Command(-1, int(who), Do.GO, bar) for who in free] if bar >= 0 else []

    def rumour(self) -> list[Command]:
        """All who are talking and think ill of the least liked of those no human plays say so."""
        people, ties, size = self.world.people, self.world.ties, len(self.roster.people())
        others = np.flatnonzero(people.present[:size] & ~people.player[:size])
        if len(others) < 3:
            return []
        of, about = (grid.ravel() for grid in np.meshgrid(others, others, indexing="ij"))
        rows = ties.index(of, about)
        known = ties.met[rows] & (of != about)
        felt = np.where(known, ties.liking[rows], np.float32(0)).reshape(len(others), -1)
        worst = int(felt.sum(axis=0).argmin())
        tellers = others[(felt[:, worst] < 0) & (people.formation[others] >= 0)]
        whom = int(others[worst])
        apart = tellers[people.formation[tellers] != people.formation[whom]] if people.formation[whom] >= 0 else tellers
        return [Command(-1, int(who), Do.SAY, -1, Act.GOSSIP, -1, whom) for who in apart]
