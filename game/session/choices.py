"""What the player could say or do now, from nothing but what the player knows.

The tempting ones, to pitch and to hand out the card, are always there: not doing them is the point.
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
GROUPS: tuple[Group, ...] = ("ask", "tell", "give", "sell", "other")
MOST = 9  # numbered, so that a key is enough
LISTEN_KEY, LEAVE_KEY = "L", "Esc"

Speak = Callable[[Command], str]  # a command of the player's → words for it


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be said. `rank`: lower ones are kept when there are too many."""

    group: Group
    rank: int
    act: Act
    item: int = -1
    about: int = -1


def choices(s: Situation, words: Words, preview: Speak, label: Speak) -> tuple[Choice, ...]:
    """At most nine numbered choices in a fixed order of groups, then listening and leaving."""
    if s.speaking:
        return ()
    options = sorted(_all_options(s), key=lambda option: option.rank)[:MOST]
    options.sort(key=lambda option: (GROUPS.index(option.group), option.rank))
    numbered = []
    for number, option in enumerate(options, start=1):
        command = Command(-1, s.me, Do.SAY, s.partner, option.act, option.item, option.about)
        numbered.append(Choice(str(number), option.group, label(command), preview(command), command))
    how = "free" if s.free else "on"
    return (
        *numbered,
        Choice(LISTEN_KEY, "other", words.text(f"session.listen_{how}"), "", Command(-1, s.me, Do.LISTEN)),
        Choice(LEAVE_KEY, "other", words.text("session.leave"), "", Command(-1, s.me, Do.LEAVE)),
    )


def _all_options(s: Situation) -> Iterator[Option]:
    yield from _asking(s)
    yield from _telling(s)
    yield from _giving(s)
    yield from _selling(s)
    yield from _gossiping(s)


def _asking(s: Situation) -> Iterator[Option]:
    f = s.world.formations
    for place, item in enumerate(s.hooks()[:2]):
        yield Option("ask", 2 + 7 * place, Act.FOLLOW_UP, item)
    if f.last_speaker[s.formation] == s.me and f.last_act[s.formation] == Act.ANSWER:
        yield Option("ask", 3, Act.MIRROR, int(f.last_item[s.formation]))
    if not s.knows(Item.WORK):
        yield Option("ask", 4, Act.ASK_WORK, Item.WORK)
    if not s.knows(Item.NEED):
        yield Option("ask", 7, Act.ASK, Item.NEED)
    for topic in s.topics_to_ask()[:1]:
        yield Option("ask", 10, Act.ASK, Item.TOPIC + topic)
    told = f.last_speaker[s.formation] == s.partner and f.last_act[s.formation] in (Act.ANSWER, Act.SHARE)
    if told and int(f.last_item[s.formation]) in s.hooks():
        yield Option("ask", 8, Act.PARAPHRASE, int(f.last_item[s.formation]))


def _telling(s: Situation) -> Iterator[Option]:
    f = s.world.formations
    if s.due:
        yield Option("tell", 0, Act.ANSWER, int(f.asked_item[s.formation]))
    if f.turns[s.formation] == 0:
        yield Option("tell", 1, Act.GREET)
    for topic in s.own_stories()[:1]:
        yield Option("tell", 6, Act.SHARE, Item.STORY + topic)


def _giving(s: Situation) -> Iterator[Option]:
    world, people = s.world, s.world.people
    row = tie(world, s.me, s.partner)
    if s.knows(Item.NEED):
        if people.offer[s.me] >= 0 and people.offer[s.me] == people.need[s.partner] and not s.said(Act.OFFER):
            yield Option("give", 1, Act.OFFER, Item.OFFER)
        third = _who_could_help(s)
        if third >= 0:
            yield Option("give", 1, Act.INTRODUCE, Item.NEED, third)
    before = world.ties.together[row] >= 0 and world.ties.last[row] > 0  # met earlier, and parted since
    if before and not world.ties.recalled[row]:
        remembered = [item for item in range(Item.WORK, 32) if s.knows(item)]
        if remembered:
            yield Option("give", 5, Act.REMEMBER, remembered[-1])
    if s.knows(Item.WORK):
        yield Option("give", 11, Act.PRAISE, Item.WORK)


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


def _selling(s: Situation) -> Iterator[Option]:
    yield Option("sell", -1, Act.PITCH, Item.OFFER)
    yield Option("sell", -1, Act.CARD)
    yield Option("sell", 12, Act.BOAST)


def _gossiping(s: Situation) -> Iterator[Option]:
    """About somebody absent who has put the player off, as far as the player can tell: by pitching."""
    ties = s.world.ties
    for other in range(len(s.world.people.present)):
        if other == s.me or other in s.others:
            continue
        if ties.pitches[tie(s.world, s.me, other)] > 0 and s.knows_name(other):
            yield Option("other", 13, Act.GOSSIP, about=other)
            return
