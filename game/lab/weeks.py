"""The weeks of many rooms at once, after an evening or without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.lab.batch import Block, blocks_of, by_room, play_out
from game.model import morning
from game.model.feed import figures, opening, weeks
from game.model.feed.figures import WeeksResults
from game.model.feed.net import Net
from game.model.feed.opening import Start
from game.model.feed.params import FeedParams
from game.model.orders import NONE
from game.model.params import Params
from game.scenario.spec import Scenario
from game.session.opening import open_doors
from game.session.weeks import beginning
from game.styles import online
from game.styles import weeks as deciding


@dataclass(frozen=True)
class Weeks:
    """Styles over a block of seeds, a room for each; what is None is as the scenario has it."""

    scenario: Scenario
    styles: tuple[str, ...]
    seeds: tuple[int, ...]
    followers: int | None = None
    bought: int | None = None
    hours_per_day: float | None = None
    evening: bool = True  # play the evening first
    params: Params | None = None
    feed: FeedParams | None = None


def start_of(job: Weeks) -> Start:
    """What the weeks begin with."""
    hours = job.hours_per_day
    asked = {"followers": job.followers, "bought": job.bought, "minutes_a_day": None if hours is None else 60 * hours}
    given: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    return replace(beginning.start_of(job.scenario), **given)


def run(job: Weeks) -> list[WeeksResults]:
    """Play one job to the end of its weeks; results for each style."""
    styles, seeds = by_room(job.styles, job.seeds)
    in_the_room = [online.IN_THE_ROOM.get(style, style) for style in styles]
    world = open_doors(job.scenario, seeds, in_the_room, job.params)
    world.log.on = False
    if job.evening:
        play_out(world)
    net = opening.begin(world.cast, seeds, start_of(job), job.params, job.feed)
    if job.evening:
        morning.take_over(net, world)
    play_weeks(net, styles)
    whole = {name: np.split(column, len(job.styles)) for name, column in vars(figures.results(net)).items()}
    return [WeeksResults(**{name: parts[number] for name, parts in whole.items()}) for number in range(len(job.styles))]


def blocks(job: Weeks) -> list[Block]:
    """The same as blocks of rooms, as an evening's are."""
    return [Block(style, job.seeds, (), results) for style, results in zip(job.styles, run(job), strict=True)]


def jobs_of(setting: Weeks, styles: list[str], first: int, rooms: int) -> list[Weeks]:
    """Seeds first … first + rooms − 1 for every style, block by block; all else is as in `setting`."""
    return [replace(setting, styles=(style,), seeds=seeds) for seeds in blocks_of(first, rooms) for style in styles]


def play_weeks(net: Net, style: str | Sequence[str], each_day: Callable[[Net], None] | None = None) -> None:
    """All hours of the weeks, the player following a style, or one in each room; `each_day` looks on at midnight."""
    net.account.human[:] = False
    net.account.style[:] = online.index(style) if isinstance(style, str) else [online.index(each) for each in style]
    net.log.on = False
    orders = NONE
    while net.tick < net.end:
        weeks.step(net, orders)
        orders = deciding.decide(net)
        if each_day is not None and net.hour == 0:
            each_day(net)
