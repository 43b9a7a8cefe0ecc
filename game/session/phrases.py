"""What an item of somebody is called: the noun phrases behind labels, notes and reasons."""

from game.model.acts import Item
from game.scenario.spec import Person, Scenario, Story
from game.talk.utterance import kind_of, topic_of
from game.talk.words import Words


def story_on(person: Person, topic: str) -> Story | None:
    """The story somebody tells on a topic."""
    return next((story for story in person.stories if story.topic == topic), None)


def topic_words(scenario: Scenario, item: int) -> str:
    """What the topic behind an interest or a story is called."""
    return scenario.topics[topic_of(item)].words


def phrase(words: Words, scenario: Scenario, person: Person, item: int) -> str:
    """A noun phrase for an item of a person: "the oven that died at Christmas", "what Dana does"."""
    if item >= Item.STORY:
        story = story_on(person, scenario.topics[topic_of(item)].id)
        return story.hook if story else topic_words(scenario, item)
    if item >= Item.TOPIC:
        return topic_words(scenario, item)
    return words.text(f"session.phrase.{Item(item).name.lower()}", name=person.first_name)


def fact(words: Words, scenario: Scenario, person: Person, item: int) -> str:
    """A whole sentence for the notebook, such as "Dana runs a bakery with two ovens and no manager"."""
    slots = {"name": person.first_name, "pronoun": person.pronoun}
    if item == Item.WORK:
        return words.text("session.note.work", work=person.work, **slots)
    want = {Item.NEED: person.need, Item.OFFER: person.offer}.get(Item(item)) if item < Item.TOPIC else None
    what = want.words if want else phrase(words, scenario, person, item)
    return words.text(f"session.note.{kind_of(item)}", what=what, **slots)
