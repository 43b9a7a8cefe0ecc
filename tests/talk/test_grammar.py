"""Facts change hands: from the third person to I and you."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import load, shipped
from game.talk.grammar.english import anyone, base_verb, is_plural, own_work, third, your

VERBS = [
    "ask",
    "bake",
    "build",
    "carry",
    "catch",
    "cry",
    "design",
    "die",
    "do",
    "echo",
    "edit",
    "fix",
    "focus",
    "go",
    "guess",
    "have",
    "keep",
    "lie",
    "listen",
    "make",
    "mend",
    "miss",
    "mix",
    "open",
    "organise",
    "own",
    "pass",
    "pay",
    "plan",
    "play",
    "push",
    "quiz",
    "raise",
    "relax",
    "rent",
    "rewrite",
    "run",
    "search",
    "sell",
    "sew",
    "sign",
    "sing",
    "stay",
    "study",
    "supply",
    "teach",
    "tie",
    "tidy",
    "train",
    "try",
    "tune",
    "use",
    "veto",
    "walk",
    "wash",
    "watch",
    "work",
    "worry",
    "write",
]


def third_person(verb: str) -> str:
    """The form English spelling gives a verb after she."""
    known = {"have": "has", "quiz": "quizzes"}
    if verb in known:
        return known[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@given(st.sampled_from(VERBS), st.sampled_from(["a shop", "things", "at night"]))
def test_the_leading_verb_goes_from_she_to_i(verb: str, rest: str) -> None:
    assert own_work(f"{third_person(verb)} {rest}", "she") == f"{verb} {rest}"


@given(st.sampled_from(VERBS), st.sampled_from(VERBS))
def test_a_second_verb_with_an_object_goes_along(first: str, second: str) -> None:
    work = f"{third_person(first)} the one and {third_person(second)} the other"
    assert own_work(work, "he", "you") == f"{first} the one and {second} the other"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz' ,", max_size=60), st.sampled_from(["she", "he", "they"]))
def test_no_text_whatever_upsets_the_converter(work: str, pronoun: str) -> None:
    assert own_work(work, pronoun).count(",") == work.count(",")


@pytest.mark.parametrize(
    ("pronoun", "work", "mine"),
    [
        ("she", "is a vet", "am a vet"),
        ("she", "runs a bakery with her sister", "run a bakery with my sister"),
        ("she", "cooks in a kitchen too large for her", "cook in a kitchen too large for me"),
        ("he", "sells pots and pans to his neighbours", "sell pots and pans to my neighbours"),
        ("he", "has a shop and isn't sorry", "have a shop and am not sorry"),
        ("he", "was mayor and is sleeping in now", "was mayor and am sleeping in now"),
        ("he", "quietly mends what others throw away", "quietly mend what others throw away"),
        ("he", "owns a shop and no longer reads the new ones", "own a shop and no longer read the new ones"),
        ("they", "has a stall with their mother", "have a stall with my mother"),
        ("they", "helps founders find their feet", "help founders find their feet"),
        ("she", "trains bus drivers who love their work", "train bus drivers who love their work"),
    ],
)
def test_work_is_told_in_the_first_person(pronoun: str, work: str, mine: str) -> None:
    assert own_work(work, pronoun) == mine


def test_to_the_person_herself_it_is_told_with_you() -> None:
    assert own_work("is a vet with her own van", "she", "you") == "are a vet with your own van"
    assert own_work("was mayor", "she", "you") == "were mayor"


def test_what_somebody_told_is_said_back_with_your() -> None:
    assert your("the day I was late for my own talk") == "the day you were late for your own talk"
    assert your("somebody to feed us at our open day") == "somebody to feed you at your open day"


def test_what_somebody_told_is_said_of_her_with_her() -> None:
    assert third("my oven that died", poss="her", obj="her", subj="she") == "her oven that died"


def test_an_offer_to_you_becomes_an_offer_to_people_when_its_maker_hears_it() -> None:
    assert anyone("a plane and your worst door") == "a plane and people's worst door"


def test_words_that_are_no_verb_in_s_stay_as_they_are() -> None:
    assert base_verb("discuss") == "discuss"


@pytest.mark.parametrize("scenario", [str(path) for path in shipped()])
def test_no_shipped_person_says_i_with_a_verb_in_s(scenario: str) -> None:
    for person in load(scenario).people:
        lead = own_work(person.work, person.pronoun).split()[0]
        assert lead == "was" or not lead.endswith("s") or lead.endswith("ss"), (person.name, lead)


@pytest.mark.parametrize(
    ("topic", "plural"),
    [
        ("old houses", True),
        ("grants and forms", True),
        ("flats people can pay for", True),
        ("people", True),
        ("sailing", False),
        ("finding customers", False),
        ("music for children", False),
        ("glass", False),
    ],
)
def test_a_topic_takes_is_or_are(topic: str, plural: bool) -> None:
    assert is_plural(topic) == plural
