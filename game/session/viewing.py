"""A player's view of the evening, put together: people, circles, lines, choices, notebook, caption."""

from collections.abc import Callable, Collection

import numpy as np

from game.model.acts import Act
from game.model.room.formations import Floor
from game.session import captions, clock, coaching, guide
from game.session.choices import choices
from game.session.evening import Evening
from game.session.journal import Said
from game.session.notebook import notebook
from game.session.project import formations_seen, hears, people_seen
from game.session.situation import situation
from game.session.views import Choice, Line, RoomView
from game.talk.template import is_narration

FADING_TICKS = 12  # a line stays readable this long after it was said
_LONGEST_TURN = 200  # ticks


def room_view(evening: Evening, phase: str, waiting: bool) -> RoomView:
    """The room at this tick, as the player sees it."""
    world, me, roster, words = evening.world, evening.me, evening.roster, evening.words
    others = np.flatnonzero(np.arange(len(roster.people())) != me)
    mine = world.ties.index(np.int64(me), others)
    mine = mine[~world.ties.prior[mine]]  # known before: not met this evening
    noticed, caption = captions.caption(evening)
    return RoomView(
        tick=world.tick,
        clock=evening.hour(world.tick),
        seconds_left=max(0.0, (world.end - world.tick) * clock.TICK_S),
        phase=phase,
        me=me,
        people=people_seen(world, roster, words, me),
        formations=formations_seen(world, me),
        lines=lines_heard(evening),
        choices=choices_open(evening),
        waiting=waiting,
        notebook=notebook(world, roster, words, me),
        met=int(world.ties.met[mine].sum()),
        cards=int(world.ties.card[mine].sum()),
        caption=caption,
        narration=captions.narration(evening),
        asked=captions.asked(evening),
        noticed=noticed,
        hint=coaching.hint(evening),
        comment=coaching.comment(evening),
        step=guide.step(evening),
    )


def choices_open(evening: Evening) -> tuple[Choice, ...]:
    """What the player could say now; nothing when walking or leaving, or when a style plays."""
    people, me = evening.world.people, evening.me
    standing = situation(evening.world, evening.chronicle, me)
    if standing is None or people.parting[me] or not people.human[me]:
        return ()
    return choices(standing, evening.words, evening.preview, evening.label)


def lines_heard(evening: Evening) -> tuple[Line, ...]:
    """What is being said within hearing, and what was a moment ago; one line a circle. Silence is no line."""
    own = int(evening.world.people.formation[evening.me])
    return lines_of(evening, lambda circle: hears(evening.world, evening.me, circle), (own,))


def lines_of(evening: Evening, heard: Callable[[int], bool], mine: Collection[int]) -> tuple[Line, ...]:
    """The same of the circles that are `heard`; those `mine` are the viewer's own."""
    world = evening.world
    latest: dict[int, Said] = {}
    for said in reversed(evening.chronicle.lines):
        if said.tick < world.tick - _LONGEST_TURN:
            break
        latest.setdefault(said.formation, said)
    seen = []
    for formation, said in latest.items():
        if said.act == Act.SILENCE:
            continue
        under_way = bool(world.formations.floor[formation] == Floor.HELD)
        ended = int(world.formations.until[formation])
        if (under_way or world.tick <= ended + FADING_TICKS) and heard(formation):
            seen.append(as_line(said, mine=formation in mine, fading=not under_way))
    return tuple(sorted(seen, key=lambda line: line.tick))


def as_line(said: Said, *, mine: bool, fading: bool) -> Line:
    """A line of the journal as a view shows it."""
    seconds = clock.reading_seconds(said.text)
    told = is_narration(said.text)
    return Line(said.tick, said.speaker, said.addressee, said.act, said.text, seconds, mine, fading, told)


def history(evening: Evening) -> tuple[Line, ...]:
    """All that was said in the player's circles, oldest first."""
    lines = evening.chronicle.lines
    return tuple(as_line(lines[index], mine=True, fading=True) for index in evening.chronicle.heard)


def rate(evening: Evening, pace: float) -> float:
    """Seconds of the evening per wall second: walking at the pace, talk in one's circle at reading speed."""
    f = evening.world.formations
    own = int(evening.world.people.formation[evening.me])
    if own < 0 or f.floor[own] != Floor.HELD or not evening.chronicle.heard:
        return pace
    line = evening.chronicle.lines[evening.chronicle.heard[-1]]
    takes = float(f.until[own] - f.started[own]) * clock.TICK_S
    read = clock.own_seconds if line.speaker == evening.me else clock.reading_seconds
    return clock.talking_rate([(takes, read(line.text))], pace)
