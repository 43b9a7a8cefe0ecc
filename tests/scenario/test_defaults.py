"""A title, a lesson and three names make an evening; what is written is kept."""

import dataclasses

from game.scenario import online, plan, read
from game.scenario.prose import prose
from game.scenario.spec import NETWORKS, ONLINE_ACTS, Look, Scenario, Story, Want
from tests.scenario.files import SOUND

LEAST = "title: T\nlesson: L\nattendees: [{name: Ann Lee}, {name: Bo Park}, {name: Cy Oduya}]\n"


def test_three_names_are_enough() -> None:
    scenario = read(LEAST)
    assert [who.name for who in scenario.people] == ["Ann Lee", "Bo Park", "Cy Oduya"]
    assert scenario.topics == prose("en").topics
    assert scenario.player.name == "Alex Morgan"
    assert scenario.evening.minutes == 30
    assert scenario.weeks.network == "linkedin"
    assert scenario.languages == ("en",)
    assert scenario.questions[0].answers[0].text == "Get a drink!"


def test_everybody_of_the_least_scenario_has_a_life_and_somebody_for_it() -> None:
    scenario = read(LEAST)
    for who in scenario.people:
        assert who.work
        assert {story.topic for story in who.stories} <= set(who.interests)
        assert who.need
        assert who.offer
    offered = {who.offer.topic for who in scenario.people if who.offer}
    assert sum(who.need is not None and who.need.topic in offered for who in scenario.people) >= 2
    assert len({who.look for who in scenario.people}) == 3


def test_the_room_nobody_drew_has_space_for_everybody() -> None:
    for crowd in (1, 20, 150, 297):
        scenario = read(LEAST.replace("]\n", f", {{crowd: {crowd}}}]\n"))
        people = len(scenario.people) + 1
        assert list(plan.faults(scenario.venue.plan)) == []
        assert plan.floor_m2(scenario.venue.plan, scenario.venue.cell_m) >= 3.5 * people


def test_what_is_written_is_kept() -> None:
    scenario = read(
        SOUND
        + """\
    pronoun: he
    work: mends clocks
    interests: [food, hiring]
    offer: null
    stories: [{topic: food, text: "I cooked.  Once.", hook: the once}]
    manner: shy
    style: quiet
    look: {skin: 7, hair: afro, glasses: true, age: old}
    traits: {patience: 0.9}
evening: {starts: 19:30, minutes: 45, pace: 2}
weeks: {days: 10, network: x, followers: 0, hours_per_day: 0.5}
"""
    )
    cy = scenario.people[2]
    assert (cy.pronoun, cy.work, cy.manner, cy.style) == ("he", "mends clocks", "shy", "quiet")
    assert cy.interests == ("food", "hiring")
    assert cy.offer is None
    assert cy.stories == (Story(topic="food", text="I cooked. Once.", hook="the once"),)
    assert (cy.look.skin, cy.look.hair, cy.look.glasses, cy.look.age) == (7, "afro", True, "old")
    assert cy.traits.patience == 0.9
    assert scenario.people[0].need == Want(topic="hiring", words="a baker")
    assert (scenario.evening.starts, scenario.evening.minutes) == ("19:30", 45)
    assert scenario.weeks.network == "x"
    assert scenario.networks == ("x",)


def test_no_and_yes_and_an_hour_stay_text() -> None:
    scenario = read(LEAST.replace("title: T", "title: NO").replace("lesson: L", "lesson: 18:00"))
    assert (scenario.title, scenario.lesson) == ("NO", "18:00")


def test_topics_nobody_listed_are_those_somebody_mentions() -> None:
    scenario = read(LEAST.replace("{name: Bo Park}", "{name: Bo Park, interests: [boats, night_trains]}"))
    assert [(topic.id, topic.words) for topic in scenario.topics] == [
        ("boats", "boats"),
        ("night_trains", "night trains"),
    ]
    assert {topic for who in scenario.people for topic in who.interests} == {"boats", "night_trains"}


def test_knowing_somebody_holds_both_ways() -> None:
    scenario = read(LEAST.replace("{name: Bo Park}", "{name: Bo Park, knows: [Ann Lee]}"))
    assert [who.knows for who in scenario.people] == [("Bo Park",), ("Ann Lee",), ()]


def test_names_that_look_the_same_as_ids_get_ids_of_their_own() -> None:
    scenario = read(LEAST.replace("Bo Park", "Ann-Lee"))
    assert [who.key for who in scenario.people] == ["ann_lee", "ann_lee_2", "cy_oduya"]


def test_a_single_act_is_overridden_and_the_others_keep_their_twins() -> None:
    scenario = read(LEAST + "online: {x: {pitch: {act: Shout, example: BUY}}}\n")
    assert scenario.online["x"]["pitch"].act == "Shout"
    assert scenario.online["x"]["ask"] == online.twins("x")["ask"]
    assert set(scenario.online) == {"linkedin", "x"}


def test_a_scenario_may_have_a_network_of_its_own_and_what_it_does_not_say_is_as_on_linkedin():
    scenario = read(
        LEAST
        + "networks: [the_intranet, x]\nweeks: {network: the_intranet}\n"
        + "online: {the_intranet: {card: {act: Invite everybody to a meeting, example: It could have been a mail.}}}\n"
    )
    assert online.called(scenario.weeks.network) == "The intranet"
    assert scenario.online["the_intranet"]["card"].act == "Invite everybody to a meeting"
    assert scenario.online["the_intranet"]["ask"] == online.twins("linkedin")["ask"]


def test_every_network_has_a_twin_for_every_act_and_no_two_are_alike() -> None:
    examples = []
    for network in NETWORKS:
        twins = online.twins(network)
        assert tuple(twins) == ONLINE_ACTS
        examples += [twin.example for twin in twins.values()]
    assert len(set(examples)) == len(examples)


def test_the_last_question_to_the_room_is_always_where_the_comparison_fails() -> None:
    assert read(LEAST).debrief.ask_the_room[-1] == prose("en").last_question
    asked = read(LEAST + "debrief: {ask_the_room: [Whose was it]}\n").debrief.ask_the_room
    assert asked == ("Whose was it", prose("en").last_question)


def test_the_same_text_gives_the_same_scenario() -> None:
    assert read(SOUND) == read(SOUND)


def test_one_more_attendee_changes_nobody_elses_life() -> None:
    before = read(SOUND).people
    after = read(SOUND + "  - name: Di Voss\n    interests: [food]\n").people
    assert [(who.look, who.stories, who.work) for who in before] == [
        (who.look, who.stories, who.work) for who in after[:3]
    ]


def test_every_field_says_what_it_is() -> None:
    def blocks(cls: type) -> set[type]:
        found = {cls}
        for field in dataclasses.fields(cls):
            for block in inner(field.metadata.get("spec")):
                found |= blocks(block)
        return found

    def inner(kind: object) -> list[type]:
        if not dataclasses.is_dataclass(kind) or isinstance(kind, type):
            return []
        parts = [getattr(kind, part.name) for part in dataclasses.fields(kind)]
        return [p for p in parts if isinstance(p, type)] + [b for p in parts for b in inner(p)]

    every = blocks(Scenario)
    assert Look in every
    for cls in every:
        for field in dataclasses.fields(cls):
            if field.metadata:
                assert field.metadata["doc"].endswith((".", '".'))
                assert field.metadata["spec"]
