"""One attendee more changes nobody's course until he is within somebody's perception."""

import dataclasses

import numpy as np
import pytest

from game import scenario as scenarios
from game.model.cast import Cast, crowd
from game.model.columns import Table
from game.model.orders import NONE
from game.model.space.plan import Plan
from game.model.world import World
from game.session.opening import open_doors
from game.styles import play, table

LATE = 900  # ticks


def left_out(world: World, table: Table, name: str, extra: int) -> np.ndarray:
    """A column of everybody but `extra`; people by their place among the rest."""
    values = getattr(table, name)
    n = world.capacity
    if table is world.ties:
        values = values.reshape(n, n + 1, *values.shape[1:])
        values = np.delete(np.delete(values, extra, axis=0), [extra, n], axis=1)
    else:
        values = np.delete(values, extra, axis=0)
    if table.columns[name].unit == "attendee":
        values = np.where(values > extra, values - 1, np.where(values == extra, -7, values))
    return values


def differences(with_him: World, extra: int, without: World) -> list[str]:
    """Columns of people and ties in which anybody else differs."""
    found = []
    for ours, theirs in ((with_him.people, without.people), (with_him.ties, without.ties)):
        for name in ours.columns:
            expected = getattr(theirs, name)
            if theirs is without.ties:
                n = without.capacity
                expected = np.delete(expected.reshape(n, n + 1, *expected.shape[1:]), n, axis=1)
            if not np.array_equal(left_out(with_him, ours, name, extra), expected):
                found.append(name)
    return found


def seen(world: World, extra: int) -> bool:
    """Whether the newcomer is within anybody's perception."""
    p = world.people
    if not p.present[extra]:
        return False
    others = np.flatnonzero(p.present & (np.arange(p.rows) != extra))
    away = np.hypot(p.x[others] - p.x[extra], p.y[others] - p.y[extra])
    return bool((away <= world.params.perception_m + 0.1).any())


def until_he_is_seen(with_him: World, extra: int, without: World) -> int:
    """Play both side by side; the tick at which somebody can see him."""
    one, two = NONE, NONE
    while not (without.over or seen(with_him, extra)):
        assert (without.tick, differences(with_him, extra, without)) == (without.tick, [])
        one = play.decide(with_him, with_him.step(one))
        two = play.decide(without, without.step(two))
    return with_him.tick


@pytest.mark.parametrize(("scenario", "place"), [("chamber_mixer", 0), ("chamber_mixer", 11), ("chamber_mixer", 23)])
def test_before_he_comes_in_nobody_does_anything_else(scenario, place):
    """He stands anywhere in the scenario's list, and comes late."""
    mixer = scenarios.load(scenario)
    newcomer = dataclasses.replace(mixer.people[-1], key="somebody-new", name="Somebody New")
    people = (*mixer.people[:place], newcomer, *mixer.people[place:])
    with_him = open_doors(dataclasses.replace(mixer, people=people), [7], "ordinary")
    with_him.people.arrives[place + 1] = LATE
    assert until_he_is_seen(with_him, place + 1, open_doors(mixer, [7], "ordinary")) >= LATE


def with_one_more(cast: Cast, place: int) -> Cast:
    """The same people and a stranger at `place` in the list."""
    values = {}
    for name in ("id", "interests", "stories", "need", "offer", "human", "player"):
        values[name] = np.insert(getattr(cast, name), place, 777 if name == "id" else 0)
    return dataclasses.replace(cast, **values)


@pytest.mark.parametrize("place", [2, 20])
def test_far_away_in_the_same_hall_he_changes_nothing(place):
    """Twenty people at one end of a long hall, he at the other."""
    hall, cast = Plan.open_hall(150, 12), crowd(20)
    worlds = [World(c, hall, [3], 10) for c in (with_one_more(cast, place), cast)]
    for world, extra in zip(worlds, (place, None), strict=True):
        p = world.people
        rest = np.delete(np.arange(p.rows), [] if extra is None else extra)
        table.adopt(p, np.arange(p.rows), "ordinary")
        p.present[:], p.arrives[:] = True, 0
        p.x[rest], p.y[rest] = 125 + 5 * (np.arange(20) % 5), 1 + 3 * (np.arange(20) // 5)
        if extra is not None:
            p.x[extra], p.y[extra] = 1, 6
    assert until_he_is_seen(worlds[0], place, worlds[1]) > 120
    assert worlds[1].people.acts.sum() > 20  # they were talking all the while
