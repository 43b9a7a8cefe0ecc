"""Why somebody warmed to the player or keeps away: the logged reasons in order, with the moments they come from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.acts import Item
from game.model.events import Event
from game.model.social.rules import Rule
from game.session.evening import Evening
from game.session.journal import Said
from game.session.phrases import phrase
from game.session.roster import name_for, tie
from game.session.why import BEFORE_A_WORD, TOO_SMALL, Weighed, hearsay, sentence, verdict, weighed
from game.talk.template import is_narration

ABOUT_THEM = (Rule.FOLLOWED_UP, Rule.PARAPHRASED, Rule.REMEMBERED, Rule.HEARD_OUT, Rule.NOT_HEARD)

_LONGEST_TURN = 200  # ticks: a line quoted began at most this long before it was appraised
_THEIR_TURN = (Rule.HEARD_OUT, Rule.NOT_HEARD, Rule.INTERRUPTED, Rule.WALKED_OFF)
_WORDLESS = (*BEFORE_A_WORD, Rule.FAMILIAR)  # nothing that was said is the cause


@dataclass(frozen=True, slots=True)
class Because:
    """One reason: the sentence, and the moment that weighed most in it."""

    sentence: str
    clock: str  # "18:12"
    quote: str  # what was said then, "" when nothing was
    speaker: str  # whose words they were
    good: bool
    weight: float  # of liking, and half of trust, all its times together
    rule: Rule | None = None  # None: hearsay
    what: str = ""  # the thing it was about, where it was something of theirs
    teller: str = ""  # whose word it was, of hearsay


@dataclass(frozen=True, slots=True)
class Explanation:
    """What somebody thinks of the player, and why, the weightiest reason first."""

    person: int
    verdict: str
    reasons: tuple[Because, ...]


def explain(evening: Evening, person: int) -> Explanation:
    """Why `person` (an attendee's index, not the player's) thinks of the player as they do at this moment."""
    world, me, who = evening.world, evening.me, evening.roster.person(person)
    row = tie(world, person, me)
    own = becauses(evening, person, evening.chronicle.reasons(of=person, about=me))
    since = sum(reason.weight for reason in own if reason.rule not in BEFORE_A_WORD)
    summary = verdict(
        evening.words, who, bool(world.ties.met[row]), evening.opinion(person), world.params.avoided_liking, since
    )
    reasons = sorted([*own, *_heard(evening, person, row)], key=lambda reason: -abs(reason.weight))
    return Explanation(person, summary, tuple(reasons))


def becauses(evening: Evening, person: int, rows: NDArray[Any]) -> list[Because]:
    """REASON rows of one person in words, summed by rule, the weightiest first; what made no difference is left out."""
    return [
        _because(evening, person, part, rows[rows["rule"] == part.rule])
        for part in weighed(rows)
        if abs(part.weight) >= TOO_SMALL
    ]


def line_of(evening: Evening, rows: NDArray[Any]) -> Said | None:
    """What was being said: the player's line, or the other's where the player's listening was judged."""
    lead = rows[np.abs(rows["liking"]).argmax()]
    speaker = int(lead["of"]) if lead["rule"] in _THEIR_TURN else evening.me
    return evening.chronicle.line_before(int(lead["tick"]), speaker, _LONGEST_TURN)


def _because(evening: Evening, person: int, part: Weighed, rows: NDArray[Any]) -> Because:
    lead = rows[np.abs(rows["liking"]).argmax() :][:1]  # the moment that weighed most
    line = line_of(evening, lead)
    what = _what(evening, person, part.rule, lead)
    quoted = line is not None and part.rule not in _WORDLESS and not is_narration(line.text)
    return Because(
        sentence=sentence(evening.words, evening.roster.person(person), part, what),
        clock=evening.hour(int(lead["tick"][0])),
        quote=line.text if line and quoted else "",
        speaker=_called(evening, line.speaker) if line and quoted else "",
        good=part.weight >= 0,
        weight=part.weight,
        rule=part.rule,
        what=what,
    )


def _what(evening: Evening, person: int, rule: Rule, lead: NDArray[Any]) -> str:
    """The thing it was about, where naming it says more; "" otherwise."""
    item = int(lead["item"][0])
    if rule == Rule.PITCHED and not _knew_work(evening, person, int(lead["tick"][0])):
        item = Item.WORK
    elif rule not in ABOUT_THEM or item < Item.WORK:
        return ""
    return phrase(evening.words, evening.scenario, evening.roster.person(person), item)


def _knew_work(evening: Evening, person: int, tick: int) -> bool:
    learned = evening.chronicle.events(Event.LEARNED)
    of_them = (learned["actor"] == evening.me) & (learned["other"] == person) & (learned["item"] == Item.WORK)
    return bool((of_them & (learned["tick"] < tick)).any())


def _heard(evening: Evening, person: int, row: int) -> list[Because]:
    """What they were told about the player: a rumour has a teller and an hour."""
    ties, found = evening.world.ties, []
    told = evening.chronicle.events(Event.TOLD)
    told = told[(told["other"] == person) & (told["about"] == evening.me)]
    for teller, worth in zip(ties.source[row], ties.word[row], strict=True):
        hours = told["tick"][told["actor"] == teller]
        if teller < 0 or not len(hours):
            continue
        who = evening.roster.person(int(teller))
        text = hearsay(evening.words, evening.roster.person(person), who, float(worth))
        last = evening.hour(int(hours[-1]))
        found.append(Because(text, last, "", "", bool(worth > 0), float(worth), teller=who.first_name))
    return found


def _called(evening: Evening, who: int) -> str:
    if who == evening.me:
        return evening.words.text("session.style.human")
    return name_for(evening.world, evening.roster, evening.words, evening.me, who)
