"""A hundred people for two hours, a third of them known to one another: rows 15 to 17, 19, and durations."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.lab.encounters import bridged
from game.lab.evidence.figures import Figure
from game.lab.evidence.watch import Watch
from game.model.cast import crowd
from game.model.columns import F32, I64, Bool
from game.model.orders import NONE
from game.model.params import Params
from game.model.room.formations import SEATS
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import play

ROOMS, GUESTS, MINUTES, KNOWN = 6, 100, 120.0, 1 / 3
MOVED = 0.01  # sd: less than this nobody would notice
TALK_S, LATE_S, BOTH_S = 75.0, 5.0, 15.0  # talks that count, past wanting out, both just now wanting out
DISTINCT_GAP_S, CONTACT_S, CONTACT_GAP_S = 20, 20, 300
BALLROOM = Plan.from_rows(
    (
        "########D#########",
        "#................#",
        "#..t..........t..#",
        "#................#",
        "#................#",
        "B.....t...t......#",
        "B................#",
        "B................#",
        "B.....t...t......#",
        "#................#",
        "#................#",
        "#..t..........t..#",
        "#................#",
        "##################",
    ),
    1.0,
)


@dataclass(frozen=True)
class Mixed:
    """What was seen in the rooms of one part."""

    people: int
    lasted_s: I64  # each encounter, gaps up to 20 s bridged
    friends: Bool  # …between people who knew each other before
    contacts_s: I64  # each contact, as badges see it: by 20 s, gaps up to 5 min bridged
    sizes: I64  # formations seen, by size
    past: Bool  # participants of talks that ended: past the end they wanted
    both: Bool  # talks that ended: when both had just come to want it
    moved: F32  # tellings: how far, in sd, the addressee's opinion moved with the word; NaN when not taken in


def measure(seed: int, params: Params) -> Mixed:
    """Ordinary guests, no player."""
    world = World(
        crowd(GUESTS, players=0, known=KNOWN, seed=seed), BALLROOM, range(seed, seed + ROOMS), MINUTES, params=params
    )
    return observe(world)


def observe(world: World) -> Mixed:
    """Run the evening and count."""
    watch = Watch(world)
    orders = NONE
    while not world.over:
        watch.before()
        look = world.step(orders)
        watch.after()
        orders = play.decide(world, look)
    pair, second = watch.sightings()
    talks = bridged(pair, second, DISTINCT_GAP_S)
    contacts = bridged(*by_interval(pair, second, CONTACT_S), gap=CONTACT_GAP_S // CONTACT_S)
    one, two = np.divmod(talks.pair, world.people.rows)
    ended = watch.ended()
    long = ended.lasted_s >= TALK_S
    both = (ended.wanting_s >= 0) & (ended.wanting_s <= BOTH_S)
    return Mixed(
        people=world.people.rows,
        lasted_s=talks.samples,
        friends=world.ties.prior[world.ties.index(one, two)],
        contacts_s=contacts.samples * CONTACT_S,
        sizes=watch.sizes,
        past=(ended.wanting_s > LATE_S)[long].ravel(),
        both=np.logical_and(both[long, 0], both[long, 1]),
        moved=watch.moved(),
    )


def by_interval(pair: I64, second: I64, seconds: int) -> tuple[I64, I64]:
    """Sightings by the second as sightings by interval: seen at all within it."""
    width = int(second.max(initial=0)) // seconds + 1
    seen = np.unique(pair * width + second // seconds)
    return seen // width, seen % width


def figures(found: list[Mixed]) -> list[Figure]:
    """Rows 15, 16, 17, 19 (believed), and durations as badges at four conferences saw them."""

    def all_of(name: str) -> NDArray[np.generic]:
        return np.concatenate([getattr(part, name) for part in found])

    people = sum(part.people for part in found)
    lasted = all_of("lasted_s").astype(float)
    sizes = np.sum([part.sizes for part in found], axis=0)
    circles = np.repeat(np.arange(2, SEATS + 1), sizes[2:])
    contacts, moved = all_of("contacts_s").astype(float), all_of("moved").astype(float)
    return [
        Figure(15, "encounters over 1 min per person", 2 * float((lasted > 60).sum()) / people, 10, 18),
        Figure(
            15, "share of time with prior friends", float(lasted[all_of("friends")].sum() / lasted.sum()), 0.35, 0.55
        ),
        Figure(16, "participants past the end they wanted", float(all_of("past").mean()), 0.60, 0.75),
        Figure(16, "ended when both wanted", float(all_of("both").mean()), high=0.05),
        Figure(17, "people in one floor, 95th percentile over time", float(np.percentile(circles, 95)), high=4),
        Figure(19, "tellings after which opinion moved with the word", float((moved > MOVED).mean()), 0.80, 0.95),
        Figure(0, "the same among those who took the telling in", float((moved[~np.isnan(moved)] > MOVED).mean())),
        Figure(0, "contact in a mixer, mean s", float(contacts.mean()), 141, 158),
        *(
            Figure(0, f"contacts over {text}", float((contacts > limit).mean()), low, high)
            for text, limit, low, high in DURATIONS
        ),
    ]


DURATIONS = (("60 s", 60, 0.28, 0.33), ("5 min", 300, 0.12, 0.14), ("15 min", 900, 0.026, 0.035))
