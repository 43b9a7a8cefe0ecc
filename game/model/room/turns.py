"""What a finished turn does: it is appraised, learned from, and hands the floor on. Writes the hall."""

from dataclasses import dataclass

import numpy as np

from game.model import chance
from game.model.acts import Act, Item
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, Bool
from game.model.events import Event
from game.model.people import NOBODY
from game.model.room import circle, feelings, gossip, witness
from game.model.room.formations import Floor
from game.model.room.hall import Hall
from game.model.room.witness import Audience
from game.model.social import appraisal, memory
from game.model.social.appraisal import Heard
from game.model.social.rules import Rule


@dataclass(frozen=True)
class Turns:
    """The turns that end at this beat, n rows, copied from their formations."""

    slot: I64
    speaker: I64
    act: I8
    to: I32
    item: I8
    about: I32
    seconds: F32
    cut_by: I32
    due: I32
    asker: I32
    last_speaker: I32


def ended(hall: Hall) -> Turns:
    """Turns whose time is up."""
    f = hall.formations
    slot = np.flatnonzero((f.floor == Floor.HELD) & (f.until <= hall.tick))
    seconds = hall.seconds(hall.tick - f.started[slot])
    fields = {k: getattr(f, k)[slot] for k in ("act", "to", "item", "about", "cut_by", "due", "asker", "last_speaker")}
    return Turns(slot, f.holder[slot].astype(np.int64), seconds=seconds, **fields)


def resolve(hall: Hall) -> None:
    """Everything the turns ending now bring about."""
    turns = ended(hall)
    if not len(turns.slot):
        return
    p = hall.people
    p.talk_s[turns.speaker] += turns.seconds
    _report(hall, turns)
    here = witness.in_the_circle(hall, turns.slot)
    outside = witness.in_earshot(hall, turns.slot)
    everybody = witness.together(here, outside)
    ties = hall.ties
    rows = ties.index(everybody.hearer, everybody.speaker)
    question = _is_question(turns.act)[here.turn] & _addressed(turns, here)
    ties.unreturned[ties.index(here.hearer, here.speaker)] += question
    found = _found(hall, turns, everybody, rows)
    heard = _heard(hall, turns, everybody, rows, found)
    reasons = appraisal.appraise(heard, hall.params)
    feelings.apply(
        hall,
        everybody.hearer,
        everybody.speaker,
        reasons,
        turns.act[everybody.turn],
        turns.item[everybody.turn],
    )
    hall.log.event(Event.OVERHEARD, outside.hearer, other=outside.speaker, act=turns.act[outside.turn])
    _speakers_side(hall, turns, here)
    _learn(hall, turns, here)
    _count(hall, turns, here)
    gossip.spread(hall, turns, here)
    _hand_on(hall, turns)


def _is_question(act: I8) -> Bool:
    return (act >= Act.ASK) & (act <= Act.FOLLOW_UP)


def _addressed(turns: Turns, audience: Audience) -> Bool:
    to = turns.to[audience.turn]
    result: Bool = (to == audience.hearer) | (to == NOBODY)
    return result


def _report(hall: Hall, turns: Turns) -> None:
    spoken = np.where(turns.cut_by >= 0, np.float32(0.5), np.float32(1))
    hall.log.event(
        Event.ENDED,
        turns.speaker,
        other=turns.to,
        formation=turns.slot,
        act=turns.act,
        item=turns.item,
        about=turns.cut_by,
        value=spoken,
    )


def _found(hall: Hall, turns: Turns, audience: Audience, rows: I64) -> Bool:
    """Which hearers just found that they share an interest with the speaker; notes it in both ties."""
    p, ties = hall.people, hall.ties
    item = turns.item[audience.turn]
    topic = np.where(item >= Item.STORY, item - Item.STORY, item - Item.TOPIC)
    told = (turns.act[audience.turn] == Act.ANSWER) | (turns.act[audience.turn] == Act.SHARE)
    bit = np.left_shift(np.uint32(1), np.maximum(topic, 0).astype(np.uint32))
    both = p.interests[audience.hearer] & p.interests[audience.speaker] & bit
    whole = turns.cut_by[audience.turn] < 0
    found = told & (item >= Item.TOPIC) & (both > 0) & ((ties.common[rows] & bit) == 0)
    found &= audience.noticed & whole & ~audience.bystander
    ties.common[rows] |= np.where(found, bit, np.uint32(0))
    result: Bool = found
    return result


