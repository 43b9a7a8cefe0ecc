"""What a speaker can truthfully put into a sentence: an utterance's slots, from the people themselves."""

from collections.abc import Sequence

from game.model.acts import Act, Item
from game.scenario.spec import Person, Story, Topic
from game.talk.grammar import Grammar
from game.talk.template import Slot
from game.talk.utterance import NOBODY, Utterance, kind_of, topic_of
from game.talk.words import Words

# Acts that show what was heard: their item is a fact of the addressee, which the speaker has been told.
_HEARD = (Act.FOLLOW_UP, Act.PARAPHRASE, Act.REMEMBER, Act.PRAISE, Act.OFFER)


def facts(u: Utterance, people: Sequence[Person], topics: Sequence[Topic], words: Words) -> dict[str, Slot]:
    """Slots by name: {me} {my_…} of the speaker, {you} {your_…} of the addressee, {them} {their_…} of a third
    person, {topic} of the item, {asked_…} of what was asked where the answer tells of something else, {teller}.

    What the speaker cannot know is absent, so that no line that needs it fits.
    """
    slots: dict[str, Slot] = {}
    topic = topic_of(u.item)
    if 0 <= topic < len(topics):
        slots |= topic_slots("topic", topics[topic], words.grammar)
    slots |= _own(people[u.speaker], story_on(people[u.speaker], topics, topic), words.grammar)
    slots |= _asked(people[u.speaker], topics, topic_of(u.asked), words.grammar)
    if u.addressee != NOBODY:
        slots |= _yours(u, people[u.addressee], story_on(people[u.addressee], topics, topic), words.grammar)
    if u.about != NOBODY:
        slots |= _theirs(u, people[u.about], topics, words)
    if u.teller not in (NOBODY, u.addressee):
        slots["teller"] = people[u.teller].first_name
    if u.act in (Act.OFFER, Act.INTRODUCE) and not _meets(u, people):
        slots.pop("your_need", None)  # nobody is told that this is what they were looking for
    return slots


def topic_slots(name: str, topic: Topic, grammar: Grammar) -> dict[str, Slot]:
    """A topic as a slot, with its number: {topic:is|are}."""
    words = topic.words or topic.id
    return {name: words, f"{name}.number": 2 if grammar.is_plural(words) else 1}


def hour_slots(starts: str, words: Words) -> dict[str, Slot]:
    """{tonight} and {evening}, which before five are something else."""
    hour = int(starts.split(":")[0])
    part = "evening" if hour >= 17 else "afternoon" if hour >= 12 else "morning"
    return {"evening": words.text(f"hour.{part}.name"), "tonight": words.text(f"hour.{part}.this")}


def _asked(me: Person, topics: Sequence[Topic], topic: int, grammar: Grammar) -> dict[str, Slot]:
    """What a question was about, topic or one's own story, for an answer that comes from there."""
    if not 0 <= topic < len(topics):
        return {}
    slots = topic_slots("asked_topic", topics[topic], grammar)
    story = story_on(me, topics, topic)
    return slots | {"asked_hook": grammar.hook(_plain(story.hook))} if story else slots


def _meets(u: Utterance, people: Sequence[Person]) -> bool:
    """Whether what is offered, by the speaker or by the third person, is what the addressee needs."""
    offer = people[u.about if u.act == Act.INTRODUCE else u.speaker].offer
    need = people[u.addressee].need
    return offer is not None and need is not None and offer.topic == need.topic


def story_on(person: Person, topics: Sequence[Topic], topic: int) -> Story | None:
    """The story somebody has on the topic, None if none."""
    if not 0 <= topic < len(topics):
        return None
    return next((story for story in person.stories if story.topic == topics[topic].id), None)


def _own(me: Person, story: Story | None, grammar: Grammar) -> dict[str, Slot]:
    slots: dict[str, Slot] = {"me": me.first_name, "my_name": me.name}
    if me.work:
        slots["my_work"] = grammar.own_work(_plain(me.work), me.pronoun)
    if me.need:
        slots["my_need"] = _plain(me.need.words)
    if me.offer:
        slots["my_offer"] = _plain(me.offer.words)
    if story:
        slots |= {"my_story": story.text.strip(), "my_hook": grammar.hook(_plain(story.hook))}
    return slots


def _yours(u: Utterance, you: Person, story: Story | None, grammar: Grammar) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    heard = kind_of(u.item) if Act(u.act) in _HEARD else "none"
    if u.knows_name():
        slots["you"] = you.first_name
    if you.work and (heard == "work" or u.knows(Item.WORK)):
        slots["your_work"] = grammar.own_work(_plain(you.work), you.pronoun, "you")
    if you.need and (heard == "need" or u.knows(Item.NEED)):
        slots["your_need"] = grammar.your(_plain(you.need.words))
    if you.offer and (heard == "offer" or u.knows(Item.OFFER)):
        slots["your_offer"] = grammar.your(grammar.anyone(_plain(you.offer.words)))
    if story and (heard == "story" or u.knows(Item.STORY + topic_of(u.item))):
        slots["your_hook"] = grammar.your(grammar.hook(_plain(story.hook)))
    return slots


def _theirs(u: Utterance, them: Person, topics: Sequence[Topic], words: Words) -> dict[str, Slot]:
    """Of a third person: the name, and what the speaker has learned of them."""
    slots, grammar = words.spread({"pronoun": them.pronoun}), words.grammar
    slots |= {"them": them.first_name, "their_name": them.name}
    forms = {case: str(slots[case]) for case in ("poss", "obj", "subj")}
    if them.work and u.knows_about(Item.WORK):
        slots["their_work"] = _plain(them.work)
    if them.offer and u.knows_about(Item.OFFER):
        slots["their_offer"] = grammar.third(_plain(them.offer.words), **forms)
    heard = (story_on(them, topics, topic) for topic in range(len(topics)) if u.knows_about(Item.STORY + topic))
    story = next((story for story in heard if story), None)
    if story:
        slots["their_hook"] = grammar.third(grammar.hook(_plain(story.hook)), **forms)
    return slots


def _plain(phrase: str) -> str:
    return phrase.strip().rstrip(".!")
