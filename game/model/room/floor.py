"""The floor: who speaks next (Sacks, Schegloff & Jefferson), and how long a turn lasts."""

import numpy as np

from game.model import chance
from game.model.acts import Act
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, I64, any_of
from game.model.commands import Do
from game.model.params import TICK_S
from game.model.people import NOBODY
from game.model.room.formations import SEATS, Floor
from game.model.room.hall import Hall

# shortest and longest turn in seconds, by Act (model.md, Time and people)
TURN_S = np.array(
    [
        (2, 5),  # GREET
        (2, 4),  # PASS_BY
        (3, 6),  # ASK
        (3, 6),  # ASK_WORK
        (3, 6),  # MIRROR
        (3, 6),  # FOLLOW_UP
        (1, 2),  # LISTEN
        (3, 6),  # PARAPHRASE
        (8, 25),  # ANSWER
        (2, 4),  # DEFLECT
        (8, 25),  # SHARE
        (2, 5),  # PRAISE
        (6, 14),  # OFFER
        (6, 14),  # INTRODUCE
        (3, 6),  # REMEMBER
        (15, 40),  # PITCH
        (8, 20),  # BOAST
        (3, 6),  # CARD
        (8, 20),  # GOSSIP
        (2, 4),  # EXCUSE
        (2, 4),  # GOODBYE
        (3, 3),  # SILENCE
    ],
    dtype=np.float32,
)
LONG = (Act.ANSWER, Act.SHARE, Act.BOAST, Act.GOSSIP)
HUMAN_WEIGHT = np.float32(1e4)  # a human who chose to speak is let in


def length_s(act: I8, talkativeness: F32, draw: F32, length_sd: float) -> F32:
    """Seconds a turn will take; only long turns stretch with talkativeness. All (n,)."""
    low, high = TURN_S[act, 0], TURN_S[act, 1]
    stretch = np.where(any_of(act, *LONG), talkativeness, np.float32(0)) * np.float32(length_sd)
    seconds = (low + (high - low) * draw) * chance.exp(stretch)
    result: F32 = np.minimum(np.float32(45), np.maximum(np.float32(1), seconds))
    return result


def weights(hall: Hall, slot: I64) -> F32:
    """How strongly each member bids for the free floor of `slot` (n,): (n, SEATS)."""
    p, f, pr = hall.people, hall.formations, hall.params
    members = f.members[slot]
    who = np.maximum(members, 0)
    weight = p.floor[who] * chance.exp(p.talkativeness[who] * np.float32(pr.talk_sd))
    last = members == f.last_speaker[slot][:, None]
    pair = (f.size[slot] == 2)[:, None]
    weight *= np.where(last, np.where(pair, np.float32(pr.hold_pair), np.float32(pr.hold_group)), np.float32(1))
    answered = (f.last_act[slot] == Act.ANSWER)[:, None] & (members == f.last_to[slot][:, None])
    weight *= np.where(answered, np.float32(pr.after_answer), np.float32(1))
    spoke_up = (p.bid_do[who] == Do.SAY) | p.parting[who]
    weight = np.where(p.human[who], np.where(spoke_up, HUMAN_WEIGHT, np.float32(0)), weight)
    weight = np.where(p.parting[who] & ~p.human[who], np.float32(1e3), weight)
    return np.where(members >= 0, weight, np.float32(0))


def first_right(hall: Hall, slot: I64 | I32) -> I32:
    """Who has the next word in `slot` (n,) before anybody may bid: who owes an answer, then who asks back."""
    p, f = hall.people, hall.formations
    first = np.full(len(slot), NOBODY, dtype=np.int32)
    for name in ("next_up", "due"):
        right = getattr(f, name)[slot]
        first = np.where((right != NOBODY) & ~p.parting[np.maximum(right, 0)], right, first)
    return first


def open_choices(hall: Hall) -> I64:
    """Humans whose choice is open: the next word may be theirs and they have neither spoken up nor passed."""
    p, f = hall.people, hall.formations
    human = np.flatnonzero(p.human & (p.formation >= 0) & (p.bid_do < 0) & ~p.parting)
    slot = p.formation[human]
    right = first_right(hall, slot)
    free = (f.floor[slot] == Floor.OPEN) & ((right == NOBODY) | (right == human))
    free |= (f.floor[slot] == Floor.GIVEN) & (f.holder[slot] == human)
    result: I64 = human[free]
    return result


