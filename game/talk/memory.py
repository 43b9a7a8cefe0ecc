"""What has been said this evening: lines used up, who did what how often, who has heard which story."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(slots=True)
class Promise:
    """A sentence shown to somebody as what they would say, not said yet."""

    line: str
    text: str
    moment: tuple[int, int, int]  # turn, reply_to, warmth band it was made for

    def plain(self) -> list[Any]:
        """As plain data."""
        return [self.line, self.text, list(self.moment)]


@dataclass(slots=True)
class Memory:
    """One evening's memory of talk; every key is text, so that it goes through JSON unchanged."""

    said: int = 0  # lines said so far
    lines: dict[str, list[int]] = field(default_factory=dict)  # line id → times said, number of the last time
    acts: dict[str, int] = field(default_factory=dict)  # "speaker/act" → times done
    sold: dict[str, int] = field(default_factory=dict)  # "hearer/speaker" → pitches sat through
    told: dict[str, int] = field(default_factory=dict)  # "speaker/topic or kind/hearer" → times it was told
    heard: dict[str, list[int]] = field(default_factory=dict)  # line id → who has said or heard it
    points: dict[str, str] = field(default_factory=dict)  # formation → what the last line there wanted to know
    promises: dict[str, Promise] = field(default_factory=dict)

    def used(self, line: str) -> tuple[int, int]:
        """How often a line was said, and when last (its number among all lines, -1 never)."""
        times, last = self.lines.get(line, (0, -1))
        return times, last

    def use(self, line: str, present: set[int]) -> None:
        """A line is said among these people."""
        self.lines[line] = [self.used(line)[0] + 1, self.said]
        self.said += 1
        self.heard[line] = sorted(present | set(self.heard.get(line, ())))

    def knows(self, person: int, line: str) -> bool:
        """Whether somebody has said or heard a line."""
        return person in self.heard.get(line, ())

    def plain(self) -> dict[str, Any]:
        """As JSON-able data; `Memory.of` gives it back exactly."""
        return {
            "said": self.said,
            "lines": {key: list(value) for key, value in self.lines.items()},
            "acts": dict(self.acts),
            "sold": dict(self.sold),
            "told": dict(self.told),
            "heard": {key: list(value) for key, value in self.heard.items()},
            "points": dict(self.points),
            "promises": {key: promise.plain() for key, promise in self.promises.items()},
        }

    def renumbered(self, person: Callable[[int], int], topic: Callable[[int], int]) -> "Memory":
        """The same of people and topics that have other numbers now, −1 for a topic that is gone; no promises stand."""
        acts = {_joined(person(int(who)), act): n for who, act, n in _parts(self.acts)}
        sold = {_joined(person(int(one)), person(int(two))): n for one, two, n in _parts(self.sold)}
        told: dict[str, int] = {}
        for who, what, hearer, n in _parts(self.told):
            what = str(topic(int(what))) if what.isdigit() else what
            if what != "-1":
                told[_joined(person(int(who)), what, person(int(hearer)))] = n
        heard = {line: sorted(person(who) for who in hearers) for line, hearers in self.heard.items()}
        return replace(self, acts=acts, sold=sold, told=told, heard=heard, promises={})

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Memory":
        """The memory that `plain` wrote down."""
        promises = {
            key: Promise(line, text, (moment[0], moment[1], moment[2]))
            for key, (line, text, moment) in data["promises"].items()
        }
        plain: dict[str, Any] = {name: dict(data[name]) for name in ("acts", "sold", "told", "points")}
        plain |= {name: {key: list(value) for key, value in data[name].items()} for name in ("lines", "heard")}
        return cls(said=data["said"], promises=promises, **plain)


def _joined(*parts: int | str) -> str:
    return "/".join(map(str, parts))


def _parts(table: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    """The parts of each key, and what it stands for."""
    return ((*key.split("/"), n) for key, n in table.items())


def count(table: dict[str, int], key: str) -> None:
    """One more."""
    table[key] = table.get(key, 0) + 1
