"""The room from above: where one walked and talked, and where people turned away."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame
from pygame import Rect

from game.session.debrief import Place, Story
from game.stage.art.theme import mix
from game.stage.art.venue import Venue
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.panels import rounded
from game.stage.widgets.base import Spoken, Widget, joined

HIGHEST, NARROWEST = 390, 440  # design units
NUMBERED = 8  # places with a number on the map: those where one talked longest
FACES, FACE = 2, 26  # of each of them, and their size in design units
NAMED = 8  # who turned away, with a name on the map; the others have their sign
AROUND = 8  # directions in which room is looked for
REACHES = (0.0, 0.8, 1.15, 1.6, 2.1)  # and how far, in widths of what is placed
THINGS = {"#": "night", "w": "soft", "D": "accent", "B": "accent_ink", "t": "soft", "p": "good", "s": "night_soft"}

At = Callable[[float, float], tuple[int, int]]


def numbered(story: Story) -> list[Place]:
    """The places that have a number, in the order of the evening."""
    longest = sorted(story.places, key=lambda place: -place.minutes)[:NUMBERED]
    return sorted(longest, key=lambda place: place.start)


class FloorMap(Widget):
    """Circles as large as the time spent there, who was there, the path between them, and crosses."""

    def __init__(self, story: Story, venue: Venue, faces: Faces, t: Callable[..., str]) -> None:
        self.story, self.venue, self.faces, self.t = story, venue, faces, t
        self.numbered = numbered(story)
        self.wide, self.deep = len(venue.rows[0]) * venue.cell_m, len(venue.rows) * venue.cell_m

    def _scale(self, ink: Ink, width: int) -> float:
        """Pixels a metre."""
        return min((width - 2 * ink.px(14)) / self.wide, ink.px(HIGHEST) / self.deep)

    def least(self, ink: Ink) -> int:
        return ink.px(NARROWEST)

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
            taken = self._numbers(ink, at, floor, scale)
            self._faces(ink, at, floor, taken)
            self._turned(ink, at, floor, taken)
            ink.write(
                self.t("story.map_key"), "small", rect.x + ink.px(14), floor.bottom + ink.px(8), rect.width - ink.px(28)
            )

    def _numbers(self, ink: Ink, at: At, floor: Rect, scale: float) -> list[Rect]:
        """The circles, then the numbers on top of them all; where the numbers are."""
        for place in self.story.places:
            spot, reach = at(place.x, place.y), max(ink.px(5), round(scale * (0.25 + 0.28 * place.minutes**0.5)))
            pygame.draw.circle(ink.surface, mix(ink.theme.accent, ink.theme.paper, 0.25), spot, reach)
            pygame.draw.circle(ink.surface, ink.colour("night"), spot, reach, 2)
        taken: list[Rect] = []
        for number, place in enumerate(self.numbered, 1):
            box = room_for(number_size(ink), at(place.x, place.y), floor, taken)
            if box:
                draw_number(ink, number, box)
        return taken

    def _faces(self, ink: Ink, at: At, floor: Rect, taken: list[Rect]) -> None:
        """Who was there longest, in turns, so that every place has one before another has two."""
        size = ink.px(FACE)
        for turn in range(FACES):
            for place in self.numbered:
                box = room_for((size, size), at(place.x, place.y), floor, taken) if len(place.people) > turn else None
                if box:
                    ink.surface.blit(self.faces.portrait(place.people[turn], size), box)

    def _turned(self, ink: Ink, at: At, floor: Rect, taken: list[Rect]) -> None:
        """A cross each, and the name as far as there is room; nothing on a face."""
        size, line, named = ink.px(11), ink.size("small")[1], 0
        for turned in self.story.turned:
            cross = room_for((size, size), at(turned.x, turned.y), floor, taken)
            if cross is None:
                continue
            for one, two in ((cross.topleft, cross.bottomright), (cross.bottomleft, cross.topright)):
                pygame.draw.line(ink.surface, ink.colour("bad"), one, two, max(2, ink.px(3)))
            name = Rect(cross.right + 2, cross.centery - line // 2, ink.measure(turned.name, "small")[0] + 4, line)
            if named < NAMED and floor.contains(name) and name.collidelist(taken) < 0:
                rounded(ink.surface, name, ink.colour("card"), ink.px(4))
                ink.write(turned.name, "small", name.x + 2, name.y)
                taken.append(name)
                named += 1

    def spoken(self) -> Spoken:
        """Who turned away, and when; the way walked is for the eye."""
        turned = [self.t("voice.turned", name=turned.name, n=int(turned.minute)) for turned in self.story.turned]
        return Spoken(joined(turned))


def room_for(size: tuple[int, int], spot: tuple[int, int], floor: Rect, taken: list[Rect]) -> Rect | None:
    """The free rectangle nearest to a spot, which is then taken; None where everything around is."""
    for reach in REACHES:
        for k in range(AROUND if reach else 1):
            turn = 2 * math.pi * k / AROUND - math.pi / 2
            box = Rect((0, 0), size)
            box.center = (
                round(spot[0] + math.cos(turn) * reach * size[0]),
                round(spot[1] + math.sin(turn) * reach * size[1]),
            )
            if floor.contains(box) and box.collidelist(taken) < 0:
                taken.append(box)
                return box
    return None


def number_size(ink: Ink) -> tuple[int, int]:
    """Pixels of the disc that a place's number stands in."""
    side = max(ink.size("small")[1], ink.measure(str(NUMBERED), "small")[0] + ink.px(8))
    return side, side


def draw_number(ink: Ink, number: int, box: Rect) -> None:
    """A place's number, light on a dark disc."""
    pygame.draw.circle(ink.surface, ink.colour("night"), box.center, box.width // 2)
    ink.write(str(number), "small", box.x, box.y, box.width, "on_night", "centre")
