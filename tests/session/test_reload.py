"""An evening gone on with in its scenario as it has been written anew."""

from collections.abc import Callable

import numpy as np
import pytest

from game import scenario as scenarios
from game.model.acts import Item
from game.model.people import Doing
from game.session.evening import Evening
from game.session.reload import taken_over
from game.session.roster import tie
from game.talk.words import Words
from tests.session.hands import SCENARIO

MINUTE = 240
Edit = Callable[[str], str]
EVE = """\
  - name: Eve Moreau
    work: tunes pianos
    interests: [sailing]
"""


def edited(*changes: tuple[str, str]) -> str:
    text = SCENARIO
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} is not in the scenario"
        text = text.replace(old, new)
    return text


def without(name: str) -> str:
    """The scenario with somebody struck out."""
    head, *people = SCENARIO.split("  - name: ")
    kept = [person for person in people if not person.startswith(name)]
    text = "  - name: ".join([head, *kept])
    return text.replace("    knows: [Dana Ruiz]\n", "") if name == "Dana Ruiz" else text


@pytest.fixture(scope="module")
def under_way() -> Evening:
    """The tea break after three minutes, the player among the others by a style; nobody changes it."""
    evening = Evening(scenarios.read(SCENARIO), 3, "listener", Words())
    run(evening, 3 * MINUTE)
    return evening


def run(evening: Evening, ticks: int) -> None:
    for _ in range(ticks):
        evening.step(())


def over(evening: Evening, text: str, style: str = "") -> Evening:
    return taken_over(evening, scenarios.read(text), style)


def places(evening: Evening, *names: str) -> list[tuple[float, float, int]]:
    people = evening.world.people
    who = [evening.roster.find(name) for name in names]
    return [(float(people.x[i]), float(people.y[i]), int(people.formation[i])) for i in who]


def likings(evening: Evening, *names: str) -> list[float]:
    who = [evening.roster.find(name) for name in names]
    return [float(evening.world.ties.liking[tie(evening.world, i, j)]) for i in who for j in who if i != j]


EVERYBODY = ("Alex Morgan", "Dana Ruiz", "Omar Haddad", "Ines Carvalho", "Brad Pike", "Teo Lindgren")


def test_the_same_file_again_changes_nothing_now_or_later(under_way: Evening) -> None:
    again, once = over(under_way, SCENARIO), over(under_way, SCENARIO)
    assert again.digest() == under_way.digest()
    straight = Evening(scenarios.read(SCENARIO), 3, "listener", Words())
    run(straight, 4 * MINUTE)
    run(again, MINUTE)
    assert again.digest() == straight.digest()
    assert again.lines == straight.lines
    assert once.digest() == under_way.digest() != again.digest()


def test_somebody_put_in_before_the_others_leaves_position_ties_and_clock_as_they_were(under_way: Evening) -> None:
    new = over(under_way, edited(("attendees:\n", "attendees:\n" + EVE)))
    assert new.tick == under_way.tick == 3 * MINUTE
    assert places(new, *EVERYBODY) == places(under_way, *EVERYBODY)
    assert likings(new, *EVERYBODY) == likings(under_way, *EVERYBODY)
    assert [line.text for line in new.lines] == [line.text for line in under_way.lines]
    spoke = [[e.roster.person(line.speaker).name for line in e.lines] for e in (new, under_way)]
    assert spoke[0] == spoke[1]
    met = [e.chronicle.reasons(about=0)["liking"].sum() for e in (new, under_way)]
    assert met[0] == met[1]


def test_somebody_new_walks_in_by_the_door(under_way: Evening) -> None:
    new = over(under_way, edited(("attendees:\n", "attendees:\n" + EVE)))
    eve = new.roster.find("Eve Moreau")
    assert not new.world.people.present[eve]
    run(new, 1)
    door = new.world.plan.door
    assert new.world.people.present[eve]
    assert np.hypot(new.world.people.x[eve] - door.x, new.world.people.y[eve] - door.y) < 1


