"""The evening on a projector: every way on is put to the vote, and one key freezes the room."""

from __future__ import annotations

from dataclasses import replace

from pygame import Rect

from game.model.commands import Do
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import STILL, Input, Intent, Steer
from game.stage.screen import Move, Push, Replace, Stay
from game.stage.screens import targets
from game.stage.screens.course import screen_of
from game.stage.screens.present.dilemma import Way, said_next, walk_to
from game.stage.screens.present.freeze import Freeze, stops
from game.stage.screens.present.vote import VotePanel, spoken
from game.stage.screens.room import Room
from game.talk.template import capital

QUESTIONS = 5  # to talk about when nothing in particular has happened
SHELF = 0.4  # share of the window kept for what is voted on
ALONE_S = 2.0  # wall seconds between circles before the room is asked where to go
KEYS = {
    "h": Intent.HISTORY,
    "n": Intent.NOTEBOOK,
    "y": Intent.WHY,
    "p": Intent.PAUSE,
    "+": Intent.FASTER,
    "=": Intent.FASTER,
    "-": Intent.SLOWER,
}


class PresentRoom(Room):
    """The room of a solo evening, walked and talked through by A to D."""

    name = "present_room"
    guided = False  # its keys would be those of solo play

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk, run)
        self.ways: tuple[Way, ...] = ()
        self.votes = VotePanel(self.faces)
        self.said = 0  # in this circle
        self.frozen = 0  # how many times, so that another question is asked each time
        self._circle, self._alone_s = -1, 0.0
        self._sold = False  # what was said last was to sell

    @property
    def typing(self) -> bool:
        return True  # letters are votes

    @property
    def choosing(self) -> bool:
        return bool(self.ways)

    # -- time -------------------------------------------------------------------------------------

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if self.run.phase != "evening":
            return Replace(screen_of(self.desk, self.run))
        self.ways = self._open()
        if self.ways and not targets.my_circle(self.view) and not self.run.paused:
            return None  # the evening waits for the vote, as it does for an answer
        move = super().update(seconds, STILL)
        self.parting.waiting.clear()  # who is what to us is put to the vote at the end
        self._stand(seconds)
        return move

    def _stand(self, seconds: float) -> None:
        """Notice in which circle we stand, and for how long in none."""
        circle, me = targets.my_circle(self.view), targets.me_of(self.view)
        if circle is None or circle.id != self._circle:
            self.said = 0
        self._circle = circle.id if circle else -1
        between = circle is None and me is not None and me.activity not in ("walking", "outside")
        self._alone_s = self._alone_s + seconds if between else 0.0

    def _open(self) -> tuple[Way, ...]:
        """What there is to vote on at this moment."""
        if targets.my_circle(self.view):
            return said_next(self.view.choices, bool(self.view.asked), self.said) if self.view.waiting else ()
        if self._alone_s < ALONE_S:
            return ()
        t = self.desk.t
        known = {person.id for person in self.view.people if person.known}
        looks = [(way, t(f"present.looks_{way.kind}")) for way in walk_to(self.view)]
        return tuple(
            replace(way, detail=look) if way.person in known else replace(way, label=capital(look))
            for way, look in looks
        )

    def lost_focus(self) -> None:
        """A projector goes on while the facilitator looks something up."""

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        number = self.votes.voted(event, len(self.ways))
        if number >= 0:
            return self._vote(self.ways[number])
        if stops(event):
            self.frozen += 1
            return Push(Freeze(self.desk, self._question()))
        means = KEYS.get(event.text.lower(), event.intent)
        if means is Intent.BACK:
            means = Intent.PAUSE
        return super().handle(Input(means)) if means in KEYS.values() else None

    def _vote(self, way: Way) -> Move:
        self.run.submit(way.command)
        self._sold = way.icon == "sell"
        self.said += way.command.do == Do.SAY
        self._alone_s = 0.0
        self.view, self.ways = self.run.view(), ()
        return Stay()

    def _question(self) -> str:
        """What to talk about now: what has just happened, else one question after the other."""
        if self._sold:
            return self.desk.t("present.ask_sold")
        if self.view.noticed.startswith(("evaded", "closed", "declined", "left")):
            return self.desk.t("present.ask_turned")
        return self.desk.t(f"present.ask_{(self.frozen - 1) % QUESTIONS + 1}")

    # -- drawing ----------------------------------------------------------------------------------

    def _ask(self) -> str:
        talking = targets.my_circle(self.view) is not None
        return self.view.asked or self.desk.t("present.say" if talking else "present.go")

    def heard(self) -> tuple[str, ...]:
        return self.run.scenario.title, spoken(self._ask(), self.ways)

    def _below(self, ink: Ink) -> int:
        return round(SHELF * ink.window.height)  # the whole room is seen above the vote

    def _panel(self, ink: Ink) -> Rect:
        return self.votes.draw(ink, self._ask(), self.ways)

    def _key_words(self) -> str:
        return self.desk.hints("present.room_keys")
