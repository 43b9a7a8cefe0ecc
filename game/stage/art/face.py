"""Eyes, brows, nose, mouth, beard and glasses: where a mood can be read."""

from typing import Final

from game.stage.art.look import SKINS, Look
from game.stage.art.stance import Mood, Stance
from game.stage.art.svg import line, oval, path
from game.stage.art.theme import darker

_EYE: Final = "#2a2130"
_LIP: Final = "#8a3a3c"
_MOUTH: Final = "#76272c"

# brow lift, brow tilt (inner end up > 0), share of the eye that is open
_EYES: Final[dict[Mood, tuple[float, float, float]]] = {
    "smile": (0.0, -0.5, 1.0),
    "laugh": (-1.5, -0.8, 0.0),
    "talk": (-1.4, -0.3, 1.0),
    "think": (-1.0, 0.6, 0.9),
    "worry": (-0.6, 2.0, 1.05),
    "keen": (-2.2, 0.2, 1.12),
    "bored": (1.0, -0.2, 0.45),
    "tired": (0.4, 1.3, 0.35),
}


def face(look: Look, stance: Stance) -> str:
    """Everything on the front of the head below the hair."""
    x = 60 + stance.turn * 8
    parts = [_cheeks(x, look), _eyes(x, look, stance), _nose(x, look, stance)]
    if look.age == "old":
        parts.append(_lines(x, look))
    if look.beard:
        parts.append(_beard(x, look))
    parts.append(_mouth(x, look, stance.mood))
    if look.glasses:
        parts.append(_glasses(x, stance.turn))
    return "".join(parts)


def _cheeks(x: float, look: Look) -> str:
    warmth = 0.26 if look.skin < 4 else 0.16
    return oval(x - 12, 69, 4.8, 3.1, "#ff5f55", warmth) + oval(x + 12, 69, 4.8, 3.1, "#ff5f55", warmth)


def _eyes(x: float, look: Look, stance: Stance) -> str:
    lift, tilt, opening = _EYES[stance.mood]
    glance = {"think": (1.2, -1.2), "away": (0.0, 0.0)}.get(stance.mood, (0.0, 0.0))
    if stance.pose == "away":
        glance = (-1.6 * (1 if stance.turn > 0 else -1), 0.4)  # looks back to see whether the coast is clear
    elif stance.pose == "phone":
        glance, opening = (0.0, 1.6), min(opening, 0.6)
    brow = darker("#382720" if look.hair in ("hijab", "bald") else look.hair_hex, 0.25)
    parts = []
    for side in (-1, 1):
        near = 1 - 0.13 * max(0.0, stance.turn * side)
        ex = x + side * 9.2 * near
        parts.append(_eye(ex, near, opening, glance, look))
        inner, outer = 47.6 + lift - tilt, 47.6 + lift + tilt * 0.8
        left, right = (outer, inner) if side < 0 else (inner, outer)
        parts.append(
            line(
                f"M{ex - 4 * near:.1f} {left + 0.6:.1f} "
                f"Q{ex:.1f} {min(left, right) - 1.6:.1f} {ex + 4 * near:.1f} {right + 0.6:.1f}",
                brow,
                2,
            )
        )
    return "".join(parts)


def _eye(x: float, near: float, opening: float, glance: tuple[float, float], look: Look) -> str:
    if opening == 0:
        return line(f"M{x - 3.6:.1f} 60 Q{x:.1f} 55.800 {x + 3.6:.1f} 60", _EYE, 2.1)
    gx, gy = x + glance[0], 58.4 + glance[1]
    white = oval(x, 58.4, 4.5 * near, 4.3 * min(opening + 0.1, 1.05), "#f6efe9") if look.skin >= 4 else ""
    parts = white + oval(gx, gy, 2.9 * near, 3.7 * min(opening + 0.15, 1.05), _EYE)
    parts += oval(gx + 0.9, gy - 1.4 * opening, 1.05, 1.15, "#ffffff")
    if opening < 0.7:
        lid = 58.4 - 3.9 * opening
        parts += path(
            f"M{x - 4:.1f} {lid:.1f} Q{x:.1f} {lid - 5:.1f} {x + 4:.1f} {lid:.1f} "
            f"L{x + 4:.1f} {lid + 1:.1f} L{x - 4:.1f} {lid + 1:.1f}Z",
            SKINS[look.skin],
        )
        parts += line(
            f"M{x - 3.8:.1f} {lid + 1.2:.1f} Q{x:.1f} {lid + 0.2:.1f} {x + 3.8:.1f} {lid + 1.2:.1f}",
            _EYE,
            1.7,
        )
    return parts


