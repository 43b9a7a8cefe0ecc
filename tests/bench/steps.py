"""How long each numbered step of a tick takes, in processor time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any
from unittest import mock

Steps = tuple[tuple[str, tuple[tuple[ModuleType, str], ...]], ...]  # the functions that make up each step


@contextmanager
def step_times(steps: Steps) -> Iterator[dict[str, float]]:
    """Seconds spent in each step while this is open."""
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str, rule: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            began = time.process_time()
            try:
                return rule(*given)
            finally:
                spent[name] += time.process_time() - began

        return run

    with ExitStack() as patches:
        for name, functions in steps:
            for module, rule in functions:
                patches.enter_context(mock.patch.object(module, rule, timed(name, getattr(module, rule))))
        yield spent


def shares(steps: Steps, run: Callable[[], float]) -> dict[str, float]:
    """Part that each step takes of the seconds that `run` returns; `other` is the rest, and the timing itself."""
    with step_times(steps) as spent:
        whole = run()
    known = {name: spent[name] / whole for name, _ in steps}
    return known | {"other": 1 - sum(known.values())}
