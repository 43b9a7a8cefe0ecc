"""What the player could say or do now, from nothing but what the player knows.

Each number stands for one kind of thing to say, all evening long, so that fingers can learn it; what of that kind
is at hand changes. The tempting ones, to pitch and to hand out the card, are always there: not doing them is the point.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from game.model.acts import Act, Item
from game.model.commands import Command, Do
from game.session.roster import tie
from game.session.situation import Situation
from game.session.views import Choice
from game.talk.words import Words

Group = Literal["ask", "tell", "give", "sell", "other"]
LISTEN_KEY, LEAVE_KEY = "L", "Esc"

Speak = Callable[[Command], str]  # a command of the player's → words for it


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be said."""

    group: Group
    act: Act
    item: int = -1
    about: int = -1


def choices(s: Situation, words: Words, preview: Speak, label: Speak) -> tuple[Choice, ...]:
    """At most nine numbered choices, no two of the same words, then listening and leaving."""
    if s.speaking:
        return ()
    numbered: list[Choice] = []
    labels: set[str] = set()
    for number, kind in enumerate(_KINDS, start=1):
        for option in kind(s):
            command = Command(-1, s.me, Do.SAY, s.partner, option.act, option.item, option.about)
            named = label(command)
            if named not in labels:
                labels.add(named)
                numbered.append(Choice(str(number), option.group, named, preview(command), command))
                break
    how = "due" if s.due else "free" if s.free else "on"
    return (
        *numbered,
        Choice(LISTEN_KEY, "other", words.text(f"session.listen_{how}"), "", Command(-1, s.me, Do.LISTEN)),
        Choice(LEAVE_KEY, "other", words.text("session.leave"), "", Command(-1, s.me, Do.LEAVE)),
    )


# One function for each number; the first option that has words of its own is shown.


def _next_step(s: Situation) -> Iterator[Option]:
    """1: introducing oneself, then going on from what was just heard."""
    f = s.world.formations
    if f.turns[s.formation] == 0:
        yield Option("tell", Act.GREET)
    if f.last_speaker[s.formation] == s.me and f.last_act[s.formation] == Act.ANSWER:
        yield Option("ask", Act.MIRROR, int(f.last_item[s.formation]))
    for item in s.hooks()[:1]:
        yield Option("ask", Act.FOLLOW_UP, item)


def _about_them(s: Situation) -> Iterator[Option]:
    """2: what they do, then what they are looking for."""
    if not s.knows(Item.WORK) and not s.asking(Item.WORK):
        yield Option("ask", Act.ASK_WORK, Item.WORK)
    if not s.knows(Item.NEED) and not s.asking(Item.NEED):
        yield Option("ask", Act.ASK, Item.NEED)


def _a_topic(s: Situation) -> Iterator[Option]:
    """3: something to talk about."""
    for topic in s.topics_to_ask():
        yield Option("ask", Act.ASK, Item.TOPIC + topic)


def _deeper(s: Situation) -> Iterator[Option]:
    """4: saying back what was heard, or following up on something earlier."""
    f = s.world.formations
    told = f.last_speaker[s.formation] == s.partner and f.last_act[s.formation] in (Act.ANSWER, Act.SHARE)
    if told and int(f.last_item[s.formation]) in s.hooks():
        yield Option("ask", Act.PARAPHRASE, int(f.last_item[s.formation]))
    for item in s.hooks()[1:]:
        yield Option("ask", Act.FOLLOW_UP, item)


def _of_oneself(s: Situation) -> Iterator[Option]:
    """5: answering, or telling a story."""
    if s.due:
        yield Option("tell", Act.ANSWER, int(s.world.formations.asked_item[s.formation]))
    for topic in s.own_stories():
        yield Option("tell", Act.SHARE, Item.STORY + topic)


def _giving(s: Situation) -> Iterator[Option]:
    """6: help, somebody who can help, something remembered, a kind word."""
    world, people = s.world, s.world.people
    row = tie(world, s.me, s.partner)
    if s.knows(Item.NEED):
        if people.offer[s.me] >= 0 and people.offer[s.me] == people.need[s.partner] and not s.said(Act.OFFER):
            yield Option("give", Act.OFFER, Item.OFFER)
        third = _who_could_help(s)
        if third >= 0:
            yield Option("give", Act.INTRODUCE, Item.NEED, third)
    before = world.ties.together[row] >= 0 and world.ties.last[row] > 0  # met earlier, and parted since
    if before and not world.ties.recalled[row]:
        remembered = [item for item in range(Item.WORK, 32) if s.knows(item)]
        if remembered:
            yield Option("give", Act.REMEMBER, remembered[-1])
    if s.knows(Item.WORK):
        yield Option("give", Act.PRAISE, Item.WORK)


def _who_could_help(s: Situation) -> int:
    """Somebody whose offer the player knows and who is what the partner needs, -1 if nobody."""
    people, ties = s.world.people, s.world.ties
    for other in range(len(people.present)):
        if other in (s.me, s.partner) or people.offer[other] != people.need[s.partner]:
            continue
        known = int(ties.known[tie(s.world, s.me, other)])
        if people.present[other] and known >> Item.OFFER & 1 and not s.said_about(Act.INTRODUCE, other):
            return other
    return -1


def _pitching(s: Situation) -> Iterator[Option]:
    """7: what one sells."""
    yield Option("sell", Act.PITCH, Item.OFFER)


def _carding(s: Situation) -> Iterator[Option]:
    """8: one's card."""
    yield Option("sell", Act.CARD)


def _showing_off(s: Situation) -> Iterator[Option]:
    """9: a word about somebody absent who kept away after a pitch, or about oneself."""
    ties = s.world.ties
    for other in range(len(s.world.people.present)):
        if other == s.me or other in s.others:
            continue
        if ties.pitches[tie(s.world, s.me, other)] > 0 and s.knows_name(other) and not s.said_about(Act.GOSSIP, other):
            yield Option("other", Act.GOSSIP, about=other)
    yield Option("sell", Act.BOAST)


_KINDS = (
    _next_step,
    _about_them,
    _a_topic,
    _deeper,
    _of_oneself,
    _giving,
    _pitching,
    _carding,
    _showing_off,
)
