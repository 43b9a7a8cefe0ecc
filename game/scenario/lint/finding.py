"""What the lint reads, and what it finds."""

from dataclasses import dataclass

from game.errors import Problem, shorten
from game.scenario.check import cell
from game.scenario.references import entries, entry, word
from game.scenario.spec import Person, Scenario
from game.scenario.tree import Value

MOST_NAMED = 12  # ids in a message


@dataclass(frozen=True)
class Subject:
    """A scenario that loads: its text in lines, what the file writes as a tree, and what became of it."""

    lines: list[str]
    root: Value
    scenario: Scenario

    def written(self) -> list[tuple[Value, Person]]:
        """Everybody the file writes of, each with the person they became: attendees by name, and the player."""
        by_name = {who.name: who for who in self.scenario.people}
        named = [who for who in self.attendees() if entry(who, "crowd") is None]
        people = [(who, by_name[word(entry(who, "name"))]) for who in named]
        player = entry(self.root, "player")
        return [*people, (player, self.scenario.player)] if player is not None else people

    def attendees(self) -> list[Value]:
        """People and crowds as they are written."""
        return entries(entry(self.root, "attendees"))

    def everybody(self) -> tuple[Person, ...]:
        """All who are there, the player first."""
        return (self.scenario.player, *self.scenario.people)

    def plan(self) -> Value | None:
        """The plan, where the file draws one."""
        return entry(entry(self.root, "venue"), "plan")

    def language(self, code: str) -> Value:
        """Where the file lists a language, the whole of the file where it does not."""
        listed = entry(self.root, "languages")
        return next((named for named in entries(listed) if word(named) == code), listed or self.root)

    def drawn_at(self, row: int, col: int) -> tuple[int, int]:
        """The line and column (from 1) at which a cell of the plan (from 0) is drawn."""
        plan = self.plan()
        assert plan is not None
        return cell(plan, self.lines, self.scenario.venue.plan, row, col)


@dataclass(frozen=True)
class Finding:
    """What a rule has to say of a value; `at`: line and column where it is said of a part of it."""

    value: Value
    code: str
    message: str
    at: tuple[int, int] | None = None

    def problem(self, path: str) -> Problem:
        """The finding as it is told."""
        return Problem(path, *self._stands(), self.code, f"{shorten(self.value.name)}: {self.message}")

    def quieted_on(self) -> set[int]:
        """The lines on which a comment quiets it: where it stands, and where its value and its key begin."""
        return {self._stands()[0], self.value.line, self.value.key_at[0]}

    def _stands(self) -> tuple[int, int]:
        """A block below its key stands where the key does: there is the end of a line to write a comment at."""
        below = isinstance(self.value.data, dict | list) and not self.value.style and self.value.key_at[0]
        return self.at or (self.value.key_at if below else (self.value.line, self.value.col))


def some_of(ids: list[str]) -> str:
    """The first of some ids, and how many more there are."""
    more = f" and {len(ids) - MOST_NAMED} more, told when these are there" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[:MOST_NAMED]) + more
