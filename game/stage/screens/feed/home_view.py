"""A corner of the player's home: the window with the light of the hour, a clock, and the player with the phone."""

from __future__ import annotations

import math
from collections.abc import Callable

from pygame import Rect

from game.session.feed_views import FeedView
from game.stage.art import svg
from game.stage.art.theme import darker, lighter, mix
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.panels import rounded
from game.stage.screens.feed.light import NIGHT, Light, hour, light
from game.stage.screens.feed.pyjamas import at_home
from game.stage.widgets.base import Spoken, Widget

HIGH, LEAST = 136, 250  # design units: the picture is as high, and not narrower
TALLEST = 150.0  # units the picture is written in, from top to bottom
TALL = 0.68  # of the size figures are written in
ROOMY = 430  # units from which there is room for a sofa
STARS = ((28, 26), (42, 40), (58, 22), (74, 44), (30, 52), (90, 62))


class HomeView(Widget):
    """The picture, and what it shows in a sentence below."""

    def __init__(self, view: FeedView, faces: Faces, t: Callable[..., str]) -> None:
        self.clock, self.faces = view.clock, faces
        self.light = light(view.clock)
        self.pyjamas = view.pyjamas or self.light is NIGHT
        name = "asleep" if view.pyjamas else self.light.name
        self.words = t(f"feed.light.{name}", clock=view.clock)

    def least(self, ink: Ink) -> int:
        return ink.px(LEAST)

    def height(self, ink: Ink, width: int) -> int:
        return ink.px(HIGH + 8) + ink.measure(self.words, "small", width)[1]

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        told = ink.measure(self.words, "small", rect.width)[1]
        picture = Rect(rect.x, rect.y, rect.width, rect.height - told - ink.px(8))
        key = ("home", self.faces.looks[0], self.clock, self.pyjamas, picture.size)
        image = self.faces.sprites.picture(key, lambda: self._svg(picture.size))
        if ink.settings.high_contrast:
            rounded(ink.surface, picture.inflate(4, 4), ink.colour("line"), ink.px(12))
        ink.surface.blit(image, picture)
        ink.write(self.words, "small", rect.x, picture.bottom + ink.px(6), rect.width)

    def spoken(self) -> Spoken:
        return Spoken(self.words)

    def _svg(self, size: tuple[int, int]) -> str:
        wide, high = TALLEST * size[0] / size[1], TALLEST
        tone = self.light
        parts = [
            svg.box(0, 0, wide, high, tone.wall, 10),
            svg.path(
                f"M0 122 L{wide:.1f} 122 L{wide:.1f} 140 Q{wide:.1f} 150 {wide - 10:.1f} 150 L10 150 Q0 150 0 140Z",
                tone.floor,
            ),
            svg.line(f"M0 122 L{wide:.1f} 122", darker(tone.wall, 0.12), 3),
            _window(tone),
            _clock(self.clock, 158, 40),
        ]
        if wide > 262:
            parts.append(_plant(wide - 30, tone))
        if wide > ROOMY:
            parts.append(_sofa(wide * 0.5 + 92, tone))
        middle = wide * 0.5 if wide > ROOMY else min(wide - 48, 212.0)
        if tone is NIGHT:  # the only light is the phone's
            glow = svg.glow("phone", (0, "#fff3d6", 0.5), (1, "#fff3d6", 0))
            parts.append(f"<defs>{glow}</defs>" + svg.lit(middle - 6, 84, 52, 52, "phone"))
        shadow = svg.oval(middle, 140, 26, 5, darker(tone.floor, 0.3), 0.6)
        figure = svg.group(
            f"translate({middle - 60 * TALL:.2f} {140 - 188 * TALL:.2f}) scale({TALL})",
            at_home(self.faces.looks[0], self.pyjamas),
        )
        return svg.document(size[0], size[1], (wide, high), *parts, shadow, figure)