def _heard(hall: Hall, turns: Turns, a: Audience, rows: I64, found: Bool) -> Heard:
    """The turns as each of their hearers met them."""
    p, ties, pr = hall.people, hall.ties, hall.params
    t, h, s = a.turn, a.hearer, a.speaker
    need = p.need[h]
    meets = (need >= 0) & (p.offer[s] == need)
    about = turns.about[t]
    friend_meets = (need >= 0) & (about >= 0) & (p.offer[np.maximum(about, 0)] == need)
    i_asked = (turns.due[t] == s) & (turns.asker[t] == h)
    knows_need = (ties.known[ties.index(s, h)] >> np.uint32(Item.NEED)) & np.uint32(1)
    trusted = ties.trust[rows] > np.float32(0.1)
    acquainted = hall.seconds(hall.tick - ties.together[rows]) + ties.minutes[rows] * np.float32(60)
    waited = hall.seconds(hall.tick - p.wants_out[h])
    return Heard(
        act=turns.act[t],
        to_me=_addressed(turns, a),
        noticed=a.noticed,
        bystander=a.bystander,
        seconds=turns.seconds[t],
        whole=turns.cut_by[t] < 0,
        took_turns=turns.last_speaker[t] == h,
        i_asked=i_asked,
        unreturned=ties.unreturned[rows].astype(np.float32),
        pitches=ties.pitches[rows].astype(np.float32),
        praises=ties.praises[rows].astype(np.float32),
        owed=ties.owed[rows],
        found=found,
        meets=meets,
        friend_meets=friend_meets,
        wanted=(i_asked & (ties.pitches[rows] == 0)) | ((knows_need > 0) & meets & trusted),
        too_soon=(acquainted < pr.card_soon_s) | (ties.liking[rows] < 0),
        liked=ties.liking[rows] > 0,
        stuck=(p.wants_out[h] >= 0) & (waited > pr.trapped_after_s),
    )


def _speakers_side(hall: Hall, turns: Turns, here: Audience) -> None:
    """The speaker notices who listens, and who cuts him short."""
    p, pr = hall.people, hall.params
    act = turns.act[here.turn]
    telling = ((act == Act.ANSWER) | (act == Act.SHARE)) & _addressed(turns, here)
    whole = turns.cut_by[here.turn] < 0
    listened = np.flatnonzero(telling & whole & here.noticed)
    missed = np.flatnonzero(telling & ~here.noticed)
    cut = np.flatnonzero(turns.cut_by[here.turn] == here.hearer)
    full = p.lightly[here.hearer[listened]]
    parts = [
        appraisal.one_rule(
            Rule.HEARD_OUT, listened, full * np.float32(pr.heard_out), full * np.float32(pr.heard_out_trust)
        ),
        appraisal.one_rule(Rule.NOT_HEARD, missed, -pr.not_heard, 0.0, -pr.not_heard_patience),
        appraisal.one_rule(Rule.INTERRUPTED, cut, -pr.interrupted, -pr.interrupted_trust, -pr.interrupted_patience),
    ]
    kept = [part for part in parts if len(part.rule) and Rule(int(part.rule[0])) not in pr.off]
    feelings.apply(hall, here.speaker, here.hearer, appraisal.gather(kept), act, turns.item[here.turn])
    heard = np.flatnonzero(whole & here.noticed)
    np.add.at(p.heard_out_s, here.hearer[heard], turns.seconds[here.turn[heard]])


def _learn(hall: Hall, turns: Turns, here: Audience) -> None:
    """Listening pays because it informs: what was taken in can be followed up on, said back and helped with."""
    p, ties = hall.people, hall.ties
    at = np.flatnonzero(here.noticed & (turns.cut_by[here.turn] < 0))
    turn, h, s = here.turn[at], here.hearer[at], here.speaker[at]
    act, item = turns.act[turn], turns.item[turn]
    shows = chance.uniform(p.key[s], Draw.OFFER_TOO, hall.tick) < hall.params.offer_with_work
    bits = memory.told(act, item, p.interests[s], shows)
    if not hall.params.learning:
        bits = memory.of_no_use(bits)
    rows = ties.index(h, s)
    news = bits & ~ties.known[rows]
    ties.known[rows] |= bits
    learned = np.flatnonzero(news)
    hall.log.event(Event.LEARNED, h[learned], other=s[learned], item=item[learned], act=act[learned])
    gives = ((act == Act.ANSWER) | (act == Act.SHARE)) & (item >= Item.WORK) & (bits > 0)
    keep = gives & (chance.uniform(p.key[h], Draw.LEARN, hall.tick) < hall.params.hook) & hall.params.learning
    p.hook_who[h], p.hook_item[h] = memory.push_hook(p.hook_who[h], p.hook_item[h], s.astype(np.int32), item, keep)


