"""The evening as it went: where the player stood and with whom, who turned away, and how warm the room was."""

import numpy as np

from game.model.acts import QUESTIONS, Act
from game.model.events import Event
from game.session import clock
from game.session.debrief import Doing, Stay, Story, Turned
from game.session.evening import Evening
from game.session.places import Track, places
from game.session.tomorrow import sayings

GAP_TICKS = 60  # a circle left for less than a quarter of a minute is the same one
_TURNED = {Event.EVADED: "evaded", Event.CLOSED: "closed", Event.DECLINED: "declined"}
GROUPS: dict[int, str] = {  # what the player does, in the four kinds that choices have
    **dict.fromkeys((*QUESTIONS, Act.PARAPHRASE), "ask"),
    **dict.fromkeys((Act.ANSWER, Act.SHARE), "tell"),
    **dict.fromkeys((Act.OFFER, Act.INTRODUCE, Act.REMEMBER, Act.PRAISE), "give"),
    **dict.fromkeys((Act.PITCH, Act.BOAST, Act.CARD), "sell"),
}
_SAME_MINUTE = 1.0  # one turning away a minute of one person is enough to show


def story(evening: Evening) -> Story:
    """The story of an evening that is over."""
    track = evening.chronicle.track()
    turned = _turned(evening, track)
    return Story(
        minutes=evening.minutes,
        path=tuple((float(x), float(y)) for x, y in track[:, 1:3]),
        places=places(evening, track, turned),
        stays=_stays(evening, track),
        doings=_doings(evening),
        turned=turned,
        warmth=_warmth(evening),
        tomorrow=sayings(evening),
    )


def _stays(evening: Evening, track: Track) -> tuple[Stay, ...]:
    open_: dict[int, list[float]] = {}
    done: list[Stay] = []

    def shut(person: int) -> None:
        first, last = open_.pop(person)
        done.append(Stay(person, evening.roster.person(person).first_name, clock.minutes(first), clock.minutes(last)))

    for row in track:
        tick = float(row[0])
        for person in [who for who, (_, last) in open_.items() if tick - last > GAP_TICKS]:
            shut(person)
        for who in row[3:]:
            if who >= 0:
                open_.setdefault(int(who), [tick, tick])[1] = tick
    for person in list(open_):
        shut(person)
    return tuple(sorted(done, key=lambda stay: (stay.start, stay.person)))


def _doings(evening: Evening) -> tuple[Doing, ...]:
    mine = (line for line in evening.chronicle.lines if line.speaker == evening.me and line.act in GROUPS)
    return tuple(Doing(clock.minutes(line.tick), GROUPS[line.act]) for line in mine)


def _turned(evening: Evening, track: Track) -> tuple[Turned, ...]:
    found: list[Turned] = []
    for row in evening.chronicle.events():
        kind = Event(int(row["kind"]))
        if kind not in _TURNED or not len(track):
            continue
        mine = int(row["other"] if kind == Event.EVADED else row["actor"])
        who = int(row["actor"] if kind == Event.EVADED else row["other"])
        minute = clock.minutes(row["tick"])
        again = any(t.person == who and minute - t.minute < _SAME_MINUTE for t in found)
        if mine != evening.me or who < 0 or again:
            continue
        at = track[np.abs(track[:, 0] - row["tick"]).argmin()]
        name = evening.roster.person(who).first_name
        found.append(Turned(who, name, minute, float(at[1]), float(at[2]), _TURNED[kind]))
    return tuple(found)


def _warmth(evening: Evening) -> tuple[tuple[float, float], ...]:
    """The mean liking of those met so far: it rises and falls, where a sum over everybody would only grow."""
    liking: dict[int, float] = {}
    met: set[int] = set()
    curve = {0: 0.0}
    for tick, person, moved in _steps(evening):
        if moved is None:
            met.add(person)
        else:
            liking[person] = liking.get(person, 0.0) + moved
        if met:
            curve[tick] = sum(liking.get(who, 0.0) for who in met) / len(met)
    return tuple((clock.minutes(tick), value) for tick, value in curve.items())


def _steps(evening: Evening) -> list[tuple[int, int, float | None]]:
    """Tick, person, and how far their liking moved; None for the tick in which the player met them."""
    rows, events, me = evening.chronicle.reasons(about=evening.me), evening.chronicle.events(Event.MET), evening.me
    moved = [(int(row["tick"]), int(row["of"]), float(row["liking"])) for row in rows]
    met = [(int(e["tick"]), int(e["other"] if e["actor"] == me else e["actor"]), None) for e in events]
    return sorted([*met, *moved], key=lambda step: step[0])
