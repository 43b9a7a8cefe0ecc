"""The private marks: what they are called, and which go together."""

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


def mark_of(run: Run, person: int) -> int:
    """The player's mark of somebody, 0 when undecided."""
    return next((note.mark for note in run.view().notebook if note.person == person), 0)


def toggle(run: Run, person: int, mark: Mark) -> None:
    """Put a mark on somebody, or take it off."""
    view = run.view()
    bits = toggled(mark_of(run, person), mark)
    run.submit(Command(view.tick, view.me, Do.MARK, to=person, item=bits))
