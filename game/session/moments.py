"""The three moments that mattered most: where opinions of the player moved furthest, and what was said."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.session.debrief import Moment
from game.session.evening import Evening
from game.session.explaining import becauses, line_of
from game.session.twins import name_of, of_room
from game.session.why import BEFORE_A_WORD, TRUST_COUNTS
from game.talk.template import is_narration

HOW_MANY = 3


def moments(evening: Evening) -> tuple[Moment, ...]:
    """At most three, no person or reason twice while there is another, in the order they happened."""
    chosen = _different(_by_weight(evening))
    chosen.sort(key=lambda rows: int(rows["tick"][0]))
    return tuple(_moment(evening, rows) for rows in chosen)


def _by_weight(evening: Evening) -> list[NDArray[Any]]:
    """REASON rows about the player by moment, one person at one tick each; the weightiest first."""
    reasons = evening.chronicle.reasons(about=evening.me)
    reasons = reasons[~np.isin(reasons["rule"], BEFORE_A_WORD)]
    keys = reasons["tick"].astype(np.int64) * 2**20 + reasons["of"]
    together = [reasons[keys == key] for key in np.unique(keys)]
    together.sort(key=lambda rows: (-abs(_weight(rows)), int(rows["tick"][0]), int(rows["of"][0])))
    return together


def _weight(rows: NDArray[Any]) -> float:
    """How much a moment moved somebody."""
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


def _moment(evening: Evening, rows: NDArray[Any]) -> Moment:
    tick, of = int(rows["tick"][0]), int(rows["of"][0])
    line = line_of(evening, rows)
    return Moment(
        tick=tick,
        clock=evening.hour(tick),
        person=of,
        name=evening.roster.person(of).first_name,
        speaker=evening.roster.person(line.speaker).first_name if line and not is_narration(line.text) else "",
        quote=line.text if line else "",
        liking=round(float(rows["liking"].sum()), 4),
        reasons=tuple(r.sentence for r in becauses(evening, of, rows) if r.good == (_weight(rows) >= 0)),
        twin=of_room(evening.scenario, evening.words, name_of(line.act)) if line else "",
    )
