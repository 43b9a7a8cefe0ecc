"""Whom one turns to on the network: the best, the best first, and of equals always the earlier."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.styles.weeks import _best


@given(st.integers(1, 3), st.integers(2, 900), st.integers(1, 24), st.integers(1, 6), st.integers(0, 2**31))
@settings(max_examples=60, deadline=None)
def test_the_highest_are_found_in_order_and_of_equals_the_earlier(
    rooms: int, size: int, most: int, kinds: int, seed: int
) -> None:
    most = min(most, size - 1)
    score = np.random.default_rng(seed).integers(-1, kinds, (rooms, size)).astype(np.float32)
    wanted = [
        room * size + at
        for room in range(rooms)
        for at in sorted(range(size), key=lambda at: (-score[room, at], at))[:most]
        if score[room, at] >= 0
    ]
    assert _best(score, most).tolist() == wanted
