"""The player at home with the phone: the same head as in the room, and no lanyard; by night in pyjamas and a cap."""

from __future__ import annotations

from typing import Final

from game.stage.art.arms import arms
from game.stage.art.face import face
from game.stage.art.hair import hair_behind, hair_over
from game.stage.art.head import head
from game.stage.art.look import TOPS, Look
from game.stage.art.stance import Stance
from game.stage.art.svg import line, oval, path
from game.stage.art.theme import darker, lighter

_CLOTH: Final = 1  # of the colours of outfits: a blue that shows at night
_JACKET: Final = "M43 92 C48 86 72 86 77 92 C80.5 104 80 124 80 143 C70 147 50 147 40 143 C40 124 39.5 104 43 92Z"
_SHADE: Final = "M69 89 C75 90 77.5 93 78 97 C80.5 112 80.5 130 80 143 L70 145.5 C73 126 73 106 69 89Z"
_CAP: Final = "M36.5 47 C38 26 58 14 76 23 C91 30 97 46 98.5 62 L92.5 63 C90.5 50 88 44 83 43 C68 37 50 39 36.5 47Z"


def at_home(look: Look, pyjamas: bool) -> str:
    """The figure in the box of figures, feet at (60, 188), as parts of an SVG."""
    outfit = look._replace(outfit="hoodie", sells=False, top=_CLOTH if pyjamas else look.top)
    stance = Stance("phone", "tired" if pyjamas else "smile", turn=-0.4)
    behind, before, over = arms(outfit, stance)
    parts = [hair_behind(outfit, stance), behind, _legs(outfit.top_hex if pyjamas else "#4b4f6b", pyjamas)]
    parts += [_jacket(outfit.top_hex, pyjamas), before]
    parts += [head(outfit, stance), face(outfit, stance), hair_over(outfit, stance)]
    return "".join([*parts, _cap(outfit.top_hex) if pyjamas else "", over])


def _legs(cloth: str, pyjamas: bool) -> str:
    parts = []
    for x, tone in ((52, darker(cloth, 0.14)), (68, cloth)):
        parts.append(line(f"M{x} 140 L{x} 178", tone, 16))
        if pyjamas:
            parts.append(line(f"M{x} 142 L{x} 180", lighter(cloth, 0.55), 2))
        slipper = TOPS[6] if pyjamas else "#8a7a6a"
        parts.append(path(f"M{x - 9} 189 C{x - 10} 178 {x + 8} 178 {x + 8} 189Z", slipper))
    return "".join(parts)


def _jacket(cloth: str, pyjamas: bool) -> str:
    parts = [path(_JACKET, cloth)]
    if pyjamas:
        pale = lighter(cloth, 0.55)
        parts += [line(f"M{x} {93 if 46 < x < 74 else 97} L{x} 143", pale, 2) for x in (46, 53, 67, 74)]
        parts += [oval(60, y, 1.8, 1.8, "#ffffff") for y in (108, 119, 130)]
        parts.append(path("M50 88 L60 101 L70 88 L66 86 L54 86Z", pale))
    else:
        parts.append(path("M50 89 C53 98 67 98 70 89 C65 92 55 92 50 89Z", darker(cloth, 0.22)))
    return "".join([*parts, path(_SHADE, darker(cloth), opacity=0.35)])


def _cap(cloth: str) -> str:
    pale = lighter(cloth, 0.75)
    return (
        path(_CAP, cloth)
        + line("M52 26 C62 24 76 30 88 46", lighter(cloth, 0.4), 2.4)
        + line("M37.5 46 C50 38.5 69 37.5 82.5 44", pale, 7)
        + oval(95.5, 66, 6.5, 6.5, pale)
    )
