"""The kinds of value a scenario file can hold: what `check` demands, and an editor can offer.

A field of the dataclasses in `spec` carries one of these in its metadata.
"""

from dataclasses import dataclass
from typing import Any, Literal

Shape = Literal["line", "prose", "id", "clock", "language"]


@dataclass(frozen=True, slots=True)
class Text:
    """Text that is not empty. Only prose may have line breaks; id, clock and language are patterns.

    `usual`: what is offered to whoever writes one; anything else of the shape will do as well.
    """

    shape: Shape = "line"
    longest: int = 160
    usual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `least` to `most`, both included."""

    least: float
    most: float
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false, written so."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a topic, or the name of an attendee written in this file."""

    to: Literal["topic", "person"]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with `distinct`, no entry twice."""

    item: "Kind"
    least: int = 0
    most: int = 300
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One value, or a list of them to choose from."""

    item: "Kind"
    most: int = 20


@dataclass(frozen=True, slots=True)
class MapOf:
    """Named entries, the names from a fixed set; from an empty one: any id."""

    keys: tuple[str, ...]
    value: "Kind"


@dataclass(frozen=True, slots=True)
class Block:
    """The settings of a dataclass. `sketch`: handed on as given, to be completed before it is built."""

    cls: type[Any]
    sketch: bool = False


@dataclass(frozen=True, slots=True)
class Nullable:
    """The kind, or null for "none at all"."""

    kind: "Kind"


@dataclass(frozen=True, slots=True)
class TopicKind:
    """A topic: its id alone, or its id and the words it is talked about with."""

    block: "Block"


@dataclass(frozen=True, slots=True)
class PlanKind:
    """A plan of the venue, one letter a cell; see `plan`."""


@dataclass(frozen=True, slots=True)
class AttendeeKind:
    """A person, or with the key `crowd` a number of people to be made up from archetypes."""

    person: "Kind"
    crowd: "Kind"


Kind = (
    Text
    | Number
    | Flag
    | Choice
    | Ref
    | ListOf
    | OneOrMore
    | MapOf
    | Block
    | Nullable
    | TopicKind
    | PlanKind
    | AttendeeKind
)
