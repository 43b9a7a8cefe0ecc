"""From "runs a bakery with her sister" to "I run a bakery with my sister", and on to "you … your sister".

Facts are written once: work in the third person, needs, offers and stories in the first. Here they change
hands. Deliberately small: a leading verb, verbs joined to it, the pronouns of one person.
"""

import re

from game.talk.grammar.english_words import (
    ADVERBS,
    AFTER_NOUN,
    AFTER_OBJECT,
    ASKING,
    BE,
    BETWEEN,
    DETERMINERS,
    FOR_OTHERS,
    FORMS,
    IN_THE_ROOM,
    IRREGULAR,
    KEEP_E,
    LETTERS,
    LIKE_A_CONSONANT,
    LIKE_A_VOWEL,
    LINKS,
    MOSTLY_VERBS,
    NEGATED,
    OWN,
    PLURALS,
    SHORT_IES,
    SIBILANT_S,
    SURE_VERBS,
    TO_PEOPLE,
    TO_YOU,
    WORD,
)
from game.talk.grammar.grammar import Voice


def base_verb(verb: str, voice: Voice = "me") -> str:
    """The form that goes with I or you: runs → run, is → am or are, teaches → teach."""
    low = verb.lower()
    if low in NEGATED:
        return NEGATED[low][voice == "you"]
    if low in IRREGULAR:
        base = IRREGULAR[low]
        return BE[voice].get(base, base)
    if low in SHORT_IES:
        return SHORT_IES[low]
    if low in KEEP_E:
        return verb[:-1]
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if low in SIBILANT_S or low.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return "quiz" if low == "quizzes" else verb[:-2]
    return verb[:-1] if low.endswith("s") and not low.endswith("ss") else verb


def own_work(work: str, pronoun: str, voice: Voice = "me") -> str:
    """What somebody does, to follow "I" or "you": "run a bakery and teach my nephews"."""
    words = list(WORD.finditer(work))
    low = [word.group().lower() for word in words]
    lead = _leading_verb(low)
    out, end = [], 0
    for index, word in enumerate(words):
        text = word.group()
        if index == lead or _joined_verb(low, index, pronoun):
            text = base_verb(text, voice)
        else:
            text = _own_pronoun(text, pronoun, voice, words, index, work)
        out.append(work[end : word.start()] + text)
        end = word.end()
    return "".join(out) + work[end:]


def your(phrase: str) -> str:
    """A phrase told in the first person, said back: "my oven" → "your oven"."""

    def turn(word: re.Match[str]) -> str:
        text = word.group()
        if text == "was" and re.search(r"\bI $", phrase[: word.start()]):
            return "were"
        return TO_YOU.get(text.lower().replace("’", "'"), text)

    return WORD.sub(turn, phrase)


def anyone(phrase: str) -> str:
    """An offer made to "you", told back to whoever made it: "your worst door" → "people's worst door"."""
    return WORD.sub(lambda word: TO_PEOPLE.get(word.group().lower(), word.group()), phrase)


def third(phrase: str, poss: str, obj: str, subj: str) -> str:
    """A phrase told in the first person, said of somebody absent: "my oven" → "her oven"."""
    forms = {"i": subj, "me": obj, "my": poss, "we": "they", "us": "them", "our": "their"}
    return WORD.sub(lambda word: forms.get(word.group().lower(), word.group()), phrase)


def is_plural(phrase: str) -> bool:
    """Whether a topic takes "are": "websites", "grants and forms", but not "finding premises"."""
    words = [word.group().lower() for word in WORD.finditer(phrase)]
    if not words or words[0].endswith("ing"):
        return False
    end = next((at for at, word in enumerate(words) if at and word in AFTER_NOUN), len(words))
    head = words[end - 1]
    return "and" in words[:end] or head in PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "is")))


def hook(phrase: str) -> str:
    """What a story is called later; a question stands as one: "the question of how much salt is enough"."""
    return f"the question of {phrase}" if phrase.lower().startswith(ASKING) else phrase


def article(written: str, phrase: str) -> str:
    """The "a" that was written before a phrase, as "a" or "an" by the sound the phrase begins with."""
    if LETTERS.match(phrase):
        return f"{written}n"
    if re.match(r"[BCDGJKPQTUVWYZ](?:[A-Z0-9]|$)", phrase) or LIKE_A_CONSONANT.match(phrase):
        return written
    return f"{written}n" if LIKE_A_VOWEL.match(phrase) else written


def finish(text: str) -> str:
    """English is whole once its slots are filled."""
    return text


def needs_the_room(text: str) -> bool:
    """Whether a line needs a room around it: its things, its gestures, its hour."""
    return bool(IN_THE_ROOM.search(text))


def _leading_verb(words: list[str]) -> int:
    for index, word in enumerate(words):
        if word not in ADVERBS and not (word.endswith("ly") and len(word) > 4):
            return index
    return 0


def _joined_verb(words: list[str], index: int, pronoun: str) -> bool:
    """Whether the word at `index` is a further verb: "… and plays the tuba", "… than she can"."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else ""
    at = index - 1
    while at > 0 and (words[at] in BETWEEN or (words[at].endswith("ly") and len(words[at]) > 4)):
        at -= 1
    before = words[at] if index else ""
    if before in ("and", "but", "or", "then"):
        if word in SURE_VERBS or word in IRREGULAR or word in NEGATED:
            return True
        if not word.endswith("s") or word.endswith("ss"):
            return False
        return after in DETERMINERS or after.endswith("ing") or (word in MOSTLY_VERBS and after in LINKS)
    return before == pronoun != "they" and (word in SURE_VERBS or word in IRREGULAR or word in NEGATED)


def _own_pronoun(text: str, pronoun: str, voice: Voice, words: list[re.Match[str]], index: int, whole: str) -> str:
    role = OWN[pronoun].get(text.lower())
    if role is None:
        return text
    if pronoun == "they" and _could_be_others(words, index):
        return text
    if role == "her":
        follows = whole[words[index].end() :]
        after = words[index + 1].group().lower() if index + 1 < len(words) else ""
        role = "object" if not follows.startswith(" ") or after in AFTER_OBJECT else "possessive"
    return FORMS[voice][role]


def _could_be_others(words: list[re.Match[str]], index: int) -> bool:
    """Whether "their" may mean the people just named: "helps founders find their feet"."""
    before = [word.group().lower() for word in words[:index]]
    if not any(verb in FOR_OTHERS for verb in before):
        return False
    return any(w in PLURALS or (w.endswith("s") and not w.endswith(("ss", "us", "is"))) for w in before[1:])
