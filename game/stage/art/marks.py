"""Small things drawn over and under people: circles on the floor, name tags, pointers and signs."""

import math
from typing import Final

import pygame

from game.session.views import FormationView, PersonView
from game.stage.art import text
from game.stage.art.sprites import Sprites
from game.stage.art.svg import box, document, line, load, oval, path
from game.stage.art.theme import Theme

SEEN_FROM_AFAR: Final = ("phone", "evading")  # activities that are signed even across the room
_STEP: Final = 8  # circles are drawn in steps of so many pixels
_SIGNS: Final[dict[str, tuple[str, str]]] = {
    "phone": ("\uf3cd", "#4a5a7a"),
    "evading": ("\uf070", "#a63a5b"),
    "laugh": ("\uf59b", "#b7791f"),
    "think": ("\uf0eb", "#b78a00"),
    "worry": ("\uf12a", "#c2410c"),
    "keen": ("\uf06e", "#2f7d4f"),
    "bored": ("\uf141", "#6a6274"),
}


def ring(
    sprites: Sprites,
    rx: float,
    ry: float,
    colour: str,
    mine: bool,
    unit: float,
    casing: str = "",
    closed: bool = False,
    meanwhile: pygame.Surface | None = None,
) -> pygame.Surface:
    """A circle on the floor: dashed for others, solid for one just `closed`, a double line for the player's own.

    `casing` is a colour under the line, where it must stand out from any floor; what is drawn `meanwhile`, if
    anything, until a ring of this size has been.
    """
    a, b = max(_STEP, round(rx / _STEP) * _STEP), max(_STEP, round(ry / _STEP) * _STEP)

    def draw() -> str:
        width, height = 2 * a + 12, 2 * b + 12
        x, y = width / 2, height / 2
        wide, under = (4, 7) if mine else (5, 9) if closed else (2.8, 6)

        def edge(hue: str, thick: float) -> str:
            if mine or closed:
                return _outline(x, y, a, b, hue, thick * unit)
            return _dashes(x, y, a, b, hue, thick * unit, 22 * unit)

        parts = [oval(x, y, a, b, colour, 0.24 if mine else 0.16)]
        if casing:
            parts.append(edge(casing, under))
        parts.append(edge(colour, wide))
        if mine:
            parts.append(_outline(x, y, a - 8 * unit, b - 6 * unit, colour, 1.6 * unit))
        return document(width, height, (width, height), *parts)

    return sprites.picture(("ring", a, b, colour, mine, unit, casing, closed), draw, meanwhile)


def lock(sprites: Sprites, theme: Theme, unit: float) -> pygame.Surface:
    """The sign on the ring of a circle that has closed: a padlock on a disc."""
    size = round(30 * unit)
    shape = (
        oval(15, 15, 14, 14, "#ffffff", 1)
        + _outline(15, 15, 13.4, 13.4, theme.night, 1.6)
        + line("M10.5 15 L10.500 11 C10.500 5.600 19.500 5.600 19.500 11 L19.500 15", theme.night, 2.4)
        + box(8.5, 13.5, 13, 9.5, theme.night, 1.8)
        + oval(15, 18, 1.5, 1.9, "#ffffff")
    )
    return sprites.picture(("lock", theme.name, size), lambda: document(size, size, (30, 30), shape))


def spot(sprites: Sprites, rx: float, ry: float, theme: Theme, focus: bool, unit: float) -> pygame.Surface:
    """What somebody stands on: a disc under the player, a dark and light ring under the focus."""
    a, b = max(_STEP, round(rx / _STEP) * _STEP), max(_STEP, round(ry / _STEP) * _STEP)

    def draw() -> str:
        width, height = 2 * a + 12, 2 * b + 12
        x, y = width / 2, height / 2
        if focus:
            parts = [
                _outline(x, y, a, b, theme.night, 6 * unit),
                _outline(x, y, a, b, theme.accent, 3 * unit),
            ]
        else:
            parts = [oval(x, y, a, b, theme.accent, 0.9), _outline(x, y, a, b, "#ffffff", 2.2 * unit)]
        return document(width, height, (width, height), *parts)

    return sprites.picture(("spot", a, b, theme.name, focus, unit), draw)


def _outline(x: float, y: float, rx: float, ry: float, colour: str, width: float) -> str:
    return (
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{max(1.0, rx):.1f}" ry="{max(1.0, ry):.1f}" fill="none" '
        f'stroke="{colour}" stroke-width="{width:.2f}" opacity="0.9"/>'
    )


def _dashes(x: float, y: float, rx: float, ry: float, colour: str, width: float, period: float) -> str:
    """A dashed ellipse in pieces of our own: the loader's dashes run wild where an ellipse is steep."""
    around = math.pi * (3 * (rx + ry) - math.sqrt((3 * rx + ry) * (rx + 3 * ry)))
    count = max(6, round(around / period))
    pieces = []
    for i in range(count):
        angles = [2 * math.pi * (i + share) / count for share in (0.0, 0.15, 0.3, 0.45, 0.58)]
        points = [f"{x + rx * math.cos(t):.1f} {y + ry * math.sin(t):.1f}" for t in angles]
        pieces.append("M" + " L".join(points))
    return line(" ".join(pieces), colour, width, 0.9)


def pointer(sprites: Sprites, theme: Theme, unit: float) -> pygame.Surface:
    """The arrow over the player's head."""
    size = round(22 * unit)
    shape = path("M3 4 L21 4 L12 18Z", theme.accent, theme.night, 2.4)
    return sprites.picture(("pointer", theme.name, size), lambda: document(size, size, (24, 22), shape))


class Tags:
    """Name tags for one theme, window and text size."""

    def __init__(self, theme: Theme, unit: float, text_scale: float) -> None:
        self._theme = theme
        self._px = max(10, round(12.5 * unit * text_scale))
        self._kept: dict[tuple[str, bool], pygame.Surface] = {}

    def tag(self, name: str, focus: bool) -> pygame.Surface:
        """A pill with the name; light on dark, the other way round and framed for the focus."""
        key = (name, focus)
        if key not in self._kept:
            self._kept[key] = self._draw(name, focus)
        return self._kept[key]

    def _draw(self, name: str, focus: bool) -> pygame.Surface:
        theme, px = self._theme, self._px
        words = text.fitted(name, "bold", px, theme.ink if focus else theme.night_ink, px * 12)
        width, height = words.get_width() + px, round(px * 1.45)
        fill = box(1, 1, width - 2, height - 2, theme.night, height / 2 - 1, 1 if focus else 0.82)
        if focus:
            fill += box(3, 3, width - 6, height - 6, theme.accent, height / 2 - 3)
        picture = load(document(width, height, (width, height), fill))
        picture.blit(words, (px // 2, (height - words.get_height()) // 2))
        return picture


def sign_of(person: PersonView, near: bool) -> tuple[str, str] | None:
    """The sign beside somebody's head and its colour: keeping away shows from afar, moods from near."""
    if person.activity in SEEN_FROM_AFAR:
        return _SIGNS[person.activity]
    if near and not person.speaking:
        return _SIGNS.get(person.mood)
    return None


def ring_colour(formation: FormationView, theme: Theme, colours: tuple[str, ...]) -> str:
    """The colour of a circle: the accent for the player's own."""
    return theme.accent if formation.mine else colours[formation.id % len(colours)]
