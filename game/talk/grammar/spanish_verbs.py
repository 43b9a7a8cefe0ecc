"""Spanish verbs of the first person, said back to whoever told them, or of somebody absent."""

import re
from typing import Final

# First person → (second, third). What is also a noun, or the same in the third person, is not here.
_FORMS: Final = {
    "soy": ("eres", "es"),
    "estoy": ("estás", "está"),
    "tengo": ("tienes", "tiene"),
    "he": ("has", "ha"),
    "hago": ("haces", "hace"),
    "sé": ("sabes", "sabe"),
    "quiero": ("quieres", "quiere"),
    "puedo": ("puedes", "puede"),
    "voy": ("vas", "va"),
    "doy": ("das", "da"),
    "digo": ("dices", "dice"),
    "gano": ("ganas", "gana"),
    "vendo": ("vendes", "vende"),
    "cocino": ("cocinas", "cocina"),
    "anuncio": ("anuncias", "anuncia"),
    "ofrezco": ("ofreces", "ofrece"),
    "conozco": ("conoces", "conoce"),
    "fui": ("fuiste", "fue"),
    "hice": ("hiciste", "hizo"),
    "dije": ("dijiste", "dijo"),
    "puse": ("pusiste", "puso"),
    "tuve": ("tuviste", "tuvo"),
    "quise": ("quisiste", "quiso"),
    "pude": ("pudiste", "pudo"),
    "supe": ("supiste", "supo"),
    "vine": ("viniste", "vino"),
    "di": ("diste", "dio"),
    "vi": ("viste", "vio"),
    "pedí": ("pediste", "pidió"),
    "seguí": ("seguiste", "siguió"),
    "conseguí": ("conseguiste", "consiguió"),
    "serví": ("serviste", "sirvió"),
    "repetí": ("repetiste", "repitió"),
    "elegí": ("elegiste", "eligió"),
    "dormí": ("dormiste", "durmió"),
}
_BEFORE_A_VERB = {
    "que",
    "donde",
    "cuando",
    "como",
    "quien",
    "si",
    "y",
    "no",
    "lo",
    "la",
    "los",
    "las",
    "me",
    "se",
    "le",
    "ya",
}
_PAST = (
    (re.compile(r"qué$"), "caste", "có"),
    (re.compile(r"gué$"), "gaste", "gó"),
    (re.compile(r"cé$"), "zaste", "zó"),
    (re.compile(r"é$"), "aste", "ó"),
    (re.compile(r"(?<=[aeo])í$"), "íste", "yó"),
    (re.compile(r"í$"), "iste", "ió"),
)
_NO_VERBS = {
    "qué",
    "café",
    "té",
    "fe",
    "sí",
    "así",
    "allí",
    "aquí",
    "ahí",
    "mí",
    "ti",
    "casi",
    "por",
    "porque",
    "comité",
}


def said_by(person: str, verb: str, before: str) -> str:
    """A verb of the first person as it is said to "you" or of a "third"; any other word stays as it is.

    `before`: the word it follows, in small letters: a verb is told from a noun by it.
    """
    second = person == "you"
    if before not in _BEFORE_A_VERB or verb.lower() in _NO_VERBS:
        return verb
    if forms := _FORMS.get(verb.lower()):
        return forms[0 if second else 1]
    for ending, yours, theirs in _PAST:
        if len(verb) > 2 and ending.search(verb):
            return ending.sub(yours if second else theirs, verb)
    return verb
