"""The phases of a session, in order, and which of them a solo evening passes through."""

from enum import Enum


class Phase(str, Enum):
    """Where a session stands."""

    LOBBY = "lobby"
    FIRST_QUESTION = "first question"
    PREDICTION = "prediction"
    EVENING = "evening"
    DECISIONS = "decisions"
    FOLLOW_UP = "follow-up"
    WEEKS = "weeks"
    REVEAL = "reveal"
    DEBRIEF = "debrief"


SOLO_EVENING = (Phase.FIRST_QUESTION, Phase.EVENING, Phase.DECISIONS, Phase.DEBRIEF)


def after(phase: Phase, course: tuple[Phase, ...] = SOLO_EVENING) -> Phase:
    """The phase that follows; the last one follows itself."""
    return course[min(course.index(phase) + 1, len(course) - 1)]
