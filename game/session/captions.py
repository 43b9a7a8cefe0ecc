"""The line under the room: the latest thing worth noticing, and why, where the player's own doing was the cause."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.acts import Act
from game.model.events import Evasion, Event
from game.model.people import Doing
from game.model.room.formations import Floor
from game.model.social.rules import Rule
from game.session.bearing import TAKEN_UP
from game.session.evening import Evening
from game.session.project import hears
from game.session.roster import name_for
from game.talk.reasons import because
from game.talk.template import capital

CAPTION_TICKS = 16  # a caption stays this long
CAUSE_TICKS = 1200  # five minutes: what was done longer ago is not offered as the cause
_LAST_EVENTS = 40

_EVADED = {
    Evasion.MOVED_OFF: "evaded_moved",
    Evasion.TURNED_AWAY: "evaded_turned",
    Evasion.PHONE: "evaded_phone",
    Evasion.DRINK: "evaded_drink",
}
_TURNED_AWAY = ("closed", "declined", "left", *_EVADED.values())
# What the player did to somebody's face. What they overheard, were told, or kept to themselves nobody can know.
_DEEDS = (Rule.PITCHED, Rule.BOASTED, Rule.INTERRUPTED, Rule.LEFT_HANGING, Rule.CARD_TOO_SOON, Rule.WALKED_OFF)


def caption(evening: Evening) -> tuple[str, str]:
    """The latest thing worth noticing, what kind of thing it is and in words; "" and "" when nothing is."""
    for row in reversed(evening.chronicle.events()[-_LAST_EVENTS:]):
        if row["tick"] < evening.tick - CAPTION_TICKS:
            return "", ""
        told = _noticed(evening, row)
        if told is not None:
            return told[0], _in_words(evening, *told)
    return _nearby(evening)


def _nearby(evening: Evening) -> tuple[str, str]:
    """A circle close by that has just closed against somebody else: the picture shows it, so the words do."""
    f, tick = evening.world.formations, evening.tick
    for slot in np.flatnonzero((f.size > 0) & (f.closed >= max(0, tick - CAPTION_TICKS))):
        shut_out = int(f.against[slot])
        if shut_out != evening.me and hears(evening.world, evening.me, int(slot)):
            return "shut_out", _in_words(evening, "shut_out", shut_out)
    return "", ""


def _in_words(evening: Evening, key: str, who: int) -> str:
    words = evening.words
    name = name_for(evening.world, evening.roster, words, evening.me, who)
    thirsty = key == "left" and evening.world.people.doing[who] == Doing.FETCHING
    told = "left_drink" if thirsty else key
    text = words.text(f"session.caption.{told}", name=name, pronoun=evening.roster.person(who).pronoun)
    cause = _cause(evening, who) if key in _TURNED_AWAY else ""
    if cause:
        text = words.text("session.caption.because", what=text.rstrip("."), why=cause)
    return capital(text)


def _cause(evening: Evening, who: int) -> str:
    """What the player did to them in the last minutes that cost most, "" for nothing."""
    reasons = evening.chronicle.reasons(of=who, about=evening.me)
    late = reasons[(reasons["tick"] >= evening.tick - CAUSE_TICKS) & np.isin(reasons["rule"], _DEEDS)]
    if not len(late):  # once nothing is left to lose a deed costs nothing more, and is a cause all the same
        return ""
    rule = Rule(int(late["rule"][late["liking"].argmin()]))
    return because(evening.words, rule, evening.roster.person(who), good=False)


def narration(evening: Evening) -> str:
    """A silence in the player's circle, told and not spoken; "" while there is none."""
    f, own = evening.world.formations, int(evening.world.people.formation[evening.me])
    if own < 0 or f.floor[own] != Floor.HELD or f.act[own] != Act.SILENCE or not evening.chronicle.heard:
        return ""
    if f.holder[own] == evening.me and f.due[own] == evening.me and f.asker[own] >= 0:
        name = name_for(evening.world, evening.roster, evening.words, evening.me, int(f.asker[own]))
        return evening.words.text("session.caption.unanswered", name=name)
    return evening.chronicle.lines[evening.chronicle.heard[-1]].text.strip("()")


def asked(evening: Evening) -> str:
    """The question the player owes an answer to, and whose it is; "" when none."""
    f, own = evening.world.formations, int(evening.world.people.formation[evening.me])
    if own < 0 or f.due[own] != evening.me or f.asker[own] < 0:
        return ""
    asker = int(f.asker[own])
    line = evening.chronicle.line_before(evening.tick, asker, CAUSE_TICKS)
    name = name_for(evening.world, evening.roster, evening.words, evening.me, asker)
    text = evening.words.text("session.asked", name=name, question=line.text if line else "")
    return capital(text)


def _noticed(evening: Evening, row: NDArray[Any]) -> tuple[str, int] | None:
    """The caption an event deserves and whom it is about."""
    me, wants_out = evening.me, evening.world.people.wants_out
    kind, actor, other = Event(int(row["kind"])), int(row["actor"]), int(row["other"])
    if kind == Event.CLOSED and actor == me:
        return "closed", other
    if kind == Event.DECLINED and actor == me:
        return "declined", other
    if kind == Event.EVADED and other == me:
        return _EVADED[Evasion(int(row["value"]))], actor
    if kind == Event.FORMED and other == me:
        return "approached", actor
    if kind == Event.JOINED and actor != me:
        return "joined", actor
    if kind == Event.LEFT and actor != me:
        return "left", actor
    if kind == Event.SAID and actor == me and other >= 0 and row["act"] in TAKEN_UP and wants_out[other] < 0:
        return "keen", other
    if kind == Event.CARD and actor == me:
        return "card", other
    if kind == Event.LEARNED and actor == me:
        return "learned", other
    return None
