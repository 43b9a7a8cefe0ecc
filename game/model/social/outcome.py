"""Outcomes: each side marks the other, and nothing comes of it without both."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import Item, Mark
from game.model.columns import F32, I8, U32, Bool
from game.model.params import Params


@dataclass(frozen=True)
class Side:
    """What one side holds about the other, n pairs."""

    liking: F32  # own liking and hearsay
    trust: F32
    minutes: F32
    known: U32  # items known of the other
    deal: Bool  # one of the two offers what the other needs, and the one who needs it knows
    could_refer: Bool  # knows the other's offer, and somebody else who needs it


def count_bits(bits: U32) -> F32:
    """How many bits are set, (n,)."""
    return np.bitwise_count(bits).astype(np.float32)


def items_known(known: U32) -> F32:
    """How many items beyond the name are known, (n,)."""
    return count_bits(known & ~np.uint32(1 << Item.NAME))


def decide(side: Side, p: Params, *, lenient: bool = False) -> I8:
    """Mark bits somebody gives the other, (n,). `lenient`: the side that seeks relationships asks less."""
    ease = np.float32(p.own_side if lenient else 0.0)
    talked = side.minutes >= p.outcome_minutes
    friend = (
        (side.liking > p.friend_liking - ease)
        & (side.minutes >= p.friend_minutes)
        & (items_known(side.known) >= (0.0 if lenient else p.friend_knows))
    )
    business = (
        side.deal
        & (side.liking > p.business_liking - ease)
        & (side.trust > p.business_trust * (0.0 if lenient else 1.0))
    )
    refer = side.could_refer & (side.trust > p.refer_trust) & (side.liking > 0)
    marks = (friend * np.int8(Mark.FRIEND) + business * np.int8(Mark.BUSINESS) + refer * np.int8(Mark.REFER)).astype(
        np.int8
    )
    never = talked & (side.liking < p.avoided_liking - ease)
    result: I8 = np.where(never, np.int8(Mark.NOT_FOR_ME), np.where(talked, marks, np.int8(0))).astype(np.int8)
    return result


def agreed(mine: I8, theirs: I8) -> I8:
    """What comes of it: friend and business need both marks, a referral theirs and no refusal of mine."""
    refused = ((mine | theirs) & Mark.NOT_FOR_ME) > 0
    both = mine & theirs & np.int8(Mark.FRIEND | Mark.BUSINESS)
    return np.where(refused, 0, both | (theirs & Mark.REFER)).astype(np.int8)
