"""Sentences with slots: {name}, {n:card|cards}, {subj:is|are}, "a {thing}" and capitals put right."""

import re
from collections.abc import Mapping

Slot = str | int
SLOT = re.compile(r"(?:\b([Aa])n? )?\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}")
_AFTER_A_SENTENCE = re.compile(r"[.?!…] [\"“(]?$")
_ENDS_A_SENTENCE = re.compile(r"[.?!…][”)]*(?: |$)")
_LIKE_A_CONSONANT = re.compile(r"one\b|once|eu|ewe|uni[tvfqocs]|unanim|us[eua]|uk|ut[eoi]|ura|ubiq", re.I)
_LIKE_A_VOWEL = re.compile(r"[aeiou]|hon[eo]|hour|heir|8|11(?!\d)|18(?!\d)", re.I)
_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|\b[^a-z]|$)")


class UnfilledSlotError(KeyError):
    """A sentence names a slot for which there is no value."""


def article(phrase: str) -> str:
    """a or an, by the sound the phrase begins with."""
    if _LETTERS.match(phrase):
        return "an"
    if re.match(r"[BCDGJKPQTUVWYZ](?:[A-Z0-9]|$)", phrase) or _LIKE_A_CONSONANT.match(phrase):
        return "a"
    return "an" if _LIKE_A_VOWEL.match(phrase) else "a"


def slots_of(template: str) -> frozenset[str]:
    """The names of the slots a sentence needs."""
    return frozenset(match.group(2) for match in SLOT.finditer(template))


def fill(template: str, slots: Mapping[str, Slot]) -> str:
    """The sentence. `{n:card|cards}` takes the first form where n is one, `{subj:is|are}` by the pronoun.

    A slot that begins a sentence gets a capital, unless the text has no end of one ("{subj} left").
    """
    whole = bool(_ENDS_A_SENTENCE.search(template))

    def put(match: re.Match[str]) -> str:
        indefinite, name, one, many = match.groups()
        if name not in slots:
            raise UnfilledSlotError(name)
        if one is not None:
            number = slots.get(f"{name}.number", slots[name])
            value = one if number == 1 else many
        else:
            value = str(slots[name])
        if indefinite:
            value = f"{indefinite}{article(value)[1:]} {value}"
        before = template[: match.start()]
        if _AFTER_A_SENTENCE.search(before) or (whole and before in ("", "“", "(")):
            value = capital(value)
        return value

    return SLOT.sub(put, template)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def is_narration(text: str) -> bool:
    """Whether a line is told and not said by anybody: "(The question hangs in the air.)", but not "(nods)"."""
    return text.startswith("(") and text.endswith(")") and text[1:2].isupper()


def pages(text: str, limit: int = 160) -> tuple[str, ...]:
    """The text in pieces of whole sentences, each at most `limit` characters where sentences allow."""
    out: list[str] = []
    for sentence in re.split(r"(?<=[.?!…])\s+", text.strip()):
        if out and len(out[-1]) + 1 + len(sentence) <= limit:
            out[-1] += " " + sentence
        else:
            out.append(sentence)
    return tuple(out)
