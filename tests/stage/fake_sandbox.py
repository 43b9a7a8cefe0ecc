"""A follower slider that has found a little more each time it is looked at."""

from __future__ import annotations

from game.session.sandbox import Found, Point, Setup, Spread, compared, needed

STAGES = (0, 2, 10, 200)  # seeds of every setup at each look; at the second look of one setup only


class FakeSandbox:
    """What followers bring in responses they bring; relationships come by the hour, or all night."""

    def __init__(self) -> None:
        self.asked: list[Setup] = []
        self.stopped = 0
        self._looks = 0
        self._found = Found()

    def ask(self, setup: Setup) -> None:
        self.asked.append(setup)
        self._looks, self._found = 0, Found(total=STAGES[-1] * len(needed(setup)))

    def found(self) -> Found:
        if self.asked and not self._found.over:
            setups, seeds = needed(self.asked[-1]), STAGES[self._looks]
            seen = compared(self.asked[-1])[:1] if seeds == STAGES[1] else setups
            self._looks += 1
            points = {setup: _point(setup, seeds) for setup in seen if seeds}
            self._found = Found(points, seeds * len(seen), self._found.total)
        return self._found

    def stop(self) -> None:
        self.stopped += 1


def _point(setup: Setup, seeds: int) -> Point:
    many = 210.0 if "hours" in setup.off else 24.0 * setup.hours
    response = 0.05 * setup.followers
    return Point(seeds, Spread(0.7 * response, response, 1.3 * response), Spread(many - 2, many, many + 2))
