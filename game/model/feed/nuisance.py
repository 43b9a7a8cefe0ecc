"""Whoever has the player's card uses it: those who sell send mails and tags, which take time until they are muted."""

import numpy as np

from game.model.feed.events import FeedEvent
from game.model.feed.net import Net


def bother(net: Net) -> None:
    """A day's mails and tags, before anything else can be done."""
    a, account = net.audience, net.account
    who = np.flatnonzero(a.sells & a.card & ~a.ignored)
    taken = np.float32(net.feed.nuisance_min) * net.count(who)
    taken = np.minimum(account.left, taken.astype(np.float32))
    account.left -= taken
    account.nuisance += taken
    net.log.event(FeedEvent.BOTHERED, who, value=net.feed.nuisance_min)
