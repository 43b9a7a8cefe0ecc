"""Three things to try next, by rule from what happened: the costliest habit first."""

from collections.abc import Iterator

from game.model.acts import Item
from game.session.debrief import Totals
from game.session.evening import Evening
from game.session.roster import tie
from game.session.tally import Outcome
from game.talk.words import Words

HOW_MANY = 3
FEW_MET = 3
SHORT_TALK_MIN = 2.0
MANY_QUESTIONS, FEW_SHARES = 6, 3  # so many questions for each thing told feel like an interview
LITTLE_FOLLOWED = 0.3  # of the questions


def tries(
    evening: Evening, totals: Totals, done: dict[str, int], people: list[Outcome], words: Words, network: str
) -> tuple[str, ...]:
    """Sentences, at most three, the one that would change most first."""
    ids: list[str] = []
    for suggestion in _suggestions(evening, totals, done, people):
        if suggestion not in ids:
            ids.append(suggestion)
    return tuple(words.text(f"session.tries.{name}", network=network) for name in ids[:HOW_MANY])


def _suggestions(evening: Evening, t: Totals, done: dict[str, int], people: list[Outcome]) -> Iterator[str]:
    if t.pitches > 1:
        yield "pitch"
    if done.get("card", 0) > max(2, t.relationships):
        yield "card"
    if done.get("corner", 0):
        yield "let_go"
    if t.boasts:
        yield "boast"
    if done.get("cut_in", 0):
        yield "cut_in"
    if t.met < FEW_MET:
        yield "meet_more"
    if t.asked >= MANY_QUESTIONS and t.asked > FEW_SHARES * (done.get("share", 0) + done.get("answer", 0)):
        yield "share"
    if any(person.met and person.theirs and not person.mine for person in people):
        yield "decide"
    if t.followed_up < LITTLE_FOLLOWED * max(1, t.asked):
        yield "follow_up"
    if _needs_known(evening, people) and not done.get("offer", 0) and not done.get("introduce", 0):
        yield "offer"
    if _short_talks(evening, people):
        yield "longer"
    if not done.get("remember", 0):
        yield "remember"
    if not done.get("introduce", 0):
        yield "introduce"
    yield "online"
    yield "hear_out"


def _needs_known(evening: Evening, people: list[Outcome]) -> bool:
    known = evening.world.ties.known
    return any(int(known[tie(evening.world, evening.me, p.person)]) >> Item.NEED & 1 for p in people)


def _short_talks(evening: Evening, people: list[Outcome]) -> bool:
    minutes = [float(evening.world.ties.minutes[tie(evening.world, evening.me, p.person)]) for p in people]
    return bool(minutes) and sum(minutes) / len(minutes) < SHORT_TALK_MIN
