"""How fast whole evenings go: python -m tests.bench.evening

Attendee-ticks per second of one core: the whole tick (game/model/room/evening.py) and what all styles decide
after it. A tick is 0.25 s of an evening, and decisions fall once a second, so a round is a whole number of
seconds. What is counted is processor time, so that a round in which others had the core is not a slow one;
rounds are interleaved and medians shown, because the core's own speed drifts too. The tick on which decisions
fall is shown by itself, for it is much the longest. Then the share of the time that each step takes.
"""

import dataclasses
import time
from statistics import median

import numpy as np
from rich.console import Console
from rich.table import Table

from game.model.cast import crowd
from game.model.orders import NONE
from game.model.params import BEAT_TICKS
from game.model.room import approach, bodies, circle, contact, evening, floor, turns
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import play, table
from tests.bench.steps import Steps, shares
from tests.model.space.rooms import CHAMBER

ROUNDS = 15
SUBJECTS = (0, 1, 2)  # of the hall: ties are held about these
DENSITY = 0.5  # people/m² in the hall
STYLES = {0: "listener", 1: "promoter", 2: "giver"}  # by seat; everybody else is ordinary
STEPS: Steps = (
    ("1 orders, turns begin", ((evening, "obey"), (evening, "_begin_turns"))),
    ("2 doors", ((bodies, "arrive_and_go"),)),
    ("3 walking", ((bodies, "walk"),)),
    ("4 turns", ((turns, "resolve"),)),
    ("5 parting", ((evening, "_part"),)),
    ("6 splitting", ((circle, "split"),)),
    ("7 the floor", ((floor, "give"), (floor, "run_out"))),
    ("8 walking up", ((contact, "walk_up"),)),
    ("9 patience, seats, going home", ((evening, "_drain"), (bodies, "take_seats"), (bodies, "go_home"))),
    ("10 looking round", ((approach, "look_round"), (approach, "keep_away"))),
    ("styles decide", ((play, "decide"),)),
)


class Evening:
    """A world some way into its evening, nothing reported (as in the lab); a round is `seconds` of it."""

    def __init__(self, world: World, warm_up_s: int, seconds: int) -> None:
        self.world, self.ticks, self.orders = world, seconds * 4, NONE
        for seat, style in STYLES.items():
            table.adopt(world.people, np.arange(world.rooms) * world.capacity + seat, style)
        world.log.on = False
        self.go(warm_up_s * 4)

    def go(self, ticks: int) -> None:
        assert ticks % BEAT_TICKS == 0
        for _ in range(ticks):
            self.tick_s()

    def tick_s(self) -> float:
        """Processor seconds of one more tick."""
        began = time.process_time()
        self.orders = play.decide(self.world, self.world.step(self.orders))
        return time.process_time() - began

    def round_s(self) -> tuple[float, float]:
        """Processor seconds a tick took in one more round, and one on which decisions fall."""
        took = np.array([self.tick_s() for _ in range(self.ticks)]).reshape(-1, BEAT_TICKS)
        return float(took.mean()), float(np.median(took[:, -1]))  # a round begins just after a beat


def rooms(number: int) -> World:
    """Rooms of 40 who partly know each other, everybody in."""
    return World(crowd(40, known=0.05), Plan.from_rows(CHAMBER), range(1, number + 1), 60.0)


def hall(people: int) -> World:
    """One hall in which everybody already stands about somewhere."""
    cast = dataclasses.replace(crowd(people), subjects=np.array(SUBJECTS))
    side = (people / DENSITY) ** 0.5
    world, chance = World(cast, Plan.open_hall(side, side), [1], 60.0), np.random.default_rng(1)
    p = world.people
    p.x[:], p.y[:] = chance.uniform(0.5, side - 0.5, (2, people))
    p.present[:], p.decide_at[:] = True, chance.integers(0, 16, people)
    return world


def main() -> None:
    """Measure, and print two tables."""
    runs = {
        "250 rooms of 40": Evening(rooms(250), 180, 8),
        "one room of 40": Evening(rooms(1), 180, 60),
        "hall of 30,000": Evening(hall(30_000), 60, 4),
    }
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            took[name].append(run.round_s())
    whole = Table("whole tick", "people", "ms a tick", "best round", "tick of a beat", "attendee-ticks/s")
    for name, run in runs.items():
        every, beats = zip(*took[name], strict=True)
        people, tick_s = run.world.people.rows, median(every)
        times = (f"{1e3 * seconds:.2f}" for seconds in (tick_s, min(every), median(beats)))
        whole.add_row(name, f"{people:,}", *times, f"{people / tick_s:,.0f}")
    by_step = {
        name: shares(STEPS, lambda run=run: sum(run.round_s()[0] for _ in range(5)) * run.ticks)
        for name, run in runs.items()
    }
    steps = Table("share of the tick", *by_step)
    for step in next(iter(by_step.values())):
        steps.add_row(step, *(f"{100 * share[step]:.0f} %" for share in by_step.values()))
    console = Console(width=110)
    console.print(whole)
    console.print(steps)


if __name__ == "__main__":
    main()
