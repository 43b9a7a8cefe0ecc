"""Work for other processes, which find it by its name."""

import os


def double(number: int) -> int:
    """Twice as much."""
    return 2 * number


def leave(number: int) -> int:
    """End the process in the middle of the job."""
    os._exit(number)
