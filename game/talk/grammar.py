"""From "runs a bakery with her sister" to "I run a bakery with my sister", and on to "you … your sister".

Facts are written once: work in the third person, needs, offers and stories in the first. Here they change
hands. English, and deliberately small: a leading verb, verbs joined to it, the pronouns of one person.
"""

import re
from typing import Literal

Voice = Literal["me", "you"]

_IRREGULAR = {"is": "be", "has": "have", "does": "do", "goes": "go", "was": "be-past"}
_BE = {"me": {"be": "am", "be-past": "was"}, "you": {"be": "are", "be-past": "were"}}
_NEGATED = {
    "isn't": ("am not", "are not"),
    "hasn't": ("haven't", "haven't"),
    "doesn't": ("don't", "don't"),
    "wasn't": ("wasn't", "weren't"),
}
_ADVERBS = {
    "also",
    "still",
    "now",
    "once",
    "just",
    "never",
    "always",
    "often",
    "sometimes",
    "almost",
    "only",
    "currently",
    "quietly",
    "both",
    "either",
    "mostly",
    "and",
    "or",
    "but",
    "then",
    "somehow",
}
_KEEP_E = {"aches", "caches", "axes", "shoes", "canoes", "hoes", "toes"}
_SIBILANT_S = {"focuses", "refocuses", "biases", "buses", "gases", "focusses"}
_SHORT_IES = {"dies": "die", "lies": "lie", "ties": "tie", "vies": "vie", "unties": "untie"}
# After "and" a word in -s may be a plural ("pots and pans"); these are verbs wherever they stand.
_SURE_VERBS = {
    "advises",
    "answers",
    "bakes",
    "becomes",
    "begins",
    "believes",
    "breaks",
    "brews",
    "brings",
    "builds",
    "buys",
    "carries",
    "catches",
    "chases",
    "collects",
    "comes",
    "counsels",
    "creates",
    "delivers",
    "digs",
    "draws",
    "drives",
    "earns",
    "eats",
    "edits",
    "explains",
    "feeds",
    "fights",
    "finds",
    "fixes",
    "forgets",
    "gets",
    "gives",
    "goes",
    "grows",
    "hates",
    "hears",
    "helps",
    "hopes",
    "hunts",
    "invents",
    "keeps",
    "knits",
    "knows",
    "leads",
    "learns",
    "leaves",
    "lends",
    "lets",
    "likes",
    "listens",
    "loves",
    "makes",
    "manages",
    "measures",
    "meets",
    "mends",
    "mourns",
    "needs",
    "organises",
    "organizes",
    "owns",
    "pays",
    "persuades",
    "prefers",
    "raises",
    "reads",
    "refuses",
    "regrets",
    "remembers",
    "rents",
    "repairs",
    "rescues",
    "restores",
    "saves",
    "says",
    "sees",
    "sells",
    "sends",
    "serves",
    "sews",
    "sings",
    "sits",
    "sleeps",
    "speaks",
    "spends",
    "stays",
    "swears",
    "swims",
    "takes",
    "teaches",
    "tells",
    "thinks",
    "throws",
    "tries",
    "tunes",
    "understands",
    "wants",
    "wears",
    "wins",
    "writes",
}
_MOSTLY_VERBS = {
    "aims",
    "camps",
    "cares",
    "coaches",
    "cooks",
    "cycles",
    "dances",
    "deals",
    "dreams",
    "drinks",
    "drums",
    "falls",
    "films",
    "fishes",
    "hides",
    "hikes",
    "jumps",
    "laughs",
    "lives",
    "looks",
    "moves",
    "paints",
    "photographs",
    "plans",
    "plays",
    "practises",
    "reports",
    "rests",
    "rides",
    "rows",
    "runs",
    "sails",
    "shouts",
    "skates",
    "skips",
    "smiles",
    "sorts",
    "starts",
    "stops",
    "studies",
    "swims",
    "talks",
    "trains",
    "travels",
    "turns",
    "volunteers",
    "waits",
    "walks",
    "works",
    "worries",
}
_LINKS = {
    "with",
    "in",
    "on",
    "by",
    "for",
    "at",
    "from",
    "to",
    "as",
    "until",
    "when",
    "while",
    "where",
    "alone",
    "out",
    "off",
    "up",
    "down",
    "back",
    "about",
    "between",
    "behind",
    "under",
    "over",
    "without",
    "too",
}
_BETWEEN = {
    "no",
    "longer",
    "still",
    "also",
    "now",
    "never",
    "always",
    "often",
    "sometimes",
    "mostly",
    "then",
    "just",
    "even",
}
_DETERMINERS = {
    "a",
    "an",
    "the",
    "his",
    "her",
    "their",
    "its",
    "no",
    "two",
    "three",
    "four",
    "five",
    "every",
    "each",
    "all",
    "most",
    "some",
    "one",
    "that",
    "what",
    "whatever",
    "nothing",
    "everything",
    "people",
    "it",
    "them",
}
_FORMS = {
    "me": {"subject": "I", "object": "me", "possessive": "my", "absolute": "mine", "reflexive": "myself"},
    "you": {
        "subject": "you",
        "object": "you",
        "possessive": "your",
        "absolute": "yours",
        "reflexive": "yourself",
    },
}
_OWN = {
    "she": {"she": "subject", "her": "her", "hers": "absolute", "herself": "reflexive"},
    "he": {"he": "subject", "him": "object", "his": "possessive", "himself": "reflexive"},
    "they": {
        "they": "subject",
        "their": "possessive",
        "theirs": "absolute",
        "themselves": "reflexive",
        "themself": "reflexive",
    },
}
_AFTER_OBJECT = {
    "to",
    "for",
    "with",
    "and",
    "or",
    "but",
    "at",
    "in",
    "on",
    "by",
    "from",
    "as",
    "that",
    "when",
    "until",
    "because",
    "if",
    "so",
    "home",
    "up",
}
_PLURALS = {"people", "children", "men", "women", "folk", "somebody", "anybody"}
# Verbs with people for an object: a "their" after those people is probably theirs.
_FOR_OTHERS = {
    "helps",
    "teaches",
    "coaches",
    "advises",
    "trains",
    "tells",
    "lets",
    "shows",
    "gives",
    "mentors",
    "counsels",
    "reminds",
    "matches",
    "connects",
    "supports",
    "talks",
    "walks",
    "brings",
    "gets",
    "makes",
    "places",
    "interviews",
    "guides",
    "serves",
}
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_TO_PEOPLE = {"you": "people", "your": "people's", "yours": "theirs", "you're": "they're"}
_TO_YOU = {
    "our": "your",
    "ours": "yours",
    "us": "you",
    "we": "you",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "am": "are",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
}


