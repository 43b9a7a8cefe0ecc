"""The people of a room as pictures: whose stance is looked at anew in a frame, and all of them from back to front."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
import pygame

from game.session.views import RoomView
from game.stage.art import figure
from game.stage.art.closing import Closings
from game.stage.art.ground import Upright
from game.stage.art.look import Look, look_for
from game.stage.art.picture import Picture
from game.stage.art.posture import stance_of
from game.stage.art.room import Room
from game.stage.art.sprites import LOOKED_AT, Sprites
from game.stage.art.standing import LEAP, Places

_NOBODY: Final = pygame.Surface((1, 1))  # until somebody has been looked at
_NEXT_TICKS: Final = 8  # further apart, two views are not of one course of things


class Figures:
    """Keeps everybody's picture from frame to frame, by row.

    In each frame every sixth person's stance and size are looked at, and of those who walk every third one's, so that
    no frame has them all. A picture that does not follow on from the one before has everybody's.
    """

    def __init__(self, looks: Mapping[int, Look], sprites: Sprites, closings: Closings) -> None:
        self._looks = dict(looks)
        self._sprites, self._closings = sprites, closings
        self._walked: dict[int, tuple[float, float, float]] = {}  # x, y, metres gone, by id
        self._last = (-1, -1)  # tick and beat
        self._turn = 0
        self._ids: list[int] = []
        self._pictures: list[pygame.Surface] = []
        self._boxes = np.zeros((0, 3), np.float32)  # of each picture: where it lies in its box, the box's height

    def goes_on(self, tick: int, beat: int) -> bool:
        """A frame begins; whether it follows on from the one before."""
        last_tick, last_beat = self._last
        self._last = (tick, beat)
        self._turn += 1
        return 0 <= tick - last_tick <= _NEXT_TICKS and 0 <= beat - last_beat <= 1

    def standing(
        self,
        room: Room,
        view: RoomView,
        places: Places,
        picture: Picture,
        beat: int,
        *,
        all_of_them: bool,
        still: bool,
    ) -> list[Upright]:
        """Furniture and people from the back to the front, noted in `picture`; `beat` as stance_of has it."""
        acts = {line.speaker: line.act for line in view.lines if not line.fading}
        newcomers = self._seat(places.ids) if places.ids != self._ids else []
        for row in range(len(places.ids)) if all_of_them else (*newcomers, *self._due(places)):
            self._look_at(row, places, acts, beat, still)
        dx, dy, tall = self._boxes.T
        scale = tall / np.float32(figure.BOX[1])
        left = places.px - scale * np.float32(figure.BOX[0] / 2)
        top = places.foot - scale * np.float32(figure.FEET)
        picture.outline(places.ids, left, top, scale)
        x = [*(piece.x for piece in room.pieces), *(left + dx).tolist()]
        y = [*(piece.y for piece in room.pieces), *(top + dy).tolist()]
        pictures = [*(piece.picture for piece in room.pieces), *self._pictures]
        feet = np.concatenate([np.array([piece.foot for piece in room.pieces], np.float32), places.foot])
        order = np.argsort(feet, kind="stable").tolist()
        return [(pictures[i], (x[i], y[i])) for i in order]

    def _seat(self, ids: list[int]) -> list[int]:
        """Rows for these people from now on; those who had a picture keep it, and the rows of the others are told."""
        before = {who: row for row, who in enumerate(self._ids)}
        stayed = [(row, before[who]) for row, who in enumerate(ids) if who in before]
        pictures, boxes = [_NOBODY] * len(ids), np.zeros((len(ids), 3), np.float32)
        for row, was in stayed:
            pictures[row], boxes[row] = self._pictures[was], self._boxes[was]
        self._ids, self._pictures, self._boxes = ids, pictures, boxes
        return [row for row, who in enumerate(ids) if who not in before]

    def _due(self, places: Places) -> list[int]:
        """Whose turn it is in this frame, by row."""
        people, first = places.people, -self._turn % LOOKED_AT
        between = range((first + LOOKED_AT // 2) % LOOKED_AT, len(people), LOOKED_AT)
        walking = [row for row in between if people[row].activity == "walking"]
        return [*range(first, len(people), LOOKED_AT), *walking]

    def _look_at(self, row: int, places: Places, acts: Mapping[int, int], beat: int, still: bool) -> None:
        """Take in how somebody stands now, and how large they are seen."""
        who, height = places.ids[row], float(places.height[row])
        other = places.rows.get(places.people[row].listening_to)
        aside = float(places.px[other] - places.px[row]) / height if other is not None else 0.0
        person = self._closings.turned(places.people[row])
        gone = self._gone(who, float(places.x[row]), float(places.y[row]))
        stance = stance_of(person, aside, acts.get(who, -1), gone, beat, still)
        cut = self._sprites.figure(self._look(who), stance, height)
        self._pictures[row] = cut.picture
        self._boxes[row] = cut.dx, cut.dy, cut.height

    def _look(self, who: int) -> Look:
        look = self._looks.get(who)
        if look is None:
            look = self._looks[who] = look_for(str(who))
        return look

    def _gone(self, who: int, x: float, y: float) -> float:
        """Metres somebody has walked in this picture: steps follow the ground, not the clock."""
        was_x, was_y, gone = self._walked.get(who, (x, y, 0.0))
        gone += min(LEAP, math.hypot(x - was_x, y - was_y))
        self._walked[who] = (x, y, gone)
        return gone
