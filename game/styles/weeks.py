"""What styles do on the network: a few times a day they look in, and use the time they have.

They see what a player sees: who answered and what was said, what was learned of whom; never what somebody thinks.
"""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.model import chance
from game.model.acts import MAX_TOPICS, Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, U32, Bool, any_of
from game.model.feed import deeds
from game.model.feed.deeds import Deed
from game.model.feed.net import Net
from game.model.feed.outcomes import knows
from game.model.feed.params import HOURS
from game.model.orders import NONE, Orders, join, orders
from game.model.social.appraisal import SELLING
from game.styles import online

LOOKS_IN: Final = (8, 13, 18, 22)  # hours at which one takes out the phone
_MOST: Final = 24  # deeds to single people in one go
_PARTS: Final = 16  # of everybody, for each of these: the best of all are at least as good as the best of so many parts
_AGAIN_H: Final = 20  # hours: nobody is written to twice a day unless they answer
_KEPT_H: Final = 3 * HOURS
_UPKEEP_H: Final = 5 * HOURS
_COMMON: Final = 0.2  # how much sooner to somebody with whom one has found common ground
_ENOUGH: Final = 45.0  # minutes given to one person after which others come first
_PRIVATE: Final = (Act.OFFER, Act.INTRODUCE, Act.REMEMBER, Act.PITCH, Act.CARD, Act.BOAST)  # for one pair of eyes
F = np.float32


def decide(net: Net) -> Orders:
    """Deeds of all players no human plays, for the next hour."""
    if net.hour not in LOOKS_IN:
        return NONE
    room = np.flatnonzero(~net.account.human)
    style = net.account.style[room].astype(np.int64)
    visits = len(LOOKS_IN) - LOOKS_IN.index(net.hour)
    time = net.account.left[room] / F(visits) * online.habit("active", style)
    return join([_posts(net, room, style), _mails(net, room, style), _rest(net, room, style), _people(net, room, time)])


def _draw(net: Net, room: I64, what: int) -> F32:
    """A uniform draw of each player's, (rooms,)."""
    return chance.uniform(net.account.key[room], Draw.DEED, net.tick * 16 + what)


def _posts(net: Net, room: I64, style: I64) -> Orders:
    daily = online.habit("posts", style) * F(1 / len(LOOKS_IN))
    room = room[_draw(net, room, 0) < daily]
    if not len(room):
        return NONE
    style = net.account.style[room].astype(np.int64)
    acts = np.array([Act[name.upper()] for name in online.PUBLIC], np.int8)
    weights = np.stack([online.habit(name, style) for name in online.PUBLIC], axis=1)
    act = acts[_pick(weights, _draw(net, room, 1))]
    topic = _own_topic(net, room, _draw(net, room, 2))
    item = np.where(any_of(act, *SELLING), Item.OFFER, Item.TOPIC + topic)
    praise = any_of(act, Act.PRAISE).nonzero()[0]
    about = np.full(len(room), -1, np.int64)
    about[praise] = _known_best(net, room[praise])
    act[praise[about[praise] < 0]] = Act.SHARE
    return orders(room * net.capacity, Deed.POST, act=act, item=item, about=about)


def _mails(net: Net, room: I64, style: I64) -> Orders:
    first = net.tick < HOURS
    odds = online.habit("mails", style) * F(1 if first else 1 / len(LOOKS_IN))
    some = (_draw(net, room, 3) < odds).nonzero()[0]
    some = some[net.audience.held.reshape(net.rooms, -1)[room[some]].any(axis=1)]
    if not len(some):
        return NONE
    sells = _draw(net, room[some], 5) < online.habit("mail_sells", style[some])
    act = np.where(sells, Act.PITCH, Act.CARD)
    return orders(room[some] * net.capacity, Deed.MAIL, act=act)


def _rest(net: Net, room: I64, style: I64) -> Orders:
    """Buying followers on the first morning, muting whoever bothers, and scrolling."""
    head = room * net.capacity
    parts = []
    if net.day == 0 and net.hour == LOOKS_IN[0]:
        thousands = online.habit("buys", style).astype(np.int64)
        parts.append(orders(np.repeat(head, thousands), Deed.BUY))
    if net.day >= 2:
        bothers = (net.audience.sells & net.audience.card & ~net.audience.ignored).nonzero()[0]
        bothers = bothers[~net.account.human[net.room_of(bothers)]]
        parts.append(orders(net.room_of(bothers) * net.capacity, Deed.MUTE, to=bothers.astype(np.int32)))
    idle = _draw(net, room, 4) < online.habit("idle", style)
    parts.append(orders(head[idle], Deed.LURK))
    return join(parts)


