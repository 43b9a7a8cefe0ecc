"""What comes of ties once a day: deals made, lost and won back, people referred, and word that goes round."""

import numpy as np

from game.model import chance
from game.model.acts import Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I64, Bool
from game.model.feed import hearing, response
from game.model.feed.events import FeedEvent
from game.model.feed.net import Net
from game.model.feed.outcomes import knows
from game.model.feed.params import HOURS
from game.model.feed.tables import Bond
from game.model.social.outcome import count_bits


def fade(net: Net) -> None:
    """A day: what rules have gained recedes, attention comes back a little, and ties nobody keeps up fade."""
    a, feed = net.audience, net.feed
    a.from_rule *= np.float32(feed.rest)
    a.attention += np.float32(feed.attention_day)
    np.minimum(a.attention, np.float32(1), out=a.attention)
    alone = ((net.tick - a.last > feed.lasting_days * HOURS) & (a.minutes > 0)).nonzero()[0]
    for held in (a.liking, a.trust):
        good = alone[held[alone] > 0]
        held[good] *= np.float32(feed.fades)


def look_up(net: Net) -> None:
    """Whoever likes the player looks, some day, at what the player does."""
    a = net.audience
    who = np.flatnonzero((a.liking > np.float32(net.params.friend_liking)) & a.there & a.met)
    curious = chance.uniform(a.key[who], Draw.LOOK_UP, net.tick) < np.float32(net.feed.looks_up)
    a.known[who[curious]] |= np.uint32(1 << Item.OFFER | 1 << Item.WORK)


def deal(net: Net) -> None:
    """Business is done by those who like and trust the player, once one of the two has what the other needs."""
    a, feed, account = net.audience, net.feed, net.account
    who = np.flatnonzero(a.there & (a.minutes >= np.float32(feed.business_minutes)) & ~a.ignored)
    room = net.room_of(who)
    ready = (
        (hearing.opinion(net, who) > np.float32(feed.business_liking))
        & (a.trust[who] > np.float32(feed.business_trust))
        & (chance.uniform(a.key[who], Draw.DEAL, net.tick) < np.float32(feed.business_day))
    )
    buys = ready & _buys(net, who, room)
    sells = (
        ready & (a.deal[who] == Bond.NONE) & knows(a.knows[who], Item.OFFER) & _fits(a.offer[who], account.need[room])
    )
    back = who[buys & a.lost[who]]
    _bond(net, who[buys], Bond.CLIENT)
    _bond(net, who[sells & ~buys], Bond.SUPPLIER)
    net.log.event(FeedEvent.WON_BACK, back)


def _buys(net: Net, who: I64, room: I64) -> Bool:
    a = net.audience
    free = (a.deal[who] == Bond.NONE) | (a.deal[who] == Bond.LOST)
    result: Bool = free & knows(a.known[who], Item.OFFER) & _fits(a.need[who], net.account.offer[room])
    return result


def _fits(one: I8, other: I8) -> Bool:
    result: Bool = (one == other) & (one >= 0)
    return result


def _bond(net: Net, who: I64, bond: int) -> None:
    a = net.audience
    a.deal[who] = bond
    if bond == Bond.CLIENT:
        net.account.sold += hearing.by_trust(net, who[a.pitches[who] > 0])
    net.log.event(FeedEvent.DEAL, who, item=bond)


def lose(net: Net) -> None:
    """A client who no longer thinks well of the player goes, some day."""
    a, feed = net.audience, net.feed
    who = np.flatnonzero(a.deal == Bond.CLIENT)
    cool = hearing.opinion(net, who) < np.float32(feed.lost_below)
    gone = who[cool & (chance.uniform(a.key[who], Draw.LOSE, net.tick) < np.float32(feed.lost_day))]
    a.deal[gone], a.lost[gone] = Bond.LOST, True
    net.log.event(FeedEvent.LOST, gone)


