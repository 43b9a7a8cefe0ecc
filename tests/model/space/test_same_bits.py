"""The same people walk the same way: alone or in a batch, beside strangers, on any processor."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.model.space.plan import Plan
from tests.model.space.rooms import Walkers, crowd

ROOT = Path(__file__).parents[3]
COLUMNS = ("x", "y", "vx", "vy", "goal_x", "goal_y", "pace")


def room_of(batch: Walkers, room: int, capacity: int, spare: int = 0) -> Walkers:
    """One room of a batch by itself, with `spare` empty places more."""
    part = slice(room * capacity, (room + 1) * capacity)
    padded = [np.concatenate((getattr(batch, name)[part], np.zeros(spare, np.float32))) for name in COLUMNS]
    alone = Walkers.at(batch.plan, padded[0], padded[1], padded[4], padded[5])
    alone.vx, alone.vy, alone.pace = padded[2], padded[3], padded[6]
    alone.present[capacity:] = False
    alone.movers = np.arange(capacity)
    return alone


def digest(walkers: Walkers) -> str:
    return hashlib.sha256(b"".join(getattr(walkers, name).tobytes() for name in COLUMNS)).hexdigest()


@pytest.mark.parametrize("spare", [0, 7])
def test_a_room_alone_is_the_same_room_in_a_batch_whatever_its_capacity(spare):
    batch = crowd(9, 25)
    alone = [room_of(batch, room, 25, spare) for room in (0, 4, 8)]
    batch.walk(15)
    for room, single in zip((0, 4, 8), alone, strict=True):
        single.walk(15)
        for name in COLUMNS:
            ours, theirs = getattr(single, name)[:25], getattr(batch, name)[room * 25 : room * 25 + 25]
            assert ours.tobytes() == theirs.tobytes(), name


def test_one_attendee_more_far_away_changes_nobodys_course():
    hall = Plan.open_hall(60, 12)
    chance = np.random.default_rng(3)
    x, y = chance.uniform(1, 20, 30), chance.uniform(1, 11, 30)
    to_x, to_y = chance.uniform(1, 20, 30), chance.uniform(1, 11, 30)
    before = Walkers.at(hall, x, y, to_x, to_y)
    after = Walkers.at(
        hall, [*x[:9], 55, *x[9:]], [*y[:9], 5, *y[9:]], [*to_x[:9], 50, *to_x[9:]], [*to_y[:9], 9, *to_y[9:]]
    )
    before.walk(20)
    after.walk(20)
    for name in COLUMNS:
        assert np.delete(getattr(after, name), 9).tobytes() == getattr(before, name).tobytes(), name


WALK = """
from tests.model.space.test_same_bits import digest
from tests.model.space.rooms import crowd
batch = crowd(20, 40)
batch.walk(20)
print(digest(batch))
"""


def test_every_processor_gives_the_same_bits():
    digests = set()
    for lacking in (
        "",
        "AVX512F AVX512CD AVX512_SKX AVX512_ICL AVX512_SPR",
        "X86_V4",
        "AVX512F AVX512_SKX AVX2 FMA3",
        "X86_V3 X86_V4",
    ):
        env = {**os.environ, "NPY_DISABLE_CPU_FEATURES": lacking, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", WALK],
            env=env,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
        )
        if done.returncode == 0:  # a numpy that lacks a name of a feature says so and stops
            digests.add(done.stdout.strip())
        else:
            assert "NPY_DISABLE_CPU_FEATURES" in done.stderr
    assert digests == {digest(_walked())}


def _walked() -> Walkers:
    batch = crowd(20, 40)
    batch.walk(20)
    return batch
