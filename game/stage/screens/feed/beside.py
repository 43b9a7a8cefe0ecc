"""A page beside the phone: both are in sight, each scrolls for itself."""

from __future__ import annotations

from pygame import Rect

from game.stage.art.theme import mix
from game.stage.ink import Ink
from game.stage.inputs import NOWHERE, Input, Intent, Steer
from game.stage.screen import Move, Stay
from game.stage.screens.feed.light import light
from game.stage.screens.feed.state import Feed
from game.stage.screens.form import Form
from game.stage.widgets.base import Widget, cells

EDGE = 14  # design units around phone and page
SHARE, WITH_TEXT, WIDEST = 0.325, 0.1, 440  # of the window for the phone, more with larger type; design units
FLOOR = 0.86  # of the window's height, where the wall ends


class Beside(Form):
    """Subclasses fill heading, body and foot in `build`, which is called anew whenever something has happened."""

    title = "heading"  # the style of the heading: the page is full enough

    def __init__(self, feed: Feed) -> None:
        super().__init__(feed.desk)
        self.feed = feed
        self._built, self._pointed = feed.view, NOWHERE
        self.build()

    def build(self) -> None:
        """Fill in the page from what the feed shows now, and call `refresh`."""
        raise NotImplementedError

    def refresh(self, focus: Widget | None = None) -> None:
        self.ring.set([*cells(self.body), *self.foot, self.feed.phone], focus)

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if self._built is not self.feed.view:
            self._built, self.scroll = self.feed.view, 0
            self.build()
        return None

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        if event.intent in (Intent.POINT, Intent.CLICK):
            self._pointed = event.pos
        if event.intent is Intent.WHEEL and self._over_phone():
            self.feed.phone.wheel(event)
            return Stay()
        return super().handle(event)

    def _over_phone(self) -> bool:
        """The wheel turns what the pointer is on; the phone, as long as it has not been anywhere."""
        return self._pointed == NOWHERE or self.feed.phone.rect.collidepoint(self._pointed)

    # -- drawing ----------------------------------------------------------------------------------

    def _phone_width(self, ink: Ink) -> int:
        share = SHARE + WITH_TEXT * (ink.settings.text - 100) / 100
        return min(round(ink.window.width * share), ink.px(WIDEST * ink.settings.text / 100))

    def across(self, ink: Ink) -> int:
        return ink.window.width - self._phone_width(ink) - 3 * ink.px(EDGE)

    def sheet(self, ink: Ink, width: int, height: int) -> Rect:
        edge = ink.px(EDGE)
        high = ink.window.height - 2 * edge
        return Rect(ink.window.width - edge - width, edge, width, high)

    def ground(self, ink: Ink) -> None:
        """The wall and the floor of the player's home in the light of the hour, and the phone before them."""
        if ink.settings.high_contrast:
            ink.fill(ink.window, "backdrop")
        else:
            tone, low = light(self.feed.view.clock), round(ink.window.height * FLOOR)
            ink.surface.fill(tone.wall)
            ink.surface.fill(tone.floor, Rect(0, low, ink.window.width, ink.window.height - low))
            ink.surface.fill(mix(tone.wall, tone.floor, 0.6), Rect(0, low - ink.px(10), ink.window.width, ink.px(10)))
        edge, phone = ink.px(EDGE), self.feed.phone
        rect = Rect(edge, edge, self._phone_width(ink), ink.window.height - 2 * edge)
        phone.draw(ink, rect, self.ring.focus is phone)
        self.ring.put(phone, rect, ink.window)
