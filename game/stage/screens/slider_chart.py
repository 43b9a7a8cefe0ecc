"""The picture of the follower slider: what the network counts, and below it what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pygame
from pygame import Rect

from game.session.sandbox import STEPS, Found, Setup, Spread, compared, curve, predicted
from game.stage.ink import Ink
from game.stage.screens import slider_words as words
from game.stage.widgets import plot
from game.stage.widgets.plot import At, Kind, Plot, Series

PAD, SAMPLE = 16, 40  # design units: round the picture, and of a line in the legend


class Chart:
    """Two plots over the same followers. Drawn, never pressed."""

    def __init__(self, t: Callable[..., str], setup: Setup, found: Found, guess: str) -> None:
        """`setup`: what was asked, or will be; `guess`: what was said of it, "" before anything was."""
        self.t, self.setup, self.found, self.guess = t, setup, found, guess

    def draw(self, ink: Ink, rect: Rect) -> None:
        """Draw onto a sheet as large as the rectangle."""
        ink.panel(rect, "card", radius=20, edge="line", lifted=True)
        with ink.inside(rect):
            self._plots(ink, self.setup, rect.inflate(-2 * ink.px(PAD), -2 * ink.px(PAD)))

    def _plots(self, ink: Ink, setup: Setup, inner: Rect) -> None:
        y = ink.write(words.shows(self.t, setup), "strong", inner.x, inner.y, inner.width).bottom
        below = Rect(inner.x, y + ink.px(4), inner.width, 0)
        if self.found.points:
            y = self._legend(ink, setup, below)
        else:
            y = ink.write(self.t("slider.chart.empty"), "small", below.x, below.y, below.width, "soft").bottom
        line, gap = ink.size("small")[1], ink.px(6)
        foot = 2 * line + gap
        each = (inner.bottom - foot - y) // 2
        left = max(ink.measure(number, "small")[0] for number in ("1,000", "2,000")) + ink.px(10)
        for measure in ("response", "relationships"):
            head = ink.write(self.t(f"slider.chart.{measure}"), "strong", inner.x, y + ink.px(6), inner.width)
            top = head.bottom + line // 2 + ink.px(4)
            area = Rect(inner.x + left, top, inner.width - left, y + each - line // 2 - top)
            plot.draw(ink, self._plot(setup, measure), area, left)
            y += each
        self._followers(ink, setup, Rect(inner.x + left, y + gap, inner.width - left, foot))

    def _plot(self, setup: Setup, measure: str) -> Plot:
        one, _ = compared(setup)
        chosen = STEPS.index(one.followers)
        kinds: list[tuple[Kind, Iterable[Setup]]] = [(kind, setups) for kind, setups in _series(setup)]
        series = tuple(Series(kind, tuple(self._points(setups, measure))) for kind, setups in kinds)
        value = predicted(setup, self.guess, self.found) if self.guess and measure == "relationships" else None
        said = None if value is None else (value, self.t("slider.chart.said"))
        return Plot(series, len(STEPS), chosen, (0, chosen), said, self._written)

    def _written(self, figure: str) -> str:
        return self.t("figure", n=figure)

    def _points(self, setups: Iterable[Setup], measure: str) -> Iterable[At]:
        for setup in setups:
            point = self.found.points.get(setup)
            if point is not None:
                spread: Spread = getattr(point, measure)
                yield At(STEPS.index(setup.followers), spread.low, spread.mean, spread.high)

    def _legend(self, ink: Ink, setup: Setup, rect: Rect) -> int:
        """A sample of each line with its words; the y below."""
        y, line = rect.y, ink.size("small")[1]
        for kind, _ in _series(setup):
            ends = (rect.x, y + line // 2), (rect.x + ink.px(SAMPLE), y + line // 2)
            if kind == "line":
                pygame.draw.line(ink.surface, ink.colour("night"), *ends, max(2, ink.px(3)))
            elif kind == "ghost":
                plot.dashed(ink, *ends, "soft", ink.px(2))
            plot.marker(ink, kind, (rect.x + ink.px(SAMPLE) // 2, y + line // 2))
            x = rect.x + ink.px(SAMPLE + 8)
            y = ink.write(words.legend(self.t, kind, setup), "small", x, y, rect.right - x, "soft").bottom
        return y

    def _followers(self, ink: Ink, setup: Setup, rect: Rect) -> None:
        """The steps below, as many as there is room for, the chosen one and the least always."""
        chosen = STEPS.index(compared(setup)[0].followers)
        taken: list[Rect] = []
        for step in sorted(range(len(STEPS)), key=lambda step: (step != chosen, step != 0, -step)):
            number, style = self._written(f"{STEPS[step]:,}"), "strong" if step == chosen else "small"
            wide, high = ink.measure(number, style)
            x = min(max(plot.across(rect, step, len(STEPS)) - wide // 2, rect.x), rect.right - wide)
            here = Rect(x, rect.y, wide, high)
            if here.inflate(ink.px(12), 0).collidelist(taken) < 0:
                taken.append(ink.write(number, style, x, rect.y, colour="ink" if step == chosen else "soft"))
        low = rect.y + ink.size("strong")[1]
        ink.write(self.t("slider.chart.followers"), "small", rect.x, low, rect.width, "soft", "centre")


def _series(setup: Setup) -> list[tuple[Kind, Iterable[Setup]]]:
    """What is drawn: the setup over all followers, and what it is compared with."""
    drawn: list[tuple[Kind, Iterable[Setup]]] = [("line", curve(setup))]
    if setup.off:
        drawn.append(("ghost", curve(setup.with_all_rules)))
    elif setup.bought:
        drawn.append(("mark", compared(setup)[1:]))
    return drawn
