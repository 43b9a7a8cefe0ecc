"""Rooms in batches: a job is a block of seeds, played by one style or by several.

A tick costs nearly as much for eight rooms as for eighty, so the styles of a block share a world where it fits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game.lab.detail import Recorder
from game.model import measures
from game.model.digest import digest
from game.model.feed.figures import WeeksResults
from game.model.measures import Results
from game.model.orders import NONE
from game.model.params import Params
from game.model.room import evening
from game.model.world import World
from game.scenario.spec import Scenario
from game.session.opening import open_doors
from game.styles import marks, play

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
    digests: tuple[str, ...]  # where each room has ended
    results: Results | WeeksResults


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
    whole, each = measures.results(world), len(job.seeds)
    parts = [slice(number * each, (number + 1) * each) for number in range(len(job.styles))]
    return [
        Block(style, job.seeds, digests[rooms], _every(whole, lambda column, rooms=rooms: column[rooms]))
        for style, rooms in zip(job.styles, parts, strict=True)
    ]


def by_room(styles: Sequence[str], seeds: Sequence[int]) -> tuple[list[str], list[int]]:
    """The style and the seed of each room of a world: every style over all seeds, style by style."""
    return [style for style in styles for _ in seeds], [*seeds] * len(styles)


def _every(results: Any, change: Callable[..., Any]) -> Any:
    """Results with every column changed by a rule."""
    return type(results)(**{name: change(column) for name, column in vars(results).items()})


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
    hands: int = 1,
) -> list[Job]:
    """Seeds first … first + rooms − 1 for every style, block by block; rooms are numbered style by style.

    Where `detail` is written down, the rooms of a job follow one another: one style to each. `hands`: how many jobs are
    done at a time; a block is cut up so that the first two keep all of them busy, and nothing else depends on it.
    """
    blocks = blocks_of(first, rooms)
    fits = max(1, MOST_TIES // (min(BLOCK, rooms) * (1 + len(scenario.people)) ** 2))
    shared = -(-len(styles) // -(-hands // min(2, len(blocks))))
    at_once = 1 if detail else min(fits, shared)
    return [
        Job(
            scenario,
            tuple(styles[number : number + at_once]),
            block,
            params,
            number * rooms + block[0] - first,
            detail,
        )
        for block in blocks
        for number in range(0, len(styles), at_once)
    ]


def blocks_of(first: int, rooms: int) -> list[tuple[int, ...]]:
    """Seeds first … first + rooms − 1, in blocks."""
    starts = range(first, first + rooms, BLOCK)
    return [tuple(range(start, min(start + BLOCK, first + rooms))) for start in starts]


def together(blocks: Sequence[Block]) -> Block:
    """Blocks of one style as one."""
    columns = {
        name: np.concatenate([getattr(block.results, name) for block in blocks]) for name in vars(blocks[0].results)
    }
    return Block(
        blocks[0].style,
        tuple(seed for block in blocks for seed in block.seeds),
        tuple(value for block in blocks for value in block.digests),
        type(blocks[0].results)(**columns),
    )
