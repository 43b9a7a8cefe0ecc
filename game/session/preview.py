"""A run of a scenario that is still being written: it follows the file, and nobody keeps it.

What a preview has shown could not be shown again from a journal, whose runs are told by one scenario from beginning to
end. So it has none: nothing of it is acknowledged, and nothing can be lost.

What a saved file changes depends on where the run stands:

- before the doors open, everything;
- in the evening, in the decisions and in the debrief, all that `reload` takes over from one file to the next;
- in the weeks, nothing: they go on as they began, and the file counts from the next start.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game import scenario as scenarios
from game.errors import GameError, Problem, ScenarioProblems
from game.scenario.spec import Scenario
from game.scenario.told import told_in
from game.session import opening, start
from game.session.clock import TICKS_PER_MINUTE
from game.session.evening import Evening
from game.session.profile import Profile
from game.session.reload import renumbered, taken_over
from game.session.session import Session
from game.session.watching import Watcher
from game.talk.words import Words

STANDS_IN = "quiet"  # the style that has the player's place until the minute asked for


@dataclass(frozen=True, slots=True)
class News:
    """What came of a save: taken over, kept for the next start, or refused with its problems, a line each."""

    kind: Literal["reloaded", "later", "broken"]
    problems: tuple[str, ...] = ()
    file: str = ""
    scenario: Scenario | None = None  # as it is written now, where it is sound


class Preview(Session):
    """A run without a journal whose scenario may change under it."""

    def __init__(self, evening: Evening, profile: Profile) -> None:
        super().__init__("", evening, None)
        self._profile = profile

    def follow(self, written: Scenario) -> bool:
        """Go on in the scenario as it is written now; False where that has to wait for the next start."""
        if self.weeks is not None:
            return False
        scenario = self._profile.enter(written)
        number = renumbered(self.evening.scenario, scenario)[1]
        moved = map(number.command, self._pending)
        self._pending = [command for command in moved if command is not None]
        self.evening = taken_over(self.evening, scenario)
        self._seen = self._told = None
        return True

    def warp(self, minute: float) -> Iterator[int]:
        """Run the evening on to a minute of it, as fast as it goes; yields the ticks that have been.

        A player who decides for themselves is stood in for until then.
        """
        by_hand, written = self.evening.style == opening.HUMAN, self.evening.scenario
        if by_hand:
            self.evening = taken_over(self.evening, written, STANDS_IN)
        while self.evening.tick < min(minute * TICKS_PER_MINUTE, self.evening.world.end - 1):
            self.evening.step(())
            yield self.evening.tick
        if by_hand:
            self.evening = taken_over(self.evening, written, opening.HUMAN)
        self._seen = None


class Watched:
    """A scenario that is being written: its file, and the run that follows it."""

    def __init__(self, path_or_id: str, words: Words) -> None:
        self.path = scenarios.find(path_or_id)
        self._words, self._watcher = words, Watcher(self.path)
        self.scenario = self._read()
        self.run: Preview | None = None

    def _read(self) -> Scenario:
        return told_in(scenarios.load(self.path), self._words.language)

    def start(self, *, seed: int | None = None, style: str = opening.HUMAN, profile: Profile | None = None) -> Preview:
        """A run of it as it is written now, the doors open."""
        profile = profile or Profile()
        scenario, seed = profile.enter(self.scenario), start.any_seed() if seed is None else seed
        self.run = Preview(Evening(scenario, seed, style, self._words), profile)
        self.run.answer_first_question(profile.first_answer)
        return self.run

    def look(self) -> News | None:
        """What has been saved since the last look, taken over into the run; None where nothing has."""
        if not self._watcher.poll():
            return None
        try:
            self.scenario = self._read()
        except ScenarioProblems as broken:
            return News("broken", tuple(map(self._told, broken.problems)), self.path.name)
        except GameError as broken:
            return News("broken", (str(broken),), self.path.name)
        followed = self.run is None or self.run.follow(self.scenario)
        return News("reloaded" if followed else "later", scenario=self.scenario)

    def _told(self, problem: Problem) -> str:
        file = "" if Path(problem.path).name == self.path.name else f"{Path(problem.path).name}:"
        return f"{file}{problem.line}:{problem.col}: {problem.message}"