def _nose(x: float, look: Look, stance: Stance) -> str:
    reach = 2 + stance.turn * 1.6
    return line(
        f"M{x + stance.turn * 1.8:.1f} 61.500 q{reach:.1f} 4 -1.200 4.800",
        darker(SKINS[look.skin], 0.28),
        1.9,
    )


def _lines(x: float, look: Look) -> str:
    shade = darker(SKINS[look.skin], 0.22)
    return line(
        f"M{x - 14:.1f} 64.500 q3.500 2.200 7 .6 M{x + 7:.1f} 65.100 q3.500 1.600 7 -.6 "
        f"M{x - 8.5:.1f} 68 q-2.500 3 -1.500 6 M{x + 8.5:.1f} 68 q2.500 3 1.500 6 "
        f"M{x - 7:.1f} 42.500 q7 -1.800 14 0",
        shade,
        1.3,
        0.8,
    )


def _beard(x: float, look: Look) -> str:
    return path(
        f"M38.6 60 C39 76 48 86 60 86 C72 86 81 76 81.400 60 C78 68 {x + 10:.1f} 66.500 {x:.1f} 67.500 "
        f"C{x - 10:.1f} 66.500 42 68 38.600 60Z",
        look.hair_hex,
    )


def _mouth(x: float, look: Look, mood: Mood) -> str:
    m = 73.0
    lip = "#f3d9cf" if look.beard else _LIP
    if mood == "laugh":
        return path(
            f"M{x - 6.5:.1f} {m - 1.5} Q{x:.1f} {m - 0.3} {x + 6.5:.1f} {m - 1.5} "
            f"Q{x + 5:.1f} {m + 7} {x:.1f} {m + 7} Q{x - 5:.1f} {m + 7} {x - 6.5:.1f} {m - 1.5}Z",
            _MOUTH,
        ) + path(
            f"M{x - 5.2:.1f} {m - 1} Q{x:.1f} {m} {x + 5.2:.1f} {m - 1} L{x + 4.4:.1f} {m + 1.4} "
            f"L{x - 4.4:.1f} {m + 1.4}Z",
            "#ffffff",
        )
    if mood == "talk":
        return oval(x, m + 1, 4, 3.9, _MOUTH) + oval(x, m + 3, 2.6, 1.6, "#d9727a")
    if mood == "keen":
        left, right = f"{x - 5.4:.1f} {m - 1}", f"{x + 5.4:.1f} {m - 1}"
        return path(f"M{left} Q{x:.1f} {m + 0.8} {right} Q{x:.1f} {m + 7.4} {left}Z", _MOUTH)
    curve = {
        "smile": f"M{x - 5.4:.1f} {m - 0.6} Q{x:.1f} {m + 4.8} {x + 5.4:.1f} {m - 0.6}",
        "think": f"M{x - 3.6:.1f} {m + 1} Q{x + 1:.1f} {m - 1} {x + 4.2:.1f} {m - 0.6}",
        "worry": f"M{x - 4.4:.1f} {m + 2.4} Q{x:.1f} {m - 2} {x + 4.4:.1f} {m + 2.4}",
        "bored": f"M{x - 4.2:.1f} {m + 0.8} L{x + 4.2:.1f} {m + 0.8}",
        "tired": f"M{x - 4:.1f} {m + 1.4} Q{x:.1f} {m - 0.6} {x + 4:.1f} {m + 1.4}",
    }[mood]
    return line(curve, lip, 2.1)


def _glasses(x: float, turn: float) -> str:
    rims = "".join(
        f'<circle cx="{x + side * 9.4 * (1 - 0.1 * max(0.0, turn * side)):.1f}" cy="58.6" r="6.9" '
        'fill="#ffffff" fill-opacity="0.22" stroke="#33303f" stroke-width="1.7"/>'
        for side in (-1, 1)
    )
    return rims + line(f"M{x - 2.6:.1f} 57.800 Q{x:.1f} 56.200 {x + 2.6:.1f} 57.800", "#33303f", 1.7)