def overlap(net: Net, who: I64) -> F32:
    """Share of somebody's world that is the player's too, by time given and interests shared. (n,)"""
    a = net.audience
    spent = a.minutes[who] / (a.minutes[who] + np.float32(2 * net.feed.friend_minutes))
    mine = net.account.interests[net.room_of(who)]
    shared = count_bits(a.interests[who] & mine) / np.maximum(np.float32(1), count_bits(mine))
    result: F32 = (np.float32(0.5) * (spent + shared)).astype(np.float32)
    return result


def refer(net: Net) -> None:
    """Whoever trusts the player and knows what the player offers sends somebody who needs it."""
    a, feed = net.audience, net.feed
    who = np.flatnonzero(a.there & (a.trust > np.float32(feed.refer_trust)) & (a.liking > 0) & ~a.ignored)
    who = who[knows(a.known[who], Item.OFFER)]
    odds = response.chance_to_refer(overlap(net, who), a.trust[who], feed)
    who = who[chance.uniform(a.key[who], Draw.REFER, net.tick) < odds]
    sent, by = _sent(net, who)
    a.referred[by] = np.minimum(100, a.referred[by] + 1)
    a.sent_by[sent] = (by % net.capacity).astype(np.int32)
    a.follows[sent], a.since[sent] = True, net.tick
    a.known[sent] |= np.uint32(1 << Item.NAME | 1 << Item.WORK | 1 << Item.OFFER)
    a.trust[sent] = np.maximum(a.trust[sent], np.float32(feed.referred_trust))
    net.log.event(FeedEvent.REFERRED, by, other=sent)


def _sent(net: Net, by: I64) -> tuple[I64, I64]:
    """Whom they send: somebody the player has never talked to, who needs what the player offers."""
    a = net.audience
    sent: list[int] = []
    senders: list[int] = []
    for one in by:  # referrals are rare: a few a week
        room = one // net.capacity
        rows = room * net.capacity + np.arange(net.capacity)
        fits = rows[a.there[rows] & ~a.met[rows] & (a.sent_by[rows] < 0) & (a.need[rows] == net.account.offer[room])]
        fits = fits[~np.isin(fits, sent)]
        if len(fits) and net.account.offer[room] >= 0:
            pick = int(chance.choose(a.key[one : one + 1], Draw.WHOM, net.tick, len(fits))[0])
            sent.append(int(fits[pick]))
            senders.append(int(one))
    return np.array(sent, np.int64), np.array(senders, np.int64)


def spread_word(net: Net) -> None:
    """Whoever is annoyed, or delighted, tells one other who follows the player."""
    if not net.params.hearsay_on:
        return
    a, feed, p = net.audience, net.feed, net.params
    who = np.flatnonzero(a.there & (a.met | a.follows) & (np.abs(a.liking) > np.float32(p.gossip_from)))
    who = who[chance.uniform(a.key[who], Draw.GOSSIP, net.tick) < np.float32(feed.told_day)]
    room = net.room_of(who)
    other = room * net.capacity + 1 + chance.choose(a.key[who], Draw.WHOM, net.tick, max(1, net.capacity - 1))
    tells = a.there[other] & (other != who) & (a.follows[other] | a.met[other])
    who, other = who[tells], other[tells].astype(np.int64)
    certainty = np.minimum(np.float32(1), np.abs(a.liking[who]) * np.float32(1 / p.certain_sd))
    bad = a.liking[who] < 0
    salience = np.where(bad, -a.negativity[other] * np.float32(0.5), np.float32(p.good_word * p.single_voice))
    worth = certainty * salience * np.float32(p.told_at_most * p.credit)
    np.add.at(a.hearsay, other, worth.astype(np.float32))
    limit = np.float32(p.hearsay_limit)
    np.clip(a.hearsay, -limit, limit, out=a.hearsay)
    net.log.event(FeedEvent.TOLD, who, other=other, value=worth)
