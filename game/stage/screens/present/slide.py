"""A slide: one idea, as large as it fits, and the keys that lead on."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.stage.backdrop import behind
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Push, Screen, Stay
from game.stage.screens.present.dilemma import Way
from game.stage.screens.present.freeze import Freeze, stops
from game.stage.screens.present.vote import VotePanel, spoken
from game.stage.widgets import hints
from game.stage.widgets.base import joined

WIDEST, FACE = 1120, 76  # design units
SIZES = (  # of heading and lines, the largest that fits
    ("hero", "title"),
    ("hero", "heading"),
    ("title", "heading"),
    ("heading", "strong"),
    ("strong", "body"),
    ("strong", "small"),
)


class Slide(Screen):
    """Heading, lines below it (of which `shown` are revealed), and options to vote for, if any."""

    name = "slide"

    def __init__(self, desk: Desk, faces: Faces | None = None) -> None:
        self.desk = desk
        self.kicker, self.heading = "", ""
        self.lines: list[str] = []
        self.people: list[int] = []  # whose face stands beside each line, -1 nobody's
        self.shown = 0
        self.ways: Sequence[Way] = ()
        self.ask = ""
        self.talk = ""  # what to stop and talk about where there is something to vote on
        self.faces, self.panel = faces, VotePanel(faces)

    @property
    def typing(self) -> bool:
        return True  # letters are votes

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.BACK:
            return self.escape()
        if self.ways and self.talk and stops(event):
            return Push(Freeze(self.desk, self.talk))
        if self.ways:
            number = self.panel.voted(event, len(self.ways))
            return self.vote(number) if number >= 0 else Stay()
        if event.intent in (Intent.OK, Intent.RIGHT, Intent.PAGE_DOWN) or event.text == " ":
            return self.next()
        if event.intent in (Intent.LEFT, Intent.PAGE_UP, Intent.ERASE):
            return self.previous()
        return None

    def vote(self, number: int) -> Move | None:
        """Take what most hands were up for."""
        return None

    def next(self) -> Move | None:
        """Go on."""
        return None

    def previous(self) -> Move | None:
        """Go back one step."""
        return Stay()

    def escape(self) -> Move | None:
        """Esc: ask before anything is left."""
        from game.stage.screens.settings import SettingsForm

        return Push(SettingsForm(self.desk))

    def heard(self) -> tuple[str, ...]:
        lines = self.lines[: self.shown]
        return joined([self.kicker, self.heading]), *lines, spoken(self.ask, self.ways)

    def hints(self) -> str:
        """The keys that work."""
        name = "next_keys" if not self.ways else "talk_keys" if self.talk else "vote_keys"
        return self.desk.hints(f"present.{name}")

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink) -> None:
        behind(ink)
        low = ink.window.height - ink.px(10)
        if self.ways:
            low = self.panel.draw(ink, self.ask, self.ways).top - ink.px(10)
        pad, wide = ink.px(36), min(ink.px(WIDEST), ink.window.width - 2 * ink.px(20))
        keys = hints.height(ink, self.hints(), wide - 2 * pad) + ink.px(10)
        sheet = Rect((ink.window.width - wide) // 2, ink.px(12), wide, low - ink.px(12))
        ink.panel(sheet, "page", radius=24, edge="line", lifted=True)
        inner = Rect(sheet.x + pad, sheet.y + ink.px(24), wide - 2 * pad, sheet.height - ink.px(34) - keys)
        with ink.inside(sheet):
            self._words(ink, inner)
            hints.draw(ink, self.hints(), Rect(inner.x, sheet.bottom - keys, inner.width, keys))

    def _words(self, ink: Ink, inner: Rect) -> None:
        """Everything measured as if revealed, so that nothing moves when it is; earlier lines give way if they must."""
        gap, beside = ink.px(16), ink.px(FACE + 14) if self.people else 0
        wide = inner.width - beside
        small = ink.measure(self.kicker, "strong", inner.width)[1] if self.kicker else 0
        for head, line in SIZES:
            heights = [max(ink.measure(text, line, wide)[1], beside) + gap for text in self.lines]
            total = small + ink.measure(self.heading, head, inner.width)[1] + 2 * gap + sum(heights)
            if total <= inner.height:
                break
        y = inner.y + max(0, inner.height - total) // 3
        if self.kicker:
            y = ink.write(self.kicker, "strong", inner.x, y, inner.width, "accent_ink").bottom
        y = ink.write(self.heading, head, inner.x, y, inner.width).bottom + gap
        room, first = inner.bottom - y + gap, 0
        least = 0 if self.ways else 1  # what is voted on says enough; what is revealed must be seen
        while first < self.shown - least and sum(heights[first : self.shown]) > room:
            first += 1
        for number in range(first, self.shown):
            if self.faces and self.people and self.people[number] >= 0:
                ink.surface.blit(self.faces.portrait(self.people[number], ink.px(FACE)), (inner.x, y))
            ink.write(self.lines[number], line, inner.x + beside, y, wide)
            y += heights[number]
