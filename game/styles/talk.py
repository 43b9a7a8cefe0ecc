"""What to say when one has the floor: every style weighs the same choices by its habits."""

from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.acts import MAX_TOPICS, Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, U32, Bool
from game.model.commands import Do
from game.model.orders import Orders, orders
from game.model.params import BEAT_TICKS
from game.model.people import NOBODY
from game.model.room.formations import Floor
from game.model.room.hall import Hall
from game.styles import table

# odds of the ordinary attendee's acts, fitted to evidence rows 1, 2 and 10
FOLLOW_UP, TOPIC, WORK, SHARE = 0.26, 0.17, 0.9, 1.1
PARAPHRASE, PRAISE, BOAST = 0.10, 0.06, 0.03
HELP, INTRODUCE, REMEMBER = 0.8, 0.5, 0.6
RECIPROCITY = 1.0  # sharing back, per question that stands unreturned
WORK_FADES = 3.0  # turns until the introductory question has gone out of season
TELLS_WORK, TELLS_NEED = 0.5, 0.25  # of shares, as long as the other does not know
ANY_TOPIC = 0.5  # of questions; the others are about the asker's own interests
TO_LAST = 0.7  # of turns are addressed to whoever spoke last

_ALL_TOPICS = np.uint32((1 << MAX_TOPICS) - 1)
_LOWEST = np.zeros(1 << 16, dtype=np.uint32)  # index of the lowest bit set, by a number of 16 bits
for _bit in range(16):
    _LOWEST[1 << _bit :: 1 << _bit] = _bit


@dataclass(frozen=True)
class Option:
    """One thing each of n speakers could say, and how much they feel like it."""

    act: I8 | int
    weight: F32
    to: I32
    item: I8 | int = -1
    about: I32 | int = NOBODY


@dataclass(frozen=True)
class Speaker:
    """What n speakers know when they open their mouths: themselves, their circle, their own ties."""

    hall: Hall
    who: I64
    style: I64
    slot: I64
    to: I32  # addressee
    own: I64  # row of their own tie about the addressee
    turn: I32  # turns taken in this circle
    together_s: F32


def speak(hall: Hall, who: I64) -> Orders:
    """What `who` (n,) say now that they have the floor."""
    if not len(who):
        return orders(who, Do.SAY)
    s = _speaker(hall, who)
    act, to, item, about = _choose(s, _options(s))
    for rule in (_answer, _ask_back, _farewell):
        applies, what = rule(s)
        act = np.where(applies, what[0], act)
        to, item = np.where(applies, what[1], to), np.where(applies, what[2], item)
        about = np.where(applies, NOBODY, about)
    return orders(who, Do.SAY, act=act, to=to, item=item, about=about)


def _speaker(hall: Hall, who: I64) -> Speaker:
    p, f = hall.people, hall.formations
    slot = p.formation[who].astype(np.int64)
    to = _addressee(hall, who, slot)
    own = hall.ties.index(who, np.maximum(to, 0))
    return Speaker(
        hall,
        who,
        p.style[who].astype(np.int64),
        slot,
        to,
        own,
        f.turns[slot],
        hall.seconds(hall.tick - hall.ties.together[own]),
    )


def _addressee(hall: Hall, who: I64, slot: I64) -> I32:
    """Mostly whoever spoke last, else anybody in the circle."""
    p, f = hall.people, hall.formations
    members = f.members[slot]
    seat = np.argmax(members == who[:, None], axis=1)
    others = np.maximum(f.size[slot].astype(np.int64) - 1, 1)
    step = 1 + chance.bits(p.key[who], Draw.ADDRESSEE, hall.tick).astype(np.int64) % others
    anybody = members[np.arange(len(who)), (seat + step) % (others + 1)]
    last = f.last_speaker[slot]
    here = (members == last[:, None]).any(axis=1) & (last != who) & (last >= 0)
    stay = chance.uniform(p.key[who], Draw.WHOM, hall.tick) < np.float32(TO_LAST)
    return np.where(here & stay, last, anybody)


def _options(s: Speaker) -> list[Option]:
    return [
        _greet(s),
        _follow_up(s),
        _ask(s),
        _ask_work(s),
        _share(s),
        _paraphrase(s),
        _praise(s),
        _boast(s),
        _pitch(s),
        _card(s),
        _offer(s),
        _introduce(s),
        _remember(s),
        _gossip(s),
    ]


