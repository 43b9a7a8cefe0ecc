"""What people make of the player's deeds: the appraisal of the evening. The only writer of opinions but for time."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.model import chance
from game.model.acts import Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, Bool
from game.model.feed.net import Net
from game.model.feed.response import interest_in, topic_of
from game.model.social import appraisal, memory, reputation
from game.model.social.appraisal import Heard, Reasons
from game.model.social.rules import Rule

_ALWAYS = np.float32(1)
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
    trusting = net.audience.trust[who] > np.float32(net.feed.business_trust)
    result: I32 = np.stack([net.count(who[trusting]), net.count(who[~trusting])], axis=1)
    return result


def opinion(net: Net, who: I64) -> F32:
    """What people think of the player: own liking and hearsay, faded by acquaintance. (n,)"""
    a = net.audience
    heard = a.hearsay[who] if net.params.hearsay_on else np.zeros(len(who), np.float32)
    return reputation.opinion(a.liking[who], heard, a.minutes[who], net.params)


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
    a, feed = net.audience, net.feed
    gained = a.from_rule[who[pair], reasons.rule]
    kept = appraisal.weigh(reasons, gained, a.negativity[who[pair]], np.ones(len(pair), np.bool_), net.params)
    liking, trust = kept.liking * part[pair], kept.trust * part[pair]
    np.add.at(a.from_rule, (who[pair], reasons.rule), liking)
    _add(a.liking, who, pair, liking)
    _add(a.trust, who, pair, trust)
    patience = kept.patience * np.float32(1 / feed.attention_s) + liking * np.float32(feed.attention_liking)
    total = np.zeros(len(who), np.float32)
    np.add.at(total, pair, patience)
    a.attention[who] = np.minimum(_ALWAYS, np.maximum(np.float32(0), a.attention[who] + total))
    net.log.reason(
        who[pair],
        who[pair] // net.capacity * net.capacity,
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
    a, room = net.audience, net.room_of(said.who)
    told = (said.act == Act.SHARE) | (said.act == Act.ANSWER)
    both = interest_in(said.item, a.interests[said.who] & net.account.interests[room])
    bit = np.left_shift(np.uint32(1), np.maximum(topic_of(said.item), 0).astype(np.uint32))
    found = told & both & ((a.common[said.who] & bit) == 0)
    a.common[said.who] |= np.where(found, bit, np.uint32(0))
    result: Bool = found
    return result


def _heard(net: Net, said: Message, found: Bool) -> Heard:
    """The message as the rules of the evening know it."""
    a, account, who = net.audience, net.account, said.who
    room = net.room_of(who)
    need = a.need[who]
    topic = topic_of(said.item)
    gives = np.where(topic >= 0, topic, account.offer[room])  # help on a topic, or what one has to offer
    meets = (need >= 0) & np.where(said.act == Act.OFFER, gives == need, account.offer[room] == need)
    about = np.maximum(said.about, 0)
    friend_meets = (need >= 0) & (said.about >= 0) & (a.offer[about] == need)
    question = (said.act >= Act.ASK) & (said.act <= Act.FOLLOW_UP)
    a.unreturned[who] = np.minimum(100, a.unreturned[who] + (question & said.to_me))
    asked = a.asks[who] & said.to_me
    knows_need = (a.knows[who] >> np.uint32(Item.NEED)) & np.uint32(1)
    none = np.zeros(len(who), np.bool_)
    talked = a.minutes[who] * np.float32(60)
    return Heard(
        act=said.act,
        to_me=said.to_me,
        noticed=np.ones(len(who), np.bool_),
        bystander=none,
        seconds=said.seconds,
        whole=~none,
        took_turns=said.to_me & (net.tick - a.said_at[who] < _IN_TURN_H),
        i_asked=asked,
        unreturned=a.unreturned[who].astype(np.float32),
        pitches=a.pitches[who].astype(np.float32),
        praises=a.praises[who].astype(np.float32),
        owed=a.owed[who],
        found=found,
        meets=meets,
        friend_meets=friend_meets,
        wanted=(asked & (a.pitches[who] == 0)) | ((knows_need > 0) & meets & (a.trust[who] > np.float32(0.1))),
        too_soon=(talked < net.params.card_soon_s) | (a.liking[who] < 0),
        liked=a.liking[who] > 0,
        stuck=none,
    )


def _count(net: Net, said: Message) -> None:
    """Books kept about the player: what was told, sold, praised and given."""
    a, who, act = net.audience, said.who, said.act
    told = (act == Act.ANSWER) | (act == Act.SHARE)
    a.unreturned[who] = np.where(told, np.maximum(a.unreturned[who] - 2, 0), a.unreturned[who])
    a.pitches[who] += (act == Act.PITCH) & (a.pitches[who] < 100)
    a.praises[who] += (act == Act.PRAISE) & said.to_me & (a.praises[who] < 100)
    room = net.room_of(who)
    shows = chance.uniform(a.key[who], Draw.OFFER_TOO, net.tick) < np.float32(net.params.offer_with_work)
    a.known[who] |= memory.told(act, said.item, net.account.interests[room], shows)
    need = a.need[who]
    topic = topic_of(said.item)
    gives = (act == Act.OFFER) & (np.where(topic >= 0, topic, net.account.offer[room]) == need)
    gives |= (act == Act.INTRODUCE) & (said.about >= 0) & (a.offer[np.maximum(said.about, 0)] == need)
    a.owed[who] += (gives & said.to_me & (need >= 0)).astype(np.float32)
    a.card[who] |= (act == Act.CARD) & said.to_me


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
