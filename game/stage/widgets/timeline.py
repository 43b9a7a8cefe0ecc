"""The evening from left to right: with whom one stood, what one did, who turned away, and how warm it was."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame
from pygame import Rect

from game.session.debrief import Story
from game.stage.art.theme import mix
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.panels import rounded
from game.stage.screens.talk_panel import TINTS
from game.stage.widgets.base import Spoken, Widget, joined

ROWS = 6  # people: those one stood with longest
FACE, ROW, CURVE = 30, 36, 74  # design units
LEAST_WARMTH = 0.5  # of liking: a scale no finer than this, so that a quiet evening looks quiet


class Timeline(Widget):
    """Bars by person, signs for what was said, and the warmth of the room below."""

    def __init__(self, story: Story, faces: Faces, t: Callable[..., str]) -> None:
        self.story, self.faces, self.t = story, faces, t
        spent: dict[int, float] = {}
        for stay in story.stays:
            spent[stay.person] = spent.get(stay.person, 0.0) + stay.end - stay.start
        self.people = sorted(spent, key=lambda person: -spent[person])[:ROWS]
        self.names = {stay.person: stay.name for stay in story.stays}

    def height(self, ink: Ink, width: int) -> int:
        line = ink.size("small")[1]
        rows = len(self.people) * max(ink.px(ROW), line)
        return 2 * ink.px(12) + rows + 3 * line + ink.px(CURVE) + ink.px(4 + 6 + 8 + 8)

    def _left(self, ink: Ink) -> int:
        """Pixels the names take."""
        words = [*self.names.values(), *(self.t(f"story.{row}") for row in ("did", "turned", "warmth"))]
        return ink.px(FACE + 10) + max((ink.measure(word, "small")[0] for word in words), default=0) + ink.px(10)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        pad, left = ink.px(14), self._left(ink)
        strip = Rect(rect.x + pad + left, rect.y + ink.px(12), rect.width - 2 * pad - left, 0)
        with ink.inside(rect):
            y = self._stays(ink, rect.x + pad, strip, strip.y)
            y = self._signs(ink, rect.x + pad, strip, y)
            y = self._turned(ink, rect.x + pad, strip, y)
            y = self._warmth(ink, rect.x + pad, strip, y)
            self._hours(ink, strip, y)

    def _x(self, strip: Rect, minute: float) -> int:
        return strip.x + round(strip.width * min(1.0, minute / max(self.story.minutes, 1e-6)))

    def _stays(self, ink: Ink, x: int, strip: Rect, y: int) -> int:
        high, line = max(ink.px(ROW), ink.size("small")[1]), ink.size("small")[1]
        for person in self.people:
            middle = y + high // 2
            ink.surface.blit(self.faces.portrait(person, ink.px(FACE)), (x, middle - ink.px(FACE) // 2))
            ink.write(self.names[person], "small", x + ink.px(FACE + 8), middle - line // 2)
            pygame.draw.line(ink.surface, ink.colour("line"), (strip.x, middle), (strip.right, middle))
            for stay in self.story.stays:
                if stay.person == person:
                    first, last = self._x(strip, stay.start), self._x(strip, stay.end)
                    bar = Rect(first, middle - ink.px(8), max(ink.px(5), last - first), ink.px(16))
                    rounded(ink.surface, bar, ink.colour("accent"), ink.px(5))
            y += high
        return y + ink.px(4)

    def _signs(self, ink: Ink, x: int, strip: Rect, y: int) -> int:
        """What was said, as the signs that the choices have."""
        line = ink.size("small")[1]
        ink.write(self.t("story.did"), "small", x, y, colour="soft")
        last = -1000
        for doing in self.story.doings:
            at = self._x(strip, doing.minute)
            if at - last >= ink.icon_width("small"):
                tint = "ink" if ink.settings.high_contrast else TINTS[doing.group]
                ink.icon(doing.group, at - ink.icon_width("small") // 2, y + line // 2, "small", tint)
                last = at
        return y + line + ink.px(6)

    def _turned(self, ink: Ink, x: int, strip: Rect, y: int) -> int:
        line = ink.size("small")[1]
        ink.write(self.t("story.turned"), "small", x, y, colour="soft")
        last = -1000
        for turned in self.story.turned:
            at = self._x(strip, turned.minute)
            if at - last >= ink.px(14):
                ink.icon("avoid", at - ink.icon_width("small") // 2, y + line // 2, "small", "bad")
                last = at
        return y + line + ink.px(8)

    def _warmth(self, ink: Ink, x: int, strip: Rect, y: int) -> int:
        """The mean liking of those met so far: warm above the line, cool below it."""
        high, line = ink.px(CURVE), ink.size("small")[1]
        ink.write(self.t("story.warmth"), "small", x, y + (high - line) // 2, colour="soft")
        most = max([LEAST_WARMTH, *(abs(value) for _, value in self.story.warmth)])
        middle = y + high // 2
        pygame.draw.line(ink.surface, ink.colour("line"), (strip.x, middle), (strip.right, middle), 2)
        points: list[tuple[int, int]] = []
        for at, value in self.story.warmth:  # in steps: between two moments nothing moves
            x, level = self._x(strip, at), middle - round(value / most * high / 2)
            points += [(x, points[-1][1]), (x, level)] if points else [(x, level)]
        points.append((strip.right, points[-1][1]))
        good = self.story.warmth[-1][1] >= 0
        tint = ink.colour("good" if good else "bad")
        area = [(strip.x, middle), *points, (strip.right, middle)]
        pygame.draw.polygon(ink.surface, mix(tint, ink.theme.paper, 0.7), area)
        pygame.draw.lines(ink.surface, tint, False, points, max(2, ink.px(3)))
        return y + high + ink.px(8)

    def _hours(self, ink: Ink, strip: Rect, y: int) -> None:
        free = strip.x
        step = max(1, round(self.story.minutes / 6 / 5) * 5)
        for minute in range(0, int(self.story.minutes) + 1, step):
            words = self.t("story.minute", n=minute)
            wide = ink.measure(words, "small")[0]
            left = min(max(strip.x, self._x(strip, minute) - wide // 2), strip.right - wide)
            if left >= free:
                free = ink.write(words, "small", left, y, colour="soft").right + ink.px(10)

    def spoken(self) -> Spoken:
        """With whom of those shown one stood, from when to when, and how warm the room was at its end."""
        stays = [
            self.t("voice.stay", name=stay.name, start=int(stay.start), end=math.ceil(stay.end))
            for stay in self.story.stays
            if stay.person in self.people
        ]
        warmer = self.story.warmth[-1][1] >= 0
        return Spoken(joined([*stays, self.t("voice.warmer" if warmer else "voice.cooler")]))
