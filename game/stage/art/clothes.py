"""Outfits: legs and shoes, torso, collar, badge; each drawn for the front and the back."""

from typing import Final

from game.stage.art.look import BADGES, LEGS, SKINS, Look
from game.stage.art.stance import Stance
from game.stage.art.svg import box, line, oval, path
from game.stage.art.theme import darker, lighter

_SHOES: Final = "#2b2a3c"
_TORSO: Final = (
    "M43 92 C48 86 72 86 77 92 C80.5 104 80 122 79 137 C70 141.500 50 141.500 41 137 C40 122 39.500 104 43 92Z"
)
_DRESS: Final = (
    "M44 92 C49 86 71 86 76 92 C78 104 76 112 79 121 C83 134 86 143 88 149 "
    "C75 156 45 156 32 149 C34 143 37 134 41 121 C44 112 42 104 44 92Z"
)
_COAT: Final = "M43 92 C48 86 72 86 77 92 C81 106 82 132 82.500 152 C72 156 48 156 37.500 152 C38 132 39 106 43 92Z"


def legs(look: Look, stance: Stance) -> str:
    """Legs and shoes, the step of a walk taken from the phase."""
    left, right = stance.phase * 7.5, -stance.phase * 7.5
    lift_left, lift_right = max(0.0, stance.phase) * 5, max(0.0, -stance.phase) * 5
    parts = []
    for x, dx, lift, near in ((52, left, lift_left, False), (68, right, lift_right, True)):
        foot = 185 - lift
        if look.outfit == "dress":
            parts.append(line(f"M{x} 146 L{x + dx * 0.6:.1f} {foot - 2:.1f}", _skin(look, near), 8.5))
        else:
            cloth = LEGS[look.legs] if near else darker(LEGS[look.legs], 0.14)
            parts.append(line(f"M{x} 134 L{x + dx:.1f} {foot - 4:.1f}", cloth, 14))
        across = x + (dx * 0.6 if look.outfit == "dress" else dx)
        parts.append(_shoe(across, foot, stance))
    return "".join(parts)


def _skin(look: Look, near: bool) -> str:
    skin = SKINS[look.skin]
    return skin if near else darker(skin, 0.1)


def _shoe(x: float, y: float, stance: Stance) -> str:
    toe = stance.turn * 3
    height = 5 if stance.back else 7
    return path(
        f"M{x - 7.5 + toe * 0.4:.1f} {y + 3:.1f} C{x - 8 + toe:.1f} {y - height:.1f} "
        f"{x + 8 + toe:.1f} {y - height:.1f} {x + 7.5 + toe:.1f} {y + 3:.1f}Z",
        _SHOES,
    )


def torso(look: Look, stance: Stance) -> str:
    """The outfit from the shoulders down, with the shade of one light from the left."""
    cloth = look.top_hex
    outline = {"dress": _DRESS, "lab": _COAT}.get(look.outfit, _TORSO)
    hem = {"dress": 150, "lab": 152}.get(look.outfit, 138)
    shade = path(
        f"M69 89 C75 90 77.500 93 78 97 C80.500 112 80 126 79.500 {hem - 2} L70 {hem + 1.5} C73 124 73 106 69 89Z",
        darker(cloth),
        opacity=0.4,
    )
    parts = [path(outline, cloth), shade]
    parts.append(_from_behind(look) if stance.back else _DETAILS[look.outfit](look, stance.turn * 4))
    parts.append(line("M51 90 C56 93.500 64 93.500 69 90", _badge(look), 2) if stance.back else _lanyard(look, stance))
    if look.sells and not stance.back:
        parts.append(_tie(stance.turn * 4))
    return "".join(parts)


def _tie(n: float) -> str:
    """Wide, bright, and spotted: seen from across the room."""
    spots = "".join(oval(60 + n + dx, y, 1.7, 1.7, "#fff3c4") for dx, y in ((-2, 99), (2.5, 105), (-3, 112), (3, 119)))
    return (
        path(f"M{55 + n:.1f} 88 L{65 + n:.1f} 88 L{63 + n:.1f} 95 L{57 + n:.1f} 95Z", "#b3123a")
        + path(f"M{57 + n:.1f} 95 L{63 + n:.1f} 95 L{68 + n:.1f} 122 L{60 + n:.1f} 131 L{52 + n:.1f} 122Z", "#e01e4f")
        + spots
    )


def _badge(look: Look) -> str:
    return BADGES[look.badge]


def _lanyard(look: Look, stance: Stance) -> str:
    n = stance.turn * 4
    colour = _badge(look)
    return (
        line(f"M{52 + n:.1f} 90 L{60 + n:.1f} 110 L{68 + n:.1f} 90", colour, 1.9)
        + box(53.5 + n, 109, 13, 14.5, darker("#ffffff", 0.12), 2.2)
        + box(53.5 + n, 109, 13, 13.5, "#ffffff", 2.2)
        + box(53.5 + n, 109, 13, 4.5, colour, 2)
        + line(
            f"M{56.5 + n:.1f} 116.500 L{63.5 + n:.1f} 116.500 M{56.5 + n:.1f} 119.300 L{61 + n:.1f} 119.300",
            "#9aa0ad",
            1,
        )
    )


