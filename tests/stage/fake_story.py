"""A story with the longest of everything, for the pages that draw it."""

from collections.abc import Sequence

from game.session.debrief import Doing, Place, Saying, Stay, Story, Turned


def story(names: Sequence[str], long: str) -> Story:
    """An evening of half an hour with all these people."""
    groups = ("ask", "tell", "give", "sell")
    people = tuple(range(1, len(names) + 1))
    return Story(
        minutes=30.0,
        path=tuple((2.0 + n / 10, 2.0 + n % 3) for n in range(60)),
        places=tuple(
            Place(3.0 + 1.3 * n, 3.0 + n % 3, 3.0 * n, 1.0 + n, people[n % 3 :], tuple(names), tuple(names[: n % 4]))
            for n in range(10)
        ),
        stays=tuple(Stay(i + 1, name, 3.0 * i, 3.0 * i + 4) for i, name in enumerate(names)),
        doings=tuple(Doing(n / 2, groups[n % 4]) for n in range(60)),
        turned=tuple(Turned(i + 1, name, 4.0 * i, 3.0 + i, 3.0, "evaded") for i, name in enumerate(names)),
        warmth=tuple((float(n), (-1) ** n * n / 40) for n in range(30)),
        tomorrow=tuple(Saying(i + 1, name, long, i % 3 - 1, i % 4 < 3) for i, name in enumerate(names)),
    )
