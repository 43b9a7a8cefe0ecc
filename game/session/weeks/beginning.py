"""The morning after: a network from a scenario, going on from the evening if there was one."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.feed.net import Net
from game.model.feed.opening import Start, begin
from game.model.feed.params import HOURS
from game.model.morning import take_over
from game.model.params import Params
from game.scenario.spec import Scenario
from game.session import opening
from game.session.evening import Evening
from game.session.party import Party
from game.talk.memory import Memory

AUDIENCES = ("x", "instagram")  # networks on which one does not follow back merely because one knows somebody
SELLERS = ("promoter",)  # styles that use every card for selling


def start_of(scenario: Scenario) -> Start:
    """What a scenario says of the weeks, as the model has it."""
    weeks = scenario.weeks
    return Start(
        days=weeks.days,
        followers=weeks.followers,
        bought=weeks.bought,
        minutes_a_day=60 * weeks.hours_per_day,
        community=weeks.network not in AUDIENCES,
        sellers=np.array([False, *(person.style in SELLERS for person in scenario.people)]),
        lost=np.array([False, *(person.name in weeks.lost_clients for person in scenario.people)]),
    )


def network(scenario: Scenario, seed: int, evening: Evening | None, params: Params | None = None) -> Net:
    """The network at midnight after the evening; without one, with everybody still a stranger to the player."""
    net = begin(opening.cast_of(scenario, human=True), [seed], start_of(scenario), params)
    if evening is not None:
        take_over(net, evening.world)
    return net


def said_that_evening(evening: Evening, net: Net) -> dict[int, str]:
    """By guest: the words of what the player heard from them last and could still come back to."""
    said: dict[int, str] = {}
    items = {int(row): int(net.audience.said[row]) for row in np.flatnonzero(net.audience.said >= 0)}
    for line in evening.chronicle.lines:
        if items.get(line.speaker) == line.item:
            said[line.speaker] = line.text
    return said


def last_hour(net: Net) -> int:
    """The tick at which the weeks are over."""
    return net.end - net.end % HOURS


def heard_that_evening(party: Party, host: int, row_of: NDArray[np.int64], net: Net) -> dict[int, str]:
    """The same for one of many players: of all that was said only what was said where they stood.

    `row_of`: which row of `net`, their room, each attendee is in.
    """
    said: dict[int, str] = {}
    for index in party.chronicles[host].heard:
        line = party.lines[index]
        row = int(row_of[line.speaker])
        if row and int(net.audience.said[row]) == line.item >= 0:
            said[row] = line.text
    return said


def told_that_evening(memory: dict[str, Any], host: int, row_of: NDArray[np.int64]) -> dict[str, Any]:
    """What one of many players was told, and need not be told again: their part of the `memory` of the evening."""
    told = {key: times for key, times in memory["told"].items() if key.endswith(f"/{host}")}
    return Memory(told=told).renumbered(lambda who: int(row_of[who]), lambda topic: topic).plain()
