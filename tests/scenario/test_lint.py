"""The lint complains of what a scenario writes and does not mean, on its line, until somebody says it is so.

What every code complains of is in docs/errors/, and tested there.
"""

from pathlib import Path

import pytest

from game.scenario import load, read
from game.scenario.examine import examine
from game.scenario.lint.finding import some_of
from game.scenario.load import problems, shipped
from game.scenario.sentences import sentence
from tests.scenario.files import SOUND
from tests.scenario.test_defaults import LEAST

PLACE = Path("mixer.yaml")  # no such file: the lint reads the text
BURNED = "    stories: [{topic: food, text: It burned., hook: the smoke}]\n"
TELLS = SOUND + "    interests: [hiring]\n" + BURNED  # Cy, on line 10, of what is no interest of theirs


def findings(text: str) -> list[str]:
    """The lines `check` gives for a text, without the path."""
    return [str(problem).removeprefix(f"{PLACE}:") for problem in examine(text, PLACE).problems]


def codes(text: str) -> list[str]:
    return [line.split(" ")[1] for line in findings(text)]


def room(*rows: str, cell_m: float = 1) -> str:
    """The sound scenario with a plan; its first row stands on line 13, column 5."""
    return SOUND + f"venue:\n  cell_m: {cell_m}\n  plan: |\n" + "".join(f"    {row}\n" for row in rows)


def expecting(line: str, more: str = "") -> str:
    return SOUND + f"expect:\n  - {line}\n{more}"


@pytest.mark.parametrize("id", shipped())
def test_a_scenario_that_comes_with_the_game_is_clean(id: str) -> None:
    assert problems(id) == ()


def test_what_is_only_complained_of_can_be_played_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(TELLS, encoding="utf-8")
    assert [problem.code for problem in problems(path)] == ["WR604"]
    assert load(path).title == "The Test Mixer"


@pytest.mark.parametrize(
    "text",
    [LEAST, SOUND, LEAST.replace("]\n", ", {crowd: 40}]\n"), SOUND + "    interests: [food]\n"],
    ids=["three names", "a need and an interest", "a crowd", "interests without stories"],
)
def test_what_a_file_leaves_to_the_game_is_not_complained_of(text: str) -> None:
    assert findings(text) == []


def test_a_lesson_nobody_put_to_the_test_is_tested_all_the_same() -> None:
    for text in (LEAST, LEAST + "weeks: {only: true}\n"):
        assert [sentence(line) for line in read(text).expect] == [
            "A listener ends with more relationships than a promoter on average."
        ]
    assert read(LEAST + "expect: []\n").expect == ()


def test_a_need_is_not_met_by_whoever_has_it() -> None:
    want = "{topic: boats, words: a boat}"
    text = SOUND.replace("topics: [", "topics: [boats, ") + f"    need: {want}\n    offer: {want}\n"
    nobody = text.replace("  - name: Bo", "    offer: null\n  - offer: null\n    name: Bo")
    assert findings(nobody + "player: {name: Di Do, need: null, offer: null}\n") == [
        '7:11: WR601 need: nobody else offers anything on "hiring"; offered: boats',
        '12:11: WR601 need: nobody else offers anything on "boats"; offered: boats',
        '13:12: WR602 offer: nobody else needs anything on "boats"; needed: boats, food, hiring',
    ]


CROWDED = """\
title: T
lesson: L
topics: [food, boats]
player: {name: Di Do, need: {topic: food, words: a roll}, offer: null}
attendees:
  - {name: Ann Lee, need: null, offer: null}
  - {name: Bo Park, need: null, offer: null}
  - {name: Cy Oduya, need: null, offer: {topic: food, words: a roll}}
  - crowd: 1
    from:
      - work: bakes
        need: {topic: food, words: a cake}
        offer:
          - {topic: food, words: a roll}
          - {topic: boats, words: a boat}
"""


def test_of_the_variants_of_a_crowd_only_those_somebody_has_are_asked_for() -> None:
    assert findings(CROWDED) == []
    assert findings(CROWDED.replace("crowd: 1", "crowd: 2")) == [
        '15:13: WR602 entry 2 of offer: nobody else needs anything on "boats"; needed: food'
    ]


def test_a_person_may_tell_of_other_things_as_well() -> None:
    assert findings(TELLS) == ["10:16: WR604 interests: Cy Oduya has no story on any of hiring; tells of food"]
    assert findings(TELLS.replace("[hiring]\n    stories", "[hiring, food]\n    stories")) == []


def test_whoever_tells_nothing_at_all_has_no_story_either() -> None:
    assert codes(SOUND + "    interests: [food]\n    stories: []\n") == ["WR604"]


def test_a_copy_is_one_under_any_name_and_in_any_clothes() -> None:
    twins = SOUND + "    work: bakes\n  - {name: Di Do, look: {age: old}, manner: dry, work: bakes}\n"
    assert findings(twins) == ["11:12: WR608 name: a copy of Cy Oduya on line 9 but for the name"]
    assert codes(twins.replace("work: bakes}", "work: bakes, interests: [food]}")) == []


