"""Hair: what hangs behind the head and what lies over it, seen from the front and from behind."""

from collections.abc import Callable
from typing import Final

from game.stage.art.look import Hair, Look
from game.stage.art.stance import Stance
from game.stage.art.svg import line, oval, path
from game.stage.art.theme import darker, lighter

_LONG: Final = "M36 54 C31 22 89 22 84 54 C88 76 89 92 83 101 C74 106 46 106 37 101 C31 92 32 76 36 54Z"
_BOB: Final = "M36 54 C31 22 89 22 84 54 C88 68 86 79 80 83 C70 87 50 87 40 83 C34 79 32 68 36 54Z"
_SKULL: Final = "M37.500 56 C33 24 87 24 82.500 56 C82.500 66 79 74 72 78 L48 78 C41 74 37.500 66 37.500 56Z"
_VEIL: Final = "M36 56 C30 20 90 20 84 56 C88 78 91 92 87 100 C73 109 47 109 33 100 C29 92 32 78 36 56Z"


def hair_behind(look: Look, stance: Stance) -> str:
    """Behind shoulders and head, for figures seen from the front."""
    colour, t = look.hair_hex, stance.turn
    shade = darker(colour, 0.13)
    if look.hair == "long":
        return path(_LONG, shade)
    if look.hair == "bob":
        return path(_BOB, shade)
    if look.hair == "afro":
        return _afro(colour)
    if look.hair == "bun":
        return oval(60 - t * 6, 24, 10.5, 9.5, shade) + oval(60 - t * 6, 23, 6, 4.5, lighter(colour, 0.08))
    if look.hair == "pony":
        x = 60 - (t or 0.5) * 24
        return path(
            f"M{60 - t * 10:.0f} 34 C{x - 8:.0f} 36 {x - 18:.0f} 66 {x - 6:.0f} 92 "
            f"C{x + 6:.0f} 82 {x + 8:.0f} 60 {60 - t * 4:.0f} 46Z",
            shade,
        )
    if look.hair == "hijab":
        return path(_VEIL, shade)
    return ""


def hair_over(look: Look, stance: Stance) -> str:
    """Over the head."""
    if stance.back:
        return _BEHIND.get(look.hair, _cropped)(look.hair_hex)
    return _FRONT[look.hair](look.hair_hex, stance.turn * 6)


def _afro(colour: str) -> str:
    lumps = ((38, 44, 13), (44, 31, 13), (60, 25, 14), (76, 31, 13), (82, 44, 13), (81, 58, 10), (39, 58, 10))
    return oval(60, 46, 29, 27, colour) + "".join(oval(x, y, r, r, colour) for x, y, r in lumps)


def _short(colour: str, n: float) -> str:
    cap = (
        "M37.5 55 C32 20 88 20 82.500 55 C81.500 48 78.500 44 75 43 "
        f"C68 45 53 46 {46 + n:.0f} 40 C42 44 38.500 48 37.500 55Z"
    )
    return path(cap, colour) + line(
        f"M{48 + n:.0f} 33 C{56 + n:.0f} 29 {66 + n:.0f} 29 {72 + n:.0f} 34", lighter(colour, 0.13), 2.3
    )


def _side(colour: str, n: float) -> str:
    cap = (
        f"M36.5 57 C30 17 90 17 83.500 57 C82.500 51 80 46 76.500 43 C65 46 {53 + n:.0f} 41 {49 + n:.0f} 33 "
        f"C{48 + n:.0f} 42 41 47 39 48 C37.500 51 37 54 36.500 57Z"
    )
    return path(cap, colour) + line(f"M{57 + n:.0f} 30 C{66 + n:.0f} 27 73 32 76 38", lighter(colour, 0.13), 2.3)


def _parted(colour: str, n: float) -> str:
    cap = (
        f"M36 64 C29 18 91 18 84 64 C83 53 80.500 46 {74 + n:.0f} 39 C{68 + n:.0f} 43 {60 + n:.0f} 43 "
        f"{53 + n:.0f} 37 C48 46 39 49 36 64Z"
    )
    return path(cap, colour) + line(f"M{53 + n:.0f} 30 C{62 + n:.0f} 25 72 29 76 35", lighter(colour, 0.13), 2.3)


def _over_afro(colour: str, n: float) -> str:
    cap = f"M37 54 C32 22 88 22 83 54 C80 46 74 42 {60 + n:.0f} 42 C46 42 40 46 37 54Z"
    lights = ((45, 29), (60, 23), (74, 29), (52, 37), (68, 36))
    return path(cap, colour) + "".join(oval(x, y, 5, 4.4, lighter(colour, 0.08)) for x, y in lights)


def _tied(colour: str, n: float) -> str:
    cap = f"M37.5 56 C32 21 88 21 82.500 56 C81 47 76 41 {60 + n:.0f} 38.500 C44 41 39 47 37.500 56Z"
    strands = line("M47 36 C53 29 67 29 73 36", lighter(colour, 0.13), 2.3)
    return path(cap, colour) + strands


