"""Who does the work of the lab: this process, several of this machine, or the workers of a Dask cluster.

Whoever does it, what comes of the jobs comes in the order of the jobs, and is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from game.errors import GameError
from game.lab.workers import LostError, Workers

if TYPE_CHECKING:
    from game.lab.cluster import Cluster

Task = TypeVar("Task")
Done = TypeVar("Done")
Numbered = tuple[int, Callable[[Any], Any], Any]


class Crew:
    """A context manager; its processes end with it, in the middle of what they do if need be."""

    def __init__(self, processes: int | None = None, cluster: str = "") -> None:
        """`processes`: all cores unless given; `cluster`: address of a scheduler. Raises GameError."""
        self.hands = processes or os.cpu_count() or 1  # jobs done at a time
        self._workers: Workers[Numbered, tuple[int, Any]] = Workers(_do, self.hands)
        self._cluster: Cluster | None = None
        if cluster:
            from game.lab.cluster import Cluster

            self._cluster = Cluster(cluster)
            self.hands = self._cluster.hands

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._workers.stop()
        if self._cluster is not None:
            self._cluster.close()

    def map(self, run: Callable[[Task], Done], jobs: Iterable[Task]) -> Generator[Done, None, None]:
        """What comes of each job, in their order; `run` is a function of a module. Closed early, the rest is dropped.

        Raises GameError when a process ends in the middle of its work.
        """
        if self._cluster is not None:
            yield from self._cluster.map(run, jobs)
        elif self.hands == 1:
            yield from map(run, jobs)
        else:
            yield from self._among_processes(run, [*jobs])

    def _among_processes(self, run: Callable[[Task], Done], jobs: Sequence[Task]) -> Generator[Done, None, None]:
        found: dict[int, Done] = {}
        try:
            self._workers.put([(number, run, job) for number, job in enumerate(jobs)])
            for number in range(len(jobs)):
                while number not in found:
                    found.update(self._workers.next())
                yield found.pop(number)
        except LostError:
            raise GameError("--jobs", "processes that live until their work is done", "one that ended") from None
        except GeneratorExit:
            self._workers.stop()
            raise


def _do(task: Numbered) -> tuple[int, Any]:
    """In another process: one job, with its number."""
    number, run, job = task
    return number, run(job)
