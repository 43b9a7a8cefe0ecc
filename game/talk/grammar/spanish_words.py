"""The Spanish words that grammar needs to know: forms of the persons, verbs done for others, things of a room."""

import re
from typing import Final

WORD = re.compile(r"“[^”]*”|[^\W\d_]+")  # what is quoted stays as it was said, and is one word

# Of "su panadería" when the owner speaks (me), and when the owner is spoken to (you).
OWN: Final = {
    "me": {"su": "mi", "sus": "mis", "suyo": "mío", "suya": "mía", "suyos": "míos", "suyas": "mías"}
    | {"consigo": "conmigo"},
    "you": {"su": "tu", "sus": "tus", "suyo": "tuyo", "suya": "tuya", "suyos": "tuyos", "suyas": "tuyas"}
    | {"consigo": "contigo"},
}
ENCLITIC: Final = {"me": "me", "you": "te"}
AFTER_PREPOSITION: Final = {"me": "mí", "you": "ti"}
SUBJECT: Final = {"she": "ella", "he": "él", "they": "elle"}
PREPOSITIONS = {"a", "ante", "de", "en", "hacia", "para", "por", "sin", "sobre"}

# Of "mi horno", said back to whoever told it.
TO_YOU: Final = {
    "yo": "tú",
    "me": "te",
    "mí": "ti",
    "conmigo": "contigo",
    "mi": "tu",
    "mis": "tus",
    "mío": "tuyo",
    "mía": "tuya",
    "míos": "tuyos",
    "mías": "tuyas",
    "nosotros": "vosotros",
    "nosotras": "vosotras",
    "nos": "os",
    "nuestro": "vuestro",
    "nuestra": "vuestra",
    "nuestros": "vuestros",
    "nuestras": "vuestras",
}
# Of the same, said of somebody absent.
TO_THIRD: Final = {
    "me": "le",
    "mí": "sí",
    "conmigo": "consigo",
    "mi": "su",
    "mis": "sus",
    "mío": "suyo",
    "mía": "suya",
    "míos": "suyos",
    "mías": "suyas",
    "nosotros": "ellos",
    "nosotras": "ellas",
    "nos": "les",
    "nuestro": "su",
    "nuestra": "su",
    "nuestros": "sus",
    "nuestras": "sus",
}
# An offer to "you", heard by whoever made it: it is for anybody.
TO_PEOPLE: Final = {
    "tu": "su",
    "tus": "sus",
    "tuyo": "suyo",
    "tuya": "suya",
    "tuyos": "suyos",
    "tuyas": "suyas",
    "te": "le",
    "contigo": "con quien sea",
    "ti": "quien sea",
}

# Verbs with people for an object: a "su" after those people is probably theirs.
FOR_OTHERS = {
    "acompañar",
    "aconsejar",
    "asesorar",
    "atender",
    "ayudar",
    "convencer",
    "dejar",
    "enseñar",
    "entrenar",
    "escuchar",
    "formar",
    "guiar",
    "hacer",
    "orientar",
    "preparar",
    "recordar",
}
PEOPLE = {"gente", "quien", "quienes", "alguien", "público", "alumnado"}
JOINING = {"y", "e", "o", "u", "ni", "no", "pero", "para", "sin"}  # before a verb of whoever the sentence is about
NO_PEOPLE = {"a", "las", "los", "más", "sus", "dos", "tres", "seis", "diez", "tras", "les"}

# A hook that begins so is a question.
ASKING = re.compile(r"(cómo|quién(es)?|qué|por qué|dónde|cuándo|cuánt[oa]s?|cuál(es)?|si) ", re.I)

SINGULAR_IN_S = {"análisis", "crisis", "tesis", "gas", "jueves", "lunes", "martes", "país", "autobús", "tenis", "jazz"}

# Lines that need a room around them: its things, its gestures, its hour.
IN_THE_ROOM = re.compile(
    r"\{tonight\}|\{evening\}|[()]|\b(esta (noche|tarde|mañana)|noche|veladas?|salas?|salón|bar|barra|camarer\w+|copas?"
    r"|vasos?|bebid\w+|beber|brind\w+|bandejas?|quesos?|tartaletas?|servilletas?|sillas?|canap\w+|de pie|allí|allá|ahí"
    r"|aquí|acá|por aquí|ven|vente|venga|acompáñame|abrigos?|credencial\w*|acreditaci\w+|pegatinas?|etiquetas?"
    r"|puertas?|ascensor|asient\w+|asinti\w+|mir(a|an|as|ar|aba|ó|é|ando)|rinc(ón|ones)|esquinas?|fiestas?|zapatos"
    r"|ruido|escuch\w+|grit\w+|susurr\w+|voz|voces|o[íi]r|oyes?|oído|minut\w+|horas?|camin\w+|anda(r|ndo|ba)|pase\w+"
    r"|ahora mismo|hace un (momento|rato|instante)|antes de irte|de camino|otr[oa] de est[oa]s|est[oa]s cosas"
    r"|caras?|manos?|ojos?|evento|sitio)\b",
    re.I,
)
