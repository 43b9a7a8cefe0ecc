"""Figures of the evidence table: what was measured, and the band it is held to."""

from dataclasses import dataclass
from math import inf
from pathlib import Path

from game import whole

EVENING = (1, 2, 3, 5, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21)  # the rows an evening must be able to show
WEEKS = tuple(range(22, 31))  # …and the weeks
COUNTED = EVENING + WEEKS
ENOUGH = {EVENING: 11, WEEKS: 8}  # of them inside


@dataclass(frozen=True)
class Figure:
    """One number beside its band; `row` 0 belongs to no row of the table. Both ends of the band count as inside."""

    row: int
    quantity: str
    value: float
    low: float = -inf
    high: float = inf

    @property
    def inside(self) -> bool:
        """Whether the value lies in the band; a value that is no number does not."""
        return self.low <= self.value <= self.high

    @property
    def band(self) -> str:
        """The band in words; nothing where there is none."""
        if self.high == inf:
            return "" if self.low == -inf else f"≥ {self.low:g}"
        if self.low == -inf:
            return f"≤ {self.high:g}"
        return f"{self.low:g} … {self.high:g}"


def rows_inside(figures: list[Figure]) -> tuple[int, ...]:
    """The counted rows of which every figure is inside."""
    measured = {figure.row for figure in figures}
    outside = {figure.row for figure in figures if not figure.inside}
    return tuple(row for row in COUNTED if row in measured - outside)


def enough(figures: list[Figure]) -> bool:
    """Whether enough rows of the evening, and of the weeks, are inside."""
    inside = set(rows_inside(figures))
    return all(len(inside & set(rows)) >= least for rows, least in ENOUGH.items())


def write_csv(figures: list[Figure], path: Path) -> None:
    """One line per figure: row, quantity, low, high, value, inside; an open end stays empty."""
    lines = ["row,quantity,low,high,value,inside"]
    for f in figures:
        low, high = ("" if abs(end) == inf else f"{end:g}" for end in (f.low, f.high))
        lines.append(f'{f.row or ""},"{f.quantity}",{low},{high},{f.value:.4f},{"yes" if f.inside else "no"}')
    whole.write(path, ("\n".join(lines) + "\n").encode())
