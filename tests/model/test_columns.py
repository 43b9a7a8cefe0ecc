"""Columns are declared once: type, unit, who may see them."""

import numpy as np
import pytest

from game.model.acts import Act
from game.model.columns import Table, column
from game.model.people import People
from game.model.room.formations import Formations
from game.model.ties import Ties


class Shelf(Table):
    """A table of the tests' own."""

    height: np.ndarray = column("f4", "m", "room", "how high", fill=2)
    books: np.ndarray = column("i4", "count", "self", "how many, by shelf", width=3)


def tables() -> list[Table]:
    return [People(6), Formations(3), Ties(6, 3, np.arange(3, dtype=np.int32))]


def test_a_table_holds_its_columns_filled():
    shelf = Shelf(4)
    assert shelf.height.tolist() == [2, 2, 2, 2]
    assert shelf.books.shape == (4, 3)
    assert (shelf.height.dtype, shelf.books.dtype) == (np.float32, np.int32)


def test_saved_columns_are_written_back_in_place():
    shelf, other = Shelf(4), Shelf(4)
    shelf.height[2], shelf.books[1, 2] = 9, 5
    kept = other.height
    other.restore({name: array.copy() for name, array in shelf.arrays().items()})
    assert kept is other.height
    assert kept.tolist() == [2, 2, 9, 2]
    assert other.books[1].tolist() == [0, 0, 5]


@pytest.mark.parametrize("table", tables(), ids=lambda t: type(t).__name__)
def test_every_column_says_what_it_is(table):
    for name, spec in table.columns.items():
        assert spec.meaning, name
        assert spec.seen_by in ("room", "self", "model"), name
        array = getattr(table, name)
        assert array.shape[0] == table.rows
        assert array.dtype == np.dtype(spec.dtype)
        assert array.dtype != np.float64, f"{name}: the state is float32"


@pytest.mark.parametrize("table", tables(), ids=lambda t: type(t).__name__)
def test_columns_that_name_people_or_circles_name_nobody_at_first(table):
    for name, spec in table.columns.items():
        if spec.unit in ("attendee", "formation"):
            assert (getattr(table, name) == -1).all(), name


def test_what_people_think_is_nobody_elses_to_see():
    for name, spec in Ties.columns.items():
        assert spec.seen_by != "room", name
    for private in ("patience", "wants_out", "bid_act", "hook_who", "need", "interests"):
        assert People.columns[private].seen_by != "room"


def test_acts_are_counted_each_in_a_column():
    assert People(1).acts.shape[1] == len(Act)


def test_ties_of_a_crowd_are_held_about_the_subjects_and_everybody_else_is_nobody():
    ties = Ties(8, 4, np.array([1, 3], np.int32))  # two rooms of four
    rows = ties.index(np.array([0, 0, 0, 4, 7]), np.array([1, 3, 2, 5, 4]))
    assert rows.tolist() == [0, 1, 2, 12, 23]
    ties.liking[rows] = 1
    ties.wipe_nobody()
    assert ties.liking[rows].tolist() == [1, 1, 0, 1, 0]


def test_in_a_room_everybody_holds_ties_about_everybody_and_nothing_is_wiped():
    ties = Ties(4, 2, np.arange(2, dtype=np.int32))
    every = ties.index(np.array([0, 0, 1, 1, 2, 3]), np.array([0, 1, 0, 1, 3, 2]))
    assert len(set(every.tolist())) == 6
    ties.liking[:] = 1
    ties.wipe_nobody()
    assert (ties.liking == 1).all()
