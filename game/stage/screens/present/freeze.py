"""Stop and talk: everything stands still, and one question is put to the room."""

from __future__ import annotations

from pygame import Rect

from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Pop, Screen
from game.stage.widgets import hints


def stops(event: Input) -> bool:
    """Whether an input asks to stop and talk: the space bar, or that button of a pad, which has nothing else to do."""
    return event.text == " " or event.intent is Intent.LISTEN


class Freeze(Screen):
    """A calm band over the room, which goes on from here when it is taken away."""

    name = "present_freeze"
    overlay = True

    def __init__(self, desk: Desk, question: str) -> None:
        self.desk, self.question = desk, question

    @property
    def typing(self) -> bool:
        return True

    def handle(self, event: Input) -> Move | None:
        return Pop() if stops(event) or event.intent in (Intent.OK, Intent.BACK, Intent.RIGHT) else None

    def heard(self) -> tuple[str, ...]:
        return self.desk.t("present.frozen"), self.question

    def draw(self, ink: Ink) -> None:
        ink.veil()
        t, pad = self.desk.t, ink.px(32)
        wide = min(ink.px(1100), ink.window.width - 2 * ink.px(20))
        inner, keys = wide - 2 * pad, self.desk.hints("present.freeze_keys")
        head, question = t("present.frozen"), self.question
        high = ink.measure(head, "strong", inner)[1] + ink.measure(question, "title", inner)[1]
        high += hints.height(ink, keys, inner) + ink.px(24) + 2 * pad
        band = Rect((ink.window.width - wide) // 2, (ink.window.height - high) // 2, wide, high)
        ink.panel(band, "mine", radius=24, edge="line", lifted=True)
        with ink.inside(band):
            y = ink.write(head, "strong", band.x + pad, band.y + pad, inner, "accent_ink").bottom + ink.px(6)
            y = ink.write(question, "title", band.x + pad, y, inner).bottom + ink.px(18)
            hints.draw(ink, keys, Rect(band.x + pad, y, inner, 0))
