"""A scene drawn as text: who stands where, who talks with whom, and what comes of what they say.

Nobody does anything of their own accord: everybody is average, takes in everything, is patient without end
and decides nothing, unless the test says otherwise.
"""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from game.model.acts import Act
from game.model.cast import Cast
from game.model.commands import Do
from game.model.events import Event
from game.model.orders import NONE, Orders, join, orders
from game.model.params import Params
from game.model.room import circle
from game.model.room.formations import Floor
from game.model.social.rules import Rule
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import table

PEOPLE = "abcefghijk"  # letters that no plan uses
NEVER = 2**30

STILL = Params(
    rater_sd=0, target_sd=0, pair_sd=0, patience_talk_sd=0, patience_person_sd=0, nerve=0, nerve_sd=0, leave_anyway=0,
    brief_share=0, split_s=1e9, talk_sd=0, length_sd=0, memory=1, memory_aside=1, hook=1, mirror=0, offer_with_work=0,
    think_s=10, negativity_low=2, negativity_high=2, limit=0.4, walk_slow=1, walk_fast=1, avoid_below=-0.9,
    hearsay=0.8, hearsay_s=240, hearsay_limit=1.5, good_word=0.7, relay=0.5, rival=0.5, single_voice=0.4,
    outcome_minutes=0.5, friend_minutes=1, friend_liking=0, friend_knows=2, avoided_liking=-0.6, own_side=0.5,
)  # fmt: skip
"""No first impressions, no whims; negativity 2 weighs bad as it stands. Numbers that tests work with by hand."""

Weights = tuple[float, float, float]


