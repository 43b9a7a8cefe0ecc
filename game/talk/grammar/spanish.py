"""From "llevar su panadería" to "me dedico a llevar mi panadería", and on to "te dedicas a llevar tu panadería".

Work is an infinitive with the possessives of a third person; needs, offers and hooks are told in the first. Here they
change hands: possessives, pronouns before and behind the verb, and the verbs listed in `spanish_verbs`.
"""

import re

from game.talk.grammar.grammar import Voice
from game.talk.grammar.spanish_verbs import said_by
from game.talk.grammar.spanish_words import (
    AFTER_PREPOSITION,
    ASKING,
    ENCLITIC,
    FOR_OTHERS,
    IN_THE_ROOM,
    JOINING,
    NO_PEOPLE,
    OWN,
    PEOPLE,
    PREPOSITIONS,
    SINGULAR_IN_S,
    SUBJECT,
    TO_PEOPLE,
    TO_THIRD,
    TO_YOU,
    WORD,
)

_REFLEXIVE = re.compile(r"(?:[aeií]r|ándo|éndo)se$")
_BEHIND_A_VERB = re.compile(r"(?:[aeií]r|[áé]r|ándo|éndo)(me|nos)(l[aeo]s?)?$")
_INFINITIVE = re.compile(r"\w+(?:[aeií]r|[aeií]rse)$")
_CONTRACTED = re.compile(r"\b(de|De|a|A) el\b")
_AND_BEFORE_I = re.compile(r"\by (?=[¿¡“\"]?(?:i|í|hi|hí)(?![aeou]))", re.I)
_OR_BEFORE_O = re.compile(r"\bo (?=[¿¡“\"]?(?:o|ó|ho|hó|8|11\b))", re.I)


def own_work(work: str, pronoun: str, voice: Voice = "me") -> str:
    """What somebody does, to follow "me dedico a" or "te dedicas a": "dar clase a mis sobrinos"."""
    words = [word.group().lower() for word in WORD.finditer(work)]
    at = iter(range(len(words)))

    def turn(word: re.Match[str]) -> str:
        text, index = word.group(), next(at)
        before = words[:index]
        if _speaks_of_others(before):
            return text
        if before and before[-1] in PREPOSITIONS and text.lower() == SUBJECT[pronoun]:
            return AFTER_PREPOSITION[voice]
        if _REFLEXIVE.search(text) and not _others_do(before):
            return text[:-2] + ENCLITIC[voice]
        return _cased(text, OWN[voice])

    return WORD.sub(turn, work)


def your(phrase: str) -> str:
    """A phrase told in the first person, said back: "mi horno" → "tu horno"."""
    return _told(phrase, "you", TO_YOU, {"me": "te", "nos": "os"})


def anyone(phrase: str) -> str:
    """An offer made to "tú", told back to whoever made it: "tu peor puerta" → "su peor puerta"."""
    return WORD.sub(lambda word: _cased(word.group(), TO_PEOPLE), phrase)


def third(phrase: str, poss: str, obj: str, subj: str) -> str:
    """A phrase told in the first person, said of somebody absent: "mi horno" → "su horno", whoever that is."""
    return _told(phrase, "third", TO_THIRD | {"yo": subj}, {"me": "le", "nos": "les"})


def hook(phrase: str) -> str:
    """What a story is called later; a question stands as one: "la pregunta de cuánta sal es bastante"."""
    return f"la pregunta de {phrase}" if ASKING.match(phrase) else phrase


def is_plural(phrase: str) -> bool:
    """Whether a topic takes "son": "las webs", "papeleos y subvenciones", but not "contratar gente"."""
    words = [word.group().lower() for word in WORD.finditer(phrase)]
    if not words or _INFINITIVE.fullmatch(words[0]):
        return False
    if words[0] in ("los", "las"):
        return True
    head = words[1] if words[0] in ("el", "la") and len(words) > 1 else words[0]
    several = any(word in ("y", "e") for word in words[: _end_of_head(words)])
    return several or (words[0] not in ("el", "la") and head.endswith("s") and head not in SINGULAR_IN_S)


def article(written: str, phrase: str) -> str:
    """In Spanish "a" is no article, and stays."""
    return written


def finish(text: str) -> str:
    """Two words that met in a sentence: de el → del, a el → al, y i- → e i-, o o- → u o-."""
    text = _CONTRACTED.sub(lambda met: f"{met[1]}l", text)
    text = _AND_BEFORE_I.sub(lambda met: met[0] if met[0][0] == "Y" else "e ", text)
    return _OR_BEFORE_O.sub(lambda met: "U " if met[0][0] == "O" else "u ", text)


def needs_the_room(text: str) -> bool:
    """Whether a line needs a room around it: its things, its gestures, its hour."""
    return bool(IN_THE_ROOM.search(text))


def _told(phrase: str, by: str, pronouns: dict[str, str], behind: dict[str, str]) -> str:
    words = [word.group().lower() for word in WORD.finditer(phrase)]
    at = iter(range(len(words)))

    def turn(word: re.Match[str]) -> str:
        text, index = word.group(), next(at)
        if text.lower() in pronouns:
            return _cased(text, pronouns)
        if found := _BEHIND_A_VERB.search(text):
            return _behind(text, found, behind)
        return said_by(by, text, words[index - 1] if index else "")

    return WORD.sub(turn, phrase)


def _behind(text: str, found: re.Match[str], behind: dict[str, str]) -> str:
    """A pronoun behind its verb: "ayudarme" → "ayudarte"; before another, le is se: "explicármelo" → "explicárselo"."""
    pronoun = behind[found[1]]
    if found[2] and pronoun in ("le", "les"):
        pronoun = "se"
    return text[: found.start(1)] + pronoun + (found[2] or "")


def _speaks_of_others(before: list[str]) -> bool:
    """Whether a "su" may mean the people just named: "ayudar a fundadores a encontrar su sitio"."""
    if not any(verb in FOR_OTHERS for verb in before):
        return False
    return any(word in PEOPLE or (word.endswith("s") and word not in NO_PEOPLE) for word in before[1:])


def _others_do(before: list[str]) -> bool:
    """Whether a reflexive verb has those just named for its subject: "cuánto aguanta la gente antes de escaparse"."""
    return any(word in PEOPLE for word in before) and before[-1] not in JOINING


def _end_of_head(words: list[str]) -> int:
    ends = {"de", "del", "para", "que", "con", "en", "sin", "a", "al", "por"}
    return next((at for at, word in enumerate(words) if at and word in ends), len(words))


def _cased(text: str, table: dict[str, str]) -> str:
    """The word in the place of another, with a capital where that had one."""
    new = table.get(text.lower())
    if new is None:
        return text
    return new[:1].upper() + new[1:] if text[0].isupper() else new
