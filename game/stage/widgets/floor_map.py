"""The room from above: where one walked and talked, and where people turned away."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect

from game.session.debrief import Story
from game.stage.art.theme import mix
from game.stage.art.venue import Venue
from game.stage.ink import Ink
from game.stage.panels import rounded
from game.stage.widgets.base import Spoken, Widget, joined

HIGHEST = 390  # design units
NAMED = 8  # who turned away, with a name on the map; the others have their sign
THINGS = {"#": "night", "w": "soft", "D": "accent", "B": "accent_ink", "t": "soft", "p": "good", "s": "night_soft"}


class FloorMap(Widget):
    """Circles as large as the time spent there, the path between them, and a cross where somebody turned."""

    def __init__(self, story: Story, venue: Venue, t: Callable[..., str]) -> None:
        self.story, self.venue, self.t = story, venue, t
        self.wide, self.deep = len(venue.rows[0]) * venue.cell_m, len(venue.rows) * venue.cell_m

    def _scale(self, ink: Ink, width: int) -> float:
        """Pixels a metre."""
        return min((width - 2 * ink.px(14)) / self.wide, ink.px(HIGHEST) / self.deep)

    def height(self, ink: Ink, width: int) -> int:
        key = ink.measure(self.t("story.map_key"), "small", width - 2 * ink.px(14))[1]
        return round(self.deep * self._scale(ink, width)) + key + ink.px(34)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        scale = self._scale(ink, rect.width)
        left = rect.x + (rect.width - round(self.wide * scale)) // 2
        top = rect.y + ink.px(12)

        def at(x: float, y: float) -> tuple[int, int]:
            return left + round(x * scale), top + round(y * scale)

        floor = Rect(left, top, round(self.wide * scale), round(self.deep * scale))
        rounded(ink.surface, floor, mix(ink.theme.paper_edge, ink.theme.paper, 0.55), ink.px(6))
        for run in self.venue.runs:
            one, two = at(run.left, run.top), at(run.right, run.bottom)
            box = Rect(*one, two[0] - one[0], two[1] - one[1])
            ink.fill(box, THINGS[run.kind])
        if len(self.story.path) > 1:
            pygame.draw.lines(ink.surface, ink.colour("soft"), False, [at(x, y) for x, y in self.story.path], 2)
        with ink.inside(rect):
            self._spots(ink, at, scale)
            self._turned(ink, at, floor)
            ink.write(
                self.t("story.map_key"), "small", rect.x + ink.px(14), floor.bottom + ink.px(8), rect.width - ink.px(28)
            )

    def _spots(self, ink: Ink, at: Callable[[float, float], tuple[int, int]], scale: float) -> None:
        for x, y, minutes in self.story.spots:
            reach = max(ink.px(5), round(scale * (0.25 + 0.28 * minutes**0.5)))
            pygame.draw.circle(ink.surface, mix(ink.theme.accent, ink.theme.paper, 0.25), at(x, y), reach)
            pygame.draw.circle(ink.surface, ink.colour("night"), at(x, y), reach, 2)

    def _turned(self, ink: Ink, at: Callable[[float, float], tuple[int, int]], floor: Rect) -> None:
        taken: list[Rect] = []
        arm, line = ink.px(5), ink.size("small")[1]
        for turned in self.story.turned:
            x, y = at(turned.x, turned.y)
            x += (turned.person * 7) % 23 - 11  # several at one place lie side by side
            y += (turned.person * 5) % 19 - 9
            for way in (1, -1):
                pygame.draw.line(ink.surface, ink.colour("bad"), (x - arm, y - way * arm), (x + arm, y + way * arm), 3)
            name = Rect(x + arm + 2, y - line // 2, ink.measure(turned.name, "small")[0] + 4, line)
            if len(taken) < NAMED and floor.contains(name) and name.collidelist(taken) < 0:
                rounded(ink.surface, name, ink.colour("card"), ink.px(4))
                ink.write(turned.name, "small", name.x + 2, name.y)
                taken.append(name)

    def spoken(self) -> Spoken:
        """Who turned away, and when; the way walked is for the eye."""
        turned = [self.t("voice.turned", name=turned.name, n=int(turned.minute)) for turned in self.story.turned]
        return Spoken(joined(turned))
