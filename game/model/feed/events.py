"""What happens on the network, as rows of the EVENT table; the kinds lie above those of the evening.

`actor` is the person within the room it happens with; the player is row 0.
"""

from enum import IntEnum


class FeedEvent(IntEnum):
    """The kinds of event; the comment says what the columns mean."""

    POSTED = 40  # the player posted act on item; value = people shown it
    RESPONDED = 41  # to it; act of the post; value = how many signs were left
    REPLIED = 42  # actor answered a post of the player's, telling item; value = whether it ends in a question
    SENT = 43  # the player did act on item to actor; value = Deed
    ANSWERED = 44  # actor answered, telling item; value = whether it ends in a question
    LEARNED = 45  # the player learned item of actor
    THREAD = 46  # a post became a discussion; value = people in it
    FOLLOWED = 47  # actor follows the player
    UNFOLLOWED = 48
    MUTED = 49  # actor sees nothing of the player any more
    BOUGHT = 50  # the player bought value followers
    DEAL = 51  # actor became item (Bond)
    LOST = 52  # a client went
    WON_BACK = 53  # …and came back
    REFERRED = 54  # actor sent other to the player
    HUNG = 55  # the player left actor's question hanging
    BOTHERED = 56  # actor's mails and tags cost value minutes
    TOLD = 57  # actor told other of the player; value = what it was worth
