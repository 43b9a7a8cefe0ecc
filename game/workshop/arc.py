"""The arc of a workshop: which phase follows, what happens on the way, and how long each may take."""

from typing import TYPE_CHECKING

from game.session.phases import Phase
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import ARC, WAYS

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

SHEETS: dict[int, dict[Phase, float]] = {  # minutes of each phase; a third and more is for talking about it
    20: {
        Phase.LOBBY: 2, Phase.FIRST_QUESTION: 1, Phase.PREDICTION: 0.5, Phase.EVENING: 5, Phase.DECISIONS: 0.5,
        Phase.FOLLOW_UP: 0.5, Phase.WEEKS: 1, Phase.REVEAL: 2.5, Phase.DEBRIEF: 7,
    },
    45: {
        Phase.LOBBY: 4, Phase.FIRST_QUESTION: 2, Phase.PREDICTION: 1, Phase.EVENING: 10, Phase.DECISIONS: 1,
        Phase.FOLLOW_UP: 1.5, Phase.WEEKS: 2.5, Phase.REVEAL: 5, Phase.DEBRIEF: 18,
    },
    75: {
        Phase.LOBBY: 6, Phase.FIRST_QUESTION: 4, Phase.PREDICTION: 2, Phase.EVENING: 18, Phase.DECISIONS: 2,
        Phase.FOLLOW_UP: 3, Phase.WEEKS: 5, Phase.REVEAL: 8, Phase.DEBRIEF: 27,
    },
}  # fmt: skip
REVEAL_STEPS = ("cards", "relationships", "parts", "room", "network")
DEBRIEF_STEPS = ("feelings", "what", "so_what", "online", "now_what", "plan")
STEPS = {Phase.REVEAL: REVEAL_STEPS, Phase.DEBRIEF: DEBRIEF_STEPS}
SHORTEST_S = 20.0  # of a phase that is trimmed to make up time


def seconds_of(minutes: int, phase: Phase) -> float:
    """How long a phase takes by a run sheet."""
    return 60 * SHEETS[minutes][phase]


def trimmed(minutes: int, late_s: float) -> dict[Phase, float]:
    """Seconds of each phase when a workshop runs late: the weeks give way first, and the debrief never."""
    planned = {phase: seconds_of(minutes, phase) for phase in ARC}
    for phase in (Phase.WEEKS, Phase.FOLLOW_UP, Phase.EVENING):
        give = min(late_s, max(0.0, planned[phase] - SHORTEST_S))
        planned[phase] -= give
        late_s -= give
    return planned


def go(show: "Workshop", entry: Entry) -> None:
    """On to a phase, or back to one: `phase`; `again` for a new evening."""
    named = entry.data.get("phase")
    if named not in [phase.value for phase in ARC]:
        raise RefusedError("senseless")
    to = Phase(named)
    if ARC.index(to) > ARC.index(Phase.LOBBY) and not show.state.seated():
        raise RefusedError("nobody")
    if ARC.index(to) > ARC.index(Phase.EVENING) and show.evening is None:
        raise RefusedError("no_evening")
    enter(show, to, again=bool(entry.data.get("again")))


def enter(show: "Workshop", to: Phase, *, again: bool = False) -> None:
    """Take up a phase; what it needs is made ready."""
    state = show.state
    if to == Phase.EVENING and (show.evening is None or again or show.evening_ended):
        show.open_doors()
    elif ARC.index(to) > ARC.index(Phase.EVENING):
        show.end_evening()
    if to == Phase.DECISIONS:
        show.told.clear()  # what is decided now is told anew
    if to == Phase.WEEKS and (show.weeks is None or ARC.index(state.phase) <= ARC.index(Phase.WEEKS)):
        show.begin_weeks()  # whoever comes back to them from later finds them as they were
    back = ARC.index(to) < ARC.index(state.phase)
    state.phase, state.extra_s = to, 0
    state.step = max(0, len(STEPS.get(to, ())) - 1) if back else 0  # whoever goes back has seen what was shown
    state.stopped, state.spotlight = "", None
    state.ballots.clear()


def step(show: "Workshop", entry: Entry) -> None:
    """The next step of the reveal or the debrief, or the one before: `by`."""
    steps = STEPS.get(show.state.phase, ())
    to = show.state.step + (1 if entry.data.get("by") == 1 else -1)
    if not 0 <= to < len(steps):
        raise RefusedError("no_further")
    show.state.step = to


def stop(show: "Workshop", entry: Entry) -> None:
    """Everything stands: `how`: paused, frozen (stop and talk), or "" to go on."""
    how = entry.data.get("how")
    if how not in ("", "paused", "frozen"):
        raise RefusedError("senseless")
    show.state.stopped = str(how)


def more_time(show: "Workshop", entry: Entry) -> None:
    """A minute more, or less, for the phase: `seconds`."""
    seconds = entry.data.get("seconds")
    if type(seconds) is not int or abs(seconds) > 600:
        raise RefusedError("senseless")
    show.state.extra_s += seconds
    if show.state.phase == Phase.EVENING and show.evening is not None:
        show.evening.prolong(seconds * show.state.pace)


def settings(show: "Workshop", entry: Entry) -> None:
    """How it is played: `minutes`, `way`, `crews`, `parts`, `pace`, `think_s`; what is not named stays."""
    state, data = show.state, entry.data
    ranges = {"minutes": tuple(SHEETS), "way": WAYS, "parts": (True, False), "crews": tuple(range(1, 41))}
    for name, allowed in ranges.items():
        if name in data and (type(data[name]) is not type(allowed[0]) or data[name] not in allowed):
            raise RefusedError("senseless")
    for name, low, high in (("pace", 0.5, 12.0), ("think_s", 5.0, 120.0)):
        if name in data and not (type(data[name]) in (int, float) and low <= data[name] <= high):
            raise RefusedError("senseless")
    before_the_doors = show.evening is None
    if {"way", "crews"} & data.keys() and not before_the_doors:
        raise RefusedError("not_now")
    for name in (*ranges, "pace", "think_s"):
        if name in data:
            setattr(state, name, data[name])
    if {"crews", "parts"} & data.keys():
        show.deal()
    if show.evening is not None:
        show.evening.let_think(state.think_s * state.pace)


def light(show: "Workshop", entry: Entry) -> None:
    """The spotlight: `person` or `circle`, by number; neither puts it out."""
    for kind in ("person", "circle"):
        number = entry.data.get(kind)
        if type(number) is int and 0 <= number < 10_000:
            show.state.spotlight = (kind, number)
            return
    show.state.spotlight = None
