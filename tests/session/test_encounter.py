"""Two people of a scenario tried out on each other."""

import pytest

from game import scenario as scenarios
from game.errors import GameError
from game.scenario.spec import Scenario
from game.session import encounter
from game.session.encounter import Encounter, Tie
from game.talk.words import Words


@pytest.fixture
def written(tea_break: str) -> Scenario:
    return scenarios.load(tea_break)


def met(scenario: Scenario, words: Words, tie: str | Tie = "", **more: object) -> Encounter:
    return encounter.play(scenario, "Brad", "Dana Ruiz", words=words, tie=tie, **more)


def test_two_people_talk_by_their_own_styles_and_feel_what_was_said(written: Scenario, words: Words) -> None:
    tried = met(written, words, "strangers")
    assert {line.key for line in tried.lines} == {"brad_pike", "dana_ruiz"}
    assert any(line.act == "pitch" for line in tried.lines if line.speaker == "Brad Pike")
    of_brad = tried.feelings[1]
    assert (of_brad.name, of_brad.about) == ("Dana Ruiz", "Brad Pike")
    assert any("Brad pitched" in reason.sentence for reason in of_brad.reasons)
    assert of_brad.after < of_brad.before == 0


def test_the_first_begins_with_the_topic_asked_for(written: Scenario, words: Words) -> None:
    tried = encounter.play(written, "Omar", "Dana", words=words, topic="bakery")
    assert (tried.lines[0].key, tried.lines[0].act) == ("omar_haddad", "ask")
    assert "baker" in tried.lines[0].text.lower()


def test_the_same_encounter_twice_is_the_same_and_with_another_seed_another(written: Scenario, words: Words) -> None:
    assert met(written, words, seed=5) == met(written, words, seed=5) != met(written, words, seed=6)


def test_from_a_tie_they_begin_where_it_says(written: Scenario, words: Words) -> None:
    liked = met(written, words, "liked", seconds=1)
    assert [feeling.before for feeling in liked.feelings] == [1.0, 1.0]
    lone = met(written, words, Tie(met=True, two_likes=-2.5), seconds=1)
    assert [feeling.before for feeling in lone.feelings] == [0.0, -2.5]


def test_who_know_each_other_in_the_file_do_so_unless_told_otherwise(written: Scenario, words: Words) -> None:
    as_written = encounter.play(written, "Ines", "Dana", words=words, seconds=1)
    strangers = encounter.play(written, "Ines", "Dana", words=words, tie="strangers", seconds=1)
    assert as_written.feelings[0].before > 0 == strangers.feelings[0].before


def test_somebody_who_leaves_ends_it(written: Scenario, words: Words) -> None:
    tried = met(written, words, "pitched", seconds=300)
    assert tried.lines[-1].act in ("excuse", "goodbye") and tried.lines[-1].speaker == tried.left
    assert tried.seconds < 300


def test_the_player_can_be_one_of_the_two(written: Scenario, words: Words) -> None:
    tried = encounter.play(written, encounter.PLAYER, "Dana", words=words, style="listener")
    assert tried.lines[0].speaker == "Alex Morgan" and tried.feelings[0].key == encounter.PLAYER


@pytest.mark.parametrize(
    ("wrong", "near"),
    [({"one": "Dana Ruis"}, "Dana Ruiz"), ({"topic": "bakeri"}, "bakery"), ({"tie": "frends"}, "friends")],
)
def test_what_is_not_there_is_said_with_the_nearest_right_thing(
    written: Scenario, words: Words, wrong: dict[str, str], near: str
) -> None:
    with pytest.raises(GameError) as refused:
        encounter.play(written, **{"one": "Brad", "two": "Omar"} | wrong, words=words)
    assert refused.value.nearest == near
