"""What must hold in every room at every moment, whatever anybody does."""

import numpy as np

from game.model.acts import Act
from game.model.events import Event
from game.model.params import BEAT_TICKS
from game.model.room.formations import SEATS, Floor
from game.model.social.rules import Rule
from game.model.world import World


def broken(world: World) -> list[str]:
    """The laws that do not hold just now, by name; empty when all is well."""
    laws = {
        "nobody stands in a wall": _on_the_floor(world),
        "positions and velocities are finite": _finite(world),
        "ties keep their range": _ties(world),
        "no rule gains more than the limit with one person": _limits(world),
        "who stands in a circle is one of its members, and the other way round": _membership(world),
        "whoever has the floor stands in the circle": _floor(world),
        "a circle's business is its members'": _business(world),
        "nobody walks up to, or bids for, somebody who is not here": _people_meant(world),
        "empty seats and absent people do nothing": _absent(world),
    }
    return [name for name, holds in laws.items() if not holds]


def _on_the_floor(world: World) -> bool:
    p, plan = world.people, world.plan
    column = np.floor(p.x[p.present] / plan.cell_m).astype(int)
    row = np.floor(p.y[p.present] / plan.cell_m).astype(int)
    rows, columns = plan.walkable.shape
    if ((row < 0) | (row >= rows) | (column < 0) | (column >= columns)).any():
        return False
    return bool(plan.walkable[row, column].all())


def _finite(world: World) -> bool:
    p = world.people
    names = ("x", "y", "vx", "vy", "hx", "hy", "goal_x", "goal_y", "patience")
    return all(np.isfinite(getattr(p, name)).all() for name in names)


def _ties(world: World) -> bool:
    t = world.ties
    opinions = [t.liking, t.trust, t.hearsay, t.word]
    counts = [t.minutes, t.owed, t.pitches, t.praises, t.unreturned, t.mark]
    return (
        all((np.abs(values) <= 3).all() for values in opinions)
        and all((values >= 0).all() for values in counts)
        and bool((t.mark < 16).all())
    )


def _limits(world: World) -> bool:
    gained = world.ties.from_rule[:, Rule.KNEW_BEFORE + 1 :]
    return bool((gained <= world.params.limit + 1e-5).all())


def _membership(world: World) -> bool:
    p, f = world.people, world.formations
    slot, seat = np.nonzero(f.members >= 0)
    who = f.members[slot, seat]
    listed = np.full(p.rows, -1, np.int32)
    listed[who] = slot
    return (
        len(np.unique(who)) == len(who)
        and np.array_equal(listed, p.formation)
        and np.array_equal((f.members >= 0).sum(axis=1), f.size)
        and np.array_equal(f.members >= 0, np.arange(SEATS) < f.size[:, None])
        and bool((f.size != 1).all())
        and bool(((f.size > 0) == (f.floor != Floor.CLOSED)).all())
        and np.array_equal(who // world.capacity, slot // world.per_room)
    )


def _in_circle(world: World, name: str) -> np.ndarray:
    """Whether the person in a formation's column stands there, or the column names nobody."""
    f = world.formations
    named = getattr(f, name)
    return (named < 0) | (f.members == named[:, None]).any(axis=1)


def _floor(world: World) -> bool:
    f = world.formations
    taken = (f.floor == Floor.GIVEN) | (f.floor == Floor.HELD)
    return bool((~taken | ((f.holder >= 0) & _in_circle(world, "holder"))).all())


def _business(world: World) -> bool:
    f = world.formations
    alive = f.size > 0
    names = ["due", "asker", "next_up", "cut_by", "holder", "last_speaker", "last_to"]
    speaking = f.floor == Floor.HELD
    return all((_in_circle(world, name) | ~alive).all() for name in names) and bool(
        (_in_circle(world, "to") | ~speaking).all()
    )


def _people_meant(world: World) -> bool:
    p = world.people
    room = np.arange(p.rows) // world.capacity

    def here(whom: np.ndarray) -> bool:
        some = whom >= 0
        return bool((p.present[whom[some]] & (whom[some] // world.capacity == room[some])).all())

    hooks = all(here(p.hook_who[:, k]) for k in range(p.hook_who.shape[1]))
    bids = np.where(p.bid_do >= 0, p.bid_to, -1)
    return here(p.target) and here(bids) and hooks and bool((p.target != np.arange(p.rows)).all())


def _absent(world: World) -> bool:
    p = world.people
    return (
        bool((p.formation[~p.present] < 0).all() and (p.target[~p.present] < 0).all())
        and not p.present[~p.expected].any()
    )


def broken_by_events(world: World) -> list[str]:
    """What the reports of this tick say that cannot be."""
    events = world.log.events()
    p = world.people
    base = events["room"] * world.capacity
    actor, other, about = (base + events[name] for name in ("actor", "other", "about"))
    said = events["kind"] == Event.SAID
    to_somebody = said & (events["other"] >= 0)
    apart = (p.formation[actor] != p.formation[other]) & to_somebody
    of_nobody = said & (events["about"] >= 0) & ~p.expected[about]
    of_those_here = (
        said
        & np.isin(events["act"], [Act.GOSSIP, Act.INTRODUCE])
        & (events["about"] >= 0)
        & ((about == actor) | (about == other))
    )
    faults = {
        "words go to somebody in the circle": apart & (world.tick % BEAT_TICKS != 0),
        "nobody talks to himself": said & (events["other"] == events["actor"]),
        "the third person exists": of_nobody,
        "the third person is a third": of_those_here,
    }
    return [name for name, rows in faults.items() if rows.any()]


class Books:
    """Keeps the sum of all logged reasons beside the ties."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.liking = world.ties.liking.astype(np.float64)
        self.trust = world.ties.trust.astype(np.float64)

    def enter(self) -> None:
        """Add what was logged at this tick."""
        rows = self.world.log.reasons()
        base = rows["room"].astype(np.int64) * self.world.capacity
        tie = self.world.ties.index(base + rows["of"], base + rows["about"])
        np.add.at(self.liking, tie, rows["liking"])
        np.add.at(self.trust, tie, rows["trust"])

    def error(self) -> float:
        """How far the ties are from what the reasons add up to."""
        ties = self.world.ties
        return float(max(np.abs(self.liking - ties.liking).max(), np.abs(self.trust - ties.trust).max()))