def _hijab(colour: str, n: float) -> str:
    opening = (
        f"M36 58 C29 18 91 18 84 58 C84 72 79 80 70 85 C77 76 {79 + n * 0.6:.1f} 68 {78 + n * 0.6:.1f} 58 "
        f"C{77 + n * 0.6:.1f} 41 {43 + n * 0.6:.1f} 41 {42 + n * 0.6:.1f} 58 "
        f"C{41 + n * 0.6:.1f} 68 43 76 50 85 C41 80 36 72 36 58Z"
    )
    return (
        path(opening, colour)
        + path("M44 82 C53 93 67 93 76 82 L80 98 C70 106 50 106 40 98Z", colour)
        + line("M45 91 C55 98 67 97 75 89 M49 84 C55 90 63 91 69 88", darker(colour), 1.7)
        + line(f"M{47 + n:.0f} 34 C{56 + n:.0f} 28 {66 + n:.0f} 28 {73 + n:.0f} 34", lighter(colour, 0.16), 2)
    )


def _bald(colour: str, n: float) -> str:
    sides = (
        "M37 61 C36 52 37 47 40 44 C40 52 40.500 57 39.500 63Z M83 61 C84 52 83 47 80 44 C80 52 79.500 57 80.500 63Z"
    )
    return path(sides, colour) + line(
        f"M{50 + n:.0f} 39 C{56 + n:.0f} 35 {64 + n:.0f} 35 {69 + n:.0f} 38.500", "#ffffff", 2.6, 0.35
    )


def _curly(colour: str, n: float) -> str:
    rings = (
        (40, 47, 8),
        (44, 37, 9),
        (53, 30, 10),
        (67, 30, 10),
        (76, 37, 9),
        (80, 47, 8),
        (60, 38, 9),
        (50, 39, 7),
        (70, 39, 7),
    )
    lights = ((52, 27), (66, 26), (43, 36))
    return "".join(oval(x + n * 0.4, y, r, r, colour) for x, y, r in rings) + "".join(
        oval(x + n * 0.4, y, 4, 3, lighter(colour, 0.11)) for x, y in lights
    )


def _strands(colour: str, d: str) -> str:
    return line(d, darker(colour, 0.17), 1.8)


def _cropped(colour: str) -> str:
    return path(_SKULL, colour) + _strands(colour, "M49 38 C46 52 48 64 51 77 M70 38 C74 52 73 64 70 77")


def _long_behind(colour: str) -> str:
    return path(_LONG, colour) + _strands(colour, "M49 34 C45 56 45 76 49 100 M69 32 C74 56 74 76 71 100")


def _bob_behind(colour: str) -> str:
    return path(_BOB, colour) + _strands(colour, "M51 36 C47 54 47 68 50 83 M69 35 C74 54 73 68 70 83")


def _hijab_behind(colour: str) -> str:
    return path(_VEIL, colour) + _strands(colour, "M48 34 C42 60 42 80 46 102 M72 44 C76 66 74 86 70 104")


def _afro_behind(colour: str) -> str:
    return _afro(colour) + oval(60, 58, 26, 22, colour) + oval(50, 34, 11, 8, lighter(colour, 0.06))


def _bun_behind(colour: str) -> str:
    return (
        path(_SKULL, colour)
        + oval(60, 30, 12, 11, lighter(colour, 0.07))
        + _strands(colour, "M50 50 C55 58 65 58 70 50")
    )


def _pony_behind(colour: str) -> str:
    tail = path("M55 44 C47 62 51 90 60 100 C69 90 73 62 65 44Z", darker(colour, 0.13))
    return path(_SKULL, colour) + tail + oval(60, 44, 6, 4.6, "#f2a541")


def _bald_behind(colour: str) -> str:
    return path("M37.500 58 C37.500 74 47 82 60 82 C73 82 82.500 74 82.500 58 C81 70 39 70 37.500 58Z", colour)


def _curly_behind(colour: str) -> str:
    rings = (
        (41, 48, 9),
        (47, 36, 11),
        (60, 32, 12),
        (73, 36, 11),
        (79, 48, 9),
        (78, 62, 8),
        (42, 62, 8),
        (50, 72, 8),
        (70, 72, 8),
        (60, 74, 8),
    )
    return (
        path(_SKULL, colour)
        + "".join(oval(x, y, r, r, colour) for x, y, r in rings)
        + oval(52, 38, 5, 4, lighter(colour, 0.1))
    )


_FRONT: Final[dict[Hair, Callable[[str, float], str]]] = {
    "short": _short,
    "side": _side,
    "long": _parted,
    "bob": _parted,
    "afro": _over_afro,
    "bun": _tied,
    "pony": _tied,
    "hijab": _hijab,
    "bald": _bald,
    "curly": _curly,
}
_BEHIND: Final[dict[Hair, Callable[[str], str]]] = {
    "long": _long_behind,
    "bob": _bob_behind,
    "hijab": _hijab_behind,
    "afro": _afro_behind,
    "bun": _bun_behind,
    "pony": _pony_behind,
    "bald": _bald_behind,
    "curly": _curly_behind,
}