def test_people_stand_in_the_wall_where_a_body_or_a_group_is_wider_than_the_floor() -> None:
    alley = room("##DD####", *["#......#"] * 10, "##.#####", "##.....#", "##.....#", "########", cell_m=0.25)
    assert findings(alley) == [
        "24:7: WR606 plan: people would stand in the wall: expected floor 0.5 m wide, got 0.25 m in this cell"
    ]
    assert findings(room("##D##", "#...#", "#...#", "#####"))[0].startswith("12:9: WR606 plan: people would stand")
    assert codes(room("##D##", "#...#", "#...#", "#...#", "#####")) == []


def test_every_bar_has_floor_beside_it() -> None:
    rows = ("##D####", "#.....#", "#.....#", "#...BB#", "#######")
    assert codes(room(*rows)) == []
    assert findings(room(*rows[:3], "#...BB#", "#..ttt#", "#.ttBt#", "#######")) == [
        "18:9: WR607 plan: no way to the bar: there is no floor beside it"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{style: promoter, measure: relationships, beats: listener}", ["WR611"]),
        ("{style: collector, measure: referrals, beats: quiet, in_at_least: 0.9}", ["WR611"]),
        ("{style: promoter, measure: cards, beats: listener}", []),
        ("{style: promoter, measure: relationships, beats: collector}", []),
        ("{style: listener, measure: relationships, beats: promoter}", []),
    ],
)
def test_what_claims_that_selling_beats_listening_is_said_to(line: str, found: list[str]) -> None:
    assert codes(expecting(line)) == found


def test_a_comment_on_the_line_quiets_the_codes_it_names() -> None:
    interests = "    interests: [hiring]\n    stories"
    assert interests in TELLS
    for comment in ("# ok: WR604", "# ok: WR604 he is new", "# a joke # ok:WR604,", "#ok: WR604"):
        assert findings(TELLS.replace(interests, interests.replace("]", f"]  {comment}"))) == []


def test_a_comment_quiets_from_the_line_of_the_key_and_behind_the_sign_of_a_plan() -> None:
    assert codes(TELLS.replace("interests: [hiring]\n    st", "interests: # ok: WR604\n      - hiring\n    st")) == []
    low = room("##D##", "#...#", "#...#", "#####")
    assert codes(low.replace("plan: |", "plan: | # ok: WR606")) == []


def test_a_comment_that_quiets_nothing_is_complained_of_and_so_is_a_code_that_cannot_be_quieted() -> None:
    assert findings(SOUND + "    manner: dry # ok: WR604, WR601\n# ok: WR301\n# ok: sure\n# ok:\n") == [
        "10:17: WR612 ok: there is no WR601 on this line to quiet",
        "10:17: WR612 ok: there is no WR604 on this line to quiet",
        '11:1: WR613 ok: expected a code from WR601 on, as `check` gives it, got "WR301"',
        '12:1: WR613 ok: expected a code from WR601 on, as `check` gives it, got "sure"',
        "13:1: WR613 ok: expected a code from WR601 on, as `check` gives it, got nothing",
    ]


def test_an_error_cannot_be_quieted() -> None:
    assert codes(SOUND + "    manner: rude # ok: WR205\n") == ["WR205"]


def test_text_that_looks_like_such_a_comment_is_text() -> None:
    told = "stories:\n      - topic: food\n        hook: a's#ok\n        text: |\n          Yes.\n          # ok: WR604"
    assert findings(SOUND + f'    work: "cooks # ok: WR604"\n    {told}\n') == []


def test_what_people_do_in_spanish_is_an_infinitive(tmp_path: Path) -> None:
    crowd = '  - {crowd: 1, from: [{work: [oír motores, "«dar» clase", vende pan]}]}\nlanguages: [es]\n'
    assert findings(SOUND + "    work: irse de casa\n" + crowd) == [
        '11:59: WR614 entry 3 of work: fits "Me dedico a …": expected an infinitive, such as vender'
    ]
    path = tmp_path / "scenario.yaml"
    path.write_text(SOUND + "    work: bakes\nlanguages: [en, es] # ok: WR610\n", encoding="utf-8")
    (tmp_path / "words.es.yaml").write_text("people.cy_oduya.work: hornea\n", encoding="utf-8")
    assert [str(problem) for problem in problems(path)] == [
        f'{path}:11:17: WR614 entry 2 of languages: work in words.es.yaml fits "Me dedico a …": '
        "expected an infinitive, such as vender, in people.cy_oduya.work"
    ]


def test_a_language_the_game_does_not_speak_is_said_to_be_one() -> None:
    assert codes(LEAST + "languages: [en]\n") == []
    assert codes(LEAST + "languages: [pt-BR]\n") == ["WR615"]


def test_a_message_names_a_dozen_texts_and_counts_the_others() -> None:
    ids = [f"topics.{letter}" for letter in "abcdefghijklmn"]
    assert some_of(ids[:12]) == ", ".join(ids[:12])
    assert some_of(ids) == f"{', '.join(ids[:12])} and 2 more, told when these are there"
