"""The program on a disk that is full: python -m tests.workshop.full_disk now|later COMMAND …

`now`: from the first byte on; `later`: from a SIGUSR1 on. With a SIGUSR2 there is room again. It is the system that
refuses (no file of this process may grow), so that what is tested is what a user would meet; no rights are needed.
"""

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

EVERYTHING = resource.RLIM_INFINITY


def full(*_: int | FrameType | None) -> None:
    """Nothing can be written to any file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, EVERYTHING))


def room(*_: int | FrameType | None) -> None:
    """There is room again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (EVERYTHING, EVERYTHING))


@contextmanager
def full_disk() -> Iterator[None]:
    """The same for this very process, for a while."""
    full()
    try:
        yield
    finally:
        room()


if __name__ == "__main__":
    from game.cli import main

    signal.signal(signal.SIGUSR1, full)
    signal.signal(signal.SIGUSR2, room)
    if sys.argv[1] == "now":
        full()
    main(sys.argv[2:])
