"""A drink as a reason to leave: whoever gives it walks to the nearest bar and comes away with a glass."""

import numpy as np
import pytest

from game.model.acts import Act
from game.model.commands import Do
from game.model.events import Event
from game.model.people import Doing
from game.model.room import drinks
from game.model.room.drinks import AT_THE_BAR_M, GLASS_TICKS
from tests.model.scene import Scene, still

ROOM = (
    "#####D#########",
    "#.............#",
    "#.ab.........B#",
    "#.............#",
    "#.......t.....#",
    "###############",
)
DRY = tuple(row.replace("B", "#") for row in ROOM)  # no bar: drinks stand on the table
BARE = tuple(row.replace("t", ".") for row in DRY)


def leaving(*rows: str, act: Act = Act.EXCUSE, humans: str = "", excuse: float = 1.0) -> Scene:
    """a takes leave of b."""
    return Scene(*rows, humans=humans, params=still(drink_excuse=excuse)).circle("ab").run(8).say("a", act, "b")


def test_whoever_says_so_goes_to_the_bar_and_comes_away_with_a_glass():
    s = leaving(*ROOM)
    assert s.of("a", "doing") == Doing.FETCHING
    assert s.of("a", "glass") <= s.world.tick
    s.run(20)
    assert s.of("a", "doing") == Doing.DRINKING
    assert np.hypot(s.of("a", "x") - 12.5, s.of("a", "y") - 2.5) <= AT_THE_BAR_M  # the cell left of the bar
    (taken,) = s.rows(Event.DRINK)
    assert taken["actor"] == s.who("a")
    assert s.of("a", "glass") == taken["tick"] + GLASS_TICKS


def test_the_glass_goes_along_into_the_next_talk():
    s = leaving(*ROOM).run(20).circle("ab")
    assert s.of("a", "glass") > s.world.tick
    assert s.of("b", "glass") <= s.world.tick


@pytest.mark.parametrize(("rows", "x"), [(ROOM, {12.5, 13.5}), (DRY, {7.5, 8.5, 9.5}), (BARE, set())])
def test_drinks_stand_along_the_bar_or_else_on_the_tables(rows, x):
    assert set(drinks.served_at(Scene(*rows).world.plan)[0].tolist()) == x


def test_who_goes_for_another_reason_or_decides_for_himself_goes_where_he_likes():
    for s in (
        leaving(*ROOM, act=Act.GOODBYE),
        leaving(*ROOM, humans="a"),
        leaving(*ROOM, excuse=0.0),
        leaving(*BARE),
    ):
        assert s.of("a", "formation") < 0
        assert s.of("a", "doing") == Doing.IDLE


def test_on_the_way_to_a_drink_one_looks_for_nobody():
    s = leaving(*ROOM).person("a", decide_at=0, ready_at=0, boldness=5)
    assert s.step(s.do("b", Do.STAY)).beat().of("a", "target") < 0
