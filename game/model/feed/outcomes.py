"""What the weeks came to between the player and everybody: the outcomes of the evening, with the bars of weeks."""

from dataclasses import replace

import numpy as np

from game.model.acts import Item, Mark
from game.model.columns import I8, I64, U32, Bool
from game.model.feed import hearing
from game.model.feed.net import Net
from game.model.feed.params import FeedParams
from game.model.feed.tables import Bond
from game.model.params import Params
from game.model.social import outcome
from game.model.social.outcome import Side


def knows(bits: U32, item: Item) -> Bool:
    """Whether an item is known. (n,)"""
    result: Bool = (bits & np.uint32(1 << item)) > 0
    return result


def bars(params: Params, feed: FeedParams) -> Params:
    """The evening's bars for an outcome, raised to those of weeks."""
    return replace(
        params,
        friend_minutes=feed.friend_minutes,
        friend_liking=feed.friend_liking,
        friend_knows=feed.friend_knows,
        outcome_minutes=feed.comment_min,
        refer_trust=feed.refer_trust,
    )


def theirs(net: Net, who: I64) -> I8:
    """Mark bits these people give the player: friend by what they feel, business if it was done, (n,)."""
    a = net.audience
    side = Side(
        liking=hearing.opinion(net, who),
        trust=a.trust[who],
        minutes=a.minutes[who],
        known=a.known[who],
        deal=np.zeros(len(who), np.bool_),
        could_refer=a.referred[who] > 0,
    )
    marks = outcome.decide(side, bars(net.params, net.feed))
    deals = (a.deal[who] == Bond.CLIENT) | (a.deal[who] == Bond.SUPPLIER)
    marks = np.where(deals, marks | Mark.BUSINESS, marks)
    marks = np.where(a.referred[who] > 0, marks | Mark.REFER, marks)
    return np.where(a.muted[who], np.int8(Mark.NOT_FOR_ME), marks).astype(np.int8)


def mine(net: Net, who: I64) -> I8:
    """Mark bits the player gives them: what was decided, else what somebody who seeks relationships would. (n,)"""
    a = net.audience
    friendly = (a.minutes[who] >= np.float32(net.feed.comment_min)) & a.met[who]
    every = np.int8(Mark.FRIEND | Mark.BUSINESS | Mark.REFER)
    would = np.where(friendly, every, np.int8(0))
    would = np.where(a.ignored[who], np.int8(Mark.NOT_FOR_ME), would)
    return np.where(a.mark[who] > 0, a.mark[who], would).astype(np.int8)


def agreed(net: Net) -> I8:
    """Mark bits both sides agree on, of every row of the audience, (R × A,)."""
    a = net.audience
    found = np.zeros(a.rows, np.int8)
    who = np.flatnonzero(a.there & (a.met | (a.deal > Bond.NONE) | (a.referred > 0)))
    found[who] = outcome.agreed(mine(net, who), theirs(net, who))
    return found
