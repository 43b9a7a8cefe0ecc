"""Why an opinion moved, in words: "you pitched before she had said what she does"."""

from game.model.social.rules import Rule
from game.scenario.spec import Person
from game.talk.template import Slot
from game.talk.words import Words


def because(
    words: Words,
    rule: Rule,
    holder: Person,
    actor: Person | None = None,
    *,
    good: bool = True,
    what: str = "",
    times: int = 1,
) -> str:
    """One reason as half a sentence, from the holder's side; `actor` None is the player, "you".

    `what` it was about ("the oven that died", a name, a topic) or how many `times` picks the fuller form
    where there is one; `good` tells the two sides of an impression or of hearsay apart.
    """
    slots: dict[str, Slot] = {"name": holder.first_name, "pronoun": holder.pronoun, "n": times, "what": what}
    if actor:
        slots |= {"actor": actor.first_name, "actor_pronoun": actor.pronoun}
    base = f"reason.{rule.name.lower()}"
    forms = ["they"] if actor else [*(["again"] if times > 1 else []), *(["moment"] if what else []), "you"]
    side = "good" if good else "bad"
    keys = [key for form in forms for key in (f"{base}.{form}", f"{base}.{form}.{side}") if key in words]
    return words.text(keys[0], **slots)


def opinion(words: Words, warmer: bool, reasons: list[str]) -> str:
    """The reasons in a row: "cooler to you: you boasted; Omar told her about you"."""
    listed = reasons[0]
    for reason in reasons[1:]:
        listed = words.text("reasons.and", list=listed, last=reason)
    return words.text("reasons.warmer" if warmer else "reasons.cooler", list=listed)
