"""What people make of the player's deeds: the appraisal of the evening. The only writer of opinions but for time."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from game.model import chance
from game.model.acts import QUESTIONS, Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, Bool, any_of
from game.model.feed.net import Net
from game.model.feed.response import interest_in, topic_of
from game.model.social import appraisal, memory, reputation
from game.model.social.appraisal import TELLING, Heard, Reasons
from game.model.social.rules import Rule

_ALWAYS = np.float32(1)
_NOBODY = np.zeros(0, np.int64)
_IN_TURN_H = 72  # hours after which something said is no longer what one is answering


@dataclass(frozen=True)
class Message:
    """Something of the player's as n people met it; `who` flat ids, each once."""

    who: I64
    act: I8
    item: I8
    about: I32  # flat ids, -1 nobody
    to_me: Bool
    seconds: F32
    part: F32  # share of its effect: less when said to everybody

    @cached_property
    def acts(self) -> frozenset[int]:
        """What was done, each kind once."""
        return appraisal.acts_among(self.act)

    def does(self, *acts: Act) -> bool:
        """Whether one of these acts is among what was done."""
        return not self.acts.isdisjoint(acts)

    def rows(self, *acts: Act) -> I64:
        """To whom of the n one of these acts was done, ascending."""
        return any_of(self.act, *acts).nonzero()[0] if self.does(*acts) else _NOBODY


def message(
    who: I64,
    act: I8 | int,
    seconds: F32 | float,
    *,
    item: I8 | int = -1,
    about: I32 | int = -1,
    to_me: Bool | bool = True,
    part: F32 | float = 1.0,
) -> Message:
    """A message as these people met it; what is the same for all of them is given once."""

    def spread(value: Any, dtype: type) -> Any:
        return value if isinstance(value, np.ndarray) else np.full(len(who), value, dtype)

    return Message(
        who,
        spread(act, np.int8),
        spread(item, np.int8),
        spread(about, np.int32),
        spread(to_me, np.bool_),
        spread(seconds, np.float32),
        spread(part, np.float32),
    )


def by_trust(net: Net, who: I64) -> I32:
    """How many of these people trust the player as much as business takes, and how many do not, by room. (R, 2)"""
    if not len(who):
        return np.zeros((net.rooms, 2), np.int32)
    trusting = net.audience.trust[who] > np.float32(net.feed.business_trust)
    which = 2 * net.room_of(who) + ~trusting
    result: I32 = np.bincount(which, minlength=2 * net.rooms).astype(np.int32).reshape(-1, 2)
    return result


def opinion(net: Net, who: I64 | slice) -> F32:
    """What people think of the player: own liking and hearsay, faded by acquaintance. (n,)"""
    a = net.audience
    if not net.params.hearsay_on:
        return a.liking[who]
    return reputation.opinion(a.liking[who], a.hearsay[who], a.minutes[who], net.params)


def hear(net: Net, said: Message) -> None:
    """Appraise a message, remember it, and learn from it."""
    if not len(said.who):
        return
    found = _found(net, said)
    heard = _heard(net, said, found)
    apply(net, said.who, appraisal.appraise(heard, net.params), said.act, said.item, said.part)
    _count(net, said)


def apply(net: Net, who: I64, reasons: Reasons, act: I8, item: I8, part: F32) -> None:
    """Write the reasons of n people into what they hold about the player."""
    pair = reasons.pair
    if not len(pair):
        return
    a, feed, hearer, share = net.audience, net.feed, who[pair], part[pair]
    gained = a.from_rule[hearer, reasons.rule]
    kept = appraisal.weigh(reasons, gained, a.negativity[hearer], np.ones(len(pair), np.bool_), net.params)
    liking, trust = kept.liking * share, kept.trust * share
    a.from_rule[hearer, reasons.rule] = gained + liking  # a rule concerns nobody twice
    _add(a.liking, who, pair, liking)
    _add(a.trust, who, pair, trust)
    patience = kept.patience * np.float32(1 / feed.attention_s) + liking * np.float32(feed.attention_liking)
    total = np.zeros(len(who), np.float32)
    np.add.at(total, pair, patience)
    a.attention[who] = np.minimum(_ALWAYS, np.maximum(np.float32(0), a.attention[who] + total))
    if not net.log.on:
        return
    net.log.reason(
        hearer,
        hearer // net.capacity * net.capacity,
        rule=reasons.rule,
        act=act[pair],
        item=item[pair],
        liking=liking,
        trust=trust,
        patience=kept.patience,
    )


def _add(held: F32, who: I64, pair: I64, change: F32) -> None:
    total = np.zeros(len(who), np.float32)
    np.add.at(total, pair, change)
    held[who] = np.minimum(np.float32(appraisal.BOUND), np.maximum(np.float32(-appraisal.BOUND), held[who] + total))


def _found(net: Net, said: Message) -> Bool:
    """Which of them have just found that the player and they care about the same."""
    found = np.zeros(len(said.who), np.bool_)
    told = said.rows(*TELLING)
    if len(told):
        a, who, item = net.audience, said.who[told], said.item[told]
        both = interest_in(item, a.interests[who] & net.account.interests[net.room_of(who)])
        bit = np.left_shift(np.uint32(1), np.maximum(topic_of(item), 0).astype(np.uint32))
        found[told] = both & ((a.common[who] & bit) == 0)
        a.common[who] |= np.where(found[told], bit, np.uint32(0))
    return found


