"""What somebody's opinion of somebody rests on, as the ties have it: for those who put it into words."""

from dataclasses import dataclass

import numpy as np

from game.model.social.rules import Rule
from game.model.world import World
from game.session.roster import tie
from game.talk.utterance import HEARSAY, NOBODY


@dataclass(frozen=True, slots=True)
class Grounds:
    """An opinion, and where it comes from."""

    regard: float  # liking, or what the word of others is worth
    cause: str  # the rule that did most for it or against, in small letters, or HEARSAY; "" for none
    pitches: int
    teller: int  # whose word it is, NOBODY where it is one's own
    known: int  # bits by Item


def grounds(world: World, of: int, about: int) -> Grounds:
    """Why `of` thinks as they do of `about`."""
    ties, row = world.ties, tie(world, of, about)
    pitches, known = int(ties.pitches[row]), int(ties.known[row])
    if not ties.met[row]:
        loudest = int(np.abs(ties.word[row]).argmax())
        return Grounds(float(ties.hearsay[row]), HEARSAY, pitches, int(ties.source[row, loudest]), known)
    regard = float(ties.liking[row])
    if world.people.human[of] and pitches:
        # nobody computes what a human feels; a choice of gossip is about having been pitched to
        return Grounds(min(regard, -1.0), Rule.PITCHED.name.lower(), pitches, NOBODY, known)
    gained = ties.from_rule[row] if regard >= 0 else -ties.from_rule[row]
    most = int(gained.argmax())
    return Grounds(regard, Rule(most).name.lower() if gained[most] > 0 else "", pitches, NOBODY, known)
