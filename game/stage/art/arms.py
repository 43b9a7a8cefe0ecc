"""Arms, hands and what they hold, by pose."""

from typing import Final

from game.stage.art.look import SKINS, Look
from game.stage.art.stance import Stance
from game.stage.art.svg import box, group, line, oval, path
from game.stage.art.theme import darker

Point = tuple[float, float]
Arm = tuple[Point, Point]  # elbow and hand; the shoulder is given by the side

_LEFT: Final[Point] = (44.5, 97.0)
_RIGHT: Final[Point] = (75.5, 97.0)
_HANGING: Final[tuple[Arm, Arm]] = (((39, 113), (41, 129)), ((81, 113), (79, 129)))
_CUP: Final[Arm] = ((33, 114), (43, 112))
_ATTENTIVE: Final[tuple[Arm, Arm]] = (((37, 114), (53, 117)), ((84, 114), (71, 108)))
_POSES: Final[dict[str, tuple[Arm, Arm]]] = {
    "idle": _HANGING,
    "talk": (((35, 113), (27, 100)), ((83, 114), (71, 120))),
    "listen": (((38, 115), (57, 126)), ((82, 115), (63, 126))),
    "cup": (_CUP, _HANGING[1]),
    "fold": (((37, 115), (66, 115)), ((83, 117), (54, 119))),
    "wave": (((33, 96), (27, 72)), _HANGING[1]),
    "phone": (((37, 116), (53, 112)), ((82, 116), (68, 116))),
    "away": (((38, 115), (46, 128)), ((83, 112), (84, 127))),
    "drink": (((30, 106), (47, 84)), _HANGING[1]),
    "keen": _ATTENTIVE,
    "nod": _ATTENTIVE,
}
_PHONE_BEHIND: Final[Arm] = ((90, 108), (91, 92))  # from behind it shows beside the shoulder
_IN_FRONT: Final = {"talk", "listen", "cup", "fold", "phone", "keen", "nod"}
_OFFERS: Final = {"idle", "talk", "listen", "cup"}  # poses in which who sells holds out a card
_CARD: Final[Arm] = ((85, 111), (95, 103))
_TAKES_CUP: Final = {"idle", "listen", "walk", "away", "keen", "nod"}  # the other poses have their hands full


def arms(look: Look, stance: Stance) -> tuple[str, str, str]:
    """Arms behind the torso, before the torso, and over the head."""
    left, right = _POSES["idle"] if stance.pose == "walk" else _POSES[stance.pose]
    if stance.pose == "walk":
        swing = stance.phase * 9
        left = ((left[0][0] - 2, left[0][1]), (left[1][0] - swing * 0.7, left[1][1] - abs(swing) * 0.4))
        right = ((right[0][0] + 2, right[0][1]), (right[1][0] - swing * 0.7, right[1][1] - abs(swing) * 0.4))
    cup = stance.pose in ("cup", "drink") or (stance.drink and stance.pose in _TAKES_CUP)
    if cup and stance.pose in _TAKES_CUP:
        left = _CUP
    if stance.pose == "phone":
        left, right = _holding(left, right, stance)
    offers = look.sells and stance.pose in _OFFERS and not stance.back
    if offers:
        right = _CARD
    drawn_left = _arm(look, _LEFT, left, far=True) + (_cup(left[1], look, stance) if cup else "")
    drawn_right = _arm(look, _RIGHT, right, far=False)
    if stance.pose == "phone":
        drawn_right += _phone(right[1] if stance.back else left[1], look)
    if offers:
        drawn_right += _card(right[1], look)
    if stance.back:
        return drawn_left + drawn_right, "", ""
    if stance.pose == "drink":
        return drawn_right, "", drawn_left
    if stance.pose in _IN_FRONT:
        return "", drawn_right + drawn_left, ""
    return drawn_right + ("" if cup else drawn_left), drawn_left if cup else "", ""


def _holding(left: Arm, right: Arm, stance: Stance) -> tuple[Arm, Arm]:
    """Both arms with a phone: before the chest, to the side they face, or beside the shoulder from behind."""
    if stance.back:
        return _HANGING[0], _PHONE_BEHIND
    aside = stance.turn * 9
    (le, lh), (re, rh) = left, right
    return (le, (lh[0] + aside, lh[1] - 3)), (re, (rh[0] + aside * 0.6, rh[1]))


def _arm(look: Look, shoulder: Point, arm: Arm, far: bool) -> str:
    (ex, ey), (hx, hy) = arm
    sx, sy = shoulder
    # the control point that makes the curve pass through the elbow
    bend = f"Q{2 * ex - (sx + hx) / 2:.1f} {2 * ey - (sy + hy) / 2:.1f} {hx:.1f} {hy:.1f}"
    whole = f"M{sx:.1f} {sy:.1f} {bend}"
    skin = SKINS[look.skin]
    hand = oval(hx, hy, 5.9, 5.9, skin)
    cloth = "#f4efe4" if look.outfit == "vest" else look.top_hex
    sleeve = darker(cloth, 0.17 if far else 0.1)
    if look.outfit in ("dress", "stripe"):
        mid = f"L{(sx + ex) / 2:.1f} {(sy + ey) / 2:.1f}"
        return line(whole, darker(skin, 0.05), 9.5) + hand + line(f"M{sx:.1f} {sy:.1f} {mid}", sleeve, 12.5)
    return line(whole, sleeve, 12) + hand


def _cup(hand: Point, look: Look, stance: Stance) -> str:
    x, y = hand
    glass = (
        path(
            f"M{x - 4:.1f} {y - 14:.1f} L{x + 8:.1f} {y - 14:.1f} L{x + 6.5:.1f} {y + 3:.1f} "
            f"L{x - 2.5:.1f} {y + 3:.1f}Z",
            "#ffffff",
        )
        + path(
            f"M{x - 3.2:.1f} {y - 9:.1f} L{x + 7.2:.1f} {y - 9:.1f} L{x + 6.2:.1f} {y + 1.6:.1f} "
            f"L{x - 2.2:.1f} {y + 1.6:.1f}Z",
            "#c9803f",
        )
        + oval(x, y, 4.6, 4.9, SKINS[look.skin])
    )
    return group(f"rotate(48 {x:.1f} {y:.1f})", glass) if stance.pose == "drink" else glass


def _card(hand: Point, look: Look) -> str:
    x, y = hand
    card = box(x - 1, y - 13, 17, 11, "#22243a", 1.5) + box(x, y - 12, 15, 9, "#ffffff", 1)
    words = line(
        f"M{x + 2:.1f} {y - 9:.1f} L{x + 12:.1f} {y - 9:.1f} M{x + 2:.1f} {y - 6:.1f} L{x + 9:.1f} {y - 6:.1f}",
        "#e01e4f",
        1.4,
    )
    return card + words + oval(x, y - 2, 5.2, 5.4, SKINS[look.skin])


def _phone(hand: Point, look: Look) -> str:
    x, y = hand
    return (
        oval(x + 6.5, y - 5, 15, 17, "#c9efff", 0.45)  # its light is seen from across the room
        + box(x, y - 15, 13, 21, "#22243a", 2.4)
        + box(x + 1.6, y - 12.6, 9.8, 15.6, "#9fd8f2", 1.2)
        + oval(x + 1, y, 5.2, 5.4, SKINS[look.skin])
    )
