"""Thousands of evenings among people who do anything: nothing ever breaks (issue 2, item 4)."""

import os

import numpy as np
import pytest

from game.model.digest import digest
from game.model.orders import NONE, join
from game.model.world import World
from game.styles import play
from tests.model.invariants.anybody import anything, company
from tests.model.invariants.laws import Books, broken, broken_by_events

ROOMS = int(os.environ.get("LESSON_SEEDS", "30"))


def live(world: World, seed: int, every: int = 1) -> None:
    """Play to the end; look after every `every` ticks."""
    chance, books, styles = np.random.default_rng(seed), Books(world), NONE
    while not world.over:
        look = world.step(join([styles, anything(world, chance)]))
        styles = play.decide(world, look)
        books.enter()
        if world.tick % every == 0:
            assert (world.tick, broken(world) + broken_by_events(world)) == (world.tick, [])
    world.close()
    assert broken(world) == []
    assert books.error() < 1e-4


def test_random_players_break_nothing():
    live(company(range(24), minutes=4), seed=1)


def test_half_a_room_of_random_players_breaks_nothing():
    live(company(range(10), people=10, humans=5, minutes=4), seed=3)


def test_an_evening_taken_up_again_from_a_snapshot_ends_the_same():
    world, chance = company(range(6), minutes=2), np.random.default_rng(4)
    half, asked, styles = world.end // 2, [], NONE
    while not world.over:
        if world.tick == half:
            saved, waiting = world.snapshot(), styles
        asked.append(anything(world, chance))
        styles = play.decide(world, world.step(join([styles, asked[-1]])))
    ends = [digest(world, room) for room in range(6)]
    again, styles = company(range(6), minutes=2), waiting
    again.restore(saved)
    while not again.over:
        styles = play.decide(again, again.step(join([styles, asked[again.tick]])))
    assert [digest(again, room) for room in range(6)] == ends


def test_random_players_break_nothing_in_rooms_with_spare_places():
    live(company(range(8), people=9, humans=3, spare=5, minutes=4), seed=2)


@pytest.mark.lesson
@pytest.mark.parametrize("block", range(10 if ROOMS >= 200 else 1))
def test_thousands_of_evenings_of_random_players_break_nothing(block):
    """Blocks of LESSON_SEEDS rooms; two thousand evenings where all seeds are played."""
    live(company(range(block * ROOMS, (block + 1) * ROOMS), minutes=8), seed=10 + block, every=3)
