"""What phones answer when everybody is asked: the first question, the prediction, the plan …"""

from typing import TYPE_CHECKING, Any

from game.session.phases import Phase
from game.workshop.entry import Entry, RefusedError
from game.workshop.names import sentence

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

PREDICTIONS = ("yes", "no")  # will most cards mean most relationships?
MORNINGS = ("personal", "useful", "mass", "nothing")  # what becomes of the cards
FEELINGS = ("heard", "curious", "tired", "used", "amused", "left_out")
LONGEST_PLAN = 280
TALLIED = ("question", "follow_up", "pitch")
MOST_TALLIED = 999


def answer(show: "Workshop", entry: Entry) -> None:
    """A seat answers the question of the phase: `answer`, a number of a choice, or words for the plan."""
    if show.state.seat(entry.seat) is None:
        raise RefusedError("no_such_seat")
    question = str(entry.data.get("question"))
    value = _checked(show, question, entry.data.get("answer"))
    show.state.answers.setdefault(question, {})[str(entry.seat)] = value


def _checked(show: "Workshop", question: str, value: Any) -> Any:
    choices = open_questions(show).get(question)
    if choices is None:
        raise RefusedError("not_now")
    if question == "plan":
        if not isinstance(value, str):
            raise RefusedError("senseless")
        return sentence(value, LONGEST_PLAN)
    if type(value) is not int or not 0 <= value < choices:
        raise RefusedError("senseless")
    return value


def open_questions(show: "Workshop") -> dict[str, int]:
    """What can be answered now, and among how many choices."""
    phase = show.state.phase
    if phase == Phase.FIRST_QUESTION:
        questions = show.scenario.questions
        return {"first": len(questions[0].answers)} if questions else {}
    if phase == Phase.PREDICTION:
        return {"prediction": len(PREDICTIONS)}
    if phase == Phase.FOLLOW_UP:
        return {"morning": len(MORNINGS), "weeks": len(show.manners)}
    if phase == Phase.DEBRIEF:
        return {"feeling": len(FEELINGS), "plan": 0}
    return {}


def tally(show: "Workshop", entry: Entry) -> None:
    """Those who watch count what they hear: `what`, `by` one more or one less."""
    if show.state.seat(entry.seat) is None:
        raise RefusedError("no_such_seat")
    what, by = entry.data.get("what"), entry.data.get("by")
    if what not in TALLIED or by not in (1, -1) or show.state.phase != Phase.EVENING:
        raise RefusedError("senseless")
    card = show.state.tallies.setdefault(str(entry.seat), dict.fromkeys(TALLIED, 0))
    card[str(what)] = min(MOST_TALLIED, max(0, card[str(what)] + int(by)))
