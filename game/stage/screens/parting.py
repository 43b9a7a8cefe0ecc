"""The small card after parting: what somebody is to you, privately. It goes by itself after a while."""

from __future__ import annotations

from pygame import Rect

from game.model.acts import Mark
from game.session.views import RoomView
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.marks import NAMES, Marks
from game.stage.screen import Move, Stay
from game.stage.screens import targets
from game.stage.voicing import sentence
from game.stage.widgets.base import Spoken, joined

STAYS_S = 14.0  # wall seconds until a card left alone goes away; the notebook keeps the question
FACE = 46  # design units


class Parting:
    """The people just parted from, one card at a time."""

    def __init__(self, desk: Desk, run: Run, faces: Faces, marks: Marks) -> None:
        self.desk, self.run, self.faces, self.marks = desk, run, faces, marks
        self.waiting: list[int] = []
        self.left_s = STAYS_S
        self.rect = Rect(0, 0, 0, 0)  # where the card was drawn last
        self._mates: dict[int, int] = {}  # who stands with the player, and since which tick
        self._names: dict[int, str] = {}
        self._buttons: list[tuple[Rect, Mark]] = []
        self._at = -1  # the mark a pad is on, -1 before it is used

    def update(self, view: RoomView, seconds: float) -> None:
        """Notice who is no longer in the player's circle, and let the card of before age."""
        circle = targets.my_circle(view)
        here = [member for member in circle.members if member != view.me] if circle else []
        mates = {person: self._mates.get(person, view.tick) for person in here}
        self._names = {note.person: note.name for note in view.notebook}
        self.waiting = [person for person in self.waiting if person not in mates]
        gone = sorted(person for person in self._mates if person not in mates and person not in self.waiting)
        parted = [person for person in gone if self._talked(view.me, person, self._mates[person])]
        if parted:  # the latest first: one remembers them best
            self.waiting = parted + self.waiting
            self.left_s, self._at = STAYS_S, -1
        self._mates = mates
        if self.waiting and not mates:
            self.left_s -= seconds
            if self.left_s <= 0:
                self._next()

    def _talked(self, me: int, person: int, since: int) -> bool:
        """Whether one of the two said something to the other since they stood together."""
        return any({line.speaker, line.addressee} == {me, person} for line in self.run.log() if line.tick >= since)

    def _next(self) -> None:
        self.waiting = self.waiting[1:]
        self.left_s, self._at = STAYS_S, -1

    def handle(self, event: Input) -> Move | None:
        """Number keys mark while nothing else needs them; a pad goes through the marks with two buttons."""
        if not self.waiting or self._mates:
            return None
        if event.intent is Intent.LISTEN:
            self._at, self.left_s = (self._at + 1) % len(NAMES), STAYS_S
            return Stay()
        if event.intent is Intent.CUT_IN and self._at >= 0:
            return self._mark(list(NAMES)[self._at])
        if event.intent is Intent.PICK and event.number <= len(NAMES):
            return self._mark(list(NAMES)[event.number - 1])
        if event.intent is Intent.ERASE:
            self._next()
            return Stay()
        if event.intent is Intent.CLICK:
            for rect, mark in self._buttons:
                if rect.collidepoint(event.pos):
                    return self._mark(mark)
        return None

    def _mark(self, mark: Mark) -> Move:
        self.marks.toggle(self.waiting[0], mark)
        self._at = list(NAMES).index(mark)
        self.left_s = min(self.left_s, STAYS_S / 3)  # marks may be combined: a moment for a second one
        return Stay()

    def heard(self) -> tuple[str, str]:
        """What is said aloud: the question with its answers, and the one marked last."""
        if not self.waiting or self._mates:
            return "", ""
        t, bits = self.desk.t, self.marks.of(self.waiting[0])
        labels = [t(f"mark.{key}") for key in NAMES.values()]
        answers = ", ".join(f"{number}: {label}" for number, label in enumerate(labels, start=1))
        asked = joined([self._asked(), answers, self._keys()])
        if self._at < 0:
            return asked, ""
        ticked = bool(bits & list(NAMES)[self._at])
        return asked, sentence(t, Spoken(labels[self._at], ticked=ticked), self._at + 1, len(labels))

    def _asked(self) -> str:
        name = self._names.get(self.waiting[0]) or self.desk.t("room.someone")
        return self.desk.t("mark.parting", name=name)

    def _keys(self) -> str:
        return self.desk.t(f"mark.parting_{self.desk.device()}")

    def draw(self, ink: Ink, bottom: int) -> None:
        """Draw the card above `bottom`, at the right."""
        self._buttons, self.rect = [], Rect(0, 0, 0, 0)
        if not self.waiting or self._mates:
            return
        person, t = self.waiting[0], self.desk.t
        pad, line, face = ink.px(14), ink.size("strong")[1] + ink.px(8), ink.px(FACE)
        labels = [t(f"mark.{key}") for key in NAMES.values()]
        keys_wide = ink.key_width("4") + ink.px(10) + line + ink.px(6)
        longest = max(ink.measure(label, "strong")[0] for label in labels) + keys_wide
        inner = min(max(longest, ink.px(2.8 * ink.settings.text)), ink.window.width // 2)
        asked = self._asked()
        asked_high = max(face, ink.measure(asked, "small", inner - face - ink.px(10))[1])
        later = self._keys()
        later_high = ink.measure(later, "small", inner)[1]
        high = 2 * pad + asked_high + ink.px(8) + line * len(labels) + ink.px(6) + later_high
        box = Rect(0, 0, inner + 2 * pad, high)
        box.bottomright = (ink.window.width - ink.px(12), bottom)
        self.rect = box
        ink.panel(box, "page", radius=16, edge="line", lifted=True)
        with ink.inside(box):
            x, y = box.x + pad, box.y + pad
            ink.surface.blit(self.faces.portrait(person, face), (x, y))
            ink.write(asked, "small", x + face + ink.px(10), y, inner - face - ink.px(10))
            y += asked_high + ink.px(8)
            bits = self.marks.of(person)
            for number, (mark, label) in enumerate(zip(NAMES, labels, strict=True), start=1):
                self._line(ink, Rect(x, y, inner, line), str(number), label, bool(bits & mark))
                if number == self._at + 1 and self.desk.device() == "pad":
                    ink.ring(Rect(x, y, inner, line).inflate(-ink.px(8), -ink.px(8)))
                self._buttons.append((Rect(x, y, inner, line), mark))
                y += line
            ink.write(later, "small", x, y + ink.px(6), inner, "soft")

    def _line(self, ink: Ink, rect: Rect, key: str, label: str, on: bool) -> None:
        x = rect.x + ink.keycap(key, rect.x, rect.centery) + ink.px(10)
        size = ink.size("strong")[1]
        ink.tick_box(x, rect.centery - size // 2, size, on)
        ink.write(label, "strong", x + size + ink.px(8), rect.centery - size // 2)
