"""Seen from above: the room opens around the self-promoter, and closes round somebody who listens."""

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import batch
from game.session.opening import PLAYER, open_doors
from tests.science.evenings import F64, FIRST, SCENARIOS, SEEDS, STRANGERS, surely_positive

pytestmark = [pytest.mark.lesson, pytest.mark.parametrize("scenario", STRANGERS)]
AROUND_M = 2.5
EVERY = 40  # ticks: ten seconds


def people_around(scenario: str, styles: tuple[str, ...]) -> F64:
    """How many stand within AROUND_M of the player but not in his circle, mean over the last third: (styles, seeds)."""
    each, seeds = batch.by_room(styles, range(FIRST, FIRST + SEEDS))
    world = open_doors(scenarios.load(SCENARIOS[scenario]), seeds, each)
    world.log.on = False
    p, shape = world.people, (world.rooms, world.capacity)
    seen: list[F64] = []

    def look() -> None:
        if world.third < 2 or world.tick % EVERY:
            return
        x, y, circle = p.x.reshape(shape), p.y.reshape(shape), p.formation.reshape(shape)
        his = circle[:, PLAYER, None]
        near = np.hypot(x - x[:, PLAYER, None], y - y[:, PLAYER, None]) < AROUND_M
        apart = (circle != his) | (his < 0)
        apart[:, PLAYER] = False
        seen.append((near & apart & p.present.reshape(shape)).sum(axis=1).astype(np.float64))

    batch.play_out(world, look)
    mean: F64 = np.mean(seen, axis=0).reshape(len(styles), SEEDS)
    return mean


def test_in_the_last_third_fewer_stand_around_a_promoter_than_around_a_listener(scenario):
    listener, promoter = people_around(scenario, ("listener", "promoter"))
    assert surely_positive(iter([listener - promoter]))
