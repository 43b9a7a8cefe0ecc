"""The three moments that mattered most: where opinions of the player moved furthest, and what was said."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.acts import Item
from game.model.social.rules import Rule
from game.session import clock
from game.session.chronicle import Chronicle
from game.session.debrief import Moment
from game.session.journal import Said
from game.session.phrases import phrase
from game.session.roster import Roster
from game.session.why import TOO_SMALL, TRUST_COUNTS, sentence, weighed
from game.talk.template import is_narration
from game.talk.words import Words

HOW_MANY = 3
LONGEST_TURN = 200  # ticks: a line quoted began at most this long before it was appraised

_NOT_A_MOMENT = (Rule.FIRST_IMPRESSION, Rule.KNEW_BEFORE)
ABOUT_THEM = (Rule.FOLLOWED_UP, Rule.PARAPHRASED, Rule.REMEMBERED, Rule.HEARD_OUT, Rule.NOT_HEARD)
_THEIR_TURN = (Rule.HEARD_OUT, Rule.NOT_HEARD, Rule.INTERRUPTED, Rule.WALKED_OFF)


def moments(chronicle: Chronicle, roster: Roster, words: Words, me: int) -> tuple[Moment, ...]:
    """At most three, no person or reason twice while there is another, in the order they happened."""
    reasons = chronicle.reasons(about=me)
    reasons = reasons[~np.isin(reasons["rule"], _NOT_A_MOMENT)]
    together = _same_moment(reasons)
    together.sort(key=lambda rows: (-abs(_weight(rows)), int(rows["tick"][0]), int(rows["of"][0])))
    chosen = _different(together)
    chosen.sort(key=lambda rows: int(rows["tick"][0]))
    return tuple(_moment(rows, chronicle, roster, words, me) for rows in chosen)


def _same_moment(reasons: NDArray[Any]) -> list[NDArray[Any]]:
    """Rows of one person at one tick belong together."""
    keys = reasons["tick"].astype(np.int64) * 2**20 + reasons["of"]
    return [reasons[keys == key] for key in np.unique(keys)]


def _weight(rows: NDArray[Any]) -> float:
    return float(rows["liking"].sum() + TRUST_COUNTS * rows["trust"].sum())


def _different(ranked: list[NDArray[Any]]) -> list[NDArray[Any]]:
    """The weightiest, passing over people and leading reasons already shown while others are left."""
    chosen: list[NDArray[Any]] = []
    people: set[int] = set()
    rules: set[int] = set()
    for rows in ranked:
        lead = int(rows["rule"][np.abs(rows["liking"]).argmax()])
        if int(rows["of"][0]) not in people and lead not in rules:
            chosen.append(rows)
            people.add(int(rows["of"][0]))
            rules.add(lead)
    left = [rows for rows in ranked if not any(rows is taken for taken in chosen)]
    return (chosen + left)[:HOW_MANY]


def _moment(rows: NDArray[Any], chronicle: Chronicle, roster: Roster, words: Words, me: int) -> Moment:
    tick, of = int(rows["tick"][0]), int(rows["of"][0])
    person = roster.person(of)
    line = line_of(rows, chronicle, me)
    return Moment(
        tick=tick,
        clock=clock.of_day(roster.scenario.evening.starts, tick),
        person=of,
        name=person.first_name,
        speaker=roster.person(line.speaker).first_name if line and not is_narration(line.text) else "",
        quote=line.text if line else "",
        liking=round(float(rows["liking"].sum()), 4),
        reasons=_reasons(rows, roster, words, of),
    )


def _reasons(rows: NDArray[Any], roster: Roster, words: Words, of: int) -> tuple[str, ...]:
    """Why, the weightiest reason first, with the thing it was about where that is something of theirs."""
    person = roster.person(of)
    told = []
    for part in weighed(rows):
        item = int(rows["item"][rows["rule"] == part.rule][0])
        named = part.rule in ABOUT_THEM and item >= Item.WORK
        what = phrase(words, roster.scenario, person, item) if named else ""
        if abs(part.weight) >= TOO_SMALL:
            told.append(sentence(words, person, part, what))
    return tuple(told)


def line_of(rows: NDArray[Any], chronicle: Chronicle, me: int) -> Said | None:
    """What was being said: the player's line, or the other's where the player's listening was judged."""
    lead = int(rows["rule"][np.abs(rows["liking"]).argmax()])
    tick, of = int(rows["tick"][0]), int(rows["of"][0])
    return chronicle.line_before(tick, of if lead in _THEIR_TURN else me, LONGEST_TURN)
