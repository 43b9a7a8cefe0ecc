"""What came of one avatar's evening and weeks: for the phone of whoever steered it, and for nobody else."""

from typing import Any

from game.session import debriefing
from game.session.debrief import Debrief
from game.workshop.arc import REVEAL_STEPS
from game.workshop.state import Seat
from game.workshop.workshop import Workshop


def tell_one(show: Workshop) -> bool:
    """Tell one more avatar's story, if any is untold: it takes a moment, so one at a time. False when all are told."""
    if show.evening is None or not show.evening_ended:
        return False
    for avatar in show.avatars():
        if avatar not in show.told:
            evening = show.evening.seen_by(avatar)
            seats = show.state.crew_of(avatar)
            first = next((show.state.answer("first", seat.id) for seat in seats), None)
            answers = show.scenario.questions[0].answers if show.scenario.questions else ()
            said = answers[first].text if first is not None else ""
            show.told[avatar] = _result(show, debriefing.debrief(evening, "", said, None))
            return True
    return False


def _result(show: Workshop, told: Debrief) -> dict[str, Any]:
    """What the people of the scenario thought; of other humans only what they said themselves, by deciding."""
    t, humans = told.totals, set(show.avatars())
    kinds = ("friend", "business", "referral")
    computed = [person for person in told.people if person.person not in humans]
    return {
        "headline": told.headline,
        "cards": t.cards,
        "met": t.met,
        "relationships": t.relationships,
        "asked": t.asked,
        "followed_up": t.followed_up,
        "pitches": t.pitches,
        "people": [
            {"name": p.name, "kinds": p.kinds, "sentence": p.sentence, "kept": bool(set(p.kinds) & set(kinds))}
            for p in told.people
            if p.person not in humans or "avoided" not in p.kinds
        ],
        "avoided_by": [person.name for person in computed if "avoided" in person.kinds],
        "moments": [
            {"clock": m.clock, "name": m.name, "quote": m.quote, "why": m.reasons, "twin": m.twin}
            for m in told.moments
            if m.person not in humans
        ],
        "twins": [twin.sentence for twin in told.twins[:5]],
        "tries": told.tries,
        "first": told.first_revisited,
        "tomorrow": [{"name": s.name, "text": s.text} for s in told.story.tomorrow if s.met and s.person not in humans][
            :6
        ],
    }


def private_result(show: Workshop, seat: Seat) -> dict[str, Any] | None:
    """The result as far as the facilitator has revealed it; None while it is still being told."""
    told = show.told.get(seat.avatar)
    if told is None:
        return None
    steps = REVEAL_STEPS if show.state.phase.value == "debrief" else REVEAL_STEPS[: show.state.step + 1]
    view: dict[str, Any] = {"cards": told["cards"], "met": told["met"]}
    if "relationships" in steps:
        view |= {key: told[key] for key in ("headline", "relationships", "people", "tomorrow")}
    if "room" in steps:
        view |= {key: told[key] for key in ("avoided_by", "moments", "asked", "followed_up", "pitches", "first")}
    if "network" in steps:
        view |= {"twins": told["twins"], "tries": told["tries"], "weeks": _weeks(show, seat)}
    return view


def _weeks(show: Workshop, seat: Seat) -> dict[str, Any] | None:
    lived = show.weeks_told().get(seat.avatar)
    if lived is None:
        return None
    manner, _ = show.state.lived[str(seat.avatar)]
    named = show.words.text(f"workshop.ask.weeks.{manner}") if manner in show.manners else ""
    return {
        "manner": named,
        "followers": lived.followers,
        "posts": lived.posts,
        "promotions": lived.promotions,
        "relationships": lived.relationships,
        "answered": [round(lived.answered_first, 1), round(lived.answered_last, 1)],
    }
