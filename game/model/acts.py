"""Dialogue acts and the items they are about (after ISO 24617-2).

An *item* is one thing that can be known of a person: a bit in a tie's `known`
column, and the subject of a question, an answer or a share.
"""

from enum import IntEnum

MAX_TOPICS = 14


class Act(IntEnum):
    """What a turn at talk does."""

    GREET = 0
    PASS_BY = 1  # a nod, a hello and on
    ASK = 2  # open question on a topic, or on NEED / OFFER
    ASK_WORK = 3  # the introductory question: "what do you do?"
    MIRROR = 4  # "and you?" right after answering
    FOLLOW_UP = 5  # a question about something the other just said
    LISTEN = 6  # attentive silence, a backchannel
    PARAPHRASE = 7  # saying back what was heard
    ANSWER = 8
    DEFLECT = 9  # not answering a question one was asked
    SHARE = 10  # own story or view
    PRAISE = 11
    OFFER = 12  # help, a resource: give before you get
    INTRODUCE = 13  # bring two people together; `about` is the third person
    REMEMBER = 14  # recall something learned earlier
    PITCH = 15  # "buy my wares"
    BOAST = 16
    CARD = 17
    GOSSIP = 18  # `about` is the absent person
    EXCUSE = 19  # leaving with a reason
    GOODBYE = 20  # leaving when it has run its course
    SILENCE = 21  # nobody says anything


QUESTIONS = (Act.ASK, Act.ASK_WORK, Act.MIRROR, Act.FOLLOW_UP)


class Item(IntEnum):
    """Fixed items; topics follow: interest in topic t is TOPIC + t, a story on it STORY + t."""

    NAME = 0
    WORK = 1
    NEED = 2
    OFFER = 3
    TOPIC = 4
    STORY = TOPIC + MAX_TOPICS  # 18 … 31


class Mark(IntEnum):
    """What a player privately decides about somebody met; bits, may be combined."""

    FRIEND = 1
    BUSINESS = 2
    REFER = 4
    NOT_FOR_ME = 8
