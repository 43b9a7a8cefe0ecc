"""One encounter tried out: these two, on this topic, from this tie; what they say, and what they make of each other.

Nothing of it is a rule of its own. The two stand in the scenario's own room, as if the first had just walked up to the
second, and go on by their own styles until one of them leaves or the time is up; everybody else stays at home.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.errors import GameError
from game.model.acts import Act, Item
from game.model.commands import Command, Do
from game.model.events import Event
from game.model.room import circle
from game.model.space.slots import free_spot
from game.model.world import World
from game.scenario.check import nearest
from game.scenario.spec import Person, Scenario
from game.session import opening
from game.session.clock import TICK_S
from game.session.evening import Evening
from game.session.journal import Said
from game.session.roster import tie as tie_row
from game.session.twins import name_of
from game.session.why import TOO_SMALL, Weighed, times_in_words, weighed
from game.talk.reasons import because
from game.talk.template import capital
from game.talk.words import Words

PLAYER = "player"  # the key of whoever plays
AS_WRITTEN = ""  # they know each other if the scenario says so
SECONDS = 180.0
PLAYED_BY = "ordinary"  # how the player talks, if the player is one of the two
Rows = NDArray[Any]

_MET_MIN = 5.0  # who has met tonight has talked for so long
_APART_M = 0.4  # from the middle between them


@dataclass(frozen=True, slots=True)
class Tie:
    """How the two stand before they talk; liking in sd, −3 … 3."""

    met: bool = False  # they have talked this evening
    friends: bool = False  # they knew each other before it
    one_likes: float = 0.0
    two_likes: float = 0.0
    pitches: int = 0  # times the first has pitched to the second


TIES: dict[str, Tie] = {
    "strangers": Tie(),
    "met": Tie(met=True),
    "liked": Tie(met=True, one_likes=1.0, two_likes=1.0),
    "cool": Tie(met=True, one_likes=-0.6, two_likes=-0.6),
    "pitched": Tie(met=True, two_likes=-0.4, pitches=1),
    "friends": Tie(friends=True, one_likes=0.5, two_likes=0.5),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said."""

    at_s: float  # seconds since they met
    key: str  # of whoever says it; PLAYER of the player
    speaker: str  # their name
    act: str  # "ask", "pitch"; see game.model.acts
    text: str


@dataclass(frozen=True, slots=True)
class Because:
    """One reason for which somebody's liking moved, all its times together."""

    sentence: str
    weight: float  # of liking, and half of trust


@dataclass(frozen=True, slots=True)
class Feeling:
    """What one of the two makes of the other; liking in sd, −3 … 3."""

    key: str
    name: str
    about: str  # the other's name
    before: float
    after: float
    reasons: tuple[Because, ...]  # the weightiest first


@dataclass(frozen=True, slots=True)
class Encounter:
    """An encounter that has been."""

    seed: int
    lines: tuple[Line, ...]
    feelings: tuple[Feeling, Feeling]  # of the first about the second, and back
    seconds: float  # how long it went
    left: str  # the name of whoever left, "" when they would still be talking


def play(
    scenario: Scenario,
    one: str,
    two: str,
    *,
    words: Words,
    topic: str = "",
    tie: str | Tie = AS_WRITTEN,
    seed: int = 1,
    seconds: float = SECONDS,
    style: str = PLAYED_BY,
) -> Encounter:
    """Let `one` walk up to `two`, and with a `topic` (its id) begin by asking about it.

    People go by key, name or given name, the player by PLAYER too; `tie` is one of TIES or a Tie of your own; `style`
    plays the player. Raises GameError for somebody, a topic or a tie that is not there.
    """
    evening = Evening(scenario, seed, style, words)
    pair = _find(evening, one), _find(evening, two)
    if pair[0] == pair[1]:
        raise GameError("encounter", "two people", f'"{one}" twice')
    first = _question(scenario, pair, topic) if topic else None
    _alone(evening.world, pair)
    if tie != AS_WRITTEN:
        _know(evening.world, pair, tie if isinstance(tie, Tie) else _named(tie))
    ways = pair, pair[::-1]
    before = [_liking(evening.world, *way) for way in ways]
    reasons, left = _talk(evening, pair, first, round(seconds / TICK_S))
    there, back = (_feeling(evening, *way, liked, reasons) for way, liked in zip(ways, before, strict=True))
    return Encounter(
        seed=seed,
        lines=tuple(_line(evening, said) for said in evening.lines),
        feelings=(there, back),
        seconds=evening.tick * TICK_S,
        left=evening.roster.person(left).name if left >= 0 else "",
    )