def _count(hall: Hall, turns: Turns, here: Audience) -> None:
    """Books kept in the ties: questions unreturned, pitches, praises, favours, cards."""
    p, ties = hall.people, hall.ties
    t, h, s = here.turn, here.hearer, here.speaker
    act, to_me = turns.act[t], _addressed(turns, here)
    rows, back = ties.index(h, s), ties.index(s, h)
    told = (act == Act.ANSWER) | (act == Act.SHARE)
    # whoever tells something of their own has given back for two questions
    ties.unreturned[rows] = np.where(told, np.maximum(ties.unreturned[rows] - 2, 0), ties.unreturned[rows])
    ties.unreturned[rows] = np.minimum(ties.unreturned[rows], 100)
    ties.pitches[rows] += (act == Act.PITCH) & (ties.pitches[rows] < 100)
    ties.praises[rows] += (act == Act.PRAISE) & to_me & (ties.praises[rows] < 100)
    need = p.need[h]
    about = np.maximum(turns.about[t], 0)
    gives = (act == Act.OFFER) & (p.offer[s] == need) | (act == Act.INTRODUCE) & (p.offer[about] == need)
    ties.owed[rows] += (gives & to_me & (need >= 0)).astype(np.float32)
    ties.offered[back] |= ((act == Act.OFFER) | (act == Act.INTRODUCE)) & to_me
    ties.recalled[back] |= (act == Act.REMEMBER) & to_me
    _swap_cards(hall, h, s, rows, back, (act == Act.CARD) & to_me)


def _swap_cards(hall: Hall, h: I64, s: I64, rows: I64, back: I64, swaps: Bool) -> None:
    """The one who holds out a card gets one back; his own is kept only by those who have come to know him."""
    ties, pr = hall.ties, hall.params
    at = np.flatnonzero(swaps)
    h, s, rows, back = h[at], s[at], rows[at], back[at]
    acquainted = hall.seconds(hall.tick - ties.together[rows]) + ties.minutes[rows] * np.float32(60)
    keeps = (acquainted >= pr.card_soon_s) & (ties.liking[rows] >= 0) | hall.people.human[h]
    hall.log.event(Event.CARD, s[~ties.card[back]], other=h[~ties.card[back]])
    new = keeps & ~ties.card[rows]
    hall.log.event(Event.CARD, h[new], other=s[new])
    ties.card[back] = True
    ties.card[rows] |= keeps


def _hand_on(hall: Hall, turns: Turns) -> None:
    """The floor is free again, unless an answer is owed or somebody cut in; whoever said goodbye goes."""
    p, f = hall.people, hall.formations
    slot, act = turns.slot, turns.act
    question = _is_question(act) & (turns.to >= 0)
    hung = (turns.due == turns.speaker) & ((act == Act.SILENCE) | (act == Act.DEFLECT))
    hall.log.event(Event.HUNG, turns.speaker[hung], other=turns.asker[hung], formation=slot[hung])
    f.due[slot] = np.where(question, turns.to, NOBODY)
    f.asker[slot] = np.where(question, turns.speaker, NOBODY)
    asked_back = (
        (act == Act.ANSWER)
        & (f.asked[slot] != Act.MIRROR)
        & hall.automatic(turns.speaker)
        & (
            chance.uniform(p.key[turns.speaker], Draw.MIRROR, hall.tick)
            < np.float32(hall.params.mirror) * p.asks_back[turns.speaker]
        )
    )
    f.next_up[slot] = np.where(turns.cut_by >= 0, turns.cut_by, np.where(asked_back, turns.speaker, NOBODY))
    f.asked[slot], f.asked_item[slot] = np.where(question, act, -1), np.where(question, turns.item, -1)
    f.last_act[slot], f.last_speaker[slot] = act, turns.speaker
    f.last_to[slot], f.last_item[slot] = turns.to, turns.item
    f.floor[slot], f.opened[slot], f.holder[slot] = Floor.OPEN, hall.tick, NOBODY
    f.turns[slot] += 1
    goes = np.flatnonzero((act == Act.EXCUSE) | (act == Act.GOODBYE))
    still = p.formation[turns.speaker[goes]] == slot[goes]
    circle.leave(hall, turns.speaker[goes[still]], act[goes[still]])
