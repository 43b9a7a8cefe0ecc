"""A real scheduler with real workers, each a process of its own that knows nothing of the game."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

PATIENCE_S = 60


@dataclass(frozen=True)
class Scheduler:
    address: str


@contextmanager
def started(folder: Path, workers: int) -> Iterator[Scheduler]:
    """They run in `folder`, an empty one, and end with the block."""
    with ExitStack() as closing:
        told = folder / "scheduler.json"
        closing.callback(_end, _dask(folder, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", told))
        _until(told.exists)
        for _ in range(workers):
            options = ("--scheduler-file", told, "--nthreads", "1", "--no-dashboard", "--no-nanny")
            closing.callback(_end, _dask(folder, "worker", *options))
        from distributed import Client

        with Client(scheduler_file=str(told), set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=PATIENCE_S)
            yield Scheduler(client.scheduler.address)


def _dask(folder: Path, *words: object) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    log = (folder / "log").open("ab")
    with log:
        command = [sys.executable, "-m", "distributed.cli.dask_" + str(words[0]), *map(str, words[1:])]
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(PATIENCE_S)


def _until(enough) -> None:
    end = monotonic() + PATIENCE_S
    while not enough():
        assert monotonic() < end, "the scheduler did not begin"
        sleep(0.05)