def _find(evening: Evening, named: str) -> int:
    found = opening.PLAYER if named == PLAYER else evening.roster.find(named)
    if found is None:
        near = nearest(named, [person.name for person in evening.roster.people()])
        raise GameError("encounter", "somebody of the scenario", f'"{named}"', near)
    return found


def _named(tie: str) -> Tie:
    if tie not in TIES:
        raise GameError("tie", f"one of {', '.join(TIES)}", f'"{tie}"', nearest(tie, TIES))
    return TIES[tie]


def _question(scenario: Scenario, pair: tuple[int, int], topic: str) -> Command:
    topics = [known.id for known in scenario.topics]
    if topic not in topics:
        raise GameError("topic", f"one of {', '.join(topics)}", f'"{topic}"', nearest(topic, topics))
    return Command(0, pair[0], Do.SAY, pair[1], Act.ASK, Item.TOPIC + topics.index(topic))


def _alone(world: World, pair: tuple[int, int]) -> None:
    """Nobody but the two is there, in the middle of the room, until the end."""
    people, plan, who = world.people, world.plan, list(pair)
    people.expected[:] = people.present[:] = False
    people.expected[who] = people.present[who] = True
    people.leaves[who] = world.end + 1
    middle = np.array([plan.width_m / 2, plan.height_m / 2], np.float32)
    x, y = free_spot(plan, middle[:1], middle[1:])
    people.x[who], people.y[who] = x + np.array([-_APART_M, _APART_M], np.float32), y


def _know(world: World, pair: tuple[int, int], tie: Tie) -> None:
    """Put the tie in the place of what the scenario says."""
    one, two = pair
    for row in (tie_row(world, one, two), tie_row(world, two, one)):
        for name, column in world.ties.columns.items():
            getattr(world.ties, name)[row] = column.fill
        if tie.met or tie.friends:
            _acquaint(world, row, tie.friends)
    if tie.met or tie.friends:
        world.ties.liking[tie_row(world, one, two)] = tie.one_likes
        world.ties.liking[tie_row(world, two, one)] = tie.two_likes
        world.ties.pitches[tie_row(world, two, one)] = tie.pitches


def _acquaint(world: World, row: int, friends: bool) -> None:
    """One holds about the other what those hold who have talked tonight, or are friends."""
    ties, params = world.ties, world.params
    ties.met[row], ties.prior[row] = True, friends
    ties.trust[row] = params.prior_trust if friends else 0
    ties.minutes[row] = params.prior_minutes if friends else _MET_MIN
    ties.known[row] = 1 << Item.NAME | 1 << Item.WORK | friends << Item.OFFER


def _liking(world: World, of: int, about: int) -> float:
    return float(world.ties.liking[tie_row(world, of, about)])


def _talk(evening: Evening, pair: tuple[int, int], first: Command | None, ticks: int) -> tuple[Rows, int]:
    """Let them talk for so many ticks at most; REASON rows of all of it, and who left (-1 nobody)."""
    world, commands = evening.world, [first] if first else []
    one, two = (np.array([who]) for who in pair)
    circle.open_between(world, one, two, np.zeros(1, np.bool_))
    reasons = [world.log.reasons()]
    while evening.tick < min(ticks, world.end):
        evening.step(commands)
        commands = []
        reasons.append(world.log.reasons())
        events = world.log.events()
        gone = events["actor"][events["kind"] == Event.LEFT]
        if len(gone):
            return np.concatenate(reasons), int(gone[0])
    return np.concatenate(reasons), -1


def _key(evening: Evening, who: int) -> str:
    return PLAYER if who == opening.PLAYER else evening.roster.person(who).key


def _line(evening: Evening, said: Said) -> Line:
    speaker = evening.roster.person(said.speaker)
    return Line((said.tick - 1) * TICK_S, _key(evening, said.speaker), speaker.name, name_of(said.act), said.text)


def _feeling(evening: Evening, of: int, about: int, before: float, reasons: Rows) -> Feeling:
    person, other = evening.roster.person(of), evening.roster.person(about)
    mine = reasons[(reasons["of"] == of) & (reasons["about"] == about)]
    told = tuple(
        Because(_sentence(evening.words, person, other, part), part.weight)
        for part in weighed(mine)
        if abs(part.weight) >= TOO_SMALL
    )
    return Feeling(_key(evening, of), person.name, other.name, before, _liking(evening.world, of, about), told)


def _sentence(words: Words, person: Person, other: Person, part: Weighed) -> str:
    """One reason, of two who are both spoken of by name."""
    reason = because(words, part.rule, person, other, good=part.weight >= 0)
    key = "counted" if part.times > 1 else "sentence"
    return capital(words.text(f"session.why.{key}", reason=reason, times=times_in_words(words, part.times)))