@pytest.mark.parametrize("name", EVERYBODY[1:])
def test_somebody_struck_out_takes_leave_and_goes_home_and_the_others_go_on(under_way: Evening, name: str) -> None:
    new = over(under_way, without(name))
    who, others = new.roster.find(name), [other for other in EVERYBODY if other != name]
    assert new.world.people.formation[who] == -1
    assert not (new.world.formations.members == who).any()
    assert likings(new, *others) == likings(under_way, *others)
    run(new, MINUTE)
    assert new.world.people.doing[who] == Doing.GONE or not under_way.world.people.present[who]
    assert who not in {line.speaker for line in new.lines[len(under_way.lines) :]}


def test_somebody_struck_out_and_put_back_comes_back_and_remembers(under_way: Evening) -> None:
    gone = over(under_way, without("Dana Ruiz"))
    run(gone, MINUTE)
    back = over(gone, SCENARIO)
    assert likings(back, "Dana Ruiz", "Teo Lindgren") == likings(gone, "Dana Ruiz", "Teo Lindgren")
    run(back, 1)
    dana = back.roster.find("Dana Ruiz")
    assert back.world.people.present[dana] and back.world.people.doing[dana] != Doing.GOING_HOME


def test_facts_are_taken_anew_and_a_new_name_with_the_same_key_is_the_same_person(under_way: Evening) -> None:
    changes = ("name: Omar Haddad", "name: Omar Sharif\n    key: omar_haddad"), ("repairs sails", "mends masts")
    new = over(under_way, edited(*changes))
    assert new.roster.person(2).work == "mends masts"
    assert places(new, "Omar Sharif") == places(under_way, "Omar Haddad")
    assert likings(new, "Omar Sharif", "Dana Ruiz") == likings(under_way, "Omar Haddad", "Dana Ruiz")


def test_topics_in_another_order_are_the_same_topics(under_way: Evening) -> None:
    new = over(under_way, edited(("[bakery, hiring, sailing, grants]", "[grants, sailing, bakery, hiring, weather]")))

    def known(evening: Evening) -> list[set[str]]:
        topics = [topic.id for topic in evening.scenario.topics]
        bits = evening.world.ties.known.tolist()
        return [{name for t, name in enumerate(topics) if b >> (Item.TOPIC + t) & 1} for b in bits]

    assert known(new) == known(under_way) and any(known(new))

    def about(evening: Evening) -> list[str]:
        topics = [topic.id for topic in evening.scenario.topics]
        return [topics[(line.item - Item.TOPIC) % 14] for line in evening.lines if line.item >= Item.TOPIC]

    assert about(new) == about(under_way) and about(new)


def test_a_topic_that_is_gone_is_not_talked_of_any_more(under_way: Evening) -> None:
    changes = ("bakery, hiring, sailing, grants]", "hiring, sailing, grants]"), ("[bakery, hiring]", "[hiring]")
    text = edited(*changes, ("[grants, bakery]", "[grants]"), ("topic: bakery, words", "topic: hiring, words"))
    before, _, after = text.partition("    stories:\n      - {topic: bakery")
    new = over(under_way, before + after.partition("\n")[2])
    run(new, 2 * MINUTE)
    assert max(line.item for line in new.lines) <= Item.STORY + 2


def test_nobody_stays_where_a_wall_stands_now(under_way: Evening) -> None:
    new = over(under_way, edited(("    #..t....t..#\n    #..........#\n", "    ######..####\n    ######..####\n")))
    run(new, 1)
    people, floor = new.world.people, new.world.plan.floor
    here = people.present
    assert floor.free[floor.cell_of(people.x[here], people.y[here])].all()
    run(new, MINUTE)


def test_the_end_of_the_evening_moves(under_way: Evening) -> None:
    assert over(under_way, edited(("minutes: 5", "minutes: 9"))).world.end == 9 * MINUTE
    late = over(under_way, edited(("minutes: 5", "minutes: 5")))
    run(late, 2 * MINUTE)
    assert over(late, edited(("minutes: 5", "minutes: 5"))).over


def test_a_player_can_take_over_from_a_style(under_way: Evening) -> None:
    new = over(under_way, SCENARIO, "human")
    assert new.style == "human" and new.world.people.human[0]
    assert places(new, *EVERYBODY) == places(under_way, *EVERYBODY)
    run(new, MINUTE)
