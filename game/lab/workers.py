"""Processes that are handed one job at a time and asked what is done: by a window that never waits, or by who does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


class LostError(Exception):
    """A process has ended in the middle of its job."""


class Workers(Generic[Job, Result]):
    """Begins with the first jobs; its processes end with this one, however it ends."""

    def __init__(self, work: Callable[[Job], Result], processes: int) -> None:
        """`work` is a function of a module: a new process has to find it."""
        self._work, self._processes = work, processes
        self._waiting: deque[Job] = deque()
        self._team: list[tuple[BaseProcess, Connection]] = []
        self._busy: set[Connection] = set()

    def put(self, jobs: Iterable[Job]) -> None:
        """Take on more jobs, done in this order."""
        self._waiting.extend(jobs)
        while len(self._team) < min(self._processes, len(self._waiting)):
            self._team.append(self._hire())
        self._hand_out()

    def _hire(self) -> tuple[BaseProcess, Connection]:
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(self._work, there), daemon=True)
        process.start()
        there.close()  # so that the end of the process is the end of what can be read here
        return process, here

    def _hand_out(self) -> None:
        for _, pipe in self._team:
            if self._waiting and pipe not in self._busy:
                with suppress(OSError):  # it has ended: the next look tells
                    pipe.send(self._waiting.popleft())
                self._busy.add(pipe)

    def done(self) -> list[Result]:
        """What has been done since the last look.

        Stops, and raises LostError when a process has ended, OSError when a disk refused what a job had to write.
        """
        found: list[Result] = []
        try:
            for pipe in [pipe for pipe in self._busy if pipe.poll()]:
                found.append(pipe.recv())
                self._busy.discard(pipe)
        except (EOFError, OSError) as end:
            self.stop()
            raise LostError from end
        for one in found:
            if isinstance(one, OSError):
                self.stop()
                raise one
        self._hand_out()
        return found

    def next(self) -> list[Result]:
        """Wait until something is done, and return it. Raises LostError as `done` does."""
        wait(self._busy)
        return self.done()

    def stop(self) -> None:
        """Drop all jobs, begun or not, and end the processes."""
        for process, pipe in self._team:
            process.kill()
            process.join()
            pipe.close()
        self._team, self._busy = [], set()
        self._waiting.clear()


def _serve(work: Callable[[Job], Result], pipe: Connection) -> None:
    """In the process: one job after the other, until whoever hands them out is gone."""
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send(_done(work, pipe.recv()))


def _done(work: Callable[[Job], Result], job: Job) -> Result | OSError:
    try:
        return work(job)
    except OSError as refused:
        return refused