def _habit(s: Speaker, name: str) -> F32:
    return table.habit(name, s.style)


def _knows(s: Speaker, item: int) -> Bool:
    result: Bool = (s.hall.ties.known[s.own] & np.uint32(1 << item)) > 0
    return result


def _topic(s: Speaker, draw: Draw, topics_of: U32) -> I64:
    """One of the topics in each bit set, −1 where it is empty: the first at or after a random place."""
    start = chance.choose(s.hall.people.key[s.who], draw, s.hall.tick, MAX_TOPICS)
    turned = (topics_of >> start | topics_of << (np.uint32(MAX_TOPICS) - start)) & _ALL_TOPICS
    topic = (start + _LOWEST.take(turned)) % np.uint32(MAX_TOPICS)
    return np.where(turned > 0, topic.astype(np.int64), -1)


def _greet(s: Speaker) -> Option:
    """The opening turn; a nod and on, where it will stay a word in passing."""
    opening = (s.turn == 0) & (_habit(s, "share") + _habit(s, "ask") > 0)
    brief = s.hall.formations.brief[s.slot] >= 0
    act = np.where(brief, Act.PASS_BY, Act.GREET).astype(np.int8)
    return Option(act, np.where(opening, np.float32(1e4), np.float32(0)), s.to)


def _follow_up(s: Speaker) -> Option:
    p = s.hall.people
    who, item = p.hook_who[s.who, 0], p.hook_item[s.who, 0]
    here = (who >= 0) & (p.formation[np.maximum(who, 0)] == s.slot) & (who != s.who)
    return Option(int(Act.FOLLOW_UP), here * _habit(s, "follow_up") * np.float32(FOLLOW_UP), who, item)


def _ask(s: Speaker) -> Option:
    """About a topic not yet known of them, gladly one of one's own, or about what they need."""
    unknown = ~(s.hall.ties.known[s.own] >> np.uint32(Item.TOPIC)) & np.uint32((1 << s.hall.topics) - 1)
    draw = chance.uniform(s.hall.people.key[s.who], Draw.OPINION, s.hall.tick)
    own = unknown & s.hall.people.interests[s.who]
    topic = _topic(s, Draw.TOPIC, np.where((own > 0) & (draw > np.float32(ANY_TOPIC)), own, unknown))
    need = ~_knows(s, Item.NEED) & (draw < np.maximum(_habit(s, "asks_needs"), np.float32(0.06)))
    item = np.where(need, Item.NEED, np.where(topic >= 0, Item.TOPIC + topic, Item.WORK)).astype(np.int8)
    return Option(int(Act.ASK), _habit(s, "ask") * np.float32(TOPIC), s.to, item)


def _ask_work(s: Speaker) -> Option:
    fading = chance.exp(-s.turn.astype(np.float32) / np.float32(WORK_FADES))
    weight = ~_knows(s, Item.WORK) * fading * _habit(s, "ask") * np.float32(WORK)
    return Option(int(Act.ASK_WORK), weight, s.to, int(Item.WORK))


def _share(s: Speaker) -> Option:
    """A story or a view of one's own; gladly on the topic in the air, and sooner when asked much."""
    p, f = s.hall.people, s.hall.formations
    last = f.last_item[s.slot].astype(np.int64)
    air = np.where(last >= Item.STORY, last - Item.STORY, last - Item.TOPIC)
    mine = (last >= Item.TOPIC) & ((p.interests[s.who] >> np.maximum(air, 0).astype(np.uint32)) & 1 > 0)
    topic = np.where(mine, air, _topic(s, Draw.OPINION, p.interests[s.who]))
    told = (p.stories[s.who] >> np.maximum(topic, 0).astype(np.uint32)) & np.uint32(1) > 0
    item = np.where(told, Item.STORY + topic, Item.TOPIC + topic)
    item = np.where(_of_work(s), Item.WORK, item)
    item = np.where(_of_need(s), Item.NEED, item)
    asked = s.hall.ties.unreturned[s.hall.ties.index(np.maximum(s.to, 0), s.who)].astype(np.float32)
    weight = _habit(s, "share") * (np.float32(1) + np.float32(RECIPROCITY) * asked) * np.float32(SHARE)
    return Option(int(Act.SHARE), np.where(topic >= 0, weight, np.float32(0)), s.to, item.astype(np.int8))


