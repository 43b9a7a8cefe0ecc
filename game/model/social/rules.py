"""The named rules of appraisal, in the order in which their weights are added."""

from enum import IntEnum


class Rule(IntEnum):
    """Why somebody's opinion of somebody moved."""

    FIRST_IMPRESSION = 0
    KNEW_BEFORE = 1  # from before the evening
    ASKED = 2  # asked about me
    FOLLOWED_UP = 3  # asked about what I had just said
    HEARD_OUT = 4  # let me finish, attentively
    PARAPHRASED = 5  # said back what I meant
    SHARED = 6  # told me something of their own
    ALTERNATED = 7  # we took turns at telling
    COMMON_GROUND = 8  # an interest we found we share
    PRAISED = 9
    HELPED = 10  # an offer that meets my need
    INTRODUCED = 11  # brought me to somebody who meets my need
    REMEMBERED = 12
    PITCH_WANTED = 13  # I asked, or it meets a known need and I trust them
    PITCHED = 14  # unasked
    BOASTED = 15  # unasked
    INTERROGATED = 16  # question after question, nothing shared back
    NOT_HEARD = 17  # was not listening while I spoke
    INTERRUPTED = 18
    LEFT_HANGING = 19  # my question was not answered
    CARD_TOO_SOON = 20
    WALKED_OFF = 21
    TRAPPED = 22  # I wanted out and was held
    OVERHEARD = 23  # overheard a pitch or a boast
    FLATTERED = 24  # praised again, and nothing behind it
    SILENCE = 25  # nothing came back
    FAMILIAR = 26  # time well spent together


AGAINST_PROMOTION = frozenset(
    (Rule.PITCHED, Rule.BOASTED, Rule.OVERHEARD, Rule.CARD_TOO_SOON, Rule.INTERRUPTED, Rule.TRAPPED)
)  # what selling at people costs; the lab takes these away together