def _people(net: Net, players: I64, time: F32) -> Orders:
    """Deeds to single people: whom first, then what; as many as the time allows."""
    who, room = _whom(net, players, time)
    if not len(who):
        return NONE
    style = net.account.style[room].astype(np.int64)
    act, item, about = _what(net, who, room, style)
    a = net.audience
    draw, said = chance.uniform(a.key[who], Draw.HOUR, net.tick), a.said[who] >= 0
    do = np.full(len(who), Deed.COMMENT, np.int8)
    do[said] = Deed.REPLY
    do[any_of(act, *_PRIVATE)] = Deed.MESSAGE
    do[(draw < online.habit("meets", style)) & a.met[who]] = Deed.MEET
    reads = (draw < online.habit("reads", style)) & ~said
    do[reads], act[reads] = Deed.READ, Act.LISTEN
    cost = deeds.minutes(do, act, net.feed)
    fits = deeds.so_far(room, cost) <= time[np.searchsorted(players, room)]
    asked = orders(room * net.capacity, Deed.READ, to=who.astype(np.int32), act=act, item=item, about=about)
    return replace(asked, do=do).take(fits.nonzero()[0])


def _whom(net: Net, room: I64, time: F32) -> tuple[I64, I64]:
    """Whom each player turns to, the nearest to their heart first: (people, their rooms)."""
    a, size = net.audience, net.capacity

    def of(column: Any) -> Any:
        table = column.reshape(net.rooms, size)
        return table if len(room) == net.rooms else table[room]

    said, spent, sent = of(a.said) >= 0, of(a.minutes), of(a.sent)
    ago = net.tick - np.maximum(of(a.last), sent)
    whim = F(0.8) * chance.uniform(of(a.key), Draw.WHOM, net.tick)
    score = F(_COMMON) * (of(a.common) > 0) + whim  # all there is to strangers
    near = (said | of(a.asks) | (spent > 0)).ravel().nonzero()[0]
    score.ravel()[near] = _pull(net, room[near // size] * size + near % size) + whim.ravel()[near]
    pestered = (of(a.tried) > 1) & (net.tick - sent <= net.feed.pester_h)
    kept = (spent > _ENOUGH) & (ago < _KEPT_H)  # a tie well kept can wait some days
    written = (of(a.due) >= 0) & ~any_of(of(a.due_do), Deed.POST)
    closed = kept | ~of(a.there) | of(a.ignored) | written | pestered | ~said & (ago < _AGAIN_H)
    score.ravel()[closed.ravel().nonzero()[0]] = -1
    score[time <= 0] = -1
    at = _best(score, min(_MOST, size - 1))
    return room[at // size] * size + at % size, room[at // size]


def _best(score: F32, most: int) -> I64:
    """Flat indices of the `most` highest of each row that are not below 0, the highest first; of equals the earlier."""
    size = score.shape[1]
    heads = np.maximum.reduceat(score, np.arange(0, size, max(1, size // (_PARTS * most))), axis=1)
    least = np.sort(heads, axis=1)[:, -most, None]  # at least so many reach it
    at = (score >= np.maximum(least, 0)).ravel().nonzero()[0]
    row = at // size
    order = np.lexsort((-score.ravel()[at], row))
    best: I64 = at[order[np.arange(len(at)) - np.searchsorted(row, row) < most]]
    return best


def _pull(net: Net, who: I64) -> F32:
    """What draws a player to those who are no strangers any more: what they wrote, time given, common ground. (n,)"""
    a = net.audience
    style = net.account.style[net.room_of(who)].astype(np.int64)
    known = np.minimum(a.minutes[who], F(_ENOUGH)) * F(1 / _ENOUGH)
    sooner = F(0.1) + F(0.9) * known  # those one knows are answered first
    pull = (a.said[who] >= 0) * online.habit("replies", style) * sooner
    pull += a.asks[who] * F(0.5)
    pull += known * online.habit("keeps", style)
    pull += F(_COMMON) * (a.common[who] > 0)
    result: F32 = pull
    return result


def _what(net: Net, who: I64, room: I64, style: I64) -> tuple[I8, I8, I32]:
    """What to say to each: act, item, and whom it is about."""
    a = net.audience

    def habit(name: str) -> F32:
        return online.habit(name, style)

    said, new = a.said[who] >= Item.WORK, a.knows[who] <= 1
    topic = _shared_topic(net, who, room)
    posted = _posted(net, who)
    need_known = knows(a.knows[who], Item.NEED)
    in_need = need_known & (a.owed[who] < 2)
    helps = in_need & _can_help(net, who, room)
    third = _who_offers(net, who, room, in_need)
    lapsed = (a.knows[who] > 1) & (net.tick - a.last[who] > _UPKEEP_H)
    owes = np.minimum(a.unreturned[who], 10).astype(np.float32)  # questions asked of them with nothing told back
    after_need = chance.uniform(a.key[who], Draw.IDLE, net.tick) < habit("needs")
    ways: list[tuple[int, F32 | np.float32, I8 | int]] = [
        (
            Act.FOLLOW_UP,
            habit("follow_up") * (said | (posted >= 0)),
            np.where(said, a.said[who], posted).astype(np.int8),
        ),
        (Act.ANSWER, (habit("shares") + F(0.5)) * F(3) * a.asks[who], a.said[who]),
        (Act.PARAPHRASE, habit("says_back") * said, a.said[who]),
        (Act.ASK_WORK, habit("asks") * new, Item.WORK),
        (Act.ASK, habit("asks") * ~new * F(0.7), np.where(after_need, Item.NEED, Item.TOPIC + topic).astype(np.int8)),
        (
            Act.SHARE,
            habit("shares") * (F(0.7) + owes * owes),
            (Item.TOPIC + topic).astype(np.int8),
        ),
        (Act.PRAISE, habit("praises"), Item.WORK),
        (Act.OFFER, habit("gives") * helps, (Item.TOPIC + np.maximum(a.need[who], 0)).astype(np.int8)),
        (Act.INTRODUCE, habit("gives") * (third >= 0), Item.NEED),
        (Act.REMEMBER, habit("remembers") * lapsed, a.said[who]),
        (Act.PITCH, habit("sells"), Item.OFFER),
        (Act.BOAST, habit("boasts"), Item.OFFER),
        (Act.CARD, habit("connects") * ~a.held[who], -1),
        (Act.GREET, F(0.05), -1),
    ]
    weights, items = np.empty((len(who), len(ways)), np.float32), np.empty((len(who), len(ways)), np.int8)
    for k, (_, weight, about_what) in enumerate(ways):
        weights[:, k], items[:, k] = weight, about_what
    chosen = _pick(weights, chance.uniform(a.key[who], Draw.ACT, net.tick))
    act = np.array([way[0] for way in ways], np.int8)[chosen]
    about = np.where(any_of(act, Act.INTRODUCE), third, -1)
    return act, items[np.arange(len(who)), chosen], about.astype(np.int32)


def _pick(weights: F32, draw: F32) -> I64:
    """One column of each row by weight, (n, k) and (n,) → (n,)."""
    sums = np.add.accumulate(weights, axis=1)
    passed = np.count_nonzero(sums <= (draw * sums[:, -1])[:, None], axis=1)
    result: I64 = np.minimum(passed, weights.shape[1] - 1)
    return result


def _topics_in(bits: U32) -> F32:
    """1 for every topic among bits by topic, else 0: (n,) → (n, topics)."""
    among: F32 = ((bits[:, None] >> np.arange(MAX_TOPICS, dtype=np.uint32)) & np.uint32(1)).astype(np.float32)
    return among


def _own_topic(net: Net, room: I64, draw: F32) -> I64:
    """One of each player's topics of interest; 0 where there is none."""
    mine = net.account.interests[room]
    return np.where(mine > 0, _pick(_topics_in(mine), draw), 0)


def _posted(net: Net, who: I64) -> I8:
    """What each of them has written about lately, as an item; −1 for nothing."""
    a = net.audience
    topic = _pick(_topics_in(a.interests[who]), chance.uniform(a.key[who], Draw.PLACE, net.tick))
    return np.where(a.interests[who] > 0, Item.TOPIC + topic, -1).astype(np.int8)


def _shared_topic(net: Net, who: I64, room: I64) -> I64:
    """A topic the player knows them to care about, best one the player cares about, too; else one of the player's."""
    a = net.audience
    theirs = (a.knows[who] >> np.uint32(Item.TOPIC)) & np.uint32((1 << MAX_TOPICS) - 1)
    both = theirs & net.account.interests[room]
    draw = chance.uniform(a.key[who], Draw.TOPIC, net.tick)
    pool = np.where(both > 0, both, np.where(theirs > 0, theirs, net.account.interests[room]))
    return np.where(pool > 0, _pick(_topics_in(pool), draw), 0)


def _can_help(net: Net, who: I64, room: I64) -> Bool:
    """Whether the player can do something about what they need: own offer, or a topic the player knows about."""
    need = net.audience.need[who]
    bit = np.left_shift(np.uint32(1), np.maximum(need, 0).astype(np.uint32))
    knows_about = (net.account.interests[room] & bit) > 0
    able: Bool = ((net.account.offer[room] == need) | knows_about) & (need >= 0)
    return able


def _who_offers(net: Net, who: I64, room: I64, in_need: Bool) -> I64:
    """Somebody the player knows to offer what each of those `in_need` needs; −1 nobody."""
    a = net.audience
    third = np.full(len(who), -1, np.int64)
    at = (in_need & (a.need[who] >= 0)).nonzero()[0]
    if len(at):
        able = knows(a.knows, Item.OFFER).nonzero()[0]
        able = able[a.there[able] & (a.offer[able] >= 0)]
        table = np.full((net.rooms, MAX_TOPICS), -1, np.int64)
        table[net.room_of(able), a.offer[able]] = able
        third[at] = table[room[at], a.need[who[at]]]
    return np.where(third != who, third, -1)


def _known_best(net: Net, room: I64) -> I64:
    """Whom each player has given most time to, (rooms,); −1 nobody yet."""
    minutes = net.audience.minutes.reshape(net.rooms, net.capacity)[room]
    best = minutes.argmax(axis=1)
    return np.where(minutes.max(axis=1) > 0, room * net.capacity + best, -1)
