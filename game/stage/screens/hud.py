"""The dark bars at the top of the room: clock, met and cards, and what can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect

from game.session.views import RoomView
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Intent

HIGH, EDGE = 46, 12  # design units


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon with words; `means` is what a click on it stands for."""

    icon: str
    words: str
    colour: str = "on_night"
    means: Intent | None = None


class Hud:
    """Draws the bars and remembers where its buttons are."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.buttons: list[tuple[Rect, Intent]] = []
        self.bars: list[Rect] = []

    def draw(self, ink: Ink, view: RoomView, pace: float) -> None:
        """Clock and buttons at the left, met and cards at the right, in a second line where it is narrow."""
        t = self.desk.t
        self.buttons, self.bars = [], []
        cards = t("room.card_count", n=view.cards, cards=t("room.cards", n=view.cards))
        minutes = -(-max(0, round(view.seconds_left)) // 60)
        left = [Sign("clock", view.clock, "accent"), Sign("", t("room.left", n=minutes), "night_soft")]
        middle = [
            Sign("pause", t("room.pause"), means=Intent.PAUSE),
            Sign("book", t("room.notebook"), means=Intent.NOTEBOOK),
            Sign("history", t("room.said"), means=Intent.HISTORY),
            Sign("speed", t("room.speed", n=f"{pace:g}"), means=Intent.FASTER),
        ]
        right = [Sign("people", t("room.met", n=view.met), "good_light"), Sign("cards", cards, "accent")]
        width = ink.window.width
        bars = [self._width(ink, signs) for signs in (left, middle, right)]
        top, edge = ink.px(EDGE), ink.px(EDGE)
        self._bar(ink, left, edge, top)
        self._bar(ink, right, width - edge - bars[2], top)
        if sum(bars) + 4 * edge > width:  # the buttons do not fit between the two
            middle = [
                Sign(s.icon, s.words if s.means is Intent.FASTER else "", s.colour, s.means) for s in middle
            ]
            bars[1] = self._width(ink, middle)
        free = width - bars[0] - bars[2] - 2 * edge
        if bars[1] + 2 * edge <= free:
            self._bar(ink, middle, edge + bars[0] + (free - bars[1]) // 2, top)
        else:
            self._bar(ink, middle, edge, top + self._high(ink) + ink.px(8))

    def _high(self, ink: Ink) -> int:
        return max(ink.px(HIGH), ink.size("strong")[1] + ink.px(16))

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
                    ink.write(
                        sign.words, "strong", x, bar.centery - ink.size("strong")[1] // 2, colour=colour
                    )
                if sign.means:
                    self.buttons.append((Rect(left - ink.px(8), y, wide + ink.px(16), high), sign.means))
                x = left + wide + ink.px(18)

    def under(self, pos: tuple[int, int]) -> Intent | None:
        """What a click here stands for."""
        return next((means for rect, means in self.buttons if rect.collidepoint(pos)), None)


def caption(ink: Ink, words: str, bottom: int, widest: int) -> Rect:
    """A dark bar with a line of words, its lower edge at `bottom`; the rectangle it takes."""
    pad = ink.px(16)
    limit = min(widest, ink.window.width - 2 * ink.px(EDGE)) - 2 * pad
    wide, high = ink.measure(words, "strong", limit)
    bar = Rect(0, 0, wide + 2 * pad, high + ink.px(14))
    bar.midbottom = (ink.window.width // 2, bottom)
    ink.panel(bar, "night", radius=16, lifted=True)
    with ink.inside(bar):
        ink.write(words, "strong", bar.x + pad, bar.y + ink.px(7), wide + 1, "on_night", "centre")
    return bar
