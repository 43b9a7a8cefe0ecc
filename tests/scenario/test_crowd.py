"""People made up for a crowd are somebody, and somebody else each time."""

from game.scenario import read
from game.scenario.names import NAMES
from tests.scenario.files import SOUND

CROWD = """\
  - crowd: 6
    from:
      - work: [bakes at night, bakes by day]
        interests: [food, hiring]
        need: [{topic: hiring, words: a baker}, {topic: hiring, words: a driver}]
        offer: {topic: food, words: bread}
        stories:
          - {topic: food, text: One., hook: the one}
          - {topic: food, text: Two., hook: the two}
          - {topic: hiring, text: Three., hook: the three}
        manner: [dry, shy]
      - work: drives
"""


def test_the_next_person_of_an_archetype_takes_the_next_of_every_variant() -> None:
    first, _, second, _, third, _ = read(SOUND + CROWD).people[3:]
    assert [first.work, second.work, third.work] == ["bakes at night", "bakes by day", "bakes at night"]
    assert [who.need.words for who in (first, second) if who.need] == ["a baker", "a driver"]
    assert [first.manner, second.manner] == ["dry", "shy"]
    assert [[story.text for story in who.stories] for who in (first, second, third)] == [
        ["One.", "Three."],
        ["Two.", "Three."],
        ["Three.", "One."],
    ]


def test_archetypes_take_turns() -> None:
    assert [who.work == "drives" for who in read(SOUND + CROWD).people[3:]] == [False, True] * 3


def test_nobody_shares_a_name_a_key_or_a_look() -> None:
    people = read(SOUND + "  - crowd: 250\n").people
    assert len(people) == 253
    for values in ({who.name for who in people}, {who.key for who in people}, {who.look for who in people}):
        assert len(values) == 253


def test_given_names_are_distinct_while_they_last_and_spare_those_written() -> None:
    people = read(SOUND.replace("Ann Lee", "Priya Shah") + "  - crowd: 60\n").people
    assert len({who.first_name for who in people}) == 63


def test_the_table_of_names_has_no_given_name_twice() -> None:
    assert len({given for _, given, _ in NAMES}) == len(NAMES)
    assert {pronoun for pronoun, _, _ in NAMES} == {"she", "he", "they"}


def test_a_crowd_that_looks_alike_is_dressed_apart() -> None:
    look = "{skin: 1, hair: bob, hair_colour: 1, outfit: vest, top: 1, legs: 1, glasses: false, beard: false, age: old}"
    people = read(f"{SOUND}  - crowd: 40\n    from: [{{work: sings, look: {look}}}]\n").people
    assert len({who.look for who in people[3:]}) == 40
