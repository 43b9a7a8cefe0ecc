"""What the wall shows: nothing private, and always how to come in."""

from typing import Any

from game.session import clock, viewing
from game.session.journal import Said
from game.session.party import Party
from game.session.party_told import cards
from game.session.phases import Phase
from game.session.weeks import showing
from game.workshop.answers import PREDICTIONS
from game.workshop.views.debrief import debrief_of
from game.workshop.views.reveal import board, reveal_of
from game.workshop.workshop import Workshop

LINES = 3


def wall_view(show: Workshop, url: str, left_s: float, *, stuck: bool = False) -> dict[str, Any]:
    """Everything the wall needs; `url` is where phones come in, `left_s` what is left of the phase.

    `stuck`: nothing can be written down, and everything waits until it can.
    """
    state, scenario, phase = show.state, show.scenario, show.state.phase
    seated = state.seated()
    view: dict[str, Any] = {
        "t": "wall",
        "phase": phase.value,
        "stopped": state.stopped,
        "stuck": stuck,
        "title": scenario.title,
        "code": state.code,
        "url": url,
        "locked": state.locked,
        "heads": [seat.name for seat in seated],
        "left": round(left_s),
        "way": state.way,
        "parts": state.parts,
    }
    if poll := poll_of(show, phase):
        view["poll"] = poll
    if show.evening is not None and phase in (Phase.EVENING, Phase.DECISIONS):
        view |= {"clock": show.evening.hour(show.evening.tick), "board": board(show, cards(show.evening))}
        view["light"] = _light(show, show.evening)
    if phase == Phase.DECISIONS:
        view["decided"] = [sum(any(show.marks_of(seat)) for seat in seated), len(seated)]
    if phase == Phase.FOLLOW_UP:
        view["chosen"] = [len(show.state.answers.get("weeks", {})), len(seated)]
    if phase == Phase.WEEKS and show.weeks is not None:
        view["weeks"] = _weeks(show)
    if phase == Phase.REVEAL:
        view["reveal"] = reveal_of(show)
    if phase == Phase.DEBRIEF:
        view["debrief"] = debrief_of(show)
    return view


def poll_of(show: Workshop, phase: Phase) -> dict[str, Any] | None:
    """What everybody is asked in a phase, and how many gave each answer; None where the wall asks nothing."""
    if phase == Phase.FIRST_QUESTION and show.scenario.questions:
        question = show.scenario.questions[0]
        return _poll(show, "first", question.ask, [answer.text for answer in question.answers])
    if phase == Phase.PREDICTION:
        names = [show.words.text(f"workshop.ask.prediction.{name}") for name in PREDICTIONS]
        return _poll(show, "prediction", show.words.text("workshop.ask.prediction.question"), names)
    return None


def _poll(show: Workshop, question: str, text: str, choices: list[str]) -> dict[str, Any]:
    given = list(show.state.answers.get(question, {}).values())
    return {"question": text, "choices": choices, "votes": [given.count(n) for n in range(len(choices))]}


def lit_circles(show: Workshop) -> set[int]:
    """The circle the spotlight is on, or in which whoever it is on stands."""
    if show.state.spotlight is None or show.evening is None:
        return set()
    kind, number = show.state.spotlight
    if kind == "circle":
        return {number}
    formation = show.evening.world.people.formation
    return {int(formation[number])} - {-1} if number < len(formation) else set()


def lit_people(show: Workshop) -> list[int]:
    """Attendees in the light: a circle, or somebody with whoever they talk to."""
    if show.state.spotlight is None or show.evening is None:
        return []
    formations = show.evening.world.formations
    found = [int(m) for c in lit_circles(show) if c < len(formations.size) for m in formations.members[c] if m >= 0]
    kind, number = show.state.spotlight
    alone = kind == "person" and not found and number < len(show.evening.roster.people())
    return [number] if alone else found


def _light(show: Workshop, party: Party) -> dict[str, Any] | None:
    """Whom the spotlight is on, and what is being said there."""
    members, circles = lit_people(show), lit_circles(show)
    if not members:
        return None
    lines = [line for line in party.lines[-400:] if line.formation in circles and line.speaker in members][-LINES:]
    return {
        "who": members,
        "names": [party.roster.person(who).first_name for who in members],
        "lines": [_line(party, line) for line in lines],
    }


def _line(party: Party, line: Said) -> dict[str, Any]:
    seen = viewing.as_line(line, mine=True, fading=False)
    who = "" if seen.narration else party.roster.person(line.speaker).first_name
    return {"who": who, "text": line.text, "k": line.tick}


def _weeks(show: Workshop) -> dict[str, Any]:
    lived = show.weeks
    if lived is None:
        return {}
    told = list(show.weeks_told().values())
    return {
        "day": min(showing.day(lived.net.tick), show.scenario.weeks.days),
        "days": show.scenario.weeks.days,
        "over": lived.over,
        "followers": sum(w.followers for w in told),
        "posts": sum(w.posts for w in told),
        "starts": clock.of_day(show.scenario.evening.starts, 0),
    }
