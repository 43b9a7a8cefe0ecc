"""Whatever numbers a command holds, the room goes on, and its other people do not notice."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.commands import Command, Do
from game.model.orders import from_commands
from game.model.room import sense
from tests.model.invariants.anybody import company
from tests.model.invariants.laws import broken

NUMBER = st.one_of(st.integers(-3, 40), st.integers(-(2**40), 2**40))
METRES = st.floats(allow_nan=True, allow_infinity=True)
COMMAND = st.builds(Command, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, METRES, METRES)
CROWD = company(range(2), people=6, humans=2, minutes=2)
for _ in range(200):
    CROWD.step()
START = CROWD.snapshot()


@settings(max_examples=60, deadline=None)
@given(commands=st.lists(COMMAND, max_size=8))
def test_no_command_breaks_a_law(commands):
    CROWD.restore(START)
    for _ in range(4):
        CROWD.step(from_commands(commands, 1, CROWD.capacity))
        assert broken(CROWD) == []


@settings(max_examples=60, deadline=None)
@given(commands=st.lists(COMMAND, max_size=8))
def test_what_makes_sense_names_people_of_the_same_room(commands):
    CROWD.restore(START)
    good = sense.sensible(CROWD, from_commands(commands, 1, CROWD.capacity))
    named = np.concatenate([good.actor, good.to[(good.do != Do.GO) & (good.do != Do.LISTEN) & (good.do != Do.STAY)]])
    assert np.isin(named[named >= 0] // CROWD.capacity, [1]).all()
    assert np.isfinite(good.x[good.do == Do.WALK]).all()
