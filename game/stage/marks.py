"""The private marks: what they are called, which go together, and what the player has marked so far."""

from __future__ import annotations

from game.model.acts import Mark
from game.model.commands import Command, Do
from game.stage.backend import Run

NAMES: dict[Mark, str] = {
    Mark.FRIEND: "friend",
    Mark.BUSINESS: "business",
    Mark.REFER: "refer",
    Mark.NOT_FOR_ME: "not_for_me",
}


def toggled(bits: int, mark: Mark) -> int:
    """Bits with one mark put on or taken off; "not for me" stands alone."""
    if bits & mark:
        return bits & ~mark
    return int(mark) if mark is Mark.NOT_FOR_ME else (bits | mark) & ~Mark.NOT_FOR_ME


class Marks:
    """The player's marks in one run.

    A mark takes effect at the next tick, and the evening may stand still: what was sent is remembered here.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._bits = {note.person: note.mark for note in run.view().notebook}

    def of(self, person: int) -> int:
        """Mark bits, 0 when undecided."""
        return self._bits.get(person, 0)

    def toggle(self, person: int, mark: Mark) -> None:
        """Put a mark on somebody, or take it off."""
        view = self.run.view()
        self._bits[person] = toggled(self.of(person), mark)
        self.run.submit(Command(view.tick, view.me, Do.MARK, to=person, item=self._bits[person]))
