"""The room itself, the same for everybody: what stands where, who is where, who is talking. No opinion is in it."""

from typing import Any

import numpy as np

from game.session.bearing import activities, speakers
from game.session.party import Party
from game.workshop.workshop import Workshop

_SEEN = ("walking", "idle", "talking", "drinking", "phone", "evading")


def plan_of(show: Workshop) -> dict[str, Any]:
    """The venue and who is expected in it: sent when the doors open and when somebody is called otherwise."""
    party = show.evening
    if party is None:
        return {"t": "room", "plan": []}
    plan, avatars = party.world.plan, set(show.avatars())
    people = party.roster.people()
    return {
        "t": "room",
        "plan": list(show.scenario.venue.plan),
        "cell": show.scenario.venue.cell_m,
        "places": [
            {"id": number, "kind": place.kind, "x": round(place.x, 1), "y": round(place.y, 1)}
            for number, place in enumerate(plan.places)
        ],
        "players": [[index, people[index].first_name] for index in sorted(avatars)],
    }


def floor_of(party: Party) -> dict[str, Any]:
    """Where everybody is now: [index, x and y in tenths of a metre, circle or -1, 1 when speaking]."""
    people, size = party.world.people, len(party.roster.people())
    doing = activities(party.world, size)
    speaker = speakers(party.world, people.formation[:size])
    x, y = np.rint(people.x[:size] * 10).astype(int).tolist(), np.rint(people.y[:size] * 10).astype(int).tolist()
    circle, expected = people.formation[:size].tolist(), people.expected[:size].tolist()
    return {
        "t": "floor",
        "tick": party.tick,
        "p": [
            [i, x[i], y[i], circle[i], int(speaker[i] == i)] for i in range(size) if expected[i] and doing[i] in _SEEN
        ],
    }
