"""All studies, side by side over the cores, and their figures in the order of the evidence table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.lab.crew import Crew
from game.lab.evidence import conditions, five, mixer, network, pairs, robin, turns, word
from game.lab.evidence.figures import Figure
from game.model.params import Params

APART = 100_000  # between the seeds of two parts


@dataclass(frozen=True)
class Study:
    """A rig: `measure(seed, params)` may run in parts, `figures` reads all of them."""

    measure: Callable[[int, Params], Any]
    figures: Callable[[list[Any]], list[Figure]]
    parts: int = 1


# the longest first, that no core waits for it in the end
STUDIES = (
    Study(mixer.measure, mixer.figures),
    Study(network.measure, network.figures),
    Study(conditions.measure, conditions.figures),
    Study(robin.measure, robin.figures),
    Study(pairs.measure, pairs.figures),
    Study(word.measure, word.figures),
    Study(turns.measure, turns.figures),
    Study(five.measure, five.figures),
)


def parts() -> int:
    """How many pieces of work there are."""
    return sum(study.parts for study in STUDIES)


def figures(
    seed: int,
    crew: Crew,
    params: Params | None = None,
    studies: tuple[Study, ...] = STUDIES,
    done: Callable[[], object] = bool,
) -> list[Figure]:
    """Every figure by row; the same for a seed whoever measures. `done` is called after each part."""
    jobs = [(study.measure, seed + APART * part, params) for study in studies for part in range(study.parts)]
    found = []
    for result in crew.map(_measured, jobs):
        found.append(result)
        done()
    listed: list[Figure] = []
    for study in studies:
        mine, found = found[: study.parts], found[study.parts :]
        listed += study.figures(mine)
    return sorted(listed, key=lambda figure: figure.row or 99)


def _measured(job: tuple[Callable[[int, Params], Any], int, Params | None]) -> Any:
    measure, seed, params = job
    return measure(seed, params or Params())
