"""What came of a save, over whatever is on show: the problems of a broken file until it is sound, or a word that it is.

The card lies under the bars at the top, where in the room the far wall is, and takes the keys of nobody: one key, or a
click on it, opens the whole list.
"""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from game.scenario.spec import Scenario
from game.session.preview import News
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Pop, Push, Replace, Reset, Screen, Stay
from game.stage.screens.course import screen_of
from game.stage.screens.form import Sheet
from game.stage.screens.title import Title
from game.stage.screens.who import Who
from game.stage.widgets import hints
from game.stage.widgets.base import Card, Text
from game.stage.widgets.controls import Button

LOOK_S = 0.2  # wall seconds between two looks at the file
SHOWN_S = 4.0  # …that a word of a sound save stays
FEW = 3  # problems on the card
WIDEST = 760  # design units


class Problems(Sheet):
    """Every problem of the file, to be read at leisure."""

    name = "problems"

    def __init__(self, desk: Desk, problems: tuple[str, ...]) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("watch.heading"), desk.t("watch.lead")
        self.body = [Card([Text(problem)], edge="line") for problem in problems]
        self.foot = [Button(desk.t("watch.close"), Pop, primary=True)]
        self.refresh()


class Bulletin:
    """Looks at the file now and then, and shows what came of it."""

    def __init__(self, desk: Desk, tell: Callable[[str], None]) -> None:
        """`tell` says a sentence aloud to whom wants to hear it."""
        self.desk, self._tell = desk, tell
        self.news: News | None = None
        self.rect = Rect(0, 0, 0, 0)
        self._aside: int | None = None  # at the left −1, in the middle 0, at the right 1: where it hides fewest faces
        self._looked_s, self._shown_s = 0.0, 0.0

    def update(self, seconds: float, top: Screen) -> tuple[Move, ...]:
        """Let wall-clock seconds pass; what to show then in the place of the screen on top."""
        self._looked_s += seconds
        self._shown_s += seconds
        if self.news and self.news.kind != "broken" and self._shown_s > SHOWN_S:
            self.news = None
        if self._looked_s < LOOK_S:
            return ()
        self._looked_s = 0.0
        news = self.desk.backend.look()
        if news is None:
            return ()
        self.news, self._shown_s, self._aside = news, 0.0, None
        self._tell(" ".join([self._headline(news), *news.problems[:FEW]]))
        if news.kind == "broken":
            return (Replace(Problems(self.desk, news.problems)),) if isinstance(top, Problems) else ()
        return self._anew(news.scenario, top) if news.kind == "reloaded" and news.scenario else ()

    def _anew(self, scenario: Scenario, top: Screen) -> tuple[Move, ...]:
        """Show where the run stands in the scenario that was taken over, or ask again who one is in it."""
        if self.desk.run is not None:
            return (Reset(screen_of(self.desk, self.desk.ready(self.desk.run))),)
        asks_who = top.name in ("who", "question")
        return (Reset(Title(self.desk)), Push(Who(self.desk, scenario))) if asks_who else ()

    def handle(self, given: Input, top: Screen) -> Move | None:
        """A key or a click that is meant for the card; None for every other."""
        meant = given.intent is Intent.PROBLEMS
        meant |= given.intent is Intent.CLICK and self.rect.collidepoint(given.pos)
        if not meant or self.news is None or not self.news.problems:
            return None
        return Stay() if isinstance(top, Problems) else Push(Problems(self.desk, self.news.problems))

    def _headline(self, news: News) -> str:
        if news.kind == "broken":
            return self.desk.t("watch.broken", n=len(news.problems), file=news.file)
        return self.desk.t(f"watch.{news.kind}")

    def draw(self, ink: Ink, top: Screen) -> None:
        """Draw the card, where there is something to say and the list is not open."""
        self.rect = Rect(0, 0, 0, 0)
        if self.news is not None and not isinstance(top, Problems):
            ink.next_layer()
            self.rect = self._card(ink, self.news, top)
        self.desk.bulletin = self.rect

    def _card(self, ink: Ink, news: News, over: Screen) -> Rect:
        pad, most = ink.px(14), min(ink.window.width - 2 * ink.px(12), ink.px(WIDEST))
        key, words = hints.pairs(self.desk.t("watch.more"))[0] if news.problems else ("", "")
        beside = ink.px(16) + ink.key_width(key) + ink.px(6) + ink.measure(words, "small")[0] if key else 0
        inner = most - 2 * pad
        head, (wide, high) = self._headline(news), ink.measure(self._headline(news), "strong", inner - beside)
        lines = [ink.cut(problem, "small", inner) for problem in news.problems[:FEW]]
        wide = max([wide + beside, *(ink.measure(line, "small")[0] for line in lines)])
        card = Rect(0, 0, wide + 2 * pad, high + len(lines) * ink.size("small")[1] + ink.px(14))
        card.midtop = (ink.window.width // 2, over.head + ink.px(6))
        free = ink.window.width // 2 - ink.px(12) - card.width // 2
        if self._aside is None:
            self._aside = min((0, -1, 1), key=lambda way: len(card.move(way * free, 0).collidelistall(over.seen)))
        card.move_ip(self._aside * free, 0)
        ink.panel(card, "night", radius=14, lifted=True)
        with ink.inside(card):
            x, y = card.x + pad, card.y + ink.px(7)
            if key:
                middle, left = y + ink.size("strong")[1] // 2, x + wide - beside + ink.px(16)
                left += ink.keycap(key, left, middle, light=True) + ink.px(6)
                ink.write(words, "small", left, middle - ink.size("small")[1] // 2, colour="night_soft")
            y = ink.write(head, "strong", x, y, inner - beside, "on_night").bottom
            for line in lines:
                y = ink.write(line, "small", x, y, colour="night_soft").bottom
        return card
