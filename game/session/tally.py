"""The player's evening in counts, from the model's own figures and the chronicle."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import Act, Mark
from game.model.columns import I64
from game.model.events import Event
from game.model.measures import agreements, marks, pairs_of_players
from game.model.room import feelings
from game.model.social.rules import Rule
from game.session.debrief import OutcomeKind, Totals
from game.session.evening import Evening

BEYOND_ACTS = ("cut_in", "walk_off", "corner", "drink")  # what is done rather than said, and has a twin too


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one person: each side's marks, and what both agreed on."""

    person: int
    mine: int
    theirs: int
    agreed: int
    met: bool
    avoids: bool

    def kinds(self) -> tuple[OutcomeKind, ...]:
        """In words of the debrief; a contact when they merely met."""
        named: list[OutcomeKind] = []
        if self.agreed & Mark.FRIEND:
            named.append("friend")
        if self.agreed & Mark.BUSINESS:
            named.append("business")
        if self.agreed & Mark.REFER:
            named.append("referral")
        if not named and self.avoids:
            named.append("avoided")
        if not named and self.met:
            named.append("nothing" if self.mine & Mark.NOT_FOR_ME else "contact")
        return tuple(named)


def totals(evening: Evening, people: list[Outcome]) -> Totals:
    """The figures of the player, as the lab counts them."""
    r = evening.results()
    row = int(np.flatnonzero(r.who == evening.me)[0])
    return Totals(
        cards=int(r.cards[row]),
        met=int(r.met[row]),
        reached=int(r.reached[row]),
        friends=int(r.friends[row]),
        business=int(r.business[row]),
        referrals=int(r.referrals[row]),
        relationships=int(r.relationships[row]),
        avoided=sum(person.avoids for person in people),
        asked=int(r.asked[row]),
        followed_up=int(r.followed_up[row]),
        heard_out_s=round(float(r.heard_out_s[row]), 1),
        talk_share=round(float(r.talk_share[row]), 3),
        pitches=int(r.pitches[row]),
        boasts=int(r.boasts[row]),
    )


def outcomes(evening: Evening) -> list[Outcome]:
    """Everybody the player met or was avoided by; those known before are no outcome of this evening."""
    world = evening.world
    player, other = pairs_of_players(world)
    player, other = player[player == evening.me], other[player == evening.me]
    agreed = agreements(world, player, other)
    theirs = marks(world, other, player)
    row = world.ties.index(player, other)
    disliked = _avoiding(evening, other)
    found = [
        Outcome(
            person=int(other[k]),
            mine=int(world.ties.mark[row[k]]),
            theirs=int(theirs[k]),
            agreed=int(agreed[k]),
            met=bool(world.ties.met[row[k]]),
            avoids=bool(disliked[k]),
        )
        for k in range(len(other))
    ]
    return [outcome for outcome in found if outcome.met or outcome.avoids]


def _avoiding(evening: Evening, other: I64) -> list[bool]:
    """Who would rather not meet the player again, by the model's own threshold."""
    opinion = feelings.opinion(evening.world, other, np.full(len(other), evening.me))
    return [bool(o < evening.world.params.avoided_liking) for o in opinion]


def acts_done(evening: Evening) -> dict[str, int]:
    """How often the player did what, by the names scenarios use: acts of speech, and what goes without."""
    spoken = evening.world.people.acts[evening.me]
    done = {act.name.lower(): int(spoken[act]) for act in Act}
    events, me = evening.chronicle.events(), evening.me
    kind, actor = events["kind"], events["actor"]
    done["cut_in"] = int(((kind == Event.ENDED) & (events["about"] == me)).sum())
    done["walk_off"] = int(((kind == Event.LEFT) & (actor == me) & (events["act"] < 0)).sum())
    done["drink"] = int(((kind == Event.DRINK) & (actor == me)).sum())
    held = evening.chronicle.reasons(about=me)
    done["corner"] = len(np.unique(held["of"][held["rule"] == Rule.TRAPPED]))
    return {name: times for name, times in done.items() if times}
