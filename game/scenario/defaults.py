"""What a scenario is like where its file says nothing, but for the words: those are in `prose`."""

from game.scenario.spec import Expect

EXPECT = (Expect(style="listener", measure="relationships", beats="promoter"),)
"""The lesson of every evening, and of weeks without one, on average over rooms."""

M2_EACH = 4.5
_TABLES_EVERY = 5


def plan(people: int) -> tuple[str, ...]:
    """A plain room of about 4.5 m² a head, a metre a cell: door, windows, bar, tables with space between."""
    height = max(6, round((people * M2_EACH / 1.4) ** 0.5))
    width = max(9, round(people * M2_EACH / height))
    rows = [["."] * width for _ in range(height)]
    for r in range(_TABLES_EVERY - 1, height - 2, _TABLES_EVERY):
        for c in range(_TABLES_EVERY - 1, width - 2, _TABLES_EVERY):
            rows[r][c] = "t"
    rows[0][width - 4 : width - 1] = "BBB"
    rows[height - 1][0] = rows[height - 1][width - 1] = "p"
    top = ["w" if c % 4 == 3 else "#" for c in range(width)]
    top[1] = "D"
    return ("#" + "".join(top) + "#", *("#" + "".join(row) + "#" for row in rows), "#" * (width + 2))
