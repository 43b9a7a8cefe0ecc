"""Where a player stands in a conversation: read once, then asked by the choices."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import MAX_TOPICS, Act, Item
from game.model.room import floor
from game.model.room.formations import Floor
from game.model.world import World
from game.session.chronicle import Chronicle
from game.session.roster import tie


@dataclass(frozen=True)
class Situation:
    """The player's circle, whom a choice would be addressed to, and what the player knows of them."""

    world: World
    chronicle: Chronicle
    me: int
    formation: int
    others: tuple[int, ...]
    partner: int
    free: bool  # the floor is open to the player
    speaking: bool  # the player has the floor and is talking
    due: bool  # the player owes an answer

    def knows(self, item: int) -> bool:
        """Whether the player knows this item of the partner."""
        return bool(int(self.world.ties.known[tie(self.world, self.me, self.partner)]) >> item & 1)

    def asking(self, item: int) -> bool:
        """Whether the player has just asked about this, and the answer is under way."""
        f = self.world.formations
        return bool(f.asker[self.formation] == self.me and f.asked_item[self.formation] == item)

    def topics_to_ask(self) -> list[int]:
        """Topics not asked about yet: what both like, then what the partner does, then the player's own."""
        mine = int(self.world.people.interests[self.me])

        def place(topic: int) -> int:
            theirs, own = self.knows(Item.TOPIC + topic), mine >> topic & 1
            return 0 if theirs and own else 1 if theirs else 2 if own else 3

        topics = [t for t in range(MAX_TOPICS) if place(t) < 3 and not self.said(Act.ASK, Item.TOPIC + t)]
        return sorted(topics, key=place)

    def own_stories(self) -> list[int]:
        """Topics the player has a story on and has not told this partner; shared interests first."""
        mine = int(self.world.people.stories[self.me])
        untold = [t for t in range(MAX_TOPICS) if mine >> t & 1 and not self.said(Act.SHARE, Item.STORY + t)]
        return sorted(untold, key=lambda t: not self.knows(Item.TOPIC + t))

    def hooks(self) -> list[int]:
        """Items the partner has told of that can be followed up on, the freshest first."""
        people = self.world.people
        pairs = zip(people.hook_who[self.me], people.hook_item[self.me], strict=True)
        return [int(item) for who, item in pairs if who == self.partner]

    def said(self, act: Act, item: int | None = None) -> bool:
        """Whether the player has said this to the partner before."""
        told = self.chronicle.told(self.partner)
        return any(line.act == act and item in (None, line.item) for line in told)

    def said_about(self, act: Act, third: int) -> bool:
        """Whether the player has said this about somebody else to the partner before."""
        told = self.chronicle.told(self.partner)
        return any(line.act == act and line.about == third for line in told)

    def knows_name(self, other: int) -> bool:
        """Whether the player knows somebody's name."""
        return bool(int(self.world.ties.known[tie(self.world, self.me, other)]) >> Item.NAME & 1)


def situation(world: World, chronicle: Chronicle, me: int) -> Situation | None:
    """The player's situation; None when walking about alone."""
    formation = int(world.people.formation[me])
    f = world.formations
    if formation < 0:
        return None
    others = tuple(int(m) for m in f.members[formation] if m >= 0 and m != me)
    if not others:
        return None
    held = bool(f.floor[formation] == Floor.HELD)
    return Situation(
        world=world,
        chronicle=chronicle,
        me=me,
        formation=formation,
        others=others,
        partner=_partner(world, me, formation, others),
        free=choice_open(world, me),
        speaking=held and bool(f.holder[formation] == me),
        due=bool(f.due[formation] == me),
    )


def choice_open(world: World, me: int) -> bool:
    """Whether the evening hangs on what the player chooses."""
    return bool(np.isin(me, floor.open_choices(world)))


def _partner(world: World, me: int, formation: int, others: tuple[int, ...]) -> int:
    """Whom a word would go to: who asked, who is speaking, who spoke last, who was spoken to last."""
    f = world.formations
    asker = int(f.asker[formation]) if f.due[formation] == me else -1
    speaking = int(f.holder[formation]) if f.floor[formation] == Floor.HELD else -1
    for candidate in (asker, speaking, int(f.last_speaker[formation]), int(f.last_to[formation])):
        if candidate in others:
            return candidate
    return others[0]
