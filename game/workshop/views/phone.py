"""What one phone shows: its own avatar's part of the evening, its own answers, its own result; nobody's secrets."""

from collections.abc import Callable
from typing import Any

import numpy as np

from game.model.room.formations import Floor
from game.session import captions, clock, viewing
from game.session.evening import Evening
from game.session.notebook import notebook
from game.session.phases import Phase
from game.session.roster import name_for
from game.session.situation import situation
from game.workshop import answers
from game.workshop.arc import DEBRIEF_STEPS, REVEAL_STEPS
from game.workshop.state import Seat
from game.workshop.steering import ballot_of
from game.workshop.views.private import Part, feed_parts, private_result
from game.workshop.views.wall import lit_people
from game.workshop.workshop import MANNERS, Workshop

THINKS_S = 3.0  # seconds of the wall in which nobody notices that somebody thinks
NEAREST = 10  # people a phone names as within reach
LINES = 12  # of talk that a phone keeps in sight


def phone_parts(show: Workshop, seat: Seat, looks: int) -> list[Part]:
    """All that a phone shows, in the parts it is sent in. `looks`: whom it has opened on its feed, -1 nobody."""
    you = Part("you", fingerprint(show, seat), lambda: phone_view(show, seat))
    return [you, *feed_parts(show, seat, looks)]


def phone_view(show: Workshop, seat: Seat) -> dict[str, Any]:
    """Everything a phone needs to draw its page."""
    state, phase = show.state, show.state.phase
    view: dict[str, Any] = {
        "t": "you",
        "seat": seat.id,
        "name": seat.name,
        "avatar": seat.avatar,
        "phase": phase.value,
        "stopped": state.stopped,
        "way": state.way,
        "parts": state.parts,
        "title": show.scenario.title,
        "bot": bool(seat.bot),
    }
    if seat.role:
        view["part"] = {"role": seat.role, "plays": seat.plays}
    if show.evening is not None and seat.avatar >= 0:
        view["life"] = _life(show, seat)
    asked = _asked(show, seat)
    if asked:
        view["asked"] = asked
    if phase == Phase.EVENING and show.evening is not None and seat.avatar >= 0:
        view["room"] = _in_the_room(show, seat)
        view["lit"] = seat.avatar in lit_people(show)
        view["tally"] = state.tallies.get(str(seat.id), dict.fromkeys(answers.TALLIED, 0))
    if phase == Phase.DECISIONS and show.evening is not None and seat.avatar >= 0:
        view["people"] = _people(show.evening.seen_by(seat.avatar))
    if phase == Phase.WEEKS:
        view["feed"] = show.feed_of(seat) is not None
    if phase in (Phase.REVEAL, Phase.DEBRIEF):
        steps = REVEAL_STEPS if phase == Phase.REVEAL else DEBRIEF_STEPS
        view["step"] = steps[state.step]
        view["result"] = private_result(show, seat)
        view["plan"] = state.answer("plan", seat.id) or ""
    return view


def _life(show: Workshop, seat: Seat) -> dict[str, str]:
    """Who one is tonight."""
    person = show.evening.roster.person(seat.avatar) if show.evening else show.scenario.player
    return {
        "name": person.first_name,
        "work": person.work,
        "need": person.need.words if person.need else "",
        "offer": person.offer.words if person.offer else "",
    }


def _asked(show: Workshop, seat: Seat) -> list[dict[str, Any]]:
    """Questions open to everybody now, what may be answered, and what this seat has answered."""
    scenario, words = show.scenario, show.words
    found = []
    for question in answers.open_questions(show):
        if question == "first":
            text, choices = scenario.questions[0].ask, [answer.text for answer in scenario.questions[0].answers]
        else:
            names = {"prediction": answers.PREDICTIONS, "morning": answers.MORNINGS, "weeks": MANNERS}
            names["feeling"] = answers.FEELINGS
            text = words.text(f"workshop.ask.{question}.question")
            choices = [words.text(f"workshop.ask.{question}.{name}") for name in names.get(question, ())]
        found.append(
            {"question": question, "text": text, "choices": choices, "answer": show.state.answer(question, seat.id)}
        )
    return found


