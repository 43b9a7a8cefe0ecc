"""The weeks of many rooms at once, after an evening or without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.lab.batch import Block, blocks_of, by_room, play_out
from game.model import morning
from game.model.digest import digest
from game.model.feed import figures, opening, weeks
from game.model.feed.digest import digest as feed_digest
from game.model.feed.figures import WeeksResults
from game.model.feed.net import Net
from game.model.feed.params import FeedParams
from game.model.hashing import joined
from game.model.orders import NONE
from game.model.params import Params
from game.model.world import World
from game.scenario.spec import Scenario
from game.session.opening import open_doors
from game.session.weeks import beginning, setting
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


def as_played(job: Weeks) -> Scenario:
    """The scenario with what is asked for in the place of what it has."""
    asked = {"followers": job.followers, "bought": job.bought, "hours_per_day": job.hours_per_day}
    return setting.put(job.scenario, {name: number for name, number in asked.items() if number is not None})


def run(job: Weeks) -> list[WeeksResults]:
    """Play one job to the end of its weeks; results for each style."""
    _, net = _played(job)
    return _by_style(job, net)


def _by_style(job: Weeks, net: Net) -> list[WeeksResults]:
    whole = {name: np.split(column, len(job.styles)) for name, column in vars(figures.results(net)).items()}
    return [WeeksResults(**{name: parts[number] for name, parts in whole.items()}) for number in range(len(job.styles))]


def _played(job: Weeks) -> tuple[World, Net]:
    """The rooms, and what the evening and the weeks have left there."""
    styles, seeds = by_room(job.styles, job.seeds)
    world = open_doors(job.scenario, seeds, styles, job.params)
    world.log.on = False
    if job.evening:
        play_out(world)
    net = opening.begin(world.cast, seeds, beginning.start_of(as_played(job)), job.params, job.feed)
    if job.evening:
        morning.take_over(net, world)
    play_weeks(net, styles)
    return world, net


def blocks(job: Weeks) -> list[Block]:
    """The same as blocks of rooms, as an evening's are, each room with the digest that a run of it has."""
    world, net = _played(job)
    ended = [joined(digest(world, room), feed_digest(net, room)) for room in range(net.rooms)]
    each = len(job.seeds)
    return [
        Block(style, job.seeds, tuple(ended[number * each : (number + 1) * each]), results)
        for number, (style, results) in enumerate(zip(job.styles, _by_style(job, net), strict=True))
    ]


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
