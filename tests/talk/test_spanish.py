"""Facts change hands in Spanish, and sentences are put right where two words meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.talk.grammar.spanish import anyone, finish, hook, is_plural, needs_the_room, own_work, third, your
from game.talk.template import fill
from game.talk.words import Words


@pytest.mark.parametrize(
    ("pronoun", "work", "mine", "yours"),
    [
        ("she", "llevar una panadería", "llevar una panadería", "llevar una panadería"),
        (
            "she",
            "llevar un taller con su hermana",
            "llevar un taller con mi hermana",
            "llevar un taller con tu hermana",
        ),
        ("he", "vender lo suyo y quejarse poco", "vender lo mío y quejarme poco", "vender lo tuyo y quejarte poco"),
        ("they", "dar clase a sus sobrinos", "dar clase a mis sobrinos", "dar clase a tus sobrinos"),
        (
            "she",
            "cocinar en un sitio grande para ella",
            "cocinar en un sitio grande para mí",
            "cocinar en un sitio grande para ti",
        ),
        (
            "he",
            "ayudar a empresas a encontrar su sitio",
            "ayudar a empresas a encontrar su sitio",
            "ayudar a empresas a encontrar su sitio",
        ),
        (
            "he",
            "medir cuánto aguanta la gente antes de irse",
            "medir cuánto aguanta la gente antes de irse",
            "medir cuánto aguanta la gente antes de irse",
        ),
        (
            "she",
            "enseñar a la gente a sentarse bien",
            "enseñar a la gente a sentarse bien",
            "enseñar a la gente a sentarse bien",
        ),
    ],
)
def test_work_is_told_of_me_and_of_you(pronoun: str, work: str, mine: str, yours: str) -> None:
    assert own_work(work, pronoun) == mine
    assert own_work(work, pronoun, "you") == yours


@pytest.mark.parametrize(
    ("told", "back", "of_her"),
    [
        ("alguien que me lleve las cuentas", "alguien que te lleve las cuentas", "alguien que le lleve las cuentas"),
        ("ayuda para explicármelo", "ayuda para explicártelo", "ayuda para explicárselo"),
        ("mi horno y nuestro jardín", "tu horno y vuestro jardín", "su horno y su jardín"),
        ("la llave que perdí dos veces", "la llave que perdiste dos veces", "la llave que perdió dos veces"),
        ("lo que pagué y no leí", "lo que pagaste y no leíste", "lo que pagó y no leyó"),
        ("el sitio donde soy yo", "el sitio donde eres tú", "el sitio donde es ella"),
        ("el café de las seis", "el café de las seis", "el café de las seis"),
        (
            "una campaña de “me encanta mi web”",
            "una campaña de “me encanta mi web”",
            "una campaña de “me encanta mi web”",
        ),
    ],
)
def test_what_somebody_told_is_said_back_and_said_of_her(told: str, back: str, of_her: str) -> None:
    assert your(told) == back
    assert third(told, poss="su", obj="la", subj="ella") == of_her


def test_an_offer_to_you_is_for_anybody_when_its_maker_hears_it() -> None:
    assert anyone("una tarde con tu peor puerta") == "una tarde con su peor puerta"


def test_a_question_stands_as_a_noun() -> None:
    assert hook("cuánta sal es bastante") == "la pregunta de cuánta sal es bastante"
    assert hook("el horno que murió en Navidad") == "el horno que murió en Navidad"


@pytest.mark.parametrize(
    ("topic", "plural"),
    [
        ("las webs", True),
        ("papeleos y subvenciones", True),
        ("casas viejas", True),
        ("contratar gente", False),
        ("comprar y vender", False),
        ("la vela", False),
        ("el papel que se guarda", False),
    ],
)
def test_a_topic_takes_es_or_son(topic: str, plural: bool) -> None:
    assert is_plural(topic) == plural


@pytest.mark.parametrize(
    ("met", "right"),
    [
        ("la historia de el horno", "la historia del horno"),
        ("A el horno, y a El Greco", "Al horno, y a El Greco"),
        ("Dana y Ines, y hielo", "Dana e Ines, y hielo"),
        ("¿Y Ines?", "¿Y Ines?"),
        ("Dana o Omar", "Dana u Omar"),
        ("de él y a ella", "de él y a ella"),
    ],
)
def test_two_words_that_meet_are_put_right(met: str, right: str) -> None:
    assert finish(met) == right


def test_a_sentence_is_filled_in_its_own_grammar() -> None:
    spanish = Words("es").grammar
    assert fill("Hablé a {them} de {topic}.", {"them": "Ana", "topic": "el pan"}, spanish) == "Hablé a Ana del pan."
    assert fill("¿{hook}? Sí. ¡{hook}!", {"hook": "el horno"}, spanish) == "¿El horno? Sí. ¡El horno!"


@given(st.text(alphabet="abcdeiomrsuyáéíñ “”,", max_size=60), st.sampled_from(["she", "he", "they"]))
def test_no_text_whatever_upsets_the_grammar(text: str, pronoun: str) -> None:
    for told in (own_work(text, pronoun), your(text), anyone(text), third(text, "su", "la", "ella"), finish(text)):
        assert told.count(",") == text.count(",")


def test_what_needs_a_room_is_not_written() -> None:
    assert needs_the_room("¿Has probado el queso?")
    assert not needs_the_room("¿Y cómo empezó todo?")