def _in_the_room(show: Workshop, seat: Seat) -> dict[str, Any]:
    party = show.evening
    if party is None:
        return {}
    me, evening = seat.avatar, party.seen_by(seat.avatar)
    standing = situation(party.world, evening.chronicle, me)
    view = {
        "clock": party.hour(party.tick),
        "met": int(_met(evening).sum()),
        "cards": _cards(evening),
        "caption": captions.caption(evening)[1],
        "near": _near(evening),
        "notes": _notes(evening),
        "ballot": ballot_of(show, seat),
    }
    if standing is not None:

        def name(who: int) -> str:
            return name_for(party.world, party.roster, show.words, me, who)

        heard = [party.lines[index] for index in evening.chronicle.heard[-LINES:]]
        view["circle"] = {
            "with": [name(who) for who in standing.others],
            "lines": [
                {"who": name(said.speaker), "text": said.text, "mine": said.speaker == me, "k": said.tick}
                for said in heard
                if said.formation == standing.formation or said.speaker == me
            ],
            "asked": captions.asked(evening),
            "told": captions.narration(evening),
            "thinking": _thinking(evening, standing.formation, show.state.pace, name),
            "speaking": standing.speaking,
            "choices": [
                {"key": c.key, "group": c.group, "label": c.label, "text": c.text, "c": list(c.command[2:7])}
                for c in viewing.choices_open(evening)
            ],
        }
    return view


def _thinking(evening: Evening, circle: int, pace: float, name: Callable[[int], str]) -> str:
    """Which human has had the floor for a while and says nothing yet: it is not held against anybody so soon."""
    f, people = evening.world.formations, evening.world.people
    holder = int(f.holder[circle])
    if f.floor[circle] != Floor.GIVEN or holder < 0 or not people.human[holder]:
        return ""
    waited_s = (evening.tick - int(f.opened[circle])) * clock.TICK_S / pace
    return name(holder) if waited_s > THINKS_S else ""


def _met(evening: Evening) -> np.ndarray:
    ties, others = evening.world.ties, np.arange(len(evening.roster.people()))
    rows = ties.index(np.int64(evening.me), others)
    met: np.ndarray = ties.met[rows] & ~ties.prior[rows] & (others != evening.me)
    return met


def _cards(evening: Evening) -> int:
    ties, others = evening.world.ties, np.arange(len(evening.roster.people()))
    rows = ties.index(np.int64(evening.me), others)
    return int((ties.card[rows] & (others != evening.me)).sum())


def _near(evening: Evening) -> list[dict[str, Any]]:
    """Whom one could walk up to, the nearest first."""
    world, me = evening.world, evening.me
    people, size = world.people, len(evening.roster.people())
    here = np.flatnonzero(people.present[:size] & (np.arange(size) != me))
    if people.formation[me] >= 0:
        here = here[people.formation[here] != people.formation[me]]
    metres = np.hypot(people.x[here] - people.x[me], people.y[here] - people.y[me])
    order = np.argsort(metres, kind="stable")[:NEAREST]
    found = []
    for who, far in zip(here[order].tolist(), metres[order].tolist(), strict=True):
        circle = int(people.formation[who])
        others = int(world.formations.size[circle]) - 1 if circle >= 0 else 0
        known = name_for(world, evening.roster, evening.words, me, who)
        name = evening.roster.person(who).first_name if people.player[who] else known
        found.append({"id": who, "name": name, "with": others, "m": round(far)})
    return found


def _notes(evening: Evening) -> list[dict[str, Any]]:
    pages = notebook(evening.world, evening.roster, evening.words, evening.me)
    return [{"id": page.person, "name": page.name, "facts": page.facts, "card": page.card} for page in pages]


def _people(evening: Evening) -> list[dict[str, Any]]:
    pages = notebook(evening.world, evening.roster, evening.words, evening.me)
    someone = evening.words.text("session.someone")
    return [{"id": p.person, "name": p.name or someone, "facts": p.facts[:3], "mark": p.mark} for p in pages]


def fingerprint(show: Workshop, seat: Seat) -> tuple[Any, ...]:
    """Changes whenever what the phone shows may have changed; cheap, so that it can be asked often."""
    state, party = show.state, show.evening
    mine = (
        state.parts,
        state.spotlight,
        state.way,
        state.phase,
        state.stopped,
        state.step,
        seat.name,
        seat.avatar,
        seat.role,
        seat.plays,
        seat.bot,
    )
    given = tuple(given.get(str(seat.id)) for given in state.answers.values())
    if party is None or seat.avatar < 0 or state.phase != Phase.EVENING:
        decided = show.marks_of(seat) if state.phase == Phase.DECISIONS else b""
        return (*mine, *given, len(show.told), decided, show.feed_of(seat) is not None)
    world, me = party.world, seat.avatar
    circle = int(world.people.formation[me])
    f = world.formations
    talk = (
        (int(f.floor[circle]), int(f.holder[circle]), int(f.turns[circle]), int(f.size[circle]), int(f.opened[circle]))
        if circle >= 0
        else ((party.tick + seat.id) // 8,)
    )
    ballot = len(state.ballots.get(str(me), {}).get("votes", ()))
    counted = tuple(state.tallies.get(str(seat.id), {}).values())
    heard = len(party.chronicles[me].heard)
    return (
        *mine,
        circle,
        *talk,
        heard,
        ballot,
        *counted,
        (party.tick + 5 * seat.id) // 16,
        int(world.people.bid_do[me]),
    )
