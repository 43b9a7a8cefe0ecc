"""Sentences with slots: {name}, {n:card|cards}, {subj:is|are}, "a {thing}" and capitals put right."""

import re
from collections.abc import Mapping

from game.talk.grammar import Grammar, english

Slot = str | int
SLOT = re.compile(r"(?:\b([Aa])n? )?\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}")
_AFTER_A_SENTENCE = re.compile(r"[.?!…] [\"“(¿¡]*$")
_BEFORE_THE_FIRST_WORD = re.compile(r"[“(¿¡]*$")
_ENDS_A_SENTENCE = re.compile(r"[.?!…][”)]*(?: |$)")


class UnfilledSlotError(KeyError):
    """A sentence names a slot for which there is no value."""


def slots_of(template: str) -> frozenset[str]:
    """The names of the slots a sentence needs."""
    return frozenset(match.group(2) for match in SLOT.finditer(template))


def fill(template: str, slots: Mapping[str, Slot], grammar: Grammar = english) -> str:
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
            value = f"{grammar.article(indefinite, value)} {value}"
        before = template[: match.start()]
        if _AFTER_A_SENTENCE.search(before) or (whole and _BEFORE_THE_FIRST_WORD.fullmatch(before)):
            value = capital(value)
        return value

    return grammar.finish(SLOT.sub(put, template))


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
