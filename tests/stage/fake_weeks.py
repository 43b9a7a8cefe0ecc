"""Thirty days on the network in which everybody answers, and what is done is seen at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from game.model.acts import Act
from game.model.commands import Command
from game.session.crowd_view import CrowdView
from game.session.feed_views import FeedChoice, FeedItem, FeedPerson, FeedView

HOURS = (8, 13, 18, 22)
DAYS, MINUTES = 30, 60.0
POST, REPLY, MAIL, MESSAGE = 20, 21, 26, 23
STRANGERS = ("Kemal Aydın", "Rosalind Okonkwo-Brandt", "Li Wei")
QUESTIONS = (
    "How did the fire station take to the smell of stollen at four in the morning?",
    "I have been thinking of what you said about part-timers. Do you have that list?",
    "It was good to talk. What are you up to this week?",
)
POSTS = (
    "Three things a dead oven taught me about planning. None of them is “buy a second oven”.",
    "We are looking for somebody for the early shift, three mornings a week. Whom should I ask?",
    "Last night at the Chamber Mixer I learned how one feeds four hundred people from a fire station. Thank you, Dana.",
)


class FakeWeeks:
    """The weeks of a fake run: `names` are those of its guests, `sent` what was asked of it."""

    names: tuple[str, ...]
    sent: list[Command]
    phase: str
    style = ""  # played by hand

    def __init__(self) -> None:
        self.hour, self.days_played, self.spent = 0, [], 0.0  # looks since the first, 4 a day
        self.played: list[tuple[str, int]] = []
        self.done: list[FeedItem] = []
        self.answered: set[int] = set()
        self.told = ""
        self.over = False

    @property
    def can_go_on(self) -> bool:
        return self.phase in ("decisions", "debrief") and not self.over

    def go_on(self) -> None:
        assert self.can_go_on
        self.phase = "follow-up"

    def crowd(self) -> CrowdView:
        """Thirty who follow, five of them cardboard."""
        n = 30
        return CrowdView(
            id=np.arange(1, n + 1, dtype=np.uint32),
            near=np.linspace(0, 1, n, dtype=np.float32),
            turned=np.arange(n) % 7 == 3,
            bought=np.arange(n) < 5,
            tie=np.arange(n) > 26,
            awake=np.arange(n) % 4 != 0,
            followers=n,
            named=((28, 1), (29, 2)),
        )

    @property
    def day(self) -> int:
        return self.hour // 4 + 1

    def _when(self) -> str:
        return f"Day {self.day}, {HOURS[self.hour % 4]:02d}:00"

    def forward(self) -> None:
        self.phase = "weeks"
        self.hour += 1
        self.told = ""
        if self.hour % 4 == 0:
            self.spent = 0.0
            self.answered.clear()
        if self.hour >= 4 * DAYS:
            self.hour -= 1
            self.phase, self.over = "debrief", True

    def auto(self, style: str, days: int) -> None:
        self.played.append((style, days))
        for _ in range(4 * days):
            if self.phase in ("follow-up", "weeks"):
                self.forward()

    def act(self, command: Command) -> None:
        """What the player does on the network."""
        self.spent += 5.0
        name = self._name(command.to) if command.to >= 0 else ""
        kind, thread = ("sent", -1) if name else ("post", 50 + len(self.done))
        text = "How did the fire station like it?" if name else POSTS[1]
        self.done.insert(0, FeedItem(self.hour, self._when(), kind, 0, "Alex Morgan", text, thread, 0, 1204))
        self.answered.add(command.to)
        self.told = f"You wrote to {name}. It took five minutes." if name else "Your post is out. 31 people see it now."

    def _name(self, i: int) -> str:
        return (*self.names, *STRANGERS)[i - 1]

    def _person(self, i: int, **changes: Any) -> FeedPerson:
        guest = i <= len(self.names)
        facts = (f"{self._name(i)} runs a bakery with two ovens.", "She looks for help in the mornings.")
        values: dict[str, Any] = {
            "id": i,
            "name": self._name(i),
            "guest": guest,
            "met": guest and i % 4 != 0,
            "facts": facts if guest else (),
            "said": "",
            "asks": False,
            "ago": "",
            "awake": i % 3 != 0,
            "follows": i % 2 == 0,
            "ignored": i == 3,
            "bond": ("", "client", "supplier", "lost")[i % 4],
        }
        return FeedPerson(**{**values, **changes})

    def _items(self) -> tuple[FeedItem, ...]:
        def item(n: int, kind: Any, who: int, text: str, thread: int = -1, responses: int = 0) -> FeedItem:
            name = "" if who < 0 else "Alex Morgan" if who == 0 else self._name(who)
            when = f"Day {max(1, self.day - n // 3)}, {HOURS[-n % 4]:02d}:00"
            return FeedItem(self.hour - n, when, kind, who, name, text, thread, responses, 310 if responses else 0)

        if self.phase == "follow-up":
            return tuple(self.done)
        old = [
            item(1, "reply", 1, QUESTIONS[0], 1),
            item(2, "post", 0, POSTS[2], 1, 12),
            item(3, "post", 4, POSTS[1], 2, 1),
            item(4, "sent", 0, "Here is the list I promised. The first two are the good ones.", -1),
            item(5, "answer", 2, "That is exactly what I needed, thank you! How do you find time for it?", -1),
            item(6, "news", -1, "Brad Pike has sent the same mail to 214 people, and 40 have muted him."),
            item(7, "post", len(self.names) + 1, POSTS[0], 3, 4),
        ]
        return (*self.done, *(entry for entry in old * 3))

    def _inbox(self) -> tuple[FeedPerson, ...]:
        waiting = [(1, 0, "2 hours ago"), (2, 1, "5 hours ago"), (len(self.names) + 2, 2, "yesterday")]
        return tuple(
            self._person(i, said=QUESTIONS[n], asks=n != 1, ago=ago) for i, n, ago in waiting if i not in self.answered
        )

    def feed_view(self) -> FeedView:
        first = self.phase == "follow-up"
        inbox = () if first else self._inbox()
        everybody = len(self.names) + (0 if first else len(STRANGERS))
        return FeedView(
            tick=self.hour,
            day=self.day,
            days=DAYS,
            clock=f"{HOURS[self.hour % 4]:02d}:00",
            network="LinkedIn",
            left_min=max(0.0, MINUTES - self.spent),
            day_min=MINUTES,
            followers=1204 + 17 * self.hour,
            new_followers=0 if first else 17,
            awake=0.62 if self.hour % 4 < 3 else 0.08,
            pyjamas=self.hour % 4 == 3,
            items=self._items(),
            inbox=inbox,
            people=tuple(self._person(i) for i in range(1, everybody + 1)),
            public=self._choices(-1),
            caption=self.told,
            phase=self.phase,
        )

    def _choices(self, to: int) -> tuple[FeedChoice, ...]:
        def choice(n: int, group: Any, label: str, text: str, act: Act, minutes: float, do: int) -> FeedChoice:
            return FeedChoice(str(n), group, label, text, minutes, Command(self.hour, 0, do, to=to, act=act))

        if to < 0:
            mail = choice(
                4, "sell", "One mail to all cards", "Dear [first name], it was great to connect!", Act.PITCH, 3, MAIL
            )
            return (
                choice(1, "ask", "Ask a question", POSTS[1], Act.ASK, 6, POST),
                choice(2, "tell", "Tell a story", POSTS[0], Act.SHARE, 12, POST),
                choice(3, "sell", "Tell everybody what you sell", "Bicycle parts, 20 % off!", Act.PITCH, 4, POST),
                mail,
                choice(5, "other", "Scroll for a while", "", Act.LISTEN, 15, 30),
            )
        return (
            choice(1, "ask", "A personal note", QUESTIONS[0], Act.FOLLOW_UP, 5, MESSAGE),
            choice(
                2, "give", "Something useful", "I keep a list of good part-timers. Here it is.", Act.OFFER, 8, MESSAGE
            ),
            choice(
                3,
                "give",
                "Introduce Omar",
                "You two should talk: Omar has hired six people.",
                Act.INTRODUCE,
                6,
                MESSAGE,
            ),
            choice(4, "sell", "Pitch your web shop", "Do you have fifteen minutes on Thursday?", Act.PITCH, 3, MESSAGE),
            choice(5, "other", "Meet for a coffee", "", Act.SHARE, 90, 24),
        )

    def choices_with(self, person: int) -> tuple[FeedChoice, ...]:
        return () if person in self.answered else self._choices(person)

    def thread(self, number: int) -> tuple[FeedItem, ...]:
        def item(n: int, kind: Any, who: int, text: str) -> FeedItem:
            name = "Alex Morgan" if who == 0 else self._name(who)
            twin = "In the room: come back from the bar and ask how the thing they told you of went."
            return FeedItem(n, f"Day {self.day}, {8 + n}:00", kind, who, name, text, number, 12, 310, twin)

        return (
            item(0, "post", 0, POSTS[2]),
            item(1, "answer", 1, "You are welcome! They still ask for the marzipan ones."),
            item(2, "reply", 0, "How many of those did the firemen eat before the ovens were cold?"),
            item(3, "answer", 1, "Sixty. We counted, afterwards, and then we sent them an invoice for one."),
            item(4, "answer", 4, QUESTIONS[1]),
            replace(
                item(5, "news", 4, "Your post has become a discussion: four people are in it."), person=-1, name=""
            ),
            item(5, "answer", len(self.names) + 2, "Great point! That is exactly why I built my funnel. Link in bio."),
        )

    def relationships(self) -> tuple[FeedPerson, ...]:
        return tuple(self._person(i, met=True) for i in (1, 2, 4)[: 1 + self.day // 4])
