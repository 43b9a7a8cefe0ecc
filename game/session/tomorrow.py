"""What people would say of the player tomorrow: from what weighed most with them, in their own words."""

from collections import Counter

from game.model.social.rules import Rule
from game.session.debrief import Saying
from game.session.evening import Evening
from game.session.explaining import Explanation, explain
from game.session.moments import ABOUT_THEM

WARM, COOL = 0.15, -0.15  # of liking, all reasons together: between them nobody has much to say

_BEFORE_A_WORD = (Rule.FIRST_IMPRESSION, Rule.KNEW_BEFORE)  # said of somebody only where there is nothing else


def sayings(evening: Evening) -> tuple[Saying, ...]:
    """A sentence each of everybody who has met the player or heard of them; none twice while others are left."""
    used: Counter[str] = Counter()
    told = []
    for person in range(1, len(evening.roster.people())):
        known = explain(evening, person)
        if known.reasons:
            told.append(_saying(evening, known, used))
    return tuple(told)


def _saying(evening: Evening, known: Explanation, used: Counter[str]) -> Saying:
    total = sum(reason.weight for reason in known.reasons)
    warmth = 1 if total > WARM else -1 if total < COOL else 0
    who = evening.roster.person(known.person)
    pool, slots = _pool(evening, known, warmth)
    least = min(used[key] for key in pool)
    fresh = [key for key in pool if used[key] == least]
    key = fresh[known.person % len(fresh)]
    used[key] += 1
    text = evening.words.text(key, player=evening.scenario.player.first_name, **slots)
    return Saying(known.person, who.first_name, text, warmth)


def _pool(evening: Evening, known: Explanation, warmth: int) -> tuple[list[str], dict[str, str]]:
    """The ids of what they could say, and what it is about."""
    named = evening.roster.person(known.person).first_name
    if warmth:
        mine = [reason for reason in known.reasons if reason.good == (warmth > 0)]
        lead = next((reason for reason in mine if reason.rule not in _BEFORE_A_WORD), mine[0])
        if lead.teller:
            return evening.words.under(f"tomorrow.hearsay_{'good' if lead.good else 'bad'}"), {"teller": lead.teller}
        if lead.rule is None or lead.rule in _BEFORE_A_WORD:
            return evening.words.under(f"tomorrow.{('cool', 'warm')[warmth > 0]}"), {}
        if lead.rule in ABOUT_THEM and lead.what and named not in lead.what:  # a thing of theirs, not "what Dana does"
            detailed = evening.words.under(f"tomorrow.{lead.rule.name.lower()}_what")
            if detailed:
                return detailed, {"what": lead.what}
        return evening.words.under(f"tomorrow.{lead.rule.name.lower()}"), {}
    return evening.words.under("tomorrow.neutral"), {}
