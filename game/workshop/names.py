"""Nicknames as people type them on a phone, made fit to be shown; and the room's code."""

import unicodedata
from collections.abc import Collection

LONGEST = 24  # characters as a reader counts them
_MARKS = 2  # accents on one letter; more is no name but a stain on the wall
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another: no 0, O, 1, I, L
CODE_LENGTH = 4
_JOINER = "\u200d"
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # control, direction marks, unassigned


def cleaned(typed: object) -> str:
    """The name somebody typed, without what cannot be seen, at most LONGEST characters; "" if nothing is left."""
    if not isinstance(typed, str):
        return ""
    text = unicodedata.normalize("NFC", typed[: LONGEST * 16])
    kept: list[str] = []
    marks = 0
    for character in text:
        kind = unicodedata.category(character)
        if kind.startswith("M") or character == _JOINER:
            marks += 1
            if kept and marks <= _MARKS:
                kept[-1] += character
        elif kept and kept[-1].endswith(_JOINER):
            kept[-1] += character  # one picture made of several
        elif kind not in _HIDDEN:
            marks = 0
            kept.append(" " if kind == "Zs" else character)
    name = " ".join("".join(kept[:LONGEST]).rstrip(_JOINER).split())
    return name if any(unicodedata.category(c)[0] in "LNSP" for c in name) else ""


def distinct(name: str, taken: Collection[str]) -> str:
    """The name, with a number where somebody is called so already."""
    folded = {other.casefold() for other in taken}
    number, own = 1, name
    while own.casefold() in folded:
        number += 1
        own = f"{name} {number}"
    return own


def same_code(typed: object, code: str) -> bool:
    """Whether somebody typed the room's code, in whatever case and with whatever spaces."""
    return isinstance(typed, str) and "".join(typed.upper().split())[: CODE_LENGTH + 1] == code