def _of_work(s: Speaker) -> Bool:
    """Some shares are about what one does, if the other does not know."""
    theirs = s.hall.ties.known[s.hall.ties.index(np.maximum(s.to, 0), s.who)]
    draw = chance.uniform(s.hall.people.key[s.who], Draw.OFFER_TOO, s.hall.tick)
    tells: Bool = ((theirs & np.uint32(1 << Item.WORK)) == 0) & (draw < np.float32(TELLS_WORK))
    return tells


def _of_need(s: Speaker) -> Bool:
    """Now and then one says what one is looking for, to people one likes."""
    ties, p = s.hall.ties, s.hall.people
    theirs = ties.known[ties.index(np.maximum(s.to, 0), s.who)]
    draw = chance.uniform(p.key[s.who], Draw.REVEAL, s.hall.tick)
    liked = ties.liking[s.own] > 0
    tells: Bool = ((theirs & np.uint32(1 << Item.NEED)) == 0) & (p.need[s.who] >= 0) & liked
    tells &= draw < np.float32(TELLS_NEED)
    return tells


def _paraphrase(s: Speaker) -> Option:
    """Saying back what has just been told, if it was taken in."""
    p, f = s.hall.people, s.hall.formations
    told = (f.last_act[s.slot] == Act.ANSWER) | (f.last_act[s.slot] == Act.SHARE)
    other = f.last_speaker[s.slot]
    told &= (p.hook_who[s.who, 0] == other) & (p.hook_item[s.who, 0] == f.last_item[s.slot])
    weight = (told & (other != s.who) & (other >= 0)) * _habit(s, "paraphrase") * np.float32(PARAPHRASE)
    return Option(int(Act.PARAPHRASE), weight, other, f.last_item[s.slot])


def _praise(s: Speaker) -> Option:
    return Option(int(Act.PRAISE), _habit(s, "praise") * np.float32(PRAISE), s.to)


def _boast(s: Speaker) -> Option:
    return Option(int(Act.BOAST), _habit(s, "boast") * np.float32(BOAST), s.to)


def _pitch(s: Speaker) -> Option:
    """Readily when it meets a need one knows of; else by habit, and not twice to the same circle."""
    p = s.hall.people
    to = np.maximum(s.to, 0)
    wanted = _knows(s, Item.NEED) & (p.need[to] == p.offer[s.who]) & (p.offer[s.who] >= 0)
    habit = _habit(s, "pitch")
    before = s.hall.ties.pitches[s.hall.ties.index(to, s.who)] > 0
    shameless = habit > np.float32(1)
    weight = np.where(wanted & (habit > 0) & ~before, np.maximum(habit, np.float32(0.6)), habit)
    return Option(
        int(Act.PITCH), np.where(before & ~shameless, weight * np.float32(0.3), weight), s.to, int(Item.OFFER)
    )


def _card(s: Speaker) -> Option:
    habit = _habit(s, "card")
    early = np.where(habit > np.float32(0.2), np.float32(1), np.float32(0.1))
    when = np.where(s.together_s > 120, np.float32(1), early)
    return Option(int(Act.CARD), ~s.hall.ties.card[s.own] * habit * when, s.to)


def _unhelped(s: Speaker) -> Bool:
    return _knows(s, Item.NEED) & ~s.hall.ties.offered[s.own]


def _offer(s: Speaker) -> Option:
    p = s.hall.people
    fits = (p.need[np.maximum(s.to, 0)] == p.offer[s.who]) & (p.offer[s.who] >= 0)
    return Option(int(Act.OFFER), (_unhelped(s) & fits) * _habit(s, "help") * np.float32(HELP), s.to, int(Item.OFFER))


