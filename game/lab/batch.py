"""Rooms in batches over all cores: a job is a block of seeds, played by one style or by several.

A tick costs nearly as much for eight rooms as for eighty, so the styles of a block share a world where it fits.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from game.lab.detail import Recorder
from game.model import measures
from game.model.digest import digest
from game.model.measures import Results
from game.model.orders import NONE
from game.model.params import Params
from game.model.room import evening
from game.model.world import World
from game.scenario.spec import Scenario
from game.session.opening import open_doors
from game.styles import marks, play

Task = TypeVar("Task")
Done = TypeVar("Done")
BLOCK = 100  # seeds to a job: verdicts fall after whole blocks, however many cores there are
MOST_TIES = 500_000  # in one world: more of them are no faster


@dataclass(frozen=True)
class Job:
    """Styles over a block of seeds: a room for each, style by style."""

    scenario: Scenario
    styles: tuple[str, ...]
    seeds: tuple[int, ...]
    params: Params | None = None
    room: int = 0  # number of the first room in the tables
    detail: Path | None = None  # folder where acts, ties and contacts are written down


@dataclass(frozen=True)
class Block:
    """What came of one style over a block of seeds: a row per room."""

    style: str
    seeds: tuple[int, ...]
    digests: tuple[str, ...]
    results: Results


def run(job: Job) -> list[Block]:
    """Play the rooms of one job to the end; a block for each style."""
    styles, seeds = by_room(job.styles, job.seeds)
    world = open_doors(job.scenario, seeds, styles, job.params)
    world.log.on = False
    if job.detail is None:
        play_out(world)
    else:
        with Recorder(world, tuple(topic.id for topic in job.scenario.topics), job.detail, job.room) as recorder:
            play_out(world, recorder.after_tick)
            recorder.after_evening()
    digests = tuple(digest(world, room) for room in range(world.rooms))
    whole, each = Block("", (), digests, measures.results(world)), len(job.seeds)
    return [_part(whole, style, job.seeds, number * each) for number, style in enumerate(job.styles)]


def by_room(styles: Sequence[str], seeds: Sequence[int]) -> tuple[list[str], list[int]]:
    """The style and the seed of each room of a world: every style over all seeds, style by style."""
    return [style for style in styles for _ in seeds], [*seeds] * len(styles)


def _part(whole: Block, style: str, seeds: tuple[int, ...], first: int) -> Block:
    """The rooms of one style, of which `first` is the first."""
    those = slice(first, first + len(seeds))
    return Block(style, seeds, whole.digests[those], _every(lambda name: getattr(whole.results, name)[those]))


def _every(column: Callable[[str], Any]) -> Results:
    """Results from a rule for each column."""
    return Results(**{name: column(name) for name in Results.__dataclass_fields__})


def play_out(world: World, after_tick: Callable[[], None] | None = None) -> None:
    """All ticks of the evening, then the decisions of the players."""
    orders = NONE
    while not world.over:
        look = world.step(orders)
        if after_tick is not None:
            after_tick()
        orders = play.decide(world, look)
    world.close()
    evening.obey(world, marks.decide(world))


def jobs_of(
    scenario: Scenario,
    styles: list[str],
    first: int,
    rooms: int,
    params: Params | None = None,
    detail: Path | None = None,
) -> list[Job]:
    """Seeds first … first + rooms − 1 for every style, block by block; rooms are numbered style by style.

    Where `detail` is written down, the rooms of a job follow one another: one style to each.
    """
    at_once = 1 if detail else max(1, MOST_TIES // (min(BLOCK, rooms) * (1 + len(scenario.people)) ** 2))
    return [
        Job(
            scenario,
            tuple(styles[number : number + at_once]),
            block,
            params,
            number * rooms + block[0] - first,
            detail,
        )
        for block in blocks_of(first, rooms)
        for number in range(0, len(styles), at_once)
    ]


def run_all(jobs: list[Task], processes: int, run: Callable[[Task], Done]) -> Iterator[Done]:
    """What comes of jobs, in their order, whatever the number of processes. `run` is a function of a module."""
    if processes == 1:
        yield from map(run, jobs)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(run, jobs)


def blocks_of(first: int, rooms: int) -> list[tuple[int, ...]]:
    """Seeds first … first + rooms − 1, in blocks."""
    starts = range(first, first + rooms, BLOCK)
    return [tuple(range(start, min(start + BLOCK, first + rooms))) for start in starts]


def together(blocks: list[Block]) -> Block:
    """Blocks of one style as one."""
    return Block(
        blocks[0].style,
        tuple(seed for block in blocks for seed in block.seeds),
        tuple(value for block in blocks for value in block.digests),
        _every(lambda name: np.concatenate([getattr(block.results, name) for block in blocks])),
    )
