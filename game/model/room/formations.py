"""Formations: people round an o-space, and how one enters and leaves it (Kendon's F-formation)."""

import numpy as np

from game.model.columns import F32, I8, I32, I64, Bool, Table, column

SEATS = 6  # a fifth person splits the talk; a sixth may stand there until it does
FULL = 5


class Floor:
    """State of the floor in a formation (values of `Formations.floor`)."""

    CLOSED = 0  # no formation
    OPEN = 1  # a transition place: anybody may speak
    GIVEN = 2  # somebody has the floor and must choose what to say
    HELD = 3  # somebody is speaking


class Formations(Table):
    """One row per formation, R × N/2."""

    x: F32 = column("f4", "m", "room", "centre of the o-space")
    y: F32 = column("f4", "m", "room", "centre of the o-space")
    ahead_x: F32 = column("f4", "", "room", "direction of the first seat", fill=1)
    ahead_y: F32 = column("f4", "", "room", "direction of the first seat")
    size: I8 = column("i1", "people", "room", "how many stand here")
    seats: I8 = column("i1", "people", "model", "for how many the ring is laid out")
    members: I32 = column("i4", "attendee", "room", "who", fill=-1, width=SEATS)
    since: I32 = column("i4", "tick", "room", "when it opened")
    brief: I32 = column("i4", "tick", "model", "a word in passing ends about here, -1 not brief", fill=-1)
    crowded: I32 = column("i4", "tick", "model", "five or more since, -1 not", fill=-1)
    floor: I8 = column("i1", "Floor", "room", "state of the floor")
    opened: I32 = column("i4", "tick", "room", "when the floor became free")
    holder: I32 = column("i4", "attendee", "room", "who has the floor", fill=-1)
    act: I8 = column("i1", "Act", "room", "what is being said", fill=-1)
    to: I32 = column("i4", "attendee", "room", "to whom", fill=-1)
    item: I8 = column("i1", "item", "room", "about what", fill=-1)
    about: I32 = column("i4", "attendee", "room", "about whom", fill=-1)
    started: I32 = column("i4", "tick", "room", "when")
    until: I32 = column("i4", "tick", "room", "when it will have been said")
    cut_by: I32 = column("i4", "attendee", "room", "who cuts in, -1 nobody", fill=-1)
    last_act: I8 = column("i1", "Act", "room", "the turn before", fill=-1)
    last_speaker: I32 = column("i4", "attendee", "room", "the turn before", fill=-1)
    last_to: I32 = column("i4", "attendee", "room", "the turn before", fill=-1)
    last_item: I8 = column("i1", "item", "room", "the turn before", fill=-1)
    due: I32 = column("i4", "attendee", "room", "who owes an answer", fill=-1)
    asker: I32 = column("i4", "attendee", "room", "to whom", fill=-1)
    asked: I8 = column("i1", "Act", "room", "to which kind of question", fill=-1)
    asked_item: I8 = column("i1", "item", "room", "about what", fill=-1)
    next_up: I32 = column("i4", "attendee", "model", "who may speak at once: asking back, or having cut in", fill=-1)
    closed: I32 = column("i4", "tick", "room", "when it last closed ranks against somebody, -1 never", fill=-1)
    against: I32 = column("i4", "attendee", "room", "against whom", fill=-1)
    turns: I32 = column("i4", "count", "room", "turns taken")


def free_slots(size: I8, per_room: int, room: I64) -> I64:
    """A free formation for each entry of `room` (sorted ascending); −1 when the room has none left."""
    rank = np.arange(len(room)) - np.searchsorted(room, room)  # among the entries of the same room
    free = np.append(np.flatnonzero(size == 0), size.size)
    slot = free.take(np.searchsorted(free, room * per_room) + rank, mode="clip")
    return np.where(slot < (room + 1) * per_room, slot, -1)


def others(members: I32, me: I64 | I32) -> tuple[I64, I32]:
    """Pairs (row, other): for each row of `members` (n, SEATS) everybody but `me` (n,)."""
    row, seat = np.nonzero((members >= 0) & (members != np.asarray(me)[:, None]))
    return row, members[row, seat]


def without(members: I32, gone: I64 | I32) -> I32:
    """`members` (n, SEATS) with `gone` (n,) taken out and the seats closed up."""
    past = np.logical_or.accumulate(members == np.asarray(gone)[:, None], axis=1)
    closed_up = np.full_like(members, -1)
    closed_up[:, :-1] = members[:, 1:]
    return np.where(past, closed_up, members)


def first_of_each(group: I64 | I32) -> Bool:
    """True at the first entry of each distinct value: one change per formation and beat."""
    entry = np.arange(len(group))
    first = np.empty(group.max(initial=-1) + 2, dtype=np.int64)  # the last place is that of −1
    first[group[::-1]] = entry[::-1]  # of several, what is written last stays: the earliest
    result: Bool = first[group] == entry
    return result
