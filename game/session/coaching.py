"""The coach: what a player might do next, and, where it is asked for, why somebody has just warmed or cooled.

Hints say only what the room can see. Comments read minds: they are for those who want to learn how it works.
"""

import numpy as np

from game.model.acts import QUESTIONS, Act
from game.model.social.rules import Rule
from game.session.captions import CAPTION_TICKS
from game.session.evening import Evening
from game.session.roster import name_for
from game.session.why import BEFORE_A_WORD, TRUST_COUNTS
from game.talk.reasons import because
from game.talk.template import capital

WORTH_SAYING = 0.03  # of liking, and half of trust: smaller steps pass without a comment
IN_A_ROW = 3  # so many questions and nothing of one's own between them
STANDING_TICKS = 80  # twenty seconds alone
SHOWS_TICKS = 8  # wanting out is seen after two seconds
_OF_ONES_OWN = (Act.SHARE, Act.ANSWER, Act.OFFER, Act.INTRODUCE)


def hint(evening: Evening) -> str:
    """What might be done next, "" when nothing presses."""
    world, me = evening.world, evening.me
    people, f, formation = world.people, world.formations, int(world.people.formation[me])
    if formation < 0:
        lost = people.present[me] and not people.walking[me] and world.tick > STANDING_TICKS
        free = people.present & (people.formation < 0) & ~people.walking & ~people.player
        return evening.words.text("session.coach.alone") if lost and free.any() else ""
    mates = [int(m) for m in f.members[formation] if m >= 0 and m != me]
    restless = [m for m in mates if 0 <= people.wants_out[m] < world.tick - SHOWS_TICKS]
    if restless:
        return _about(evening, "restless", restless[0])
    if mates and _questions_in_a_row(evening, formation) >= IN_A_ROW:
        return evening.words.text("session.coach.questions")
    return ""


def _questions_in_a_row(evening: Evening, formation: int) -> int:
    """The player's questions in this circle since they last said something of their own."""
    count = 0
    for index in reversed(evening.chronicle.heard):
        line = evening.chronicle.lines[index]
        if line.formation != formation:
            break
        if line.speaker == evening.me:
            if line.act in _OF_ONES_OWN:
                break
            count += line.act in QUESTIONS
    return count


def comment(evening: Evening) -> str:
    """Why somebody in sight has just warmed to the player or cooled, "" when nobody has."""
    rows = evening.chronicle.reasons(about=evening.me)
    rows = rows[(rows["tick"] >= evening.tick - CAPTION_TICKS) & ~np.isin(rows["rule"], BEFORE_A_WORD)]
    if not len(rows):
        return ""
    weights = rows["liking"] + TRUST_COUNTS * rows["trust"]
    most = int(np.abs(weights).argmax())
    if abs(float(weights[most])) < WORTH_SAYING:
        return ""
    who, good = int(rows["of"][most]), bool(weights[most] > 0)
    why = because(evening.words, Rule(int(rows["rule"][most])), evening.roster.person(who), good=good)
    return _about(evening, "warmer" if good else "cooler", who, why=why)


def _about(evening: Evening, key: str, who: int, **slots: str) -> str:
    name = name_for(evening.world, evening.roster, evening.words, evening.me, who)
    pronoun = evening.roster.person(who).pronoun
    text = evening.words.text(f"session.coach.{key}", name=name, pronoun=pronoun, **slots)
    return capital(text)
