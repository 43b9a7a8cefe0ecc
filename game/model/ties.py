"""Ties: what i holds about j. Never symmetric.

In a room everybody holds ties about everybody (subjects = capacity). In a crowd ties
are held about the subjects only; whatever concerns anybody else lands in the last
column, "nobody in particular", which is wiped at the end of every tick.
"""

import numpy as np

from game.model.columns import F32, I8, I32, I64, U32, Bool, Table, column
from game.model.social.rules import Rule

SOURCES = 4  # first-hand sources of hearsay remembered per tie


class Ties(Table):
    """One row per (attendee, subject): R × N × (S + 1), see `Ties.index`."""

    liking: F32 = column("f4", "sd", "self", "how much i likes j, −3 … 3")
    trust: F32 = column("f4", "sd", "self", "how credible j is to i, −3 … 3")
    minutes: F32 = column("f4", "min", "self", "familiarity: minutes talked")
    met: Bool = column("?", "", "self", "have talked")
    prior: Bool = column("?", "", "self", "knew each other before the evening")
    known: U32 = column("u4", "bits", "self", "what i knows of j, bits by Item")
    common: U32 = column("u4", "bits", "self", "shared interests i has found with j, bits by topic")
    owed: F32 = column("f4", "favours", "self", "what i owes j")
    pitches: I8 = column("i1", "count", "self", "pitches i heard from j")
    praises: I8 = column("i1", "count", "self", "times j praised i")
    unreturned: I8 = column("i1", "count", "self", "questions of j to i with nothing shared back")
    offered: Bool = column("?", "", "self", "i has offered j help or an introduction")
    recalled: Bool = column("?", "", "self", "i has shown j that he remembers")
    card: Bool = column("?", "", "self", "i holds j's card")
    last: I32 = column("i4", "tick", "self", "last together", fill=-(2**20))
    together: I32 = column("i4", "tick", "self", "standing together since, -1 not", fill=-1)
    shunned: I32 = column("i4", "tick", "self", "last turned away by j", fill=-(2**20))
    mark: I8 = column("i1", "Mark bits", "self", "what i privately decided about j")
    source: I32 = column("i4", "attendee", "self", "first-hand sources of hearsay", fill=-1, width=SOURCES)
    word: F32 = column("f4", "sd", "self", "what each source's word is worth to i", width=SOURCES)
    hearsay: F32 = column("f4", "sd", "self", "what all sources together say, before fading")
    from_rule: F32 = column("f4", "sd", "self", "liking gained so far by each rule", width=len(Rule))

    def __init__(self, attendees: int, capacity: int, subjects: "I32") -> None:
        """`attendees` = R × N; `subjects`: index within the room of each column's person, (S,)."""
        self.subjects = subjects
        self.width_s = len(subjects) + 1
        self.everybody = len(subjects) == capacity
        column_of = np.full(capacity, len(subjects), dtype=np.int64)
        column_of[subjects] = np.arange(len(subjects))
        self._column_of = np.tile(column_of, attendees // capacity)
        super().__init__(attendees * self.width_s)

    def index(self, of: "I32 | I64", about: "I32 | I64") -> I64:
        """Row of the tie that attendee `of` holds about attendee `about` (flat ids, any shape)."""
        row: I64 = np.multiply(of, self.width_s, dtype=np.int64) + self._column_of[about]
        return row

    def row(self, of: int, about: int) -> int:
        """The same for one pair, without the cost of arrays."""
        return of * self.width_s + self._column_of.item(about)

    def held_about(self, about: I64) -> Bool:
        """Whether ties about these attendees (flat ids, (n,)) are kept: of a crowd only those of some."""
        held: Bool = self._column_of.take(about) < len(self.subjects)
        return held

    def wipe_nobody(self) -> None:
        """Forget what landed in the column of nobody in particular."""
        if not self.everybody:
            for name, spec in self.columns.items():
                getattr(self, name)[self.width_s - 1 :: self.width_s] = spec.fill
