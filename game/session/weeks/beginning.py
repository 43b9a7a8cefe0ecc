"""The morning after: a network from a scenario, going on from the evening if there was one."""

import numpy as np

from game.model.feed.net import Net
from game.model.feed.opening import Start, begin
from game.model.feed.params import HOURS
from game.model.morning import take_over
from game.model.params import Params
from game.scenario.spec import Scenario
from game.session import opening
from game.session.evening import Evening

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
