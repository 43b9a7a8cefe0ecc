"""Events tell. Facts reported by the tick, as rows of two tables.

EVENT rows say what happened, REASON rows why somebody's opinion moved. Indices are
those of the attendee or formation within its room; -1 where a column does not apply.
"""

from enum import IntEnum

import numpy as np


class Event(IntEnum):
    """The kinds of event; the comment says what the columns mean."""

    ARRIVED = 0  # actor came in
    DEPARTED = 1  # actor went home
    FORMED = 2  # actor walked up to other; formation opened
    JOINED = 3  # actor joined formation (other = whom he walked up to)
    LEFT = 4  # actor left formation; act = EXCUSE, GOODBYE or -1 for walking off
    SPLIT = 5  # actor went from formation to a new one (value = its id)
    CLOSED = 6  # formation closed ranks against actor; other = who minded most
    DECLINED = 7  # other excused himself from actor's approach
    EVADED = 8  # actor kept away from other; value = Evasion
    SAID = 9  # actor begins act to other on item/about; value = seconds it will take
    ENDED = 10  # actor's turn ended; value = share of it that was spoken (< 1: cut short), about = who cut in
    LEARNED = 11  # actor learned item of other
    TOLD = 12  # actor told other something about `about`; value = strength that reached the hearer
    CARD = 13  # actor now holds other's card
    WANTS_OUT = 14  # actor's patience with formation ran out
    MET = 15  # actor and other met for the first time
    DRINK = 16  # actor took a drink
    MARKED = 17  # actor marked other; item = Mark bits
    HUNG = 18  # actor left other's question hanging
    OVERHEARD = 19  # actor overheard other's act


class Evasion(IntEnum):
    """How somebody keeps away, as the room can see it."""

    MOVED_OFF = 0
    TURNED_AWAY = 1
    PHONE = 2
    DRINK = 3


EVENT = np.dtype(
    [
        ("tick", "i4"),
        ("room", "i4"),
        ("kind", "i1"),
        ("actor", "i4"),
        ("other", "i4"),
        ("formation", "i4"),
        ("act", "i1"),
        ("item", "i1"),
        ("about", "i4"),
        ("value", "f4"),
    ]
)

REASON = np.dtype(
    [
        ("tick", "i4"),
        ("room", "i4"),
        ("of", "i4"),  # whose opinion
        ("about", "i4"),  # of whom
        ("rule", "i1"),  # game.model.social.rules.Rule
        ("act", "i1"),  # the act that was appraised, -1 if none
        ("item", "i1"),
        ("liking", "f4"),
        ("trust", "f4"),
        ("patience", "f4"),  # seconds
    ]
)
