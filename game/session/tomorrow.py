"""What people would say of the player tomorrow: from what weighed most with them, in their own words."""

from collections import Counter

from game.model.social.rules import Rule
from game.scenario.spec import MANNERS
from game.session.debrief import Saying
from game.session.evening import Evening
from game.session.explaining import ABOUT_THEM, Because, Explanation, explain
from game.session.roster import tie
from game.session.why import BEFORE_A_WORD

WARM, COOL = 0.15, -0.15  # of liking, all reasons together: between them nobody has much to say


def sayings(evening: Evening) -> tuple[Saying, ...]:
    """A sentence each of everybody who was expected this evening; none twice while others are left."""
    used: Counter[str] = Counter()
    here = (person for person in range(1, len(evening.roster.people())) if evening.world.people.expected[person])
    return tuple(_saying(evening, explain(evening, person), used) for person in here)


def _saying(evening: Evening, known: Explanation, used: Counter[str]) -> Saying:
    total = sum(reason.weight for reason in known.reasons)
    warmth = 1 if total > WARM else -1 if total < COOL else 0
    who = evening.roster.person(known.person)
    ties, row = evening.world.ties, tie(evening.world, known.person, evening.me)
    met = bool(ties.met[row] or ties.prior[row])
    pool, slots = _pool(evening, known, warmth, met)
    pool = [key for key in pool if _manner(key) in ("", who.manner)]
    least = min(used[key] for key in pool)
    fresh = [key for key in pool if used[key] == least]
    own = [key for key in fresh if _manner(key)] or fresh
    key = own[known.person % len(own)]
    used[key] += 1
    text = evening.words.text(key, player=evening.scenario.player.first_name, **slots)
    return Saying(known.person, who.first_name, text, warmth, met)


def _manner(key: str) -> str:
    """The manner of the people a line is for, "" where it is for all."""
    last = key.rsplit(".", 1)[-1]
    return last if last in MANNERS else ""


def _pool(evening: Evening, known: Explanation, warmth: int, met: bool) -> tuple[list[str], dict[str, str]]:
    """The ids of what they could say, and what it is about."""
    if not known.reasons and not met:
        return _known_as(evening, "stranger", met), {}
    if not warmth:
        return _known_as(evening, "neutral", met), {}
    lead = _lead(known, warmth)
    if lead.teller:
        return _known_as(evening, f"hearsay_{'good' if lead.good else 'bad'}", met), {"teller": lead.teller}
    if lead.rule is None or lead.rule in BEFORE_A_WORD:
        return _known_as(evening, ("cool", "warm")[warmth > 0], met), {}
    if lead.rule == Rule.PITCHED and lead.what:  # before the player knew what they do
        return evening.words.under("tomorrow.pitched_early") + _known_as(evening, "pitched", met), {}
    named = evening.roster.person(known.person).first_name
    if lead.rule in ABOUT_THEM and lead.what and named not in lead.what:  # a thing of theirs, not "what Dana does"
        detailed = evening.words.under(f"tomorrow.{lead.rule.name.lower()}_what")
        if detailed:
            return detailed, {"what": lead.what}
    return _known_as(evening, lead.rule.name.lower(), met), {}


def _lead(known: Explanation, warmth: int) -> Because:
    """The weightiest reason for how they ended, one from the evening itself where there is one."""
    mine = [reason for reason in known.reasons if reason.good == (warmth > 0)]
    return next((reason for reason in mine if reason.rule not in BEFORE_A_WORD), mine[0])


def _known_as(evening: Evening, name: str, met: bool) -> list[str]:
    """Ids of one heading; a few headings have words of their own for those who have met the player, or have not."""
    own = evening.words.under(f"tomorrow.{name}_{'met' if met else 'unmet'}")
    return own or evening.words.under(f"tomorrow.{name}")