def give(hall: Hall) -> None:
    """Give every free floor to its next speaker; with a human in the circle it stays free for a beat, to choose."""
    p, f = hall.people, hall.formations
    slot = np.flatnonzero((f.floor == Floor.OPEN) & (f.size >= 2))
    members = f.members[slot]
    somebody_chooses = (p.human[np.maximum(members, 0)] & (members >= 0)).any(axis=1)
    slot = slot[~somebody_chooses | (f.opened[slot] < hall.tick)]
    if not len(slot):
        return
    weight = weights(hall, slot)
    members = f.members[slot]
    draw = chance.uniform(p.key[members[:, 0]], Draw.NEXT_SPEAKER, hall.tick)
    seat = pick(weight, draw)
    silent = seat < 0
    holder = members[np.arange(len(slot)), np.maximum(seat, 0)]
    right = first_right(hall, slot)
    holder = np.where(right != NOBODY, right, holder)
    silent &= right == NOBODY
    parting = ((members >= 0) & p.parting[np.maximum(members, 0)]).any(axis=1) & (seat >= 0)
    goes = members[np.arange(len(slot)), np.maximum(seat, 0)]
    holder = np.where(parting & p.parting[goes], goes, holder)
    f.holder[slot], f.floor[slot], f.opened[slot] = holder, Floor.GIVEN, hall.tick
    mute = holder[silent]
    p.bid_do[mute], p.bid_act[mute], p.bid_to[mute] = Do.SAY, Act.SILENCE, NOBODY


def pick(weight: F32, draw: F32) -> I64:
    """A seat in proportion to its weight, −1 where all are 0. weight (n, SEATS), draw (n,) in [0, 1)."""
    total = np.zeros(len(weight), dtype=np.float32)
    edges = []
    for k in range(SEATS):
        total = total + weight[:, k]
        edges.append(total)
    want = draw * total
    seat = np.zeros(len(weight), dtype=np.int64)
    for edge in edges[:-1]:
        seat += want >= edge
    return np.where(total > 0, seat, -1)


def begin(hall: Hall) -> I64:
    """Holders who have chosen what to say begin their turns. Returns the formations concerned."""
    p, f, pr = hall.people, hall.formations, hall.params
    given = np.flatnonzero(f.floor == Floor.GIVEN)
    holder = f.holder[given]
    ready = p.bid_do[holder] >= 0
    slot, who = given[ready], holder[ready].astype(np.int64)
    if not len(slot):
        return slot
    passed = p.bid_do[who] == Do.LISTEN  # the floor was theirs and they said nothing
    act = np.where(passed, Act.SILENCE, p.bid_act[who]).astype(np.int8)
    here = p.formation[np.maximum(p.bid_to[who], 0)] == slot
    to = np.where(passed | ~here, NOBODY, p.bid_to[who])
    seconds = length_s(
        act,
        p.talkativeness[who],
        chance.uniform(p.key[who], Draw.TURN_LENGTH, hall.tick),
        pr.length_sd,
    )
    f.floor[slot], f.started[slot] = Floor.HELD, hall.tick
    f.until[slot] = hall.tick + (seconds / np.float32(TICK_S)).astype(np.int32)
    f.act[slot], f.to[slot] = act, to
    f.item[slot] = np.where(passed, -1, p.bid_item[who])
    f.about[slot] = np.where(passed, NOBODY, p.bid_about[who])
    bid_for = first_right(hall, slot) != who
    f.cut_by[slot], f.next_up[slot] = NOBODY, NOBODY
    p.bid_do[who] = -1
    p.acts[who, act] += 1  # nobody holds two floors
    _lapse(hall, slot[bid_for])
    return slot


def _lapse(hall: Hall, slot: I64) -> None:
    """Once somebody else speaks, whoever passed may speak up again at the next place.

    Not where that word was not to be had: whoever passed then meant the place after it.
    """
    p = hall.people
    members = hall.formations.members[slot]
    passed = members[(members >= 0) & (p.bid_do[np.maximum(members, 0)] == Do.LISTEN)]
    p.bid_do[passed] = -1


def cut_in(hall: Hall, who: I64) -> None:
    """`who` (n,) speak over the turn of their formation: it ends now."""
    p, f = hall.people, hall.formations
    slot: I32 = p.formation[who]
    held = (slot >= 0) & (f.floor[slot] == Floor.HELD) & (f.holder[slot] != who)
    slot, who = slot[held], who[held]
    f.cut_by[slot] = who
    f.until[slot] = hall.tick


def run_out(hall: Hall) -> None:
    """A human who has the floor and neither speaks nor asks for time to think lets it pass."""
    p, f = hall.people, hall.formations
    given = np.flatnonzero(f.floor == Floor.GIVEN)
    holder = f.holder[given]
    patient = np.maximum(f.opened[given] + int(hall.params.think_s / TICK_S), p.think_until[holder])
    late = holder[p.human[holder] & (p.bid_do[holder] < 0) & (patient <= hall.tick)]
    p.bid_do[late] = Do.LISTEN
