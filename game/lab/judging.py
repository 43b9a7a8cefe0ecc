"""Lesson tests: seeds are played in fixed blocks, and the lab stops when every expectation is certain.

After which block it stops depends on what was found and on nothing else: not on how many processes play, and not on
which of them is the quickest.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from game.lab import batch, figures, verdict, weeks
from game.lab.batch import Block
from game.lab.crew import Crew
from game.lab.verdict import Verdict
from game.lab.weeks import Weeks
from game.scenario.spec import Expect, Scenario

MOST = 400  # seeds for each style, after which what is not certain stays so


class OfSeeds(Protocol):
    """A job, by the seeds it is about."""

    @property
    def seeds(self) -> tuple[int, ...]:
        """A block of them."""


Task = TypeVar("Task", bound=OfSeeds)


@dataclass(frozen=True)
class Judged:
    """What is known after one more block of seeds."""

    rooms: int  # played so far, of each style
    most: int  # that there may be
    blocks: dict[str, Block]  # what was played, by style
    verdicts: tuple[Verdict, ...]
    over: bool  # nothing more will be played


def rounds(jobs: Sequence[Task]) -> list[list[Task]]:
    """Jobs by their block of seeds: between two of these the lab may stop."""
    return [list(block) for _, block in groupby(jobs, key=lambda job: job.seeds)]


def play(
    rounds: Sequence[Sequence[Task]],
    run: Callable[[Task], list[Block]],
    crew: Crew,
    expect: Sequence[Expect],
    done: Callable[[], object] = bool,
) -> Iterator[Judged]:
    """What is known after each round, until all that is expected is certain; `done` is called after each job.

    With a single round everything in it is played. Closing the iterator stops the work.
    """
    most = sum(map(len, {job.seeds for jobs in rounds for job in jobs}))
    parts: dict[str, list[Block]] = {}
    with closing(crew.map(run, [job for jobs in rounds for job in jobs])) as results:
        for number, jobs in enumerate(rounds, start=1):
            for _ in jobs:
                for block in next(results):
                    parts.setdefault(block.style, []).append(block)
                done()
            blocks = {style: batch.together(played) for style, played in parts.items()}
            judged = _judged(blocks, expect, most, looks=len(rounds), last=number == len(rounds))
            yield judged
            if judged.over:
                return


def _judged(blocks: dict[str, Block], expect: Sequence[Expect], most: int, looks: int, last: bool) -> Judged:
    verdicts = verdict.judge_all(expect, blocks, lambda style, name: figures.figure(blocks[style], name), looks)
    over = last or all(one.certain for one in verdicts)
    return Judged(max(len(block.seeds) for block in blocks.values()), most, blocks, verdicts, over)


def verdicts(
    scenario: Scenario,
    processes: int | None = None,
    first: int = 1,
    most: int = MOST,
    done: Callable[[], object] = bool,
) -> Iterator[Judged]:
    """For whoever only wants to know whether a scenario teaches: its verdicts after each block, the last one final.

    An evening without weeks, or weeks without an evening, as the scenario is; nothing where nothing is expected.
    `done` is called now and then while a block is played. Closing the iterator stops the work.
    """
    styles = verdict.styles_needed(scenario.expect)
    if not styles:
        return
    with Crew(processes) as crew:
        if scenario.weeks.only:
            tasks = rounds(weeks.jobs_of(Weeks(scenario, (), (), evening=False), styles, first, most))
            yield from play(tasks, weeks.blocks, crew, scenario.expect, done)
        else:
            jobs = batch.jobs_of(scenario, styles, first, most, hands=crew.hands)
            yield from play(rounds(jobs), batch.run, crew, scenario.expect, done)
