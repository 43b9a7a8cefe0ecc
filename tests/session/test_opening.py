"""From a scenario to a world before anybody has come in."""

import numpy as np

from game.scenario.spec import Scenario
from game.session import opening, start
from game.session.roster import tie
from game.styles.table import NAMES
from tests.session.hands import SCENARIO

DANA, OMAR, INES, BRAD, TEO = range(1, 6)


def scenario() -> Scenario:
    return start.scenarios.read(SCENARIO)


def test_everybody_comes_with_their_own_style() -> None:
    style = opening.open_doors(scenario(), [1], "quiet").people.style
    assert [NAMES[style[who]] for who in (opening.PLAYER, DANA, BRAD)] == ["quiet", "ordinary", "promoter"]


def test_needs_offers_interests_and_stories_are_those_of_the_scenario() -> None:
    people = opening.open_doors(scenario(), [1], "human").people
    assert (people.need[DANA], people.offer[DANA]) == (1, 3)
    assert people.interests[DANA] == 0b0011 and people.stories[DANA] & 1


def test_people_who_know_each_other_do_so_both_ways_and_nobody_else_does() -> None:
    world = opening.open_doors(scenario(), [1], "human")
    known = {(i, j) for i in range(6) for j in range(6) if world.ties.prior[tie(world, i, j)]}
    assert known == {(DANA, INES), (INES, DANA)}


def test_only_a_human_player_decides_alone() -> None:
    assert opening.open_doors(scenario(), [1], "human").people.human.tolist() == [True] + [False] * 5
    assert not opening.open_doors(scenario(), [1], "mute").people.human.any()


def test_written_traits_are_set_and_the_others_left_to_chance() -> None:
    world = opening.open_doors(scenario(), [1, 2], "human")
    teo = np.array([TEO, world.capacity + TEO])
    people = world.people
    assert people.charm[teo].tolist() == people.gossip[teo].tolist() == [0.0, 0.0]
    assert people.memory[teo].tolist() == [1.0, 1.0]
    assert (people.tolerance[teo] > 1.5 * world.params.patience_s).all()
    assert people.sociability[teo[0]] != people.sociability[teo[1]]


def test_whoever_plays_under_whatever_name_the_others_stay_who_they_are() -> None:
    from game.session.profile import Profile

    other = Profile(name="Sam Lee").enter(scenario())
    ids = [opening.cast_of(s, human=True).id.tolist() for s in (scenario(), other)]
    assert ids[0] == ids[1]


def test_whose_hour_is_written_walks_in_at_that_hour_and_the_others_when_chance_has_it() -> None:
    from dataclasses import replace

    late = tuple(replace(p, arrives_min=4.5) if p.first_name == "Brad" else p for p in scenario().people)
    one, two = (opening.open_doors(s, [1], "human") for s in (scenario(), replace(scenario(), people=late)))
    arrives = two.people.arrives.copy()
    assert arrives[BRAD] == 4.5 * 240
    arrives[BRAD] = one.people.arrives[BRAD]
    assert arrives.tolist() == one.people.arrives.tolist()