def _from_behind(look: Look) -> str:
    cloth = look.top_hex
    if look.outfit == "hoodie":
        return path("M45 90 C47 108 73 108 75 90 C66 96 54 96 45 90Z", darker(cloth, 0.22))
    if look.outfit in ("blazer", "lab"):
        return line("M60 104 L60 138", darker(cloth, 0.25), 1.6)
    if look.outfit == "stripe":
        return _stripes()
    if look.outfit == "dress":
        return line("M42 120 C52 124 68 124 78 120", darker(cloth, 0.3), 2.6)
    return line("M46 95 C54 99 66 99 74 95", darker(cloth, 0.16), 1.6)


def _shirt(look: Look, n: float) -> str:
    cloth = look.top_hex
    collar = lighter(cloth, 0.5)
    return (
        path(f"M{54 + n:.1f} 87 L{60 + n:.1f} 96 L{51 + n:.1f} 97 L{49.5 + n:.1f} 89Z", collar)
        + path(f"M{66 + n:.1f} 87 L{60 + n:.1f} 96 L{69 + n:.1f} 97 L{70.5 + n:.1f} 89Z", collar)
        + line(f"M{60 + n:.1f} 97 L{60 + n:.1f} 137", darker(cloth, 0.16), 1.3)
    )


def _lapels(look: Look, n: float, inner: str, button: float) -> str:
    lapel = darker(look.top_hex, 0.25)
    return (
        path(f"M{52 + n:.1f} 87.500 L{68 + n:.1f} 87.500 L{62 + n:.1f} 119 L{58 + n:.1f} 119Z", inner)
        + path(
            f"M{52 + n:.1f} 87 L{57 + n:.1f} 121 L{47 + n:.1f} 106 L{50 + n:.1f} 103 L{47 + n:.1f} 100Z",
            lapel,
        )
        + path(
            f"M{68 + n:.1f} 87 L{63 + n:.1f} 121 L{73 + n:.1f} 106 L{70 + n:.1f} 103 L{73 + n:.1f} 100Z",
            lapel,
        )
        + line(f"M{60 + n:.1f} 121 L{60 + n:.1f} 138", lapel, 1.5)
        + oval(60 + n, button, 1.5, 1.5, lighter(look.top_hex, 0.5))
    )


def _blazer(look: Look, n: float) -> str:
    return _lapels(look, n, "#fbfaf6", 128)


def _lab(look: Look, n: float) -> str:
    pockets = line(
        f"M{44 + n:.1f} 134 L{52 + n:.1f} 134 M{68 + n:.1f} 134 L{76 + n:.1f} 134",
        darker("#f4f6f8", 0.25),
        1.6,
    )
    return _lapels(look, n, "#8fb8de", 130) + pockets


def _hoodie(look: Look, n: float) -> str:
    cloth = look.top_hex
    return (
        path("M46 91 C50 103 70 103 74 91 C68 97 52 97 46 91Z", darker(cloth, 0.25))
        + line(f"M{55.5 + n:.1f} 98 L{55 + n:.1f} 107 M{64.5 + n:.1f} 98 L{65 + n:.1f} 106", "#ffffff", 1.6, 0.85)
        + path(f"M{49 + n:.1f} 124 L{71 + n:.1f} 124 L{74 + n:.1f} 135 L{46 + n:.1f} 135Z", darker(cloth, 0.13))
    )


def _vest(look: Look, n: float) -> str:
    return (
        path(f"M{53 + n:.1f} 87 L{67 + n:.1f} 87 L{62 + n:.1f} 120 L{58 + n:.1f} 120Z", "#f4efe4")
        + path(
            f"M{57.6 + n:.1f} 91 L{62.4 + n:.1f} 91 L{63.4 + n:.1f} 110 L{60 + n:.1f} 116 L{56.6 + n:.1f} 110Z",
            "#b23b5e",
        )
        + line(f"M{60 + n:.1f} 120 L{60 + n:.1f} 138", darker(look.top_hex, 0.25), 1.5)
        + oval(60 + n, 127, 1.3, 1.3, lighter(look.top_hex, 0.5))
    )


def _dress(look: Look, n: float) -> str:
    cloth = look.top_hex
    return (
        path(f"M{52 + n:.1f} 87.500 C{55 + n:.1f} 97 {65 + n:.1f} 97 {68 + n:.1f} 87.500Z", SKINS[look.skin])
        + line("M42 120 C52 124.500 68 124.500 78 120", darker(cloth, 0.3), 2.8)
        + line("M50 128 C48 138 47 144 45 151 M69 128 C71 138 72 144 74 151", darker(cloth, 0.2), 1.5, 0.7)
    )


def _stripes() -> str:
    rows = (99, 109, 119, 129)
    return "".join(line(f"M42 {y} C52 {y + 3} 68 {y + 3} 78 {y}", "#ffffff", 3, 0.75) for y in rows)


def _stripe(look: Look, n: float) -> str:
    return _stripes() + line(f"M52 {88} C{56 + n:.1f} 94 {64 + n:.1f} 94 68 88", lighter(look.top_hex, 0.5), 2.4)


_DETAILS: Final = {
    "shirt": _shirt,
    "blazer": _blazer,
    "dress": _dress,
    "hoodie": _hoodie,
    "vest": _vest,
    "lab": _lab,
    "stripe": _stripe,
}
