"""Where speech stands: over no face, no other bubble and no panel; what finds no room is a caption."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from game.session.views import Line
from game.stage.art.placement import Board

Key = tuple[int, int]  # tick and speaker of a line
_SEARCHES = 1  # bubbles drawn, and places looked for, in one frame; the rest wait as small ones for the next
_FAR = 150  # pixels at 720p beyond which a bubble is no longer seen to belong to a head
_PATIENCE = 45  # frames after which a bubble that found no room looks again


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line that should be seen in full, and how to find the size of its bubble, which is drawn for that."""

    line: Line
    size: Callable[[], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A bubble's place; `tip` is where its tail ends, `trail` the dots that lead on where the head is far."""

    line: Line
    rect: pygame.Rect
    tip: tuple[float, float] = (0.0, 0.0)
    trail: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class Layout:
    """What became of the lines: bubbles, small bubbles (not yet placed), and captions (found no room)."""

    placed: list[Placed] = field(default_factory=list)
    small: list[Line] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)


class Placer:
    """Places bubbles frame by frame; one that stands well stays where it is."""

    def __init__(self) -> None:
        self._kept: dict[Key, tuple[pygame.Rect, float]] = {}  # where it stood, how far from the head at first
        self._refused: dict[Key, int] = {}  # frames since a line found no room
        self._first = True

    def place(self, board: Board, wanted: Sequence[Wanted], faces: Mapping[int, pygame.Rect], unit: float) -> Layout:
        """Place the lines in order of importance. The board must hold faces and panels; bubbles are added."""
        layout = Layout()
        kept: dict[Key, tuple[pygame.Rect, float]] = {}
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
            rect = self._still_good(board, key, wish, face, unit)
            if rect is None and searches > 0 and waited >= _PATIENCE:
                searches -= 1
                rect = _best(board, wish.size(), face, list(faces.values()), unit)
                waited = 0
                if rect is not None and not line.mine and _gap(rect, face) > _FAR * unit:
                    rect = None  # a sign at the head says more than words across the room from it
            if rect is None:
                refused[key] = waited + 1
                (layout.captions if line.mine else layout.small).append(line)
                continue
            first = self._kept.get(key)
            kept[key] = first if first and first[0] == rect else (rect, _gap(rect, face))
            board.take([rect.inflate(margin, margin)])
            layout.placed.append(Placed(line, rect))
        self._kept, self._refused = kept, refused
        others = [*faces.values(), *(placed.rect for placed in layout.placed)]
        layout.placed = [_with_tail(p, faces[p.line.speaker], others, unit) for p in layout.placed]
        return layout

    def _still_good(self, board: Board, key: Key, wish: Wanted, face: pygame.Rect, unit: float) -> pygame.Rect | None:
        rect, gap = self._kept.get(key, (None, 0.0))
        if rect is None or rect.size != wish.size() or not board.fits(rect):
            return None
        return rect if _gap(rect, face) < gap + 40 * unit else None


def _gap(rect: pygame.Rect, face: pygame.Rect) -> float:
    aside = max(rect.left - face.right, face.left - rect.right, 0)
    along = max(rect.top - face.bottom, face.top - rect.bottom, 0)
    return math.hypot(aside, along)


def _best(
    board: Board, size: tuple[int, int], face: pygame.Rect, faces: Sequence[pygame.Rect], unit: float
) -> pygame.Rect | None:
    """The place above the head, or beside it where somebody's face between would seem to be speaking."""
    above = board.place(size, (face.centerx, face.top - 10 * unit))
    if above is None or not _crossed(above, face, faces):
        return above
    middle, aside = face.centery + size[1] / 2, size[0] / 2 + 12 * unit
    for x in (face.right + aside, face.left - aside):
        beside = board.place(size, (x, middle))
        if beside and _gap(beside, face) < _FAR * unit and not _crossed(beside, face, faces):
            return beside
    return above


def _crossed(rect: pygame.Rect, face: pygame.Rect, others: Sequence[pygame.Rect]) -> list[pygame.Rect]:
    """Which of the others the straight way from the bubble to the head crosses."""
    start, end = _ends(rect, face)
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    around = pygame.Rect(left, top, right - left + 1, bottom - top + 1)
    near = (others[i] for i in around.collidelistall(list(others)))
    return [o for o in near if o is not face and o is not rect and o.clipline(start, end)]


def _with_tail(placed: Placed, face: pygame.Rect, others: Sequence[pygame.Rect], unit: float) -> Placed:
    """The tail of a bubble: to the head, short where it would cross something, dots where that is far."""
    rect = placed.rect
    start, end = _ends(rect, face)
    length = math.dist(start, end)
    crossed = _crossed(rect, face, others)
    reach = (14 if crossed else 44) * unit
    if length <= reach:
        return replace(placed, tip=end)

    def along(distance: float) -> tuple[float, float]:
        share = distance / length
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    step = 11 * unit
    dots = (along(reach + step * i) for i in range(1, int((length - reach) / step) + 1))
    clear = tuple(dot for dot in dots if not any(o.collidepoint(dot) for o in crossed))
    return replace(placed, tip=along(reach), trail=clear)


def _ends(rect: pygame.Rect, face: pygame.Rect) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a tail begins on the bubble and where on the head it would end."""
    x = float(min(max(face.centerx, rect.left + 8), rect.right - 8))
    if rect.bottom <= face.top:
        return (x, float(rect.bottom)), (float(face.centerx), face.top - 2.0)
    if rect.top >= face.bottom:
        return (x, float(rect.top)), (float(face.centerx), face.bottom + 2.0)
    mouth = face.top + face.height * 0.75
    y = min(max(mouth, rect.top + 8.0), rect.bottom - 8.0)
    if rect.right <= face.left:
        return (float(rect.right), y), (face.left - 3.0, mouth)
    return (float(rect.left), y), (face.right + 3.0, mouth)
