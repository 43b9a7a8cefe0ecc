"""What the weeks came to, in numbers: one value per room."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import Act, Mark
from game.model.columns import F32, I32, Bool
from game.model.feed import outcomes
from game.model.feed.net import Net
from game.model.feed.tables import Bond


@dataclass(frozen=True)
class WeeksResults:
    """One row per room: what the player of each has come to."""

    relationships: I32  # distinct people with an agreed outcome
    friends: I32
    business: I32
    referrals: I32
    clients: I32
    suppliers: I32
    lost: I32  # clients who have gone
    won_back: I32  # …and come back
    followers: F32  # as the network counts, bought ones included
    met: I32
    discussions: I32
    acquainted: I32  # pairs of others who met by the player
    posts: I32
    promotions: I32  # promotional posts and messages
    answered: F32  # responses to a post
    answered_first: F32  # …in the first third
    answered_last: F32  # …and in the last
    hours: F32  # the player's time spent
    nuisance_min: F32
    liked_deals: F32  # share of deals with somebody liked above the median of those met, 1 without deals
    sold_trusting: F32  # deals for a promotion seen by somebody who trusted
    sold_reached: F32  # …and by somebody merely reached


def results(net: Net) -> WeeksResults:
    """The figures of every room of a batch."""
    a, account = net.audience, net.account
    agreed = outcomes.agreed(net)

    def count(flag: Bool) -> I32:
        result: I32 = np.count_nonzero(flag.reshape(net.rooms, net.capacity), axis=1).astype(np.int32)
        return result

    posts, responses = account.posts.astype(np.float32), account.responses.astype(np.float32)
    per_post = responses / np.maximum(np.float32(1), posts)
    sold = account.sold.astype(np.float32) / np.maximum(np.float32(1), account.pitched.astype(np.float32))
    total = np.maximum(np.float32(1), posts.sum(axis=1, dtype=np.float32))
    return WeeksResults(
        relationships=count(agreed > 0),
        friends=count((agreed & Mark.FRIEND) > 0),
        business=count((agreed & Mark.BUSINESS) > 0),
        referrals=count((agreed & Mark.REFER) > 0),
        clients=count(a.deal == Bond.CLIENT),
        suppliers=count(a.deal == Bond.SUPPLIER),
        lost=count(a.deal == Bond.LOST),
        won_back=count(a.lost & (a.deal == Bond.CLIENT)),
        followers=net.followers() + account.bought,
        met=count(a.met),
        discussions=account.discussions,
        acquainted=account.acquainted,
        posts=account.posts.sum(axis=1, dtype=np.int32),
        promotions=account.acts[:, Act.PITCH],
        answered=responses.sum(axis=1, dtype=np.float32) / total,
        answered_first=per_post[:, 0],
        answered_last=per_post[:, 2],
        hours=account.spent * np.float32(1 / 60),
        nuisance_min=account.nuisance,
        liked_deals=_liked_deals(net),
        sold_trusting=sold[:, 0],
        sold_reached=sold[:, 1],
    )


def _liked_deals(net: Net) -> F32:
    """Share of each room's deals with somebody who likes the player more than half of those met do."""
    a = net.audience
    shares = np.ones(net.rooms, np.float32)
    for room in range(net.rooms):
        rows = slice(room * net.capacity, (room + 1) * net.capacity)
        deals = (a.deal[rows] == Bond.CLIENT) | (a.deal[rows] == Bond.SUPPLIER)
        if deals.any():
            liking = np.sort(a.liking[rows][a.met[rows] | deals])
            shares[room] = np.count_nonzero(a.liking[rows][deals] > liking[len(liking) // 2]) / np.count_nonzero(deals)
    return shares
