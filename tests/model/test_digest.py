"""The digest sees the whole state of its room, and nothing else."""

import numpy as np
import pytest

from game.model.cast import crowd
from game.model.digest import digest
from game.model.people import People
from game.model.room.formations import Formations
from game.model.space.plan import Plan
from game.model.ties import Ties
from game.model.world import World
from game.styles import play
from tests.model.space.rooms import CHAMBER


def world(rooms: int = 2, capacity: int | None = None) -> World:
    w = World(crowd(5, known=0.3), Plan.from_rows(CHAMBER), range(rooms), 5, capacity=capacity)
    styles = play.decide(w, None)
    for _ in range(400):
        styles = play.decide(w, w.step(styles))
    return w


WORLD = world()
START = WORLD.snapshot()
COLUMNS = [(table, name) for table in (People, Formations, Ties) for name in table.columns]


@pytest.mark.parametrize(("table", "name"), COLUMNS, ids=lambda v: v if isinstance(v, str) else v.__name__)
def test_any_change_of_any_column_shows(table, name):
    WORLD.restore(START)
    before, elsewhere = digest(WORLD, 0), digest(WORLD, 1)
    array = getattr(next(t for t in (WORLD.people, WORLD.formations, WORLD.ties) if isinstance(t, table)), name)
    row = WORLD.ties.index(np.array(0), np.array(1)) if table is Ties else 0
    array[row] = ~array[row] if array.dtype == np.bool_ else np.where(array[row] == 1, 2, 1)
    assert digest(WORLD, 0) != before
    assert digest(WORLD, 1) == elsewhere


def test_the_tick_shows():
    WORLD.restore(START)
    before = digest(WORLD)
    WORLD.tick += 1
    assert digest(WORLD) != before


def test_empty_places_do_not_show():
    wide = world(capacity=9)
    before = digest(wide, 1)
    WORLD.restore(START)
    assert digest(WORLD, 1) == before
    wide.people.x[9 + 7] = 99
    assert digest(wide, 1) == before


def test_a_snapshot_is_the_whole_state():
    WORLD.restore(START)
    before = digest(WORLD)
    for _ in range(40):
        WORLD.step()
    assert digest(WORLD) != before
    WORLD.restore(START)
    assert digest(WORLD) == before
