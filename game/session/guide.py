"""A guided start: the first thing a scenario's guide asks for that has not been done yet.

Nothing is remembered here: what has been done is read from what happened, so a run that
was left and taken up again goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from game.model.acts import Act
from game.model.events import Event
from game.model.social.rules import Rule
from game.session.opening import HUMAN
from game.session.views import Step

if TYPE_CHECKING:
    from game.session.evening import Evening

SHY_TICKS = 360  # a minute and a half of the evening
WALKED_M = 1.5  # so far from the door one has walked


def step(evening: Evening) -> Step | None:
    """The step the player is at; None where the scenario guides nobody."""
    steps = evening.scenario.guide
    for number, wanted in enumerate(steps, start=1):
        done = _DONE.get(wanted.until)
        if done is None or not done(evening):
            return Step(number, len(steps), wanted.until, wanted.say)
    return None


def _walked(evening: Evening) -> bool:
    door, people, me = evening.world.plan.door, evening.world.people, evening.me
    away = np.hypot(people.x[me] - door.x, people.y[me] - door.y)
    return _joined(evening) or bool(people.present[me] and away > WALKED_M)


def _joined(evening: Evening) -> bool:
    events, me = evening.chronicle.events(), evening.me
    formed = (events["kind"] == Event.FORMED) & ((events["actor"] == me) | (events["other"] == me))
    return bool((formed | ((events["kind"] == Event.JOINED) & (events["actor"] == me))).any())


def _said(*acts: Act) -> Callable[[Evening], bool]:
    def done(evening: Evening) -> bool:
        said = evening.chronicle.events(Event.SAID)
        return bool(((said["actor"] == evening.me) & np.isin(said["act"], acts)).any())

    return done


def _heard_out(evening: Evening) -> bool:
    reasons = evening.chronicle.reasons(about=evening.me)
    return bool((reasons["rule"] == Rule.HEARD_OUT).any())


def _left(evening: Evening) -> bool:
    left = evening.chronicle.events(Event.LEFT)
    return bool((left["actor"] == evening.me).any())


def _sold_to(evening: Evening) -> bool:
    """Somebody has pitched where the player could hear it."""
    events, me = evening.chronicle.events(), evening.me
    heard = (events["kind"] == Event.OVERHEARD) & (events["actor"] == me)
    meant = (events["kind"] == Event.SAID) & (events["other"] == me)
    return bool(((heard | meant) & (events["act"] == Act.PITCH)).any())


def shy(evening: Evening) -> bool:
    """Whether nobody walks up to the player yet: who has just come in is to try walking first, for a while."""
    steps = evening.scenario.guide
    learns = bool(steps) and steps[0].until == "walk" and evening.style == HUMAN
    return learns and evening.tick < SHY_TICKS and not _joined(evening)


_DONE: dict[str, Callable[[Evening], bool]] = {
    "walk": _walked,
    "join": _joined,
    "ask": _said(Act.ASK, Act.ASK_WORK, Act.FOLLOW_UP),
    "listen": _heard_out,
    "follow_up": _said(Act.FOLLOW_UP, Act.PARAPHRASE),
    "offer": _said(Act.OFFER, Act.INTRODUCE),
    "leave": _left,
    "sold_to": _sold_to,
}
