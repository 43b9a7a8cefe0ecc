"""The places of the map in words: when, how long, with whom, and who turned away there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pygame import Rect

from game.session.debrief import Place, Story
from game.stage.ink import Ink
from game.stage.widgets.base import Spoken, Widget, joined
from game.stage.widgets.floor_map import NARROWEST, draw_number, number_size, numbered

NAMES = 4  # of a place; the others are counted
PAD, BETWEEN = 14, 9  # design units


class PlaceList(Widget):
    """A number as on the map, and a sentence or two."""

    def __init__(self, story: Story, t: Callable[..., str]) -> None:
        self.t = t
        self.places = numbered(story)
        self.lines = [self._line(place) for place in self.places] or [t("story.no_place")]

    def _line(self, place: Place) -> str:
        start, n = int(place.start), max(1, round(place.minutes))
        told = self.t("story.place", start=start, n=n, names=self._names(place.names))
        return f"{told} {self.t('story.place_turned', names=self._names(place.turned))}" if place.turned else told

    def _names(self, names: Sequence[str]) -> str:
        first, others = ", ".join(names[:NAMES]), len(names) - NAMES
        return self.t("story.and_more", names=first, n=others) if others > 0 else first

    def _rows(self, ink: Ink, width: int) -> Iterator[tuple[str, int, int]]:
        """Each line with its left edge and its height, in pixels."""
        left = number_size(ink)[0] + ink.px(10) if self.places else 0
        for line in self.lines:
            yield line, left, ink.measure(line, "small", width - 2 * ink.px(PAD) - left)[1]

    def least(self, ink: Ink) -> int:
        return ink.px(NARROWEST)

    def height(self, ink: Ink, width: int) -> int:
        rows = [high for _, _, high in self._rows(ink, width)]
        return sum(rows) + (len(rows) - 1) * ink.px(BETWEEN) + 2 * ink.px(PAD)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "card", edge="line")
        x, y = rect.x + ink.px(PAD), rect.y + ink.px(PAD)
        with ink.inside(rect):
            for number, (line, left, high) in enumerate(self._rows(ink, rect.width), 1):
                if self.places:
                    draw_number(ink, number, Rect((x, y), number_size(ink)))
                ink.write(line, "small", x + left, y, rect.width - 2 * ink.px(PAD) - left)
                y += high + ink.px(BETWEEN)

    def spoken(self) -> Spoken:
        return Spoken(joined(self.lines))