def base_verb(verb: str, voice: Voice = "me") -> str:
    """The form that goes with I or you: runs → run, is → am or are, teaches → teach."""
    low = verb.lower()
    if low in _NEGATED:
        return _NEGATED[low][voice == "you"]
    if low in _IRREGULAR:
        base = _IRREGULAR[low]
        return _BE[voice].get(base, base)
    if low in _SHORT_IES:
        return _SHORT_IES[low]
    if low in _KEEP_E:
        return verb[:-1]
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if low in _SIBILANT_S or low.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return "quiz" if low == "quizzes" else verb[:-2]
    return verb[:-1] if low.endswith("s") and not low.endswith("ss") else verb


def own_work(work: str, pronoun: str, voice: Voice = "me") -> str:
    """What somebody does, to follow "I" or "you": "run a bakery and teach my nephews"."""
    words = list(_WORD.finditer(work))
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
        return _TO_YOU.get(text.lower().replace("’", "'"), text)

    return _WORD.sub(turn, phrase)


def anyone(phrase: str) -> str:
    """An offer made to "you", told back to whoever made it: "your worst door" → "people's worst door"."""
    return _WORD.sub(lambda word: _TO_PEOPLE.get(word.group().lower(), word.group()), phrase)


def third(phrase: str, poss: str, obj: str, subj: str) -> str:
    """A phrase told in the first person, said of somebody absent: "my oven" → "her oven"."""
    forms = {"i": subj, "me": obj, "my": poss, "we": "they", "us": "them", "our": "their"}
    return _WORD.sub(lambda word: forms.get(word.group().lower(), word.group()), phrase)


def _leading_verb(words: list[str]) -> int:
    for index, word in enumerate(words):
        if word not in _ADVERBS and not (word.endswith("ly") and len(word) > 4):
            return index
    return 0


def _joined_verb(words: list[str], index: int, pronoun: str) -> bool:
    """Whether the word at `index` is a further verb: "… and plays the tuba", "… than she can"."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else ""
    at = index - 1
    while at > 0 and (words[at] in _BETWEEN or (words[at].endswith("ly") and len(words[at]) > 4)):
        at -= 1
    before = words[at] if index else ""
    if before in ("and", "but", "or", "then"):
        if word in _SURE_VERBS or word in _IRREGULAR or word in _NEGATED:
            return True
        if not word.endswith("s") or word.endswith("ss"):
            return False
        return after in _DETERMINERS or after.endswith("ing") or (word in _MOSTLY_VERBS and after in _LINKS)
    return before == pronoun != "they" and (word in _SURE_VERBS or word in _IRREGULAR or word in _NEGATED)


def _own_pronoun(text: str, pronoun: str, voice: Voice, words: list[re.Match[str]], index: int, whole: str) -> str:
    role = _OWN[pronoun].get(text.lower())
    if role is None:
        return text
    if pronoun == "they" and _could_be_others(words, index):
        return text
    if role == "her":
        follows = whole[words[index].end() :]
        after = words[index + 1].group().lower() if index + 1 < len(words) else ""
        role = "object" if not follows.startswith(" ") or after in _AFTER_OBJECT else "possessive"
    return _FORMS[voice][role]


def _could_be_others(words: list[re.Match[str]], index: int) -> bool:
    """Whether "their" may mean the people just named: "helps founders find their feet"."""
    before = [word.group().lower() for word in words[:index]]
    if not any(verb in _FOR_OTHERS for verb in before):
        return False
    return any(w in _PLURALS or (w.endswith("s") and not w.endswith(("ss", "us", "is"))) for w in before[1:])
