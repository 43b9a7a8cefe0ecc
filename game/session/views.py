"""What a role may see. The stage, a phone and a style get these and never an array they could write.

Positions are metres from the plan's top left corner, x to the right, y down; headings are unit vectors.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.model.commands import Command

Activity = Literal["outside", "walking", "idle", "talking", "drinking", "phone", "evading", "gone"]
Mood = Literal["smile", "laugh", "talk", "think", "worry", "bored", "tired", "keen"]


class PersonView(NamedTuple):
    """Somebody as the viewer sees them across the room; a tuple, for a hall of them is made at every tick."""

    id: int
    name: str  # what the viewer may call them: the name if known, else "someone"
    known: bool  # the viewer knows the name
    x: float
    y: float
    heading: tuple[float, float]
    speed: float  # metres per second of the evening
    activity: Activity
    mood: Mood
    formation: int  # -1 when alone
    speaking: bool
    listening_to: int  # id of whom they attend to, -1
    drink: bool
    player: bool


@dataclass(frozen=True, slots=True)
class FormationView:
    """A conversation circle on the floor."""

    id: int
    x: float
    y: float
    radius: float
    members: tuple[int, ...]
    mine: bool
    closed: int = -1  # the tick at which it closed ranks against somebody, while that is still to be seen
    against: int = -1  # …against whom


@dataclass(frozen=True, slots=True)
class Line:
    """Something being said, or said a moment ago."""

    tick: int
    speaker: int
    addressee: int
    act: int
    text: str
    seconds: float  # reading time on the wall clock
    mine: bool  # in the viewer's own circle
    fading: bool  # already said
    narration: bool = False  # told, not said: shown without a speaker's name


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the player could do now; `command` is submitted as it is (the session fills in the tick)."""

    key: str  # "1" … "9", "L", "Esc"
    group: Literal["ask", "tell", "give", "sell", "other"]
    label: str  # a few words: "Follow up on the sourdough"
    text: str  # the sentence that would be said
    command: Command


@dataclass(frozen=True, slots=True)
class Note:
    """A page of the notebook: what the player learned of one person."""

    person: int
    name: str
    facts: tuple[str, ...]  # whole sentences
    card: bool
    minutes: float
    mark: int  # Mark bits, 0 when undecided


@dataclass(frozen=True, slots=True)
class Step:
    """The step of a guided start at which the player is."""

    number: int  # from 1
    of: int
    until: str  # what has to be done, one of game.scenario.spec.GUIDED
    say: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """The evening as one player sees it at one tick."""

    tick: int
    clock: str  # "18:12"
    seconds_left: float
    phase: str
    me: int
    people: tuple[PersonView, ...]
    formations: tuple[FormationView, ...]
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]  # what could be said or done in the circle; empty when walking
    waiting: bool  # the clock stands until a choice is made
    notebook: tuple[Note, ...]
    met: int
    cards: int
    caption: str  # the latest thing worth noticing, in words ("Omar closed the circle."), or ""
    narration: str  # a silence in the player's circle, in words, or ""
    asked: str  # the question the player owes an answer to, with the name of who asked, or ""
    noticed: str = ""  # what kind of thing the caption tells of: "joined", "evaded_phone", …
    hint: str = ""  # what the coach would do next, from what can be seen
    comment: str = ""  # why somebody has just warmed or cooled: no player knows, a coach may say it
    step: Step | None = None  # of a guided start
