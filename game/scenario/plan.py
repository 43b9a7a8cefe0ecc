"""A plan drawn in letters: what makes it a room one can hold an evening in."""

from collections import Counter
from collections.abc import Iterator

LEGEND = {
    "#": "wall",
    ".": "floor",
    "D": "door",
    "B": "bar",
    "t": "table",
    "p": "plant",
    "s": "stage",
    "w": "window",
}
OPEN_TO_WALK = ".D"
CLOSING = "#wD"
MOST_CELLS = 2500
LEAST_M2_EACH = 1.0

Fault = tuple[int, int, str, str]  # row, column (from 0), code, message


def faults(rows: tuple[str, ...]) -> Iterator[Fault]:
    """Everything wrong with a drawing but its size for the people."""
    if not rows or not rows[0]:
        yield 0, 0, "WR401", "expected a plan, got no rows"
        return
    width = Counter(map(len, rows)).most_common(1)[0][0]
    if sum(map(len, rows)) > MOST_CELLS:
        yield 0, 0, "WR401", f"a plan has at most {MOST_CELLS} cells; for a larger hall take a larger cell_m"
        return
    for r, row in enumerate(rows):
        if len(row) != width:
            yield r, 0, "WR401", f"expected {width} cells as in most rows, got {len(row)}"
        for c, letter in enumerate(row):
            if letter not in LEGEND:
                letters = ", ".join(f"{key} {word}" for key, word in LEGEND.items())
                what = "a tab" if letter == "\t" else f'"{letter}"'
                yield r, c, "WR402", f"{what} is not in the legend: {letters}"
    if any(len(row) != width for row in rows):
        return
    for r, c in _border(len(rows), width):
        if rows[r][c] in LEGEND and rows[r][c] not in CLOSING:
            yield r, c, "WR404", f"a gap in the wall: expected #, w or D on the edge, got {rows[r][c]}"
    doors = [(r, c) for r, row in enumerate(rows) for c, letter in enumerate(row) if letter == "D"]
    if not doors:
        yield 0, 0, "WR403", "a plan has a door: draw a D in the wall"
    else:
        yield from _cut_off(rows, doors[0])


def floor_m2(rows: tuple[str, ...], cell_m: float) -> float:
    """The floor one can stand on."""
    return sum(row.count(".") for row in rows) * cell_m * cell_m


def _border(height: int, width: int) -> list[tuple[int, int]]:
    cells = [(r, c) for r in range(height) for c in range(width)]
    return [(r, c) for r, c in cells if r in (0, height - 1) or c in (0, width - 1)]


def _cut_off(rows: tuple[str, ...], door: tuple[int, int]) -> Iterator[Fault]:
    """The first cell that cannot be reached from the door, of each row that has one."""
    seen = {door}
    ahead = [door]
    while ahead:
        r, c = ahead.pop()
        for step in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            inside = 0 <= step[0] < len(rows) and 0 <= step[1] < len(rows[0])
            if inside and step not in seen and rows[step[0]][step[1]] in OPEN_TO_WALK:
                seen.add(step)
                ahead.append(step)
    for r, row in enumerate(rows):
        for c, letter in enumerate(row):
            if letter in OPEN_TO_WALK and (r, c) not in seen:
                yield r, c, "WR405", "this floor cannot be reached from the door"
                break
