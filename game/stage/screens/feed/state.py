"""What the screens of the weeks share: the run, what it shows now, the phone, and the faces."""

from __future__ import annotations

from game.model.commands import Command
from game.session.feed_views import FeedItem, FeedPerson
from game.stage.backend import Weeks
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.screen import Move, Push, Stay
from game.stage.screens.feed.phone import Phone

LOOKS = 5  # looks at the phone after which the day has changed, whatever hour it was


class Feed:
    """One run's weeks. `view` is replaced whenever something has been done."""

    def __init__(self, desk: Desk, run: Weeks) -> None:
        self.desk, self.run = desk, run
        self.faces = Faces(run.scenario)
        self.phone = Phone(self.faces, desk.t, self._open)
        self.look()

    def look(self) -> None:
        """Take what the run shows now."""
        self.view = self.run.feed_view()
        self.phone.show(self.view)

    @property
    def open(self) -> bool:
        """The weeks are not over."""
        return self.run.phase in WEEKS

    @property
    def morning_after(self) -> bool:
        """It is the first hour: nobody has been written to yet."""
        return self.run.phase == WEEKS[0]

    def do(self, command: Command) -> None:
        """Do something now, and see what comes of it."""
        self.run.submit(command)
        self.look()

    def forward(self) -> None:
        """On to the next look at the phone."""
        self.run.forward()
        self._after()

    def next_day(self) -> None:
        """On to the first look at the phone of the day after."""
        day = self.view.day
        for _ in range(LOOKS):
            if self.open and self.view.day == day:
                self.forward()

    def play(self, style: str) -> None:
        """Let a style have one day."""
        self.run.auto(style, 1)
        self._after()

    def _after(self) -> None:
        if self.open:
            self.look()

    def person(self, who: int) -> FeedPerson | None:
        """Somebody the player could turn to now."""
        return next((person for person in (*self.view.inbox, *self.view.people) if person.id == who), None)

    def _open(self, item: FeedItem) -> Move | None:
        """Where an entry of the timeline leads: its thread, else whoever said it."""
        from game.stage.screens.feed.thread import Thread

        return Push(Thread(self, item.thread)) if item.thread >= 0 else self.turn_to(item.person)

    def turn_to(self, who: int) -> Move | None:
        """To what could be done with somebody."""
        from game.stage.screens.feed.person import WithPerson

        return Push(WithPerson(self, who)) if self.person(who) else Stay()


WEEKS = ("follow-up", "weeks")  # phases of a run in which there is a network to look at
