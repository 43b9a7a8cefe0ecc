"""What the player sees of the network. The stage and a phone get these and never an array they could write.

How many relationships there are is not among it: a network shows followers, and so does the screen, until asked.
"""

from dataclasses import dataclass
from typing import Literal

from game.model.commands import Command

Kind = Literal["post", "reply", "answer", "sent", "news"]
FeedBond = Literal["", "client", "supplier", "lost"]
Group = Literal["answer", "ask", "give", "tell", "sell", "other"]


@dataclass(frozen=True, slots=True)
class FeedPerson:
    """Somebody on the network, as the player knows them."""

    id: int  # row of the audience; guests of the evening have the index they had there
    name: str
    guest: bool  # was at the evening, and has the face they had there
    met: bool  # the player has exchanged words with them, there or here
    facts: tuple[str, ...]  # what the player knows of them, whole sentences
    said: str  # what they said to the player last and is unanswered, "" nothing
    asks: bool  # …and it ends in a question
    ago: str  # "2 hours ago", "" if never
    awake: bool
    follows: bool
    ignored: bool  # muted by the player
    bond: FeedBond  # what they are to the player's business


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of the timeline."""

    tick: int
    when: str  # "Day 3, 21:00"
    kind: Kind
    person: int  # whose words these are; the player's id (0) for the player's; -1 nobody's
    name: str
    text: str
    thread: int  # number of the post it belongs to, -1 none
    responses: int = 0  # to a post
    shown: int = 0  # how many were shown it
    twin: str = ""  # what it would be in the room, a sentence; "" nothing


@dataclass(frozen=True, slots=True)
class FeedChoice:
    """Something the player could do now, and what it takes."""

    key: str  # "1" … "9"
    group: Group
    label: str
    text: str  # the words it would be done in, "" for deeds without
    minutes: float
    command: Command


@dataclass(frozen=True, slots=True)
class FeedView:
    """The screen of one look-in."""

    tick: int
    day: int  # 1 …
    days: int
    clock: str  # "21:00"
    network: str  # "LinkedIn"
    left_min: float  # of the time for today
    day_min: float
    followers: int  # as the network counts, bought ones included
    new_followers: int  # since yesterday
    awake: float  # share of the followers who are awake
    pyjamas: bool  # the player ought to be asleep
    items: tuple[FeedItem, ...]  # newest first, at most 80
    inbox: tuple[FeedPerson, ...]  # who waits for an answer, longest first
    people: tuple[FeedPerson, ...]  # everybody the player knows or comes across now, guests first
    public: tuple[FeedChoice, ...]  # posts and what else is done to nobody in particular
    caption: str  # what has just happened, "" nothing
    phase: str
