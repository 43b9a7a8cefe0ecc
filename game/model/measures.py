"""What an evening came to: the figures of design.md, for every player of every room."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import Act, Item, Mark
from game.model.columns import F32, I8, I32, I64, Bool
from game.model.room import feelings
from game.model.social import outcome
from game.model.social.outcome import Side
from game.model.world import World


@dataclass(frozen=True)
class Results:
    """One row per player: who, and what came of the evening."""

    who: I64  # flat ids
    relationships: I32  # distinct people with an agreed outcome
    friends: I32
    business: I32
    referrals: I32
    avoided_by: I32
    avoided_unmet: I32  # …of these, by people never talked with
    cards: I32
    met: I32
    reached: I32  # people pitched
    asked: I32
    followed_up: I32
    pitches: I32
    boasts: I32
    heard_out_s: F32
    talk_share: F32  # of the time in company
    evaded: F32  # (n, 3) share of opportunities, by third
    approached: F32  # (n, 3) openings by others per free minute, by third
    liking: F32  # mean liking among those met
    wished: F32  # (n, 3) mean of what others expect of them, at the end of each third


def side(world: World, of: I64, about: I64) -> Side:
    """What `of` holds about `about`, pairs (n,)."""
    p, ties = world.people, world.ties
    mine, theirs = ties.index(of, about), ties.index(about, of)
    deal = _knows(world, mine, Item.OFFER) & (p.need[of] == p.offer[about]) & (p.need[of] >= 0)
    deal |= _knows(world, theirs, Item.OFFER) & (p.need[about] == p.offer[of]) & (p.need[about] >= 0)
    hearsay = feelings.opinion(world, of, about) - ties.liking[mine]
    return Side(
        liking=ties.liking[mine] + hearsay,
        trust=ties.trust[mine] + hearsay * np.float32(world.params.vouched_trust),
        minutes=ties.minutes[mine],
        known=ties.known[mine],
        deal=deal,
        could_refer=_knows(world, mine, Item.OFFER) & _knows_customer(world, of, about),
    )


def _knows(world: World, rows: I64, item: Item) -> Bool:
    result: Bool = (world.ties.known[rows] & np.uint32(1 << item)) > 0
    return result


def _knows_customer(world: World, of: I64, about: I64) -> Bool:
    """Whether `of` has learned that somebody else needs what `about` offers."""
    p, n = world.people, world.capacity
    others = (of // n * n)[:, None] + world.ties.subjects[None, :].astype(np.int64)
    known = _knows(world, world.ties.index(np.broadcast_to(of[:, None], others.shape), others), Item.NEED)
    fits = known & (p.need[others] == p.offer[about][:, None]) & (p.offer[about] >= 0)[:, None]
    fits &= (others != of[:, None]) & (others != about[:, None])
    result: Bool = fits.any(axis=1)
    return result


def pairs_of_players(world: World) -> tuple[I64, I64]:
    """(player, other) for everybody each player did not know before and might have met."""
    p, n = world.people, world.capacity
    player = np.flatnonzero(p.player & p.expected)
    others = (player // n * n)[:, None] + world.ties.subjects[None, :].astype(np.int64)
    of, about = np.broadcast_to(player[:, None], others.shape).ravel(), others.ravel()
    rows = world.ties.index(of, about)
    keep = (of != about) & ~world.ties.prior[rows] & p.expected[about]
    return of[keep], about[keep]


def marks(world: World, of: I64, about: I64, *, lenient: bool = False) -> I8:
    """What somebody whose feelings are computed would mark, pairs (n,)."""
    met = world.ties.met[world.ties.index(of, about)]
    decided = outcome.decide(side(world, of, about), world.params, lenient=lenient)
    return np.where(met, decided, np.int8(0)).astype(np.int8)


def agreements(world: World, player: I64, other: I64) -> I8:
    """What both sides agreed on, Mark bits (n,): attendees decide from their tie, players by their marks."""
    ties = world.ties
    mine = ties.mark[ties.index(player, other)]
    theirs = marks(world, other, player)
    decides = world.people.player[other]
    theirs = np.where(decides, ties.mark[ties.index(other, player)], theirs).astype(np.int8)
    return outcome.agreed(mine, theirs)


def results(world: World) -> Results:
    """Figures of all players, once the evening is closed and the players have marked."""
    p, ties = world.people, world.ties
    who = np.flatnonzero(p.player & p.expected)
    of, about = pairs_of_players(world)
    agreed = agreements(world, of, about)
    mine, theirs = ties.index(of, about), ties.index(about, of)

    def count(flag: Bool) -> I32:
        return np.bincount(of[flag], minlength=p.rows)[who].astype(np.int32)

    met = ties.met[mine]
    avoids = feelings.opinion(world, about, of) < world.params.avoided_liking
    fond = np.bincount(of[met], weights=ties.liking[theirs][met], minlength=p.rows)[who]
    talk = p.talk_s[who] / np.maximum(np.float32(1), p.company_s[who])
    free_min = np.maximum(np.float32(0.25), p.free_s[who] / np.float32(60))
    acts = p.acts[who]
    return Results(
        who=who,
        relationships=count(agreed > 0),
        friends=count((agreed & Mark.FRIEND) > 0),
        business=count((agreed & Mark.BUSINESS) > 0),
        referrals=count((agreed & Mark.REFER) > 0),
        avoided_by=count(avoids & ~p.human[of]),
        avoided_unmet=count(avoids & ~met & ~p.human[of]),
        cards=count(ties.card[mine]),
        met=count(met),
        reached=count(ties.pitches[theirs] > 0),
        asked=acts[:, [Act.ASK, Act.ASK_WORK, Act.MIRROR, Act.FOLLOW_UP]].sum(axis=1),
        followed_up=acts[:, Act.FOLLOW_UP],
        pitches=acts[:, Act.PITCH],
        boasts=acts[:, Act.BOAST],
        heard_out_s=p.heard_out_s[who],
        talk_share=talk,
        evaded=(p.evaded[who] / np.maximum(1, p.opportunities[who])).astype(np.float32),
        approached=p.approached[who] / free_min,
        liking=(fond / np.maximum(1, count(met))).astype(np.float32),
        wished=p.wished[who],
    )
