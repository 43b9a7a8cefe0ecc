"""Follows that begin and end, and those who want to see nothing of the player any more."""

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import I64
from game.model.feed import hearing, response
from game.model.feed.events import FeedEvent
from game.model.feed.net import Net
from game.model.feed.params import HOURS


def follow(net: Net, who: I64) -> None:
    """The player follows these people; some follow back, more where one knows one another."""
    if not len(who):
        return
    a, feed = net.audience, net.feed
    community = net.account.community[net.room_of(who)]
    odds = np.where(community, np.float32(feed.follows_back_community), np.float32(feed.follows_back_news))
    odds = odds * (a.pitches[who] == 0)
    back = who[(chance.uniform(a.key[who], Draw.FOLLOW_BACK, net.tick) < odds) & ~a.follows[who] & ~a.followed[who]]
    a.followed[who] = True
    a.follows[back], a.since[back] = True, net.tick
    net.log.event(FeedEvent.FOLLOWED, back)


def buy(net: Net, room: I64, count: int) -> None:
    """The players of these rooms buy followers: a number on the screen, and nobody behind it."""
    if not len(room):
        return
    np.add.at(net.account.bought, room, np.float32(count))  # somebody may buy several lots in one hour
    net.log.event(FeedEvent.BOUGHT, room * net.capacity, value=float(count))


def turn_away(net: Net) -> None:
    """Once a day: some follows end, and whom one cannot stand one mutes."""
    a, feed = net.audience, net.feed
    near = a.there & (a.follows | a.met) & ~a.muted
    opinion = hearing.opinion(net, slice(None))
    off = near & (opinion < np.float32(feed.mutes_below))
    gone = off.nonzero()[0]
    a.muted[gone] = True
    net.log.event(FeedEvent.MUTED, gone)
    days = (net.tick - a.since).astype(np.float32) * np.float32(1 / HOURS)
    odds = response.chance_to_unfollow(days, a.followed, a.attention, opinion, feed)
    ends = near & a.follows & ((chance.uniform(a.key, Draw.UNFOLLOW, net.tick) < odds) | off)
    left = ends.nonzero()[0]
    a.follows[left] = False
    net.account.unfollowed += net.count(left)
    net.log.event(FeedEvent.UNFOLLOWED, left)


def mail(net: Net, room: I64, act: int) -> None:
    """One mail to everybody whose card the players of these rooms hold, asked or not."""
    a = net.audience
    who = net.everybody(room)
    who = who[a.held[who] & ~a.muted[who]]
    hearing.hear(net, hearing.message(who, act, net.feed.letter_s))
    if act == Act.PITCH:
        net.account.pitched += hearing.by_trust(net, who)
