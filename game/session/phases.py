"""The phases of a session, in order, and which of them a solo run passes through."""

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

    @property
    def key(self) -> str:
        """As ids of words have it."""
        return self.name.lower()


Course = tuple[Phase, ...]
SOLO_EVENING: Course = (Phase.FIRST_QUESTION, Phase.EVENING, Phase.DECISIONS, Phase.DEBRIEF)
WITH_WEEKS: Course = (*SOLO_EVENING[:-1], Phase.FOLLOW_UP, Phase.WEEKS, Phase.DEBRIEF)
FEED_ONLY: Course = (Phase.FIRST_QUESTION, Phase.WEEKS, Phase.DEBRIEF)
ON_THE_NETWORK = (Phase.FOLLOW_UP, Phase.WEEKS)


def after(phase: Phase, course: Course = SOLO_EVENING) -> Phase:
    """The phase that follows; the last one follows itself."""
    return course[min(course.index(phase) + 1, len(course) - 1)]
