"""Sentences with slots: {name}, {n:card|cards}, {subj:is|are}, "a {thing}" and capitals put right."""

import re
from collections.abc import Mapping

Slot = str | int
SLOT = re.compile(r"(?:\b([Aa])n? )?\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}")
_STARTS = re.compile(r"(?:^|[.?!…] |^[\"“(]|[.?!] [\"“(])$")
_VOWEL = re.compile(
    r"(?:[aeio]|u(?!n[iu](?!m)|s[eau]|k|r[aeiou]n|t[eio])|8|11(?!\d)|18(?!\d)|hono|hour|heir)", re.I
)
_CONSONANT = re.compile(r"(?:one\b|once\b|eu|ewe|uni(?!n|m))", re.I)
_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|\b[^a-z]|$)")


class UnfilledSlotError(KeyError):
    """A sentence names a slot for which there is no value."""


def article(phrase: str) -> str:
    """a or an, by the sound the phrase begins with."""
    if _LETTERS.match(phrase):
        return "an"
    if re.match(r"[BCDGJKPQTUVWYZ](?:[A-Z0-9]|$)", phrase) or _CONSONANT.match(phrase):
        return "a"
    return "an" if _VOWEL.match(phrase) else "a"


def slots_of(template: str) -> frozenset[str]:
    """The names of the slots a sentence needs."""
    return frozenset(match.group(2) for match in SLOT.finditer(template))


def fill(template: str, slots: Mapping[str, Slot]) -> str:
    """The sentence. `{n:card|cards}` takes the first form where n is one, `{subj:is|are}` by the pronoun."""

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
        if _STARTS.search(template[: match.start()]):
            value = value[:1].upper() + value[1:]
        return value

    return SLOT.sub(put, template)


def pages(text: str, limit: int = 160) -> tuple[str, ...]:
    """The text in pieces of whole sentences, each at most `limit` characters where sentences allow."""
    out: list[str] = []
    for sentence in re.split(r"(?<=[.?!…])\s+", text.strip()):
        if out and len(out[-1]) + 1 + len(sentence) <= limit:
            out[-1] += " " + sentence
        else:
            out.append(sentence)
    return tuple(out)