def _introduce(s: Speaker) -> Option:
    """To somebody whose offer one has learned of, and who is still here."""
    p, ties = s.hall.people, s.hall.ties
    about = np.full(len(s.who), NOBODY, dtype=np.int32)
    at = np.flatnonzero(_unhelped(s) & (_habit(s, "help") > 0))
    if len(at):
        base = s.who[at] // s.hall.capacity * s.hall.capacity
        others = base[:, None] + ties.subjects[None, :]
        rows = ties.index(np.broadcast_to(s.who[at][:, None], others.shape), others)
        need = p.need[np.maximum(s.to[at], 0)]
        fits = ((ties.known[rows] & np.uint32(1 << Item.OFFER)) > 0) & (p.offer[others] == need[:, None])
        fits &= p.present[others] & (others != s.to[at][:, None]) & (others != s.who[at][:, None])
        fits &= (p.formation[others] != s.slot[at][:, None]) & (need >= 0)[:, None]
        first = fits.argmax(axis=1)
        found = fits[np.arange(len(at)), first]
        about[at[found]] = others[np.arange(len(at)), first][found]
    weight = (about >= 0) * _habit(s, "help") * np.float32(INTRODUCE)
    return Option(int(Act.INTRODUCE), weight, s.to, int(Item.OFFER), about)


def _remember(s: Speaker) -> Option:
    """Early in a second talk: what they told me last time."""
    ties = s.hall.ties
    facts = ties.known[s.own] & ~np.uint32(1 << Item.NAME)
    again = (ties.minutes[s.own] > 1) & (s.together_s < 60) & (facts > 0) & ~ties.recalled[s.own]
    item = _lowest_bit(facts)
    return Option(int(Act.REMEMBER), again * _habit(s, "follow_up") * np.float32(REMEMBER), s.to, item)


def _lowest_bit(bits: U32) -> I8:
    """Index of the lowest bit set, (n,); 0 for none."""
    low, high = bits & np.uint32(0xFFFF), bits >> np.uint32(16)
    index = np.where(low > 0, _LOWEST.take(low), _LOWEST.take(high) + np.uint32(16) * (high > 0))
    result: I8 = index.astype(np.int8)
    return result


