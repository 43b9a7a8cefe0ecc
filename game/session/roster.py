"""Who is who: the people of the scenario by their index in the world, and what is known of whom."""

from dataclasses import dataclass

from game.model.acts import Item
from game.model.world import World
from game.scenario.spec import Person, Scenario
from game.talk.words import Words


@dataclass(frozen=True)
class Roster:
    """Everybody of the evening by index; the player is index 0."""

    scenario: Scenario

    def person(self, index: int) -> Person:
        """The person behind an index of the world."""
        return self.scenario.player if index == 0 else self.scenario.people[index - 1]

    def people(self) -> tuple[Person, ...]:
        """The player and everybody else, by index."""
        return (self.scenario.player, *self.scenario.people)

    def find(self, named: str) -> int | None:
        """The index of somebody by name, given name or key; None when nobody is called that."""
        wanted = named.casefold()
        for index, person in enumerate(self.people()):
            if wanted in (person.name.casefold(), person.key.casefold()):
                return index
        for index, person in enumerate(self.people()):
            if wanted == person.first_name.casefold():
                return index
        return None


def tie(world: World, of: int, about: int) -> int:
    """The row of the tie that attendee `of` holds about `about`."""
    return world.ties.row(of, about)


def knows(world: World, me: int, other: int, item: int) -> bool:
    """Whether `me` knows an item of `other`."""
    return bool(int(world.ties.known[tie(world, me, other)]) >> item & 1)


def name_for(world: World, roster: Roster, words: Words, me: int, other: int) -> str:
    """What `me` may call `other`: the first name once known."""
    if other == me or knows(world, me, other, Item.NAME):
        return roster.person(other).first_name
    return words.text("session.someone")
