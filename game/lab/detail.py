"""What the rooms of a run did, in tables: acts.csv, ties.csv, contacts.csv. Written as it happens, part by part.

Each job writes the rows of its own rooms into files of its own; `merge` puts them one after the other by room, so
that the tables are the same whatever the number of processes, and no run has to fit into memory.
"""

import shutil
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TextIO

import numpy as np

from game.lab.encounters import together
from game.model.acts import Act, Item
from game.model.columns import I64
from game.model.events import Event
from game.model.params import TICK_S
from game.model.world import World

HEADINGS = {
    "acts": "room,t_s,speaker,act,addressee,formation,topic,about",
    "ties": "room,of,about,liking,trust,familiarity_min,pitches_heard,hearsay",
    "contacts": "room,t_s,i,j",
}
CONTACT_S = 20  # as the SocioPatterns badges report: a pair seen at all within the interval that ends at t_s
LOOK_TICKS = 4  # who stands with whom is looked up once a second
ACTS = [act.name.lower() for act in Act]
FACTS = [item.name.lower() for item in (Item.NAME, Item.WORK, Item.NEED, Item.OFFER)]


class Recorder:
    """Writes the tables of one world's rooms; numbers its rooms from `first_room` on. A context manager."""

    def __init__(self, world: World, topics: tuple[str, ...], folder: Path, first_room: int) -> None:
        """`topics`: ids of the scenario's topics; the files go to `folder`, which exists."""
        world.log.on = True
        self.world, self.first_room = world, first_room
        self.items = [*FACTS, *topics]
        self._folder = folder
        self._close = ExitStack()
        self._seen: list[I64] = []

    def __enter__(self) -> "Recorder":
        self._files = {name: self._open(name) for name in HEADINGS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close.close()

    def _open(self, name: str) -> TextIO:
        path = part(self._folder, name, self.first_room)
        return self._close.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def after_tick(self) -> None:
        """Write down what was begun, and every 20 s who stood with whom."""
        world = self.world
        self._write_acts()
        if world.tick % LOOK_TICKS == 0:
            f = world.formations
            self._seen.append(together(f.members[f.size > 1], world.people.rows))
        if self._seen and (world.tick % round(CONTACT_S / TICK_S) == 0 or world.over):
            self._write_contacts()

    def after_evening(self) -> None:
        """Write down what everybody holds about everybody."""
        world, ties, n = self.world, self.world.ties, self.world.capacity
        expected = np.flatnonzero(world.people.expected)
        of = np.repeat(expected, len(ties.subjects))
        about = (expected[:, None] // n * n + ties.subjects).ravel().astype(np.int64)
        real = (of != about) & world.people.expected[about]
        of, about = of[real], about[real]
        row = ties.index(of, about)
        columns = (
            self.first_room + of // n,
            of % n,
            about % n,
            ties.liking[row],
            ties.trust[row],
            ties.minutes[row],
            ties.pitches[row],
            ties.hearsay[row],
        )
        self._files["ties"].writelines(
            f"{room},{i},{j},{liking:.4g},{trust:.4g},{minutes:.4g},{pitches},{hearsay:.4g}\n"
            for room, i, j, liking, trust, minutes, pitches, hearsay in zip(*columns, strict=True)
        )

    def _write_acts(self) -> None:
        events = self.world.log.events()
        seconds = f"{self.world.tick * TICK_S:g}"
        self._files["acts"].writelines(
            f"{self.first_room + said['room']},{seconds},{said['actor']},{ACTS[said['act']]},{_some(said['other'])},"
            f"{said['formation']},{self._topic(int(said['item']))},{_some(said['about'])}\n"
            for said in events[events["kind"] == Event.SAID]
        )

    def _topic(self, item: int) -> str:
        """A topic's id, whether told as an interest or as a story, or the fact that was asked or told."""
        if item < 0:
            return ""
        return self.items[item - Item.STORY + Item.TOPIC if item >= Item.STORY else item]

    def _write_contacts(self) -> None:
        n = self.world.capacity
        one, two = np.divmod(np.unique(np.concatenate(self._seen)), self.world.people.rows)
        seconds = f"{self.world.tick * TICK_S:g}"
        self._files["contacts"].writelines(
            f"{self.first_room + i // n},{seconds},{i % n},{j % n}\n" for i, j in zip(one, two, strict=True)
        )
        self._seen = []


def _some(index: int) -> str:
    return "" if index < 0 else str(index)


def part(folder: Path, name: str, first_room: int) -> Path:
    """Where the rows of a job's rooms are written."""
    return folder / f"{name}-{first_room:09}.csv"


def merge(folder: Path, out: Path) -> None:
    """All parts in the order of their rooms, under one heading each, in the folder `out`."""
    for name, heading in HEADINGS.items():
        merged = folder / f"{name}.csv"
        with merged.open("w", encoding="utf-8", newline="\n") as table:
            table.write(heading + "\n")
            for path in sorted(folder.glob(f"{name}-*.csv")):
                with path.open(encoding="utf-8") as rows:
                    shutil.copyfileobj(rows, table)
        merged.replace(out / merged.name)
