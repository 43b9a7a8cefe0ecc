"""Where speech stands: over no face, no other bubble and no panel; what finds no room is a caption."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from game.session.views import Line
from game.stage.art.placement import Board

Key = tuple[int, int]  # tick and speaker of a line
_SEARCHES = 2  # places looked for in one frame; the rest wait as small bubbles for the next
_PATIENCE = 45  # frames after which a bubble that found no room looks again


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that should be seen in full, and the size its bubble has."""

    line: Line
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A bubble's place; `tip` is where its tail ends."""

    line: Line
    rect: pygame.Rect
    tip: tuple[float, float]


@dataclass(slots=True)
class Layout:
    """What became of the lines: bubbles, small bubbles (not yet placed), and captions (found no room)."""

    placed: list[Placed] = field(default_factory=list)
    small: list[Line] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)


class Placer:
    """Places bubbles frame by frame; one that stands well stays where it is."""

    def __init__(self) -> None:
        self._kept: dict[Key, pygame.Rect] = {}
        self._refused: dict[Key, int] = {}  # frames since a line found no room
        self._first = True

    def place(
        self, board: Board, wanted: Sequence[Wanted], faces: Mapping[int, pygame.Rect], unit: float
    ) -> Layout:
        """Place the lines in order of importance. The board must hold faces and panels; bubbles are added."""
        layout = Layout()
        kept: dict[Key, pygame.Rect] = {}
        refused: dict[Key, int] = {}
        searches = len(wanted) if self._first else _SEARCHES
        self._first = False
        margin = round(4 * unit)
        for wish in wanted:
            line = wish.line
            face = faces.get(line.speaker)
            if face is None:
                continue
            key = (line.tick, line.speaker)
            waited = self._refused.get(key, _PATIENCE)
            rect = self._still_good(board, key, wish.size, face, unit)
            if rect is None and searches > 0 and waited >= _PATIENCE:
                searches -= 1
                rect = board.place(wish.size, (face.centerx, face.top - 10 * unit))
                waited = 0
            if rect is None:
                refused[key] = waited + 1
                (layout.captions if line.mine else layout.small).append(line)
                continue
            kept[key] = rect
            board.take([rect.inflate(margin, margin)])
            layout.placed.append(Placed(line, rect, (0.0, 0.0)))
        self._kept, self._refused = kept, refused
        rects = [placed.rect for placed in layout.placed]
        layout.placed = [
            replace(p, tip=tail_tip(p.rect, faces[p.line.speaker], [*faces.values(), *rects], unit))
            for p in layout.placed
        ]
        return layout

    def _still_good(
        self, board: Board, key: Key, size: tuple[int, int], face: pygame.Rect, unit: float
    ) -> pygame.Rect | None:
        rect = self._kept.get(key)
        if rect is None or rect.size != size or not board.fits(rect):
            return None
        return rect if _gap(rect, face) < 70 * unit else None


def _gap(rect: pygame.Rect, face: pygame.Rect) -> float:
    aside = max(rect.left - face.right, face.left - rect.right, 0)
    along = max(rect.top - face.bottom, face.top - rect.bottom, 0)
    return math.hypot(aside, along)


def tail_tip(
    rect: pygame.Rect, face: pygame.Rect, others: Sequence[pygame.Rect], unit: float
) -> tuple[float, float]:
    """The end of the tail: at the speaker's head, or short of it where it would be long or cross another."""
    if rect.bottom <= face.top:
        start, end = (float(min(max(face.centerx, rect.left), rect.right)), float(rect.bottom)), (
            float(face.centerx),
            face.top - 2.0,
        )
    elif rect.top >= face.bottom:
        start = (float(min(max(face.centerx, rect.left), rect.right)), float(rect.top))
        end = (float(face.centerx), face.bottom + 2.0)
    else:
        mouth = face.top + face.height * 0.75
        left = rect.right <= face.left
        start = (float(rect.right if left else rect.left), min(max(mouth, rect.top), rect.bottom))
        end = (face.left - 3.0 if left else face.right + 3.0, mouth)
    length = math.dist(start, end)
    reach = 44 * unit
    if any(other is not face and other is not rect and other.clipline(start, end) for other in others):
        reach = 14 * unit
    share = min(1.0, reach / length) if length else 1.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
