"""A player's view of the evening, put together: people, circles, lines, choices, notebook, caption."""

from typing import Any

from numpy.typing import NDArray

from game.model.events import Evasion, Event
from game.model.room.formations import Floor
from game.session import clock
from game.session.choices import choices
from game.session.evening import Evening
from game.session.journal import Said
from game.session.notebook import notebook
from game.session.project import formations_seen, hears, people_seen
from game.session.roster import name_for, tie
from game.session.situation import situation
from game.session.views import Choice, Line, RoomView
from game.talk.template import is_narration

FADING_TICKS = 12  # a line stays readable this long after it was said
CAPTION_TICKS = 16  # a caption stays this long
_LONGEST_TURN = 200  # ticks
_LAST_EVENTS = 40

_EVADED = {
    Evasion.MOVED_OFF: "evaded_moved",
    Evasion.TURNED_AWAY: "evaded_turned",
    Evasion.PHONE: "evaded_phone",
    Evasion.DRINK: "evaded_drink",
}


def room_view(evening: Evening, phase: str, waiting: bool) -> RoomView:
    """The room at this tick, as the player sees it."""
    world, me, roster, words = evening.world, evening.me, evening.roster, evening.words
    mine = [tie(world, me, other) for other in range(len(roster.people())) if other != me]
    mine = [row for row in mine if not world.ties.prior[row]]  # known before: not met this evening
    return RoomView(
        tick=world.tick,
        clock=clock.of_day(evening.scenario.evening.starts, world.tick),
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
        caption=caption(evening),
    )


def choices_open(evening: Evening) -> tuple[Choice, ...]:
    """What the player could say now; nothing when walking, or when a style plays."""
    standing = situation(evening.world, evening.chronicle, evening.me)
    if standing is None or not evening.world.people.human[evening.me]:
        return ()
    return choices(standing, evening.words, evening.preview, evening.label)


def lines_heard(evening: Evening) -> tuple[Line, ...]:
    """What is being said within hearing, and what was a moment ago; one line a circle."""
    world = evening.world
    own = int(world.people.formation[evening.me])
    latest: dict[int, Said] = {}
    for said in reversed(evening.chronicle.lines):
        if said.tick < world.tick - _LONGEST_TURN:
            break
        latest.setdefault(said.formation, said)
    seen = []
    for formation, said in latest.items():
        under_way = bool(world.formations.floor[formation] == Floor.HELD)
        ended = int(world.formations.until[formation])
        if (under_way or world.tick <= ended + FADING_TICKS) and hears(world, evening.me, formation):
            seen.append(as_line(said, mine=formation == own, fading=not under_way))
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
    return clock.talking_rate([(takes, clock.reading_seconds(line.text))], pace)


def caption(evening: Evening) -> str:
    """The latest thing worth noticing, "" when nothing is."""
    for row in reversed(evening.chronicle.events()[-_LAST_EVENTS:]):
        if row["tick"] < evening.tick - CAPTION_TICKS:
            return ""
        told = _noticed(row, evening.me)
        if told is not None:
            key, who = told
            name = name_for(evening.world, evening.roster, evening.words, evening.me, who)
            pronoun = evening.roster.person(who).pronoun
            text = evening.words.text(f"session.caption.{key}", name=name, pronoun=pronoun)
            return text[:1].upper() + text[1:]
    return ""


def _noticed(row: NDArray[Any], me: int) -> tuple[str, int] | None:
    """The caption an event deserves and whom it is about."""
    kind, actor, other = Event(int(row["kind"])), int(row["actor"]), int(row["other"])
    if kind == Event.CLOSED and actor == me:
        return "closed", other
    if kind == Event.DECLINED and actor == me:
        return "declined", other
    if kind == Event.EVADED and other == me:
        return _EVADED[Evasion(int(row["value"]))], actor
    if kind == Event.FORMED and other == me:
        return "approached", actor
    if kind == Event.JOINED and actor != me:
        return "joined", actor
    if kind == Event.LEFT and actor != me:
        return "left", actor
    if kind == Event.CARD and actor == me:
        return "card", other
    if kind == Event.LEARNED and actor == me:
        return "learned", other
    return None
