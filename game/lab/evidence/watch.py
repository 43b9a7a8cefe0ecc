"""Watches a mixer, tick by tick: who stands with whom, whose talk ends when, who believes what they are told."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.lab.encounters import together
from game.model.acts import Act
from game.model.columns import F32, I8, I32, I64
from game.model.events import Event
from game.model.room.formations import SEATS
from game.model.world import World

SAMPLE_TICKS = 4  # one second


@dataclass(frozen=True)
class Ended:
    """n talks of two that ended."""

    lasted_s: F32  # (n,)
    wanting_s: F32  # (n, 2) how long each had wanted out, −1 not


class Watch:
    """Collects what the rows of the evidence table need from rooms under way."""

    def __init__(self, world: World) -> None:
        """Follows `world`; call `before` and `after` round every tick."""
        self.world = world
        self.sizes: I64 = np.zeros(SEATS + 1, dtype=np.int64)
        self._pairs: list[I64] = []
        self._seconds: list[int] = []
        self._ended: list[Ended] = []
        self._moved: list[F32] = []

    def before(self) -> None:
        """Remember what the coming tick may change."""
        p, f = self.world.people, self.world.formations
        self._members: I32 = f.members.copy()
        self._size: I8 = f.size.copy()
        self._since: I32 = f.since.copy()
        self._wants: I32 = p.wants_out.copy()
        self._hearsay: F32 = self.world.ties.hearsay.copy()

    def after(self) -> None:
        """See what has changed, and once a second who stands where."""
        if not self.world.beat:
            return
        self._note_ends()
        self._note_tellings()
        if self.world.tick % SAMPLE_TICKS == 0:
            f = self.world.formations
            self.sizes += np.bincount(f.size, minlength=SEATS + 1)
            self._pairs.append(together(f.members[f.size > 1], self.world.people.rows))
            self._seconds.append(self.world.tick // SAMPLE_TICKS)

    def _note_ends(self) -> None:
        """Formations of two that are no more."""
        world, f = self.world, self.world.formations
        over = np.flatnonzero((self._size == 2) & ((f.size == 0) | (f.since != self._since)))
        wants = self._wants[self._members[over, :2]]
        self._ended.append(
            Ended(
                world.seconds(world.tick - self._since[over]),
                np.where(wants >= 0, world.seconds(world.tick - wants), np.float32(-1)),
            )
        )

    def _note_tellings(self) -> None:
        """How far each gossip moved the opinion of whom it was told to, with the word; NaN when not taken in."""
        world, n = self.world, self.world.capacity
        events = world.log.events()
        tellings = events[(events["kind"] == Event.ENDED) & (events["act"] == Act.GOSSIP) & (events["other"] >= 0)]
        heard = events[events["kind"] == Event.TOLD]
        base = heard["room"].astype(np.int64) * n
        rows = world.ties.index(base + heard["other"], base + heard["about"])
        change = (world.ties.hearsay[rows] - self._hearsay[rows]) * fade(world, rows)
        toward = np.sign(heard["value"]) * change
        same = np.logical_and.reduce([tellings[name][:, None] == heard[name] for name in ("room", "actor", "other")])
        self._moved.append(np.where(same.any(axis=1), (same * toward).sum(axis=1), np.float32(np.nan)))

    def sightings(self) -> tuple[I64, I64]:
        """Pairs seen together and the seconds at which they were, one row each."""
        return np.concatenate(self._pairs), np.repeat(self._seconds, [len(pairs) for pairs in self._pairs])

    def ended(self) -> Ended:
        """All talks of two that ended."""
        return Ended(
            np.concatenate([e.lasted_s for e in self._ended]), np.concatenate([e.wanting_s for e in self._ended])
        )

    def moved(self) -> F32:
        """For every telling, how far it moved the addressee's opinion with the word, in sd; NaN when not taken in."""
        return np.concatenate(self._moved)


def fade(world: World, rows: NDArray[np.int64]) -> F32:
    """How much of hearsay counts beside what one knows oneself, by tie. (n,)"""
    half = np.float32(world.params.hearsay_s / 60)
    result: F32 = np.float32(world.params.hearsay) * half / (half + world.ties.minutes[rows])
    return result
