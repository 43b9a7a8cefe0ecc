"""Circles closing ranks: for a moment those in it stand closer, and those nearest turn their backs on somebody."""

import math
from typing import Final

from game.session.views import FormationView, PersonView, RoomView

SHOWN_S: Final = 6.0  # seconds on the wall clock
CLOSER: Final = 0.16  # share of the way to the middle that they step in


class Closings:
    """Which circles are seen to have closed, and how those in them stand."""

    def __init__(self) -> None:
        self._since: dict[tuple[int, int], float] = {}  # circle and the tick at which it closed: when first seen
        self._circles: dict[int, FormationView] = {}  # of each member
        self._spots: dict[int, tuple[float, float]] = {}  # where those shut out stand
        self._seen: RoomView | None = None

    def look(self, view: RoomView, seconds: float) -> None:
        """Take a view in; `seconds` is the wall clock."""
        shut = [circle for circle in view.formations if circle.closed >= 0]
        self._since = {(c.id, c.closed): self._since.get((c.id, c.closed), seconds) for c in shut}
        shown = [c for c in shut if seconds - self._since[c.id, c.closed] < SHOWN_S]
        self._circles = {member: circle for circle in shown for member in circle.members}
        if shown and view is not self._seen:
            against = {circle.against for circle in shown}
            self._spots = {p.id: (p.x, p.y) for p in view.people if p.id in against}
            self._seen = view

    def is_closed(self, circle: FormationView) -> bool:
        """Whether this circle is to be drawn closed."""
        return bool(self._circles) and self._circles.get(circle.members[0]) is circle

    def rows(self, ids: list[int]) -> list[int]:
        """Which of these people stand in a circle that has closed, by their place in `ids`."""
        return [row for row, who in enumerate(ids) if who in self._circles] if self._circles else []

    def step_in(self, who: int, x: float, y: float) -> tuple[float, float]:
        """Where somebody of such a circle, at (x, y) metres, is drawn: shoulder to shoulder."""
        circle = self._circles[who]
        return x + (circle.x - x) * CLOSER, y + (circle.y - y) * CLOSER

    def turned(self, person: PersonView) -> PersonView:
        """Somebody as they stand: whoever is on the side of the one shut out shows them the back."""
        circle = self._circles.get(person.id)
        spot = self._spots.get(circle.against) if circle else None
        if circle is None or spot is None:
            return person
        out_x, out_y = spot[0] - circle.x, spot[1] - circle.y
        far = math.hypot(out_x, out_y)
        here = (person.x - circle.x) * out_x + (person.y - circle.y) * out_y
        mood = person.mood if person.speaking else "bored"
        if here <= 0 or far == 0:
            return person._replace(mood=mood)
        return person._replace(mood=mood, heading=(-out_x / far, -out_y / far), listening_to=-1)

    def side(self, circle: FormationView) -> float:
        """On which side of the ring its lock lies: 1 to the right in the picture, -1 to the left."""
        spot = self._spots.get(circle.against)
        return 1.0 if spot is None or spot[0] >= circle.x else -1.0