class Scene:
    """`rows` is the plan with a letter for each person; `humans` names those played by people."""

    def __init__(
        self, *rows: str, humans: str = "", params: Params = STILL, rooms: int = 1, seed: int = 1, minutes: float = 30
    ) -> None:
        at = {letter: (r, c) for r, row in enumerate(rows) for c, letter in enumerate(row) if letter in PEOPLE}
        self.names = "".join(sorted(at))
        n = len(self.names)
        plan = Plan.from_rows(tuple("".join("." if c in PEOPLE else c for c in row) for row in rows))
        none = np.zeros(n, np.uint32)
        human = np.array([name in humans for name in self.names])
        topic = np.full(n, -1, np.int8)
        pairs = np.zeros((0, 2), np.int64)
        cast = Cast(np.arange(1, n + 1, dtype=np.uint32), none, none, topic, topic, human, human, pairs, 6)
        self.world = World(cast, plan, range(seed, seed + rooms), minutes, params=params)
        self.params = params
        p = self.world.people
        table.adopt(p, np.arange(p.rows), "ordinary")
        for trait in ("leniency", "charm", "talkativeness", "sociability", "seniority"):
            getattr(p, trait)[:] = 0
        p.human[:] = np.tile(human, rooms)
        p.memory[:], p.tolerance[:], p.negativity[:] = params.memory, 1e6, 2
        p.present[:], p.arrives[:], p.decide_at[:], p.ready_at[:] = True, 0, NEVER, NEVER
        p.leaves[:] = NEVER
        for name, (r, c) in at.items():
            p.x[self.all(name)], p.y[self.all(name)] = c + 0.5, r + 0.5
        self.events: list[NDArray[np.void]] = []
        self.reasons: list[NDArray[np.void]] = []

    # who

    def all(self, name: str) -> NDArray[np.int64]:
        """One person in every room."""
        return np.arange(self.world.rooms) * self.world.capacity + self.names.index(name)

    def who(self, name: str) -> int:
        return self.names.index(name)

    def person(self, name: str, **columns: float) -> "Scene":
        """Set columns of a person."""
        for column, value in columns.items():
            getattr(self.world.people, column)[self.all(name)] = value
        return self

    def of(self, name: str, column: str) -> float:
        return getattr(self.world.people, column)[self.who(name)]

    def tie(self, of: str, about: str, column: str) -> float:
        ties = self.world.ties
        return getattr(ties, column)[ties.index(np.array(self.who(of)), np.array(self.who(about)))]

    def knows(self, of: str, about: str, item: int) -> bool:
        return bool(int(self.tie(of, about, "known")) >> item & 1)

    def set(self, of: str, about: str, **columns: float) -> "Scene":
        """Set columns of a tie."""
        ties = self.world.ties
        for column, value in columns.items():
            getattr(ties, column)[ties.index(self.all(of), self.all(about))] = value
        return self

    # where

    def circle(self, names: str) -> "Scene":
        """Let them stand together, the floor free."""
        world = self.world
        first, second = self.all(names[0]), self.all(names[1])
        circle.open_between(world, first, second, np.zeros(world.rooms, np.bool_))
        slot = world.people.formation[first].astype(np.int64)
        for name in names[2:]:
            circle.enter(world, self.all(name), slot)
        world.formations.floor[slot], world.formations.holder[slot] = Floor.OPEN, -1
        return self

    def circles(self) -> list[str]:
        """Who stands together, room 0, in the order of their first member."""
        members = self.world.formations.members[: self.world.per_room]
        groups = ("".join(sorted(self.names[m] for m in row if m >= 0)) for row in members)
        return sorted(group for group in groups if group)

    def formation(self, name: str, column: str) -> float:
        slot = int(self.of(name, "formation"))
        assert slot >= 0, f"{name} stands alone"
        return getattr(self.world.formations, column)[slot]

    def apart(self, one: str, two: str) -> float:
        return float(np.hypot(self.of(one, "x") - self.of(two, "x"), self.of(one, "y") - self.of(two, "y")))

    # what happens

    def do(self, name: str, what: Do, to: str = "", **columns: float) -> Orders:
        """An order of `name`, in every room."""
        if to:
            columns["to"] = self.all(to)
        return orders(self.all(name), what, **columns)

    def step(self, *asked: Orders) -> "Scene":
        self.world.step(join(asked) if asked else NONE)
        self.events.append(self.world.log.events())
        self.reasons.append(self.world.log.reasons())
        return self

    def run(self, seconds: float, *asked: Orders) -> "Scene":
        self.step(*asked)
        for _ in range(round(seconds * 4) - 1):
            self.step()
        return self

    def forget(self) -> "Scene":
        """Look only at what happens from here on."""
        self.events, self.reasons = [], []
        return self

    def beat(self) -> "Scene":
        """Up to and with the next beat."""
        self.step()
        while not self.world.beat:
            self.step()
        return self

    def begin(self, name: str, act: Act, to: str = "", item: int = -1, about: str = "") -> "Scene":
        """Give `name` the floor and let them begin to speak."""
        f, who = self.world.formations, self.all(name)
        slot = self.world.people.formation[who]
        f.holder[slot], f.floor[slot] = who, Floor.GIVEN
        columns: dict[str, object] = {"act": int(act), "item": item}
        if about:
            columns["about"] = self.all(about)
        self.step(self.do(name, Do.SAY, to, **columns))
        assert (f.floor[slot] == Floor.HELD).all(), f"{name} could not say {act.name}"
        return self

    def end(self, *, seconds: float = 50) -> "Scene":
        """Let the turns under way come to their end."""
        f = self.world.formations
        for _ in range(int(seconds * 4)):
            if not (f.floor == Floor.HELD).any():
                return self
            self.step()
        raise AssertionError("they talk on and on")

    def say(self, name: str, act: Act, to: str = "", item: int = -1, about: str = "") -> "Scene":
        """One whole turn; then the scene remembers what it alone brought about."""
        return self.forget().begin(name, act, to, item, about).end()

    # what was reported

    def told(self, kind: Event) -> list[tuple[str, str]]:
        """Events of a kind in room 0, as actor and other."""
        return [(self._name(row["actor"]), self._name(row["other"])) for row in self.rows(kind) if row["room"] == 0]

    def rows(self, kind: Event) -> NDArray[np.void]:
        every = np.concatenate(self.events)
        return every[every["kind"] == kind]

    def _name(self, index: int) -> str:
        return self.names[index] if index >= 0 else ""

    def why(self, of: str, about: str) -> dict[Rule, Weights]:
        """The reasons logged for one person's opinion of another, room 0, summed by rule."""
        rows = np.concatenate(self.reasons)
        mine = (rows["room"] == 0) & (rows["of"] == self.who(of)) & (rows["about"] == self.who(about))
        found: dict[Rule, Weights] = {}
        for row in rows[mine]:
            before = found.get(Rule(int(row["rule"])), (0.0, 0.0, 0.0))
            parts = (float(row[name]) for name in ("liking", "trust", "patience"))
            found[Rule(int(row["rule"]))] = tuple(a + b for a, b in zip(before, parts, strict=True))  # type: ignore
        return found


def still(**changes: object) -> Params:
    """The parameters of a scene, some of them changed."""
    return dataclasses.replace(STILL, **changes)
