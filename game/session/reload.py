"""An evening under way taken over into its scenario as it has been written anew.

What the file says is taken from the file; what has happened stays: the clock, where everybody stands and with whom,
what they hold about one another, what was said and done.

- The same person has the same key, or at least the same name. All that the file tells of people is taken anew.
- Who is no longer in the file takes leave and goes home, and stays in the books; put back, they come back.
- Who is new in the file walks in by the door, now or when the file says.
- A topic is the same by its id. What was meant about a topic that is gone is not said.
- Where a wall stands now nobody stays: they are set on the nearest floor.
- The end of the evening moves with its minutes.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.acts import Act, Item
from game.model.columns import U32, Bool
from game.model.people import NOBODY, Doing, People
from game.model.room import circle
from game.model.room.formations import Floor
from game.model.space.slots import free_spot
from game.model.world import World
from game.scenario.spec import Person, Scenario
from game.session import opening
from game.session.evening import Evening
from game.session.renumbering import Renumbering
from game.styles.table import NAMES

_NAMES = tuple(People.columns)
_STATE = _NAMES[_NAMES.index("present") :]  # the columns before it are facts, and when one comes and goes
_COMMON_TO_ALL = 1 << Item.NAME | 1 << Item.WORK


def taken_over(old: Evening, scenario: Scenario, style: str = "") -> Evening:
    """The evening gone on with in a scenario; the old one stays as it is. `style`: how the player plays from now on."""
    together, number = renumbered(old.scenario, scenario)
    new = Evening(together, old.seed, style or _style(old.world), old.words, old.world.params)
    new.world.tick = old.world.tick
    _people(old.world, new.world, number)
    _ties(old.world, new.world, number)
    _circles(old.world, new.world, number)
    _forget_the_senseless(old.world, new.world, number)
    if _plan_differs(old.scenario, scenario):
        _stand_on_the_floor(new.world)
    _come_and_go(old.world, new, number, 1 + len(scenario.people))
    new.continue_from(old, number)
    return new


def renumbered(old: Scenario, scenario: Scenario) -> tuple[Scenario, Renumbering]:
    """A scenario with those added who were in the old one and are not in it, and everybody's new number."""
    keys = {person.key: index for index, person in enumerate(scenario.people, start=1)}
    names = {person.name: index for index, person in enumerate(scenario.people, start=1)}
    known = {person.key for person in old.people}
    people, gone = [opening.PLAYER], []
    for person in old.people:
        renamed = names.get(person.name, 0)  # another key, and nobody else's
        if renamed and scenario.people[renamed - 1].key in known:
            renamed = 0
        place = keys.get(person.key) or renamed
        if not place:
            gone.append(_stripped(person, scenario))
            place = len(scenario.people) + len(gone)
        people.append(place)
    together = replace(scenario, people=(*scenario.people, *gone))
    return together, Renumbering.between(old, together, people)


def _stripped(person: Person, scenario: Scenario) -> Person:
    """Somebody who is no longer in the file, without what refers to what is no longer in it either."""
    topics = {topic.id for topic in scenario.topics}
    return replace(
        person,
        interests=tuple(topic for topic in person.interests if topic in topics),
        need=person.need if person.need and person.need.topic in topics else None,
        offer=person.offer if person.offer and person.offer.topic in topics else None,
        stories=tuple(story for story in person.stories if story.topic in topics),
        knows=(),
    )


def _style(world: World) -> str:
    """How the player plays at this moment."""
    people = world.people
    return opening.HUMAN if people.human[opening.PLAYER] else NAMES[people.style[opening.PLAYER]]


def _people(old: World, new: World, number: Renumbering) -> None:
    for name in _STATE:
        held = getattr(old.people, name)
        getattr(new.people, name)[number.people] = number.column(name, People.columns[name], held)
    me, people = opening.PLAYER, new.people
    if people.human[me] and not old.people.human[me]:  # whoever takes over has not decided anything yet
        people.parting[me], people.wants_out[me], people.bid_do[me] = False, -1, -1
        people.target[me] = NOBODY
        people.walking[me] &= people.formation[me] >= 0


def _ties(old: World, new: World, number: Renumbering) -> None:
    """All that was held, but for who knew whom before: of that the file has the last word, unless they have talked."""
    n = len(number.people)
    of, about = (grid.ravel() for grid in np.meshgrid(np.arange(n), np.arange(n), indexing="ij"))
    held, rows = old.ties.index(of, about), new.ties.index(number.people[of], number.people[about])
    strangers_yet = (old.ties.last[held] < 0) & (old.ties.together[held] < 0)
    keep = np.flatnonzero(~strangers_yet | (old.ties.prior[held] == new.ties.prior[rows]))
    held, rows = held[keep], rows[keep]
    prior = new.ties.prior.copy()
    for name, spec in new.ties.columns.items():
        getattr(new.ties, name)[rows] = number.column(name, spec, getattr(old.ties, name)[held])
    new.ties.prior[:] = prior
    new.ties.known[rows] &= _true_of(new)[number.people[about[keep]]]


