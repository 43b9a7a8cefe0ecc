"""What people type on a phone, made fit to be shown: nicknames, sentences, and the room's code."""

import unicodedata
from collections.abc import Collection
from typing import TypeGuard

LONGEST = 24  # characters as a reader counts them
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another: no 0, O, 1, I, L
CODE_LENGTH = 4
_MARKS = 2  # accents on one letter; more is no name but a stain on the wall
_PIECES = 11  # of one picture, joiners included: a family of four with a colour of skin each has eleven
_JOINER = "\u200d"  # makes one picture of several
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # control, direction marks, halves of characters, unassigned
_BLANK = "\u2800\u3164\u115f\u1160\uffa0"  # letters and signs by their kind, and nothing to the eye
_PICTURES = ("So", "Sk")


def cleaned(typed: object) -> str:
    """The name somebody typed, without what cannot be seen, at most LONGEST characters; "" if nothing is left."""
    if not isinstance(typed, str):
        return ""
    name = " ".join("".join(_characters(typed[: LONGEST * 16])[:LONGEST]).split())
    return name if any(unicodedata.category(c)[0] in "LNSP" for c in name) else ""


def _characters(typed: str) -> list[str]:
    """Characters as a reader counts them: a letter with its accents is one, and so is a picture made of several."""
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", plain(typed, keep=_JOINER)):
        kind = unicodedata.category(character)
        pictured = bool(kept) and unicodedata.category(kept[-1][0]) in _PICTURES
        if character == _JOINER:
            if pictured and len(kept[-1]) < _PIECES:
                kept[-1] += character
        elif kind.startswith("M"):
            marks += 1
            if kept and kept[-1] != " " and marks <= _MARKS:
                kept[-1] += character
        elif pictured and kind in _PICTURES and kept[-1].endswith(_JOINER):
            kept[-1] += character
            marks = 0
        else:
            kept.append(" " if kind == "Zs" else character)
            marks = 0
    return [character.rstrip(_JOINER) for character in kept]


def plain(typed: str, keep: str = "") -> str:
    """A text without what cannot be seen, or cannot be written down."""
    seen = (c for c in typed if c in keep or unicodedata.category(c) not in _HIDDEN)
    return "".join(" " if c in _BLANK or c.isspace() else c for c in seen)


def sentence(typed: object, longest: int) -> str:
    """A sentence somebody typed, in one line."""
    if not isinstance(typed, str):
        return ""
    in_one_line = " ".join(typed[: longest * 4].split())
    return " ".join(plain(in_one_line).split())[:longest]


def distinct(name: str, taken: Collection[str]) -> str:
    """The name, with a number where somebody is called so already."""
    folded = {other.casefold() for other in taken}
    number, own = 1, name
    while own.casefold() in folded:
        number += 1
        own = f"{name} {number}"
    return own


def is_code(typed: object) -> TypeGuard[str]:
    """Whether that could be a room's code."""
    return isinstance(typed, str) and len(typed) == CODE_LENGTH and set(typed) <= set(CODE_LETTERS)


def same_code(typed: object, code: str) -> bool:
    """Whether somebody typed the room's code, in whatever case and with whatever spaces."""
    return isinstance(typed, str) and "".join(typed.upper().split())[: CODE_LENGTH + 1] == code
