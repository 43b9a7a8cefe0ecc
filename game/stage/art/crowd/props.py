"""What tells figures apart by shape: a bag packed to leave, a bench to sleep on, a cardboard figure, a heart.

Drawn in the box of a figure (see figure.BOX), but for the heart.
"""

from game.stage.art.figure import BOX
from game.stage.art.svg import box, document, line, oval, path
from game.stage.art.theme import Theme, darker, lighter

CUT, SUNK = 154.0, 24.0  # of a figure that sits, what lies above this line is drawn, this much lower
_BOARD = "#c9c2b8"
_BAG = "#5b3d2e"


def bag(height: int) -> str:
    """A satchel at the hip with its strap across the back, of a figure `height` pixels tall."""
    return _document(
        height,
        line("M44 92 L80 128", _BAG, 5),
        box(70, 118, 27, 27, _BAG, 5),
        box(70, 118, 27, 12, lighter(_BAG, 0.18), 5),
        oval(83.5, 130, 2.4, 2.4, "#e9c46a"),
    )


def bench(height: int) -> str:
    """A low bench in front of whoever sits there."""
    wood = "#8a5a3c"
    return _document(
        height,
        box(28, 176, 64, 11, wood, 4),
        box(28, 174, 64, 6, lighter(wood, 0.25), 3),
        box(34, 185, 7, 8, darker(wood, 0.3)),
        box(79, 185, 7, 8, darker(wood, 0.3)),
    )


def cardboard(height: int) -> str:
    """A flat figure without a face, on a stick."""
    shape = (
        "M30 156 C30 118 34 100 50 95 L50 89 C40 84 35 74 35 62 C35 46 46 34 60 34 "
        "C74 34 85 46 85 62 C85 74 80 84 70 89 L70 95 C86 100 90 118 90 156 Z"
    )
    return _document(
        height,
        oval(60, 189, 20, 5, "#2a1420", 0.3),
        box(56.5, 150, 7, 39, "#8f7f6c", 2),
        path(shape, _BOARD, "#f3efe8", 7),
        path(shape, "none", "#8d857a", 2.4),
        line("M42 148 L54 112 M60 150 L70 118", lighter(_BOARD, 0.35), 3),
    )


def heart(size: int, theme: Theme) -> str:
    """The sign of a relationship: a heart on a disc."""
    d = "M16 25 C6 18 5 10 10.500 8.500 C13.500 7.700 15.500 10 16 11.500 C16.500 10 18.500 7.700 21.500 8.500 C27 10 26 18 16 25Z"  # noqa: E501
    return document(
        size, size, (32, 32), oval(16, 16, 15.5, 15.5, theme.night), oval(16, 16, 14, 14, "#ffffff"), path(d, "#cc3a5a")
    )


def _document(height: int, *parts: str) -> str:
    return document(round(height * BOX[0] / BOX[1]), height, BOX, *parts)
