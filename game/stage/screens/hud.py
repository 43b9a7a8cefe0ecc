"""The dark bars at the top of the room: clock, met and cards, and what can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import RLEACCEL, SRCALPHA, Rect, Surface

from game.session.views import RoomView
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Intent

EDGE = 12  # design units


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon with words; `means` is what a click on it stands for."""

    icon: str
    words: str
    colour: str = "on_night"
    means: Intent | None = None


class Hud:
    """Draws the bars, anew only when they say something else, and remembers where its buttons are."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.buttons: list[tuple[Rect, Intent]] = []
        self.bars: list[Rect] = []
        self._says: tuple[object, ...] = ()
        self._picture = Surface((1, 1))

    def draw(self, ink: Ink, view: RoomView, pace: float) -> None:
        """Clock and buttons at the left, met and cards at the right; the buttons below where it is narrow."""
        minutes = -(-max(0, round(view.seconds_left)) // 60)
        shown = (view.clock, minutes, view.waiting, view.met, view.cards, pace)
        drawn_for = (ink.window.size, ink.settings, self.desk.device(), self.desk.backend.words)
        if (*shown, *drawn_for) != self._says or ink.trace is not None:
            self._says = (*shown, *drawn_for)
            self._picture = Surface((ink.window.width, ink.px(EDGE) + 3 * self._high(ink)), SRCALPHA)
            with ink.onto(self._picture):
                self._bars(ink, view, minutes, pace)
            self._picture.set_alpha(255, RLEACCEL)  # most of it is clear
        ink.surface.blit(self._picture, (0, 0))

    def _bars(self, ink: Ink, view: RoomView, minutes: int, pace: float) -> None:
        t, key = self.desk.t, self.desk.cap
        self.buttons, self.bars = [], []
        left_over = t("room.waiting") if view.waiting else t("room.left", n=minutes)
        clock = [Sign("clock", view.clock, "accent"), Sign("", left_over, "night_soft")]
        buttons = [
            Sign("pause", key("P"), means=Intent.PAUSE),
            Sign("book", key("N"), means=Intent.NOTEBOOK),
            Sign("history", key("H"), means=Intent.HISTORY),
            Sign("idea", key("Y"), means=Intent.WHY),
            Sign("speed", t("room.speed", n=f"{pace:g}"), means=Intent.FASTER),
        ]
        counts = [
            Sign("people", t("room.met", n=view.met), "good_light"),
            Sign("cards", t("room.cards", n=view.cards), "accent"),
        ]
        edge, width = ink.px(EDGE), self._width(ink, counts)
        self._bar(ink, counts, ink.window.width - edge - width, edge)
        if self._width(ink, clock + buttons) + width + 3 * edge <= ink.window.width:
            self._bar(ink, clock + buttons, edge, edge)
        else:
            self._bar(ink, clock, edge, edge)
            self._bar(ink, buttons, edge, edge + self._high(ink) + ink.px(7))

    def _high(self, ink: Ink) -> int:
        return ink.size("strong")[1] + ink.px(22)

    def _sign_width(self, ink: Ink, sign: Sign) -> int:
        wide = ink.icon_width("strong") if sign.icon else 0
        if sign.words:
            wide += ink.measure(sign.words, "strong")[0] + (ink.px(8) if sign.icon else 0)
        return wide

    def _width(self, ink: Ink, signs: list[Sign]) -> int:
        return sum(self._sign_width(ink, sign) + ink.px(18) for sign in signs) + ink.px(18)

    def _bar(self, ink: Ink, signs: list[Sign], x: int, y: int) -> None:
        high = self._high(ink)
        bar = Rect(x, y, self._width(ink, signs), high)
        self.bars.append(bar)
        ink.panel(bar, "night", radius=23, lifted=True)
        with ink.inside(bar):
            x += ink.px(18)
            for sign in signs:
                wide, left = self._sign_width(ink, sign), x
                if sign.icon:
                    ink.icon(sign.icon, x, bar.centery, "strong", sign.colour)
                    x += ink.icon_width("strong") + ink.px(8)
                if sign.words:
                    colour = "night_soft" if sign.colour == "night_soft" else "on_night"
                    middle = bar.centery - ink.size("strong")[1] // 2
                    ink.write(sign.words, "strong", x, middle, colour=colour)
                if sign.means:
                    self.buttons.append((Rect(left - ink.px(8), y, wide + ink.px(16), high), sign.means))
                x = left + wide + ink.px(18)

    def under(self, pos: tuple[int, int]) -> Intent | None:
        """What a click here stands for."""
        return next((means for rect, means in self.buttons if rect.collidepoint(pos)), None)


def caption(ink: Ink, words: str, bottom: int, right: int, top: int) -> Rect:
    """A dark bar with words, its lower edge at `bottom`, left of `right`; the rectangle taken.

    Words that would reach above `top` are smaller, and end early where that is not enough: history has them all.
    """
    pad, edge = ink.px(16), ink.px(EDGE)
    inner, room = right - 2 * edge - 2 * pad, bottom - top - ink.px(14)
    style = "strong" if ink.measure(words, "strong", inner)[1] <= room else "small"
    kept = words
    while ink.measure(words, style, inner)[1] > room and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
        words = f"{kept} …"
    wide, high = ink.measure(words, style, inner)
    bar = Rect(0, 0, wide + 2 * pad, high + ink.px(14))
    bar.midbottom = (right // 2, bottom)
    ink.panel(bar, "night", radius=16, lifted=True)
    with ink.inside(bar):
        ink.write(words, style, bar.x + pad, bar.y + ink.px(7), wide + 1, "on_night", "centre")
    return bar
