"""What one can do on the network: the kinds of command of the weeks, and what each costs in time.

They are commands like those of the evening (`game.model.commands.Command`): `act` says what one does by it
(ask, share, pitch …), `to` with whom, `item` about what, `about` about whom.
"""

from enum import IntEnum
from typing import Final

import numpy as np

from game.model.acts import Act
from game.model.columns import F32, I8, I64, any_of
from game.model.feed.params import FeedParams


class Deed(IntEnum):
    """The kinds of deed (values of `Command.do`, above those of the evening)."""

    POST = 20  # to everybody who follows
    REPLY = 21  # to what `to` said to the player, under a post
    COMMENT = 22  # under something `to` has posted
    MESSAGE = 23  # to `to` alone
    MEET = 24  # `to` for a coffee, an hour and the way there
    READ = 25  # what `to` has written, to the end, and leave a sign of it
    MAIL = 26  # the same mail to everybody whose card one holds
    FOLLOW = 27  # `to`
    MUTE = 28  # `to`: nothing of theirs costs time any more
    BUY = 29  # a thousand followers
    LURK = 30  # scroll for a while
    DROP = 31  # leave what `to` said unanswered, for good


DIRECT: Final = (Deed.REPLY, Deed.COMMENT, Deed.MESSAGE, Deed.MEET, Deed.READ)  # to one person
PERSONAL: Final = (Deed.REPLY, Deed.COMMENT, Deed.MESSAGE, Deed.MEET)  # …who may answer


def minutes(do: I8, act: I8, p: FeedParams) -> F32:
    """What each deed takes of the player's day, minutes. (n,), (n,) → (n,)"""
    table = np.zeros(max(Deed) + 1, np.float32)
    for deed, taken in (
        (Deed.REPLY, p.reply_min),
        (Deed.COMMENT, p.comment_min),
        (Deed.MESSAGE, p.message_min),
        (Deed.MEET, p.meet_min),
        (Deed.READ, p.read_min),
        (Deed.MAIL, p.mail_min),
        (Deed.FOLLOW, p.follow_min),
        (Deed.BUY, p.buy_min),
        (Deed.LURK, p.lurk_min),
        (Deed.POST, p.post_min),
    ):
        table[deed] = taken
    cost: F32 = table[do]
    cost[any_of(do, Deed.POST) & any_of(act, Act.SHARE, Act.OFFER)] = p.thought_min
    cost[any_of(do, Deed.MESSAGE) & any_of(act, Act.INTRODUCE)] = p.introduce_min
    return cost


def so_far(room: I64, cost: F32) -> F32:
    """What each deed and those of the same room before it take together, (n,)."""
    order = np.argsort(room, kind="stable")
    total = cost[order].cumsum()
    first = room[order].searchsorted(room[order])
    before = np.where(first > 0, total[np.maximum(first - 1, 0)], np.float32(0))
    result = np.empty(len(cost), np.float32)
    result[order] = total - before
    return result
