"""Why somebody thinks of the player as they do: the logged reasons, summed by rule, as sentences."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from game.model.social.rules import Rule
from game.scenario.spec import Person
from game.talk.reasons import because
from game.talk.template import capital
from game.talk.words import Words

TRUST_COUNTS = 0.5  # a reason's weight: its liking, and half its trust
TOO_SMALL = 0.005  # below this a reason made no difference worth a sentence
BEFORE_A_WORD = (Rule.FIRST_IMPRESSION, Rule.KNEW_BEFORE)  # reasons for which nobody has done anything
LIKES, COOL = 0.3, -0.2  # opinions from which, and below which, the summary says so


@dataclass(frozen=True, slots=True)
class Weighed:
    """One rule's part in an opinion."""

    rule: Rule
    times: int
    weight: float


def weighed(reasons: NDArray[Any]) -> list[Weighed]:
    """REASON rows summed by rule, the weightiest first."""
    parts = []
    for rule in Rule:
        rows = reasons[reasons["rule"] == rule]
        if len(rows):
            weight = float(rows["liking"].sum() + TRUST_COUNTS * rows["trust"].sum())
            parts.append(Weighed(rule, len(rows), weight))
    return sorted(parts, key=lambda part: (-abs(part.weight), part.rule))


def sentence(words: Words, person: Person, part: Weighed, what: str = "") -> str:
    """One reason as a sentence; `what` it was about, where it is told of a single moment."""
    good = part.weight >= 0
    reason = because(words, part.rule, person, good=good, what=what, times=part.times)
    counts = f"reason.{part.rule.name.lower()}.again" in words  # that form has the number in it
    key = "counted" if part.times > 1 and not counts else "sentence"
    text = words.text(f"session.why.{key}", reason=reason, times=times_in_words(words, part.times))
    return capital(text)


def times_in_words(words: Words, n: int) -> str:
    """once, twice, 5 times."""
    if n == 1:
        return words.text("session.times.one")
    return words.text("session.times.two") if n == 2 else words.text("session.times.more", n=n)


def hearsay(words: Words, person: Person, teller: Person, worth: float) -> str:
    """What somebody was told about the player, and by whom: a rumour has a source."""
    verdict = words.text("session.why.verdict_good" if worth > 0 else "session.why.verdict_bad")
    return words.text("session.why.told", name=person.first_name, who=teller.first_name, verdict=verdict)


def verdict(words: Words, person: Person, met: bool, opinion: float, avoids_below: float, since: float) -> str:
    """What somebody thinks of the player, in one sentence.

    `opinion` in sd of liking, hearsay included; `since` how far it has moved after the first impression.
    """
    if met and opinion < COOL and since > TOO_SMALL:
        key = "coming_round"
    elif opinion < avoids_below:
        key = "dislikes"
    elif not met:
        key = "not_met"
    else:
        key = "likes" if opinion > LIKES else "cool" if opinion < COOL else "neutral"
    return words.text(f"session.why.{key}", name=person.first_name, pronoun=person.pronoun)