def _gossip(s: Speaker) -> Option:
    """The strongest opinion one holds about somebody who is not standing here, with some whim."""
    p, ties, pr = s.hall.people, s.hall.ties, s.hall.params
    others = (s.who // s.hall.capacity * s.hall.capacity)[:, None] + ties.subjects[None, :].astype(np.int64)
    rows = ties.index(s.who[:, None], others)
    liking = ties.liking.take(rows)
    bad = p.negativity.take(s.who)[:, None] * np.float32(0.5)
    size = np.where(ties.met.take(rows), np.abs(liking) * np.where(liking < 0, bad, 1), np.abs(ties.hearsay.take(rows)))
    at = np.flatnonzero((size > np.float32(pr.gossip_from)) & (others != s.who[:, None]))
    at = at[_worth_telling(s, at // len(ties.subjects), others.ravel()[at], rows.ravel()[at])]
    teller, about = at // len(ties.subjects), others.ravel()[at]
    score = np.zeros(size.shape, dtype=np.float32)
    whim = chance.uniform(p.key.take(s.who.take(teller)), Draw.WHOM, s.hall.tick, p.id.take(about))
    score.ravel()[at] = size.ravel()[at] * whim
    best = score.argmax(axis=1)
    row = np.arange(len(s.who))
    whom = np.where(score[row, best] > 0, others[row, best], NOBODY).astype(np.int32)
    strong = np.minimum(np.float32(2), size[row, best])
    weight = (whom >= 0) * _habit(s, "gossip") * p.gossip[s.who] * strong * np.float32(pr.gossip)
    return Option(int(Act.GOSSIP), weight if pr.hearsay_on else weight * np.float32(0), s.to, -1, whom)


def _worth_telling(s: Speaker, teller: I64, about: I64, row: I64) -> Bool:
    """Of somebody met or heard of who is not standing here, to somebody who has not heard it from one yet. (m,)"""
    p, ties = s.hall.people, s.hall.ties
    heard = ties.source[ties.index(np.maximum(s.to, 0).take(teller), about)] == s.who.take(teller)[:, None]
    known = ties.met.take(row) | (ties.source[row, 0] >= 0)
    result: Bool = known & ~heard.any(axis=1) & (p.formation.take(about) != s.slot.take(teller))
    return result


def _choose(s: Speaker, options: list[Option]) -> tuple[I8, I32, I8, I32]:
    """One option each, in proportion to its weight; silence where there is none."""
    n = len(s.who)
    edges = np.cumsum(np.array([option.weight for option in options], dtype=np.float32), axis=0)
    want = chance.uniform(s.hall.people.key[s.who], Draw.ACT, s.hall.tick) * edges[-1]
    chosen = (want >= edges).sum(axis=0)
    act = np.full(n, Act.SILENCE, dtype=np.int8)
    to, item, about = np.full(n, NOBODY, np.int32), np.full(n, -1, np.int8), np.full(n, NOBODY, np.int32)
    for number, option in enumerate(options):
        at = np.flatnonzero(chosen == number)
        for column, what in ((act, option.act), (to, option.to), (item, option.item), (about, option.about)):
            column[at] = what.take(at) if isinstance(what, np.ndarray) else what
    return act, to, item, about


Rule = tuple[Bool, tuple[I8 | int, I32, I8 | int]]


def _answer(s: Speaker) -> Rule:
    """A question put to one is answered; some deflect, some pitch, the mute say nothing."""
    f, p = s.hall.formations, s.hall.people
    due = f.due[s.slot] == s.who
    asker = f.asker[s.slot]
    asked, item = f.asked[s.slot], f.asked_item[s.slot]
    draw = chance.uniform(p.key[s.who], Draw.REVEAL, s.hall.tick)
    act = np.full(len(s.who), Act.ANSWER, dtype=np.int8)
    silent = _habit(s, "share") + _habit(s, "ask") <= 0
    act = np.where(silent, np.int8(Act.SILENCE), act)
    act = np.where(_habit(s, "deflects") > draw, np.int8(Act.DEFLECT), act)
    act = np.where(_habit(s, "pitches_back") > draw, np.int8(Act.PITCH), act)
    knows_need = s.hall.ties.known[s.hall.ties.index(np.maximum(asker, 0), s.who)] & np.uint32(1 << Item.NEED)
    opens_up = (asked == Act.FOLLOW_UP) & (knows_need == 0) & (draw < np.float32(s.hall.params.reveal_need))
    opens_up &= p.need[s.who] >= 0
    topic = np.where(item >= Item.STORY, item - Item.STORY, item - Item.TOPIC)
    told = (p.stories[s.who] >> np.maximum(topic, 0).astype(np.uint32)) & np.uint32(1) > 0
    answer = np.where((item >= Item.TOPIC) & told, Item.STORY + topic, item)
    answer = np.where(opens_up, Item.NEED, answer)
    answer = np.where(act == Act.PITCH, Item.OFFER, answer)
    return due, (act, asker, answer.astype(np.int8))


def _ask_back(s: Speaker) -> Rule:
    """And you?"""
    f = s.hall.formations
    own_turn = (f.next_up[s.slot] == s.who) & (f.last_speaker[s.slot] == s.who) & (f.last_act[s.slot] == Act.ANSWER)
    to = f.last_to[s.slot]
    here = s.hall.people.formation[np.maximum(to, 0)] == s.slot
    item = f.last_item[s.slot]
    topic = np.where(item >= Item.STORY, item - Item.STORY + Item.TOPIC, item)
    return own_turn & here & (to >= 0), (int(Act.MIRROR), to, topic.astype(np.int8))


def _farewell(s: Speaker) -> Rule:
    """Whoever means to leave says so."""
    p = s.hall.people
    act = np.where(p.wants_out[s.who] >= 0, Act.EXCUSE, Act.GOODBYE).astype(np.int8)
    return p.parting[s.who], (act, np.full(len(s.who), NOBODY, np.int32), -1)


def cut_in(hall: Hall) -> Orders:
    """Some styles talk over a long turn of another's."""
    p, f = hall.people, hall.formations
    who = np.flatnonzero((table.habit("cuts_in", p.style.astype(np.int64)) > 0) & (p.formation >= 0) & ~p.human)
    slot = p.formation[who]
    long_turn = (f.act[slot] == Act.ANSWER) | (f.act[slot] == Act.SHARE) | (f.act[slot] == Act.GOSSIP)
    past_half = hall.tick - (f.started[slot] + f.until[slot]) // 2
    just = (past_half >= 0) & (past_half < BEAT_TICKS)
    draw = chance.uniform(p.key[who], Draw.CUT_IN, hall.tick)
    cuts = (f.floor[slot] == Floor.HELD) & (f.holder[slot] != who) & long_turn & just
    cuts &= draw < table.habit("cuts_in", p.style[who].astype(np.int64))
    who = who[cuts]
    to = f.holder[p.formation[who]]
    return orders(who, Do.CUT_IN, to=to, act=int(Act.PITCH), item=int(Item.OFFER))
