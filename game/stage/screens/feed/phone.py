"""The phone: what the network shows of oneself at its top, and the timeline below, newest first."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from game.session.feed_views import FeedItem, FeedView
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.panels import rounded
from game.stage.screen import Move, Stay
from game.stage.screens.feed.entry import Entry, entry
from game.stage.widgets.base import Spoken, Widget

BEZEL, BETWEEN, CHIN = 12, 8, 40  # design units
PAGE, NOTCH = 0.8, 0.3  # of the view, by keys and by the wheel
STEPS = {Intent.UP: -1, Intent.DOWN: 1}
PAGES = {Intent.PAGE_UP: -PAGE, Intent.PAGE_DOWN: PAGE}


class Phone(Widget):
    """One stop for the focus, with a cursor of its own inside: eighty entries are a long way for Tab."""

    stop = True

    def __init__(self, faces: Faces, t: Callable[..., str], opened: Callable[[FeedItem], Move | None]) -> None:
        """`opened` tells where a pressed entry leads."""
        self.faces, self.t, self.opened = faces, t, opened
        self.rect = Rect(0, 0, 0, 0)
        self.entries: list[Entry] = []
        self.at = 0  # the entry the cursor is on
        self.scroll = 0  # pixels
        self.arrows: list[tuple[Rect, float]] = []  # where a click scrolls, and which way
        self._view, self._total = Rect(0, 0, 0, 0), 0
        self._places: list[tuple[int, Rect]] = []  # the entries on show, as they lie on the screen
        self._follow = False  # bring the cursor into view at the next drawing
        self._rolled = 0  # the scroll at which the places were noted

    def show(self, view: FeedView) -> None:
        """Take what the network shows now, from the top."""
        t = self.t
        self.status = t("feed.status", clock=view.clock, network=view.network)
        count = f"{view.followers:,}"
        self.followers = t("feed.followers", n=view.followers, count=count)
        if view.new_followers:
            self.followers += f" · {t('feed.new_followers', n=f'{view.new_followers:+,}')}"
        self.awake = t("feed.awake", n=round(100 * view.awake))
        self.left = t("feed.left", n=round(view.left_min), of=round(view.day_min))
        self.share = view.left_min / view.day_min if view.day_min else 0.0
        self.entries = [entry(item, self.faces, t) for item in view.items]
        self.at, self.scroll = 0, 0

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        if event.intent in STEPS and self.entries:
            self.at = min(max(0, self.at + STEPS[event.intent]), len(self.entries) - 1)
        elif event.intent in (Intent.HOME, Intent.END):
            self.at = 0 if event.intent is Intent.HOME else max(0, len(self.entries) - 1)
        elif event.intent in PAGES:
            self.roll(PAGES[event.intent])
            self.at = self._first_in_view()
            return Stay()
        else:
            return None
        self._follow = True
        return Stay()

    def _first_in_view(self) -> int:
        """The first entry whose beginning shows once what was scrolled is drawn."""
        moved = self._view.top + self.scroll - self._rolled
        return next((i for i, place in self._places if place.top >= moved), self._places[-1][0] if self._places else 0)

    def roll(self, pages: float) -> None:
        """Scroll by so much of the view."""
        most = max(0, self._total - self._view.height)
        self.scroll = min(max(0, self.scroll + round(pages * self._view.height)), most)

    def wheel(self, event: Input) -> None:
        """Scroll with the wheel."""
        self.roll(event.number * NOTCH)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        """Open the entry under the pointer, or the one the cursor is on."""
        if pos:
            for box, way in self.arrows:
                if box.collidepoint(pos):
                    self.roll(way * PAGE)
                    return Stay()
            found = next((i for i, place in self._places if place.clip(self._view).collidepoint(pos)), None)
            if found is None:
                return None
            self.at = found
        return self.opened(self.entries[self.at].item) if self.entries else None

    def spoken(self) -> Spoken:
        here = self.entries[self.at].spoken().name if self.entries else self.t("feed.nothing")
        return Spoken(
            self.t("feed.timeline"), value=self.t("voice.place", n=self.at + 1, total=len(self.entries)), more=here
        )

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        self.rect = rect
        ink.panel(rect, "night", radius=34, lifted=True)
        bezel, line = ink.px(BEZEL), ink.size("small")[1]
        inner = rect.width - 2 * bezel
        with ink.inside(rect):
            status = ink.measure(self.status, "small", inner - ink.px(20))[1]
            ink.write(
                self.status,
                "small",
                rect.x + bezel + ink.px(10),
                rect.y + bezel,
                inner - ink.px(20),
                "on_night",
                "centre",
            )
        chin = max(ink.px(CHIN), line)
        top = rect.y + bezel + status + ink.px(8)
        screen = Rect(rect.x + bezel, top, inner, rect.bottom - chin - top)
        rounded(ink.surface, screen, ink.colour("page"), ink.px(20))
        head = self._head(ink, screen)
        self._view = Rect(screen.x, head, screen.width, screen.bottom - head - ink.px(6))
        self._timeline(ink, focused)
        self._chin(ink, Rect(rect.x, screen.bottom, rect.width, chin))
        if focused and not self._places:
            ink.ring(rect.inflate(-ink.px(12), -ink.px(12)), 30)

    def _head(self, ink: Ink, screen: Rect) -> int:
        """Followers and the time for today, always in sight; where the timeline begins."""
        x, y, inner = screen.x + ink.px(14), screen.y + ink.px(10), screen.width - 2 * ink.px(14)
        with ink.inside(screen):
            y = ink.write(self.followers, "strong", x, y, inner).bottom
            y = ink.write(self.awake, "small", x, y, inner, "soft").bottom + ink.px(6)
            y = ink.write(self.left, "small", x, y, inner).bottom + ink.px(3)
        ink.bar(Rect(x, y, inner, ink.px(10)), self.share, "good" if self.share > 0.25 else "warn")
        y += ink.px(18)
        ink.fill(Rect(screen.x, y, screen.width, max(1, ink.px(1.5))), "line")
        return y + ink.px(2)

    def _timeline(self, ink: Ink, focused: bool) -> None:
        view, gap = self._view, ink.px(BETWEEN)
        width = view.width - 2 * ink.px(10)
        heights = [entry.height(ink, width) for entry in self.entries]
        self._total = sum(heights) + gap * (len(heights) + 1)
        top, places = gap, []
        for number, high in enumerate(heights):
            places.append((number, Rect(view.x + ink.px(10), top, width, high)))
            top += high + gap
        if self._follow and places:
            here = places[self.at][1]
            self.scroll = max(min(self.scroll, here.top - gap), here.bottom + gap - view.height)
            self.scroll = min(self.scroll, here.top - gap)  # of an entry taller than the phone, its beginning
            self._follow = False
        self.roll(0)
        self._rolled = self.scroll
        shown = [(number, place.move(0, view.y - self.scroll)) for number, place in places]
        self._places = [(number, place) for number, place in shown if place.colliderect(view)]
        with ink.clipped(view):
            for number, place in self._places:
                self.entries[number].draw(ink, place, focused and number == self.at)
        if not self.entries:
            ink.write(
                self.t("feed.nothing"),
                "body",
                view.x + ink.px(14),
                view.y + ink.px(14),
                view.width - ink.px(28),
                "soft",
            )

    def _chin(self, ink: Ink, chin: Rect) -> None:
        """The lower edge, with the two buttons that scroll."""
        self.arrows = []
        across = ink.px(28)
        for way, middle in ((-1, chin.centerx - ink.px(34)), (1, chin.centerx + ink.px(34))):
            box = Rect(0, 0, ink.px(56), across)
            box.center = (middle, chin.centery)
            goes = self.scroll > 0 if way < 0 else self.scroll < self._total - self._view.height - 1
            rounded(ink.surface, box, ink.colour("card" if goes else "night_soft"), across // 2)
            ink.arrow(box.centerx, box.centery, way, faint=not goes, upright=True)
            if goes:
                self.arrows.append((box, way))
