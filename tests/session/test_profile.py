"""Who the player says they are becomes the player of the scenario."""

import pytest

from game.scenario.spec import Scenario
from game.session import start
from game.session.profile import Profile
from tests.session.hands import SCENARIO


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return start.scenarios.read(SCENARIO)


def test_what_is_left_blank_stays_as_the_scenario_has_it(scenario: Scenario) -> None:
    assert Profile(name="  ", work="").enter(scenario) == scenario


def test_the_player_s_own_words_are_taken(scenario: Scenario) -> None:
    player = Profile(name="Sam Lee", work="tunes pianos", goal="friends").enter(scenario).player
    assert (player.name, player.work, player.goal) == ("Sam Lee", "tunes pianos", "friends")


def test_a_need_is_about_the_topic_it_mentions(scenario: Scenario) -> None:
    player = Profile(need="somebody who does hiring", offer="an hour of sailing").enter(scenario).player
    assert player.need is not None and player.need.topic == "hiring"
    assert player.offer is not None and player.offer.topic == "sailing"


def test_a_need_that_mentions_no_topic_keeps_the_one_it_had(scenario: Scenario) -> None:
    player = Profile(need="a miracle").enter(scenario).player
    assert player.need is not None
    assert (player.need.topic, player.need.words) == ("grants", "a miracle")
