"""A workshop made of a few lines, and hands to run it with: all they do is kept, so that it can be done again."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game import scenario as scenarios
from game.model.commands import Do
from game.talk.words import Words
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import FACILITATOR, Seat
from game.workshop.views.phone import phone_view
from game.workshop.views.private import tell_one
from game.workshop.workshop import Workshop
from tests.session.hands import SCENARIO

CODE = "ABCD"
QUESTION = """\
questions:
  - ask: What makes somebody remember you?
    answers:
      - {text: A good card, later: It is in a drawer.}
      - {text: A good question, later: They are still thinking about it.}
      - {text: Luck, later: It helps.}
weeks: {days: 4}
"""


def write_tea_room(folder: Path) -> str:
    """An evening of five minutes with five others, a first question and four days of weeks; its path."""
    path = folder / "tea_break" / "scenario.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCENARIO + QUESTION, encoding="utf-8")
    return str(path)


class Room:
    """A workshop without a network; every entry is kept with the tick it happened at."""

    def __init__(self, path: str, words: Words, seed: int = 3) -> None:
        self.show = Workshop(scenarios.load(path), seed, CODE, words)
        self.entries: list[Entry] = []

    def by(self, seat: int, kind: str, /, **data: Any) -> str:
        """A seat does something; why it was refused, "" when it was not."""
        return self.apply(Entry(kind, seat, data))

    def do(self, kind: str, /, **data: Any) -> str:
        """The facilitator does something."""
        return self.apply(Entry(kind, FACILITATOR, data))

    def apply(self, entry: Entry) -> str:
        entry = entry._replace(tick=self.show.moment)
        try:
            self.show.apply(entry)
        except RefusedError as why:
            return str(why)
        self.entries.append(entry)
        return ""

    def join(self, *names: str) -> list[Seat]:
        """Phones ask for seats; the seats they got."""
        before = len(self.show.state.seats)
        for name in names:
            number = len(self.show.state.seats)
            self.do("join", name=name, token=f"hash-of-{number}", pin=f"{7000 + number}")
        return self.show.state.seats[before:]

    def go(self, phase: str, /, **more: Any) -> str:
        return self.do("go", phase=phase, **more)

    def ticks(self, number: int) -> None:
        for _ in range(number):
            self.show.tick()

    def leave_to_bots(self) -> None:
        """Styles play every seat."""
        for seat, style in zip(self.show.state.seated(), styles(), strict=False):
            self.do("bot", seat=seat.id, style=style)

    def reach(self, phase: str, after: int = 200) -> None:
        """Go to a phase past the evening, with so many ticks of an evening before it."""
        self.go("evening")
        self.ticks(after)
        for name in ("decisions", "follow-up", "weeks", "reveal", "debrief"):
            self.go(name)
            self.live()
            if name == phase:
                break
        self.tell()

    def live(self) -> None:
        """Let the weeks pass, if they have begun."""
        while self.show.weeks is not None and not self.show.weeks.over:
            self.show.hour()

    def tell(self) -> None:
        """Tell everybody's story, if it is time."""
        while self.show.state.phase.value in ("reveal", "debrief") and tell_one(self.show):
            pass

    def phone(self, seat: int) -> dict[str, Any]:
        return phone_view(self.show, self.show.state.seats[seat])


def styles() -> Iterator[str]:
    """Ways to spend an evening, again and again."""
    while True:
        yield from ("listener", "promoter", "giver", "collector", "ordinary")


def steer_at_random(room: Room, chance: random.Random) -> None:
    """Every second or so a seat does one of the things its phone shows; now and then something senseless."""
    for seat in room.show.state.seated():
        if chance.random() > 0.1 or room.show.state.phase.value != "evening":
            continue
        view = room.phone(seat.id).get("room", {})
        choices = view.get("circle", {}).get("choices", [])
        near = view.get("near", [])
        if choices:
            room.by(seat.id, "steer", c=chance.choice(choices)["c"])
        elif near:
            room.by(seat.id, "steer", c=[Do.APPROACH, chance.choice(near)["id"], -1, -1, -1])
        else:
            room.by(seat.id, "steer", c=[Do.WALK, -1, -1, -1, -1], x=chance.uniform(1, 10), y=chance.uniform(1, 4))
        if chance.random() < 0.1:
            room.by(seat.id, "steer", c=[chance.randrange(-1, 12), chance.randrange(-5, 60), 3, 200, -2])
