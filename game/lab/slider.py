"""The follower slider's weeks, run in the background: the first few seeds everywhere first, then more and more."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from game.lab import rules, weeks
from game.lab.weeks import Weeks
from game.lab.workers import LostError, Workers
from game.scenario.spec import Scenario
from game.session.sandbox import Found, Point, Setup, Spread, needed

SEEDS = 200
FIRST = 71_000  # the first of them
ROUNDS = (2, 8)  # seeds everywhere, before the rest: a first picture, and one that can be trusted
ROWS = 400_000  # followers in a job: as many seeds as that holds, within LEAST and MOST
LEAST, MOST = 10, 95


@dataclass(frozen=True)
class Job:
    """A setup over a block of seeds."""

    setup: Setup
    start: int  # seeds of the setup that come before
    weeks: Weeks


@dataclass(frozen=True)
class Sample:
    """What a job came to, (seeds,) each."""

    setup: Setup
    start: int
    response: NDArray[np.float32]
    relationships: NDArray[np.int32]


def run(job: Job) -> Sample:
    """Play a job to the end of its weeks."""
    (results,) = weeks.run(job.weeks)
    return Sample(job.setup, job.start, results.answered, results.relationships)


def blocks(followers: int, seeds: int) -> list[range]:
    """All seeds at so many followers, in blocks."""
    most = min(MOST, max(LEAST, ROWS // followers))
    found: list[range] = []
    for size in chain(ROUNDS, repeat(most)):
        start = found[-1].stop if found else 0
        if start >= seeds:
            break
        found.append(range(start, min(start + size, seeds)))
    return found


class Slider:
    """Runs what is asked, remembers what it found, and is looked at now and then; never waits."""

    def __init__(self, scenario: Scenario, seeds: int = SEEDS, processes: int | None = None) -> None:
        self._scenario, self._seeds = scenario, seeds
        self._workers: Workers[Job, Sample] = Workers(run, processes or os.cpu_count() or 1)
        self._samples: dict[Setup, dict[int, Sample]] = {}  # by setup and start
        self._asked: tuple[Setup, ...] = ()
        self._found = Found()

    def ask(self, setup: Setup) -> None:
        """Run the weeks of a setup over the whole range of followers; what was asked before is dropped."""
        if not self._found.over:
            self._workers.stop()
        self._asked = needed(setup)
        jobs = [
            self._job(one, seeds)
            for one in self._asked
            for seeds in blocks(one.followers, self._seeds)
            if seeds.start not in self._samples.get(one, ())
        ]
        self._look(broken=False)
        self._workers.put(sorted(jobs, key=lambda job: (job.start, job.setup.followers)))

    def _job(self, setup: Setup, seeds: range) -> Job:
        plain = Weeks(
            self._scenario,
            (setup.style,),
            tuple(FIRST + seed for seed in seeds),
            followers=setup.followers,
            bought=setup.bought,
            hours_per_day=setup.hours,
            evening=False,
        )
        return Job(setup, seeds.start, rules.without(plain, setup.off))

    def found(self) -> Found:
        """What has been found so far; the same object as long as nothing is new."""
        try:
            new = self._workers.done()
        except LostError:
            self._look(broken=True)
            return self._found
        for sample in new:
            self._samples.setdefault(sample.setup, {})[sample.start] = sample
        if new:
            self._look(broken=False)
        return self._found

    def _look(self, broken: bool) -> None:
        points = {setup: point([*self._samples[setup].values()]) for setup in self._asked if setup in self._samples}
        done = sum(point.seeds for point in points.values())
        self._found = Found(points, done, self._seeds * len(self._asked), broken)

    def stop(self) -> None:
        """Stop running; what was found is kept."""
        self._workers.stop()


def point(samples: list[Sample]) -> Point:
    """Samples of one setup as one point of the chart."""
    response = np.concatenate([sample.response for sample in samples])
    relationships = np.concatenate([sample.relationships for sample in samples])
    return Point(len(response), _spread(response), _spread(relationships))


def _spread(values: NDArray[np.float32] | NDArray[np.int32]) -> Spread:
    low, high = np.percentile(values, (10, 90))
    return Spread(float(low), float(values.mean()), float(high))