def _heard(net: Net, said: Message, found: Bool) -> Heard:
    """The message as the rules of the evening know it; what is of no account for what was done is left empty."""
    a, who = net.audience, said.who
    none, nothing = np.zeros(len(who), np.bool_), np.zeros(len(who), np.float32)
    asks, praises = said.does(*QUESTIONS), said.does(Act.PRAISE)
    sells, helps, brings = said.does(Act.PITCH), said.does(Act.OFFER), said.does(Act.INTRODUCE)
    if asks:
        a.unreturned[who] = np.minimum(100, a.unreturned[who] + (any_of(said.act, *QUESTIONS) & said.to_me))
    asked = a.asks[who] & said.to_me
    meets = _meets(net, said) if sells or helps else none
    pitches = a.pitches[who].astype(np.float32) if sells else nothing
    return Heard(
        act=said.act,
        to_me=said.to_me,
        noticed=np.ones(len(who), np.bool_),
        bystander=none,
        seconds=said.seconds,
        whole=~none,
        took_turns=said.to_me & (net.tick - a.said_at[who] < _IN_TURN_H) if said.does(*TELLING) else none,
        i_asked=asked,
        unreturned=a.unreturned[who].astype(np.float32) if asks else nothing,
        pitches=pitches,
        praises=a.praises[who].astype(np.float32) if praises else nothing,
        owed=a.owed[who] if helps or brings else nothing,
        found=found,
        meets=meets,
        friend_meets=_friend_meets(net, said) if brings else none,
        wanted=_wanted(net, said, asked & (pitches == 0), meets) if sells else none,
        too_soon=_too_soon(net, who) if said.does(Act.CARD) else none,
        liked=a.liking[who] > 0,
        stuck=none,
    )


def _meets(net: Net, said: Message) -> Bool:
    """Whether what is offered is what they need: help on a topic, or what one has to offer."""
    need, offer = net.audience.need[said.who], net.account.offer[net.room_of(said.who)]
    topic = topic_of(said.item)
    gives = np.where((topic >= 0) & any_of(said.act, Act.OFFER), topic, offer)
    result: Bool = (need >= 0) & (gives == need)
    return result


def _friend_meets(net: Net, said: Message) -> Bool:
    """Whether the one they are brought together with offers what they need."""
    need = net.audience.need[said.who]
    result: Bool = (need >= 0) & (said.about >= 0) & (net.audience.offer[np.maximum(said.about, 0)] == need)
    return result


def _wanted(net: Net, said: Message, asked: Bool, meets: Bool) -> Bool:
    """Whether a promotion was asked for, or meets a need they have told of, from somebody they trust."""
    a, who = net.audience, said.who
    told_need = (a.knows[who] & np.uint32(1 << Item.NEED)) > 0
    result: Bool = asked | (told_need & meets & (a.trust[who] > np.float32(0.1)))
    return result


def _too_soon(net: Net, who: I64) -> Bool:
    """Whether they have hardly talked with the player, or do not like them."""
    a = net.audience
    result: Bool = (a.minutes[who] * np.float32(60) < net.params.card_soon_s) | (a.liking[who] < 0)
    return result


def _count(net: Net, said: Message) -> None:
    """Books kept about the player: what was told, sold, praised and given."""
    a, who = net.audience, said.who
    told = who[said.rows(*TELLING)]
    a.unreturned[told] = np.maximum(a.unreturned[told] - 2, 0)
    sold = who[said.rows(Act.PITCH)]
    a.pitches[sold] += a.pitches[sold] < 100
    praised = said.rows(Act.PRAISE)
    praised = who[praised[said.to_me[praised]]]
    a.praises[praised] += a.praises[praised] < 100
    _learn(net, said)
    helped = said.rows(Act.OFFER, Act.INTRODUCE)
    if len(helped):
        gives = np.where(any_of(said.act, Act.OFFER), _meets(net, said), _friend_meets(net, said))
        helped = helped[(gives & said.to_me)[helped]]
        a.owed[who[helped]] += np.float32(1)
    card = said.rows(Act.CARD)
    a.card[who[card]] |= said.to_me[card]


def _learn(net: Net, said: Message) -> None:
    """What they come to know of the player by it."""
    at = said.rows(*TELLING, Act.PITCH, Act.OFFER)
    if len(at):
        a, who, item = net.audience, said.who[at], said.item[at]
        work = any_of(item, Item.WORK)
        shows = chance.falls(work, a.key[who], Draw.OFFER_TOO, net.tick, net.params.offer_with_work)
        a.known[who] |= memory.told(said.act[at], item, net.account.interests[net.room_of(who)], shows)


def hung(net: Net, who: I64) -> None:
    """The player has left questions of these people unanswered for too long."""
    p = net.params
    _by_itself(net, who, Rule.LEFT_HANGING, Act.SILENCE, (-p.left_hanging, -p.hanging_trust, -p.hanging_patience))


def read(net: Net, who: I64) -> None:
    """The player has read what these people wrote, to the end, and left a sign of it: a little of being heard."""
    _by_itself(net, who, Rule.HEARD_OUT, Act.LISTEN, (net.params.heard_out, net.params.heard_out_trust, 0.0))
    net.audience.last[who] = net.tick


def _by_itself(net: Net, who: I64, rule: Rule, act: Act, weights: tuple[float, float, float]) -> None:
    """Apply one rule to these people, of something that is no message; liking, trust and patience in `weights`."""
    n = len(who)
    if n and rule not in net.params.off:
        rows = appraisal.one_rule(rule, np.arange(n), *weights)
        apply(net, who, rows, np.full(n, act, np.int8), np.full(n, -1, np.int8), np.ones(n, np.float32))
