"""What stands where in a room, read from the rows of a scenario's plan."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

_SOLID: Final = frozenset("#Dw")


@dataclass(frozen=True)
class Run:
    """Neighbouring cells of one kind, in metres; right and bottom are where the next cells begin."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Metres from the left of the plan."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Venue:
    """A plan (# wall, . floor, D door, B bar, t table, p plant, s stage, w window), its mood and title."""

    rows: tuple[str, ...]
    cell_m: float = 1.0
    mood: str = "warm"
    title: str = ""
    subtitle: str = ""
    hour: float = 12.0  # of the day, for the light in the windows

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in metres of the floor inside the outer walls."""
        columns = ["".join(column) for column in zip(*self.rows, strict=True)]
        top, bottom = _trimmed(list(self.rows))
        left, right = _trimmed(columns)
        cell = self.cell_m
        return left * cell, top * cell, right * cell, bottom * cell

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Everything but floor; tables and plants come singly, the rest in runs."""
        found = []
        for r, row in enumerate(self.rows):
            start = 0
            for c in range(1, len(row) + 1):
                if c == len(row) or row[c] != row[start] or row[start] in "tp":
                    if row[start] != ".":
                        found.append(self._run(row[start], start, c, r))
                    start = c
        return tuple(_stacked(found))

    def _run(self, kind: str, first: int, end: int, row: int) -> Run:
        cell = self.cell_m
        return Run(kind, first * cell, row * cell, end * cell, (row + 1) * cell)

    def inside(self, *kinds: str) -> tuple[Run, ...]:
        """Runs of these kinds that stand on the floor."""
        left, top, right, bottom = self.bounds
        return tuple(
            run for run in self.runs if run.kind in kinds and left <= run.left < right and top <= run.top < bottom
        )

    def back_wall(self, kind: str) -> tuple[Run, ...]:
        """Windows or doors in the wall at the back."""
        return tuple(run for run in self.runs if run.kind == kind and run.bottom <= self.bounds[1])

    @cached_property
    def stage(self) -> Run | None:
        """The smallest rectangle that holds the stage, if there is one."""
        parts = self.inside("s")
        if not parts:
            return None
        return Run(
            "s",
            min(p.left for p in parts),
            min(p.top for p in parts),
            max(p.right for p in parts),
            max(p.bottom for p in parts),
        )


def lit_at(venue: Venue, clock: str) -> Venue:
    """The venue in the light of an hour written "18:12", by quarters of an hour: it is drawn anew for each."""
    hours, minutes = clock.split(":")
    hour = int(hours) + int(minutes) // 15 / 4
    return venue if venue.hour == hour else replace(venue, hour=hour)


def _stacked(runs: list[Run]) -> list[Run]:
    """Bar and wall runs of one width that lie under one another, as one."""
    stacked: list[Run] = []
    for run in runs:
        above = next(
            (r for r in stacked if r.kind == run.kind and r.kind in "B#" and r.bottom == run.top
             and (r.left, r.right) == (run.left, run.right)),
            None,
        )  # fmt: skip
        if above:
            stacked.remove(above)
            run = replace(run, top=above.top)
        stacked.append(run)
    return stacked


def _trimmed(lines: list[str]) -> tuple[int, int]:
    first, end = 0, len(lines)
    while first < end - 1 and set(lines[first]) <= _SOLID:
        first += 1
    while end > first + 1 and set(lines[end - 1]) <= _SOLID:
        end -= 1
    return first, end