def _circles(old: World, new: World, number: Renumbering) -> None:
    """Circles keep their numbers: there is room for as many, for nobody is struck off."""
    for name, spec in new.formations.columns.items():
        held = getattr(old.formations, name)
        getattr(new.formations, name)[: len(held)] = number.column(name, spec, held)


def _true_of(world: World) -> U32:
    """Bits by Item: what there is to know of each attendee, and topics anybody may be asked about. (n,)"""
    people = world.people
    topics = np.uint32(((1 << world.topics) - 1) << Item.TOPIC)
    true: U32 = people.stories << np.uint32(Item.STORY) | topics | np.uint32(_COMMON_TO_ALL)
    true |= (people.need >= 0).astype(np.uint32) << np.uint32(Item.NEED)
    true |= (people.offer >= 0).astype(np.uint32) << np.uint32(Item.OFFER)
    return true


def _forget_the_senseless(old: World, new: World, number: Renumbering) -> None:
    """What is being said, asked and meant about what is no more is dropped; the floor is free again."""
    people, f, mine, was = new.people, new.formations, number.people, old.people
    true, slots = _true_of(new), len(old.formations.item)

    def stands(item: NDArray[Any], *whose: NDArray[Any]) -> Bool:
        bit = np.maximum(item, 0).astype(np.uint32)
        found = [(who >= 0) & ((true[np.maximum(who, 0)] >> bit) & np.uint32(1) > 0) for who in whose]
        result: Bool = (item < 0) | np.logical_or.reduce(found)
        return result

    lost = np.zeros(len(f.item), np.bool_)
    lost[:slots] = number.lost(old.formations.item)
    cut = (f.floor == Floor.HELD) & (lost | ~stands(f.item, f.holder, f.to))
    f.floor[cut], f.holder[cut], f.opened[cut] = Floor.OPEN, NOBODY, new.tick
    lost[:slots] = number.lost(old.formations.asked_item)
    idle = lost | ~stands(f.asked_item, f.due)
    f.due[idle], f.asker[idle], f.asked[idle], f.asked_item[idle] = NOBODY, NOBODY, -1, -1
    lost_bid, lost_hook = np.zeros(len(people.bid_item), np.bool_), np.zeros(people.hook_item.shape, np.bool_)
    lost_bid[mine], lost_hook[mine] = number.lost(was.bid_item), number.lost(was.hook_item)
    me = np.arange(len(lost_bid))
    people.bid_do[(people.bid_do >= 0) & (lost_bid | ~stands(people.bid_item, me, people.bid_to))] = -1
    people.hook_who[lost_hook | ~stands(people.hook_item, people.hook_who)] = NOBODY


def _plan_differs(old: Scenario, new: Scenario) -> bool:
    return (old.venue.plan, old.venue.cell_m) != (new.venue.plan, new.venue.cell_m)


def _stand_on_the_floor(world: World) -> None:
    """Whoever would stand in a wall, or was on the way into one, is set on the nearest floor."""
    p, f, floor = world.people, world.formations, world.plan.floor
    for x, y in ((p.x, p.y), (p.goal_x, p.goal_y)):
        x[:], y[:] = floor.inside(x, y)
        cell = floor.cell_of(x, y)
        home = floor.home.take(cell)
        x[:] = floor.clamp_x(np.where(home == cell, x, floor.middle_x.take(home)), home)
        y[:] = floor.clamp_y(np.where(home == cell, y, floor.middle_y.take(home)), home)
    p.doing[p.doing == Doing.FETCHING] = Doing.IDLE  # the bar may be elsewhere
    standing = np.flatnonzero(f.size > 0)
    f.x[standing], f.y[standing] = free_spot(world.plan, f.x[standing], f.y[standing])
    f.seats[standing] = 0  # they form anew


def _come_and_go(old: World, new: Evening, number: Renumbering, written: int) -> None:
    """Those who are new, or back, come in; those who are not in the file any more (from index `written`) go home."""
    world, people, tick = new.world, new.world.people, new.world.tick
    known = np.zeros(len(people.expected), np.bool_)
    known[number.people] = old.people.expected
    for who in np.flatnonzero(~known[:written]).tolist():
        if who in number.people or new.roster.person(who).arrives_min is None:
            people.arrives[who] = tick
    back = np.flatnonzero((people.doing[:written] >= Doing.GOING_HOME) & (people.leaves[:written] > tick))
    people.doing[back], people.walking[back], people.arrives[back] = Doing.IDLE, False, tick
    people.leaves[written:] = tick
    people.expected[written:] = people.present[written:] | (people.doing[written:] == Doing.GONE)
    for gone in np.flatnonzero(people.formation[written:] >= 0) + written:
        circle.leave(world, np.array([gone]), np.array([Act.GOODBYE], np.int8))
    heading_out = people.doing == Doing.GOING_HOME
    people.goal_x[heading_out], people.goal_y[heading_out] = world.plan.door.x, world.plan.door.y
