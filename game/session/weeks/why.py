"""Why somebody thinks of the player as they do by now: what each rule has come to, the evening's part included."""

from collections.abc import Iterator

import numpy as np

from game.model.feed import hearing
from game.model.social.rules import Rule
from game.session import why
from game.session.weeks import showing
from game.session.weeks.feed import Weeks


def reasons(weeks: Weeks, row: int) -> Iterator[str]:
    """What a person (row of the audience) thinks on this day, and the reasons that still count, weightiest first."""
    net, words, person = weeks.net, weeks.words, weeks.company[row]
    gained = net.audience.from_rule[row]
    opinion = float(hearing.opinion(net, np.array([row]))[0])
    met = bool(net.audience.met[row])
    verdict = why.verdict(words, person, met, opinion, net.params.avoided_liking, float(gained.sum()))
    yield words.text("session.why.by_now", when=showing.when(words, net.tick), verdict=verdict)
    for index in np.argsort(-np.abs(gained), kind="stable"):
        part = why.Weighed(Rule(index), 1, float(gained[index]))
        if part.rule not in why.BEFORE_A_WORD and abs(part.weight) >= why.TOO_SMALL:
            yield words.text("session.why.by_rule", reason=why.sentence(words, person, part))
