"""How fast people walk, beside JuPedSim and Mesa in the same run: python -m tests.bench.walking

Agent-steps per second of one core: neighbours searched anew every step, steering, integration;
everybody walks, at 0.5 people/m². Rounds are interleaved and the median of each round's ratio is
shown, because the machine's speed drifts. Needs tests/bench/requirements.txt.
"""

import time
import warnings
from collections.abc import Callable
from statistics import median

import jupedsim
import numpy as np
from rich.console import Console
from rich.table import Table

from game.model.space.neighbours import Neighbours
from game.model.space.plan import Plan
from game.model.space.steering import REACH_M, STEP_S, steer
from tests.bench.mesa_room import Room

ROUNDS = 7
DENSITY = 0.5  # people/m²
JUPEDSIM_STEP_S = 0.05


class Crowd:
    """Rooms of people who walk from one random point to the next; `moving` is the share that walks."""

    def __init__(self, rooms: int, people: int, moving: float = 1.0) -> None:
        self.side = (people / DENSITY) ** 0.5
        self.size = rooms * people
        self.chance = np.random.default_rng(1)
        self.plan = Plan.open_hall(self.side, self.side)
        self.near = Neighbours(self.plan, rooms, people, REACH_M)
        self.x, self.y, self.goal_x, self.goal_y = (self.anywhere(self.size) for _ in range(4))
        self.vx = self.vy = np.zeros(self.size, np.float32)
        self.pace = self.chance.uniform(0.8, 1.2, self.size).astype(np.float32)
        self.present = np.ones(self.size, np.bool_)
        self.movers = np.flatnonzero(self.chance.random(self.size) < moving)

    def anywhere(self, size: int) -> np.ndarray:
        return self.chance.uniform(0.5, self.side - 0.5, size).astype(np.float32)

    def step(self) -> None:
        self.near.rebuild(self.x, self.y, self.present)
        self.x, self.y, self.vx, self.vy = steer(
            self.plan, self.near, self.movers, self.x, self.y, self.vx, self.vy,
            self.goal_x, self.goal_y, self.pace,
        )  # fmt: skip
        there = np.flatnonzero((self.goal_x - self.x) ** 2 + (self.goal_y - self.y) ** 2 < 0.25)
        self.goal_x[there], self.goal_y[there] = self.anywhere(there.size), self.anywhere(there.size)


def jupedsim_hall(people: int) -> Callable[[], object]:
    """JuPedSim's collision-free speed model; goals so far off that nobody arrives while we look."""
    side = (people / DENSITY) ** 0.5
    hall = jupedsim.Simulation(
        model=jupedsim.CollisionFreeSpeedModel(),
        geometry=[(0, 0), (side, 0), (side, side), (0, side)],
        dt=JUPEDSIM_STEP_S,
    )
    stage = hall.add_direct_steering_stage()
    journey = hall.add_journey(jupedsim.JourneyDescription([stage]))
    chance = np.random.default_rng(1)
    across = int(np.ceil(people**0.5))
    for number in range(people):
        row, column = divmod(number, across)
        x, y = (np.array([column, row]) + chance.uniform(0.25, 0.75, 2)) * side / across
        walker = jupedsim.CollisionFreeSpeedModelAgentParameters(
            position=(x, y),
            desired_speed=chance.uniform(0.8, 1.2),
            radius=0.2,
            journey_id=journey,
            stage_id=stage,
        )
        agent = hall.add_agent(walker)
        hall.agent(agent).target = ((x + side / 2) % (side - 1) + 0.5, (y + side / 3) % (side - 1) + 0.5)
    return lambda: hall.iterate(1)


def steps_per_second(step: Callable[[], object], seconds: float) -> float:
    """Repeat a step for a while."""
    done, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        step()
        done += 1
    return done / passed


def main() -> None:
    """Measure, and print a table."""
    warnings.simplefilter("ignore")
    halls = {people: Crowd(1, people) for people in (1_000, 10_000, 30_000)}
    rooms, calm = Crowd(250, 40), Crowd(250, 40, moving=0.3)
    runs: dict[str, tuple[int, float, Callable[[], object]]] = {
        "hall of 10,000": (10_000, float(STEP_S), halls[10_000].step),
        "hall of 10,000, JuPedSim": (10_000, JUPEDSIM_STEP_S, jupedsim_hall(10_000)),
        "250 rooms of 40": (10_000, float(STEP_S), rooms.step),
        "room of 40, Mesa ContinuousSpace": (40, float(STEP_S), Room(40, rooms.side, 1).step),
        "250 rooms of 40, 30 % walk": (10_000, float(STEP_S), calm.step),
        "hall of 1,000": (1_000, float(STEP_S), halls[1_000].step),
        "hall of 30,000": (30_000, float(STEP_S), halls[30_000].step),
    }
    rates: dict[str, list[float]] = {name: [] for name in runs}
    for _, _, step in runs.values():
        steps_per_second(step, 0.3)
    for _ in range(ROUNDS):
        for name, (_, _, step) in runs.items():
            rates[name].append(steps_per_second(step, 0.5))
    table = Table("walking", "people", "step s", "ms a step", "agent-steps/s", "times the peer")
    for name, (people, step_s, _) in runs.items():
        peer = {
            "hall of 10,000": "hall of 10,000, JuPedSim",
            "250 rooms of 40": "room of 40, Mesa ContinuousSpace",
        }
        ratio = ""
        if name in peer:
            share = people / runs[peer[name]][0]
            ratio = f"{median(a * share / b for a, b in zip(rates[name], rates[peer[name]], strict=True)):.1f}"
        rate = median(rates[name])
        table.add_row(name, f"{people:,}", f"{step_s}", f"{1e3 / rate:.2f}", f"{rate * people:,.0f}", ratio)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
