"""The same seed and the same commands end in the same digest: again, on other processors, in any batch."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import batch
from game.lab.batch import Job
from game.lab.crew import Crew
from game.model.cast import crowd
from game.model.digest import digest
from game.model.orders import NONE
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import play, table
from tests.architecture.tree import ROOT
from tests.model.space.rooms import CHAMBER

SHORT = 5  # minutes, the least a scenario may ask for


def lacking() -> str:
    """Every optional feature of this processor that numpy can be told to do without."""
    try:
        from numpy._core import _multiarray_umath as core
    except ImportError:  # numpy 1
        from numpy.core import _multiarray_umath as core
    return " ".join(name for name in core.__cpu_dispatch__ if core.__cpu_features__.get(name))


def written(minutes: int, folder: Path) -> Path:
    """The Chamber Mixer, shorter."""
    text = (ROOT / "scenarios" / "chamber_mixer" / "scenario.yaml").read_text(encoding="utf-8")
    assert "minutes: 30" in text
    path = folder / "scenario.yaml"
    path.write_text(text.replace("minutes: 30", f"minutes: {minutes}"), encoding="utf-8")
    return path


def played(scenario: Path, report: Path, features_off: str = "") -> str:
    """The digest that the command reports, in a process of its own."""
    env = {**os.environ, "NPY_DISABLE_CPU_FEATURES": features_off}
    command = ["play", str(scenario), "--style", "listener", "--seed", "7", "--headless", "--report", str(report)]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "main.py", *command], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(report.read_text(encoding="utf-8"))["digest"]


def in_a_batch(scenario: Path, seeds: tuple[int, ...]) -> str:
    (block,) = batch.run(Job(scenarios.load(scenario), ("listener",), seeds))
    return block.digests[seeds.index(7)]


@pytest.mark.parametrize("minutes", [SHORT, pytest.param(30, marks=[pytest.mark.lesson, pytest.mark.whole])])
def test_an_evening_ends_the_same_again_on_a_lesser_processor_and_as_a_room_of_the_lab(minutes, tmp_path):
    scenario = written(minutes, tmp_path)
    first = played(scenario, tmp_path / "a.json")
    assert played(scenario, tmp_path / "b.json") == first
    assert played(scenario, tmp_path / "c.json", lacking()) == first
    assert in_a_batch(scenario, (3, 7)) == first


def test_the_digest_depends_neither_on_the_order_of_rooms_nor_on_the_processes():
    mixer = scenarios.load("chamber_mixer")
    mixer = dataclasses.replace(mixer, evening=dataclasses.replace(mixer.evening, minutes=3))
    (here,) = batch.run(Job(mixer, ("giver",), (5, 6, 7)))
    (back,) = batch.run(Job(mixer, ("giver",), (7, 6, 5)))
    assert back.digests[::-1] == here.digests
    jobs = [Job(mixer, ("giver",), (seed,)) for seed in (5, 6)]
    with Crew(2) as crew:
        assert [block.digests[0] for (block,) in crew.map(batch.run, jobs)] == list(here.digests[:2])


def evening(seeds: list[int], capacity: int | None) -> World:
    world = World(crowd(11, known=0.1), Plan.from_rows(CHAMBER), seeds, 3.0, capacity=capacity)
    for index in range(world.cast.size):
        who = np.arange(world.rooms) * world.capacity + index
        table.adopt(world.people, who, ("ordinary", "promoter", "listener")[index % 3])
    styles = NONE
    while not world.over:
        styles = play.decide(world, world.step(styles))
    world.close()
    return world


def test_the_digest_does_not_depend_on_capacity():
    alone = digest(evening([7], None))
    assert digest(evening([7], 23)) == alone
    assert digest(evening([1, 7, 2], 16), 1) == alone


def test_another_seed_is_another_evening():
    world = evening([7, 8], None)
    assert digest(world, 0) != digest(world, 1)