def _window(tone: Light) -> str:
    """Sky, hills and what stands in the sky, behind a white frame with curtains."""
    frame = mix("#ffffff", tone.wall, 0.15 if tone is not NIGHT else 0.45)
    sky = svg.fade("sky", (0, tone.sky[0], 1), (1, tone.sky[1], 1))
    parts = [f"<defs>{sky}</defs>", svg.box(14, 12, 116, 92, frame, 4), svg.box(20, 18, 104, 80, "url(#sky)", 2)]
    if tone is NIGHT:
        parts += [svg.oval(x, y, 1.3, 1.3, "#ffffff") for x, y in STARS]
        parts += [svg.path("M106 26 C96 32 98 46 109 48 C98 54 87 44 92 33 C95 27 101 25 106 26Z", "#fff3d6")]
    else:
        high = {"morning": 70, "day": 36, "evening": 76}[tone.name]
        parts.append(svg.oval(96, high, 12, 12, "#ffd27a" if tone.name != "evening" else "#ff8f5a"))
    parts += [
        svg.path("M20 78 C40 62 62 74 84 70 C102 66 114 62 124 68 L124 98 L20 98Z", tone.hills[0]),
        svg.path("M20 86 C48 74 70 90 96 82 C110 78 118 80 124 82 L124 98 L20 98Z", tone.hills[1]),
        svg.box(70, 18, 4, 80, frame),
        svg.box(20, 54, 104, 4, frame),
        svg.box(8, 102, 128, 7, lighter(frame, 0.3), 3),
    ]
    curtain = mix("#d9774f", tone.wall, 0.25 if tone is not NIGHT else 0.55)
    parts += [
        svg.path("M8 8 L34 8 C32 40 26 66 12 92 L8 92Z", curtain),
        svg.path("M136 8 L110 8 C112 40 118 66 132 92 L136 92Z", curtain),
        svg.line("M4 8 L140 8", darker(curtain, 0.35), 4),
    ]
    return "".join(parts)


def _clock(clock: str, x: float, y: float) -> str:
    at = hour(clock)
    parts = [svg.oval(x, y, 15, 15, "#26304a"), svg.oval(x, y, 12.5, 12.5, "#fffdf8")]
    for share, length, thick in ((at / 12, 6.5, 2.6), (at % 1, 10, 1.8)):
        turn = 2 * math.pi * share
        parts.append(
            svg.line(f"M{x} {y} L{x + length * math.sin(turn):.2f} {y - length * math.cos(turn):.2f}", "#26304a", thick)
        )
    return "".join(parts)


def _sofa(x: float, tone: Light) -> str:
    cloth = mix("#c9744f", tone.wall, 0.2 if tone is not NIGHT else 0.5)
    return "".join(
        [
            svg.box(x - 52, 82, 104, 46, darker(cloth, 0.12), 12),
            svg.box(x - 44, 104, 44, 22, cloth, 6),
            svg.box(x + 1, 104, 44, 22, cloth, 6),
            svg.box(x - 62, 96, 20, 40, darker(cloth, 0.2), 8),
            svg.box(x + 42, 96, 20, 40, darker(cloth, 0.2), 8),
            svg.box(x - 48, 124, 96, 12, darker(cloth, 0.25), 3),
        ]
    )


def _plant(x: float, tone: Light) -> str:
    leaf = mix("#2f8a5b", tone.wall, 0.1 if tone is not NIGHT else 0.4)
    leaves = [
        svg.path(
            f"M{x} 112 C{x + dx * 0.2:.1f} 90 {x + dx * 0.6:.1f} 78 {x + dx} {y} "
            f"C{x + dx * 0.9:.1f} 92 {x + dx * 0.4:.1f} 104 {x} 112Z",
            darker(leaf, shade),
        )
        for dx, y, shade in ((-26, 84, 0.1), (24, 80, 0.1), (-14, 66, 0), (15, 62, 0), (2, 58, 0.18))
    ]
    return "".join([*leaves, svg.path(f"M{x - 14} 110 L{x + 14} 110 L{x + 10} 138 L{x - 10} 138Z", "#d4885a")])
