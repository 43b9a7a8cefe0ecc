"""Every scenario that comes with the game is complete, alive and without leftovers."""

from collections import Counter

import pytest

from game.model.space.plan import Plan
from game.scenario import Scenario, load, shipped
from game.scenario.load import SHIPPED
from game.scenario.plan import floor_m2
from game.scenario.spec import ONLINE_ACTS, Person

PEOPLE = {
    "chamber_mixer": 24,
    "conference_hallway": 60,
    "first_five_minutes": 12,
    "launch_week": 9,
    "reunion": 32,
    "thirty_thousand": 9,
    "trade_show": 90,
    "won_back": 9,
}
SELLERS = {"conference_hallway": 2, "trade_show": 30}  # elsewhere there is one
SELLING = ("promoter", "collector")
FEW_FRIENDS = ("trade_show",)  # a fair is where nobody knows anybody
OLD_FRIENDS = ("reunion",)  # people who worked in one house all know each other; only the player knows no one
AUTHORED = 14


@pytest.fixture(scope="module", params=shipped())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load(request.param)


def everybody(scenario: Scenario) -> tuple[Person, ...]:
    return (scenario.player, *scenario.people)


def test_the_evenings_are_there_with_as_many_people_as_promised() -> None:
    assert {id: len(everybody(load(id))) for id in shipped()} == PEOPLE


def test_it_is_described_and_says_where_the_lesson_comes_from(scenario: Scenario) -> None:
    assert scenario.id in PEOPLE
    assert scenario.about
    assert scenario.lesson
    assert "Gini Dietrich" in scenario.source
    assert scenario.expect


def test_it_has_enough_written_people_and_somebody_who_sells(scenario: Scenario) -> None:
    written = (SHIPPED / scenario.id / "scenario.yaml").read_text(encoding="utf-8")
    assert sum(f"  - name: {who.name}\n" in written for who in scenario.people) >= min(AUTHORED, len(scenario.people))
    promoters = [who.name for who in scenario.people if who.style in SELLING]
    assert "Brad Pike" in promoters
    assert len(promoters) == SELLERS.get(scenario.id, 1)


def test_everybody_is_somebody(scenario: Scenario) -> None:
    for who in everybody(scenario):
        assert who.work
        assert who.need
        assert who.offer
        assert 3 <= len(who.interests) <= 4
        assert 2 <= len(who.stories) <= 4
        assert {story.topic for story in who.stories} <= set(who.interests)


def test_nobody_is_a_copy_of_somebody_else(scenario: Scenario) -> None:
    people = everybody(scenario)
    for aspect in (
        [who.name for who in people],
        [who.first_name for who in people],
        [who.key for who in people],
        [who.look for who in people],
        [(who.work, who.stories) for who in people],
    ):
        assert len(set(aspect)) == len(aspect)


def test_a_story_is_told_by_few_and_its_hook_leads_to_one_story_only(scenario: Scenario) -> None:
    told = Counter(story for who in everybody(scenario) for story in who.stories)
    assert max(told.values()) <= 2
    assert len({story.hook for story in told}) == len(told)
    assert len({story.text for story in told}) == len(told)


def test_every_need_can_be_met_and_every_offer_is_needed_by_somebody_else(scenario: Scenario) -> None:
    people = everybody(scenario)
    for who in people:
        others = [other for other in people if other is not who]
        assert who.need
        assert who.offer
        assert sum(other.offer is not None and other.offer.topic == who.need.topic for other in others) >= 2
        assert sum(other.need is not None and other.need.topic == who.offer.topic for other in others) >= 2


def test_no_topic_is_unused(scenario: Scenario) -> None:
    for topic in scenario.topics:
        fond = sum(topic.id in who.interests for who in everybody(scenario))
        told = any(story.topic == topic.id for who in scenario.people for story in who.stories)
        assert fond >= 5
        assert told
        assert topic.words != topic.id or " " not in topic.words


def test_a_fair_share_know_somebody_before(scenario: Scenario) -> None:
    knowing = [who for who in scenario.people if who.knows]
    assert len(knowing) >= (5 if scenario.id in FEW_FRIENDS else len(scenario.people) / 5)
    assert scenario.id in OLD_FRIENDS or max(len(who.knows) for who in knowing) <= 3


def test_among_old_friends_everybody_knows_everybody_but_the_player() -> None:
    for scenario in map(load, OLD_FRIENDS):
        everyone = {who.name for who in scenario.people}
        assert all({*who.knows} == everyone - {who.name} for who in scenario.people)
        assert not scenario.player.knows


def test_every_act_has_its_twin_written_for_this_evening(scenario: Scenario) -> None:
    twins = scenario.online[scenario.weeks.network]
    assert tuple(sorted(twins)) == tuple(sorted(ONLINE_ACTS))
    written = (SHIPPED / scenario.id / "scenario.yaml").read_text(encoding="utf-8")
    for act, twin in twins.items():
        assert twin.act in written, act
    assert set(scenario.online) == set(scenario.networks)


def test_the_room_has_space_a_bar_and_a_door(scenario: Scenario) -> None:
    venue = scenario.venue
    each = floor_m2(venue.plan, venue.cell_m) / len(everybody(scenario))
    assert 3.5 <= each <= 6
    kinds = {place.kind for place in Plan.from_rows(venue.plan, venue.cell_m).places}
    assert {"bar", "table", "door", "spot"} <= kinds


def test_it_starts_with_the_first_question_and_ends_with_the_last(scenario: Scenario) -> None:
    assert scenario.questions[0].ask == "What is the first thing you do when you walk in?"
    assert scenario.questions[0].answers[0].text == "Get a drink!"
    assert len(scenario.debrief.ask_the_room) >= 4
    assert scenario.debrief.ask_the_room[-1] == "Where does the comparison between a room and a network fail?"
