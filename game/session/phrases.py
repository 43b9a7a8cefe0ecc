"""What an item of somebody is called: the noun phrases behind labels, notes and reasons."""

from game.model.acts import Item
from game.scenario.spec import Person, Scenario, Story
from game.talk.utterance import topic_of
from game.talk.words import Words


def story_on(person: Person, topic: str) -> Story | None:
    """The story somebody tells on a topic."""
    return next((story for story in person.stories if story.topic == topic), None)


def topic_words(scenario: Scenario, item: int) -> str:
    """What the topic behind an interest or a story is called."""
    return scenario.topics[topic_of(item)].words


def phrase(words: Words, scenario: Scenario, person: Person, item: int) -> str:
    """A noun phrase for an item of a person: "the oven that died at Christmas", "hiring people"."""
    if item >= Item.STORY:
        story = story_on(person, scenario.topics[topic_of(item)].id)
        return story.hook if story else topic_words(scenario, item)
    if item >= Item.TOPIC:
        return topic_words(scenario, item)
    if item == Item.NEED and person.need:
        return person.need.words
    if item == Item.OFFER and person.offer:
        return person.offer.words
    return words.text("session.phrase.work", name=person.first_name, pronoun=person.pronoun)


def fact(words: Words, scenario: Scenario, person: Person, item: int) -> str:
    """A whole sentence for the notebook, such as "Dana runs a bakery with two ovens and no manager"."""
    slots = {"name": person.first_name, "pronoun": person.pronoun}
    if item == Item.WORK:
        return words.text("session.note.work", work=person.work, **slots)
    kind = "story" if item >= Item.STORY else "topic" if item >= Item.TOPIC else Item(item).name.lower()
    return words.text(f"session.note.{kind}", what=phrase(words, scenario, person, item), **slots)
