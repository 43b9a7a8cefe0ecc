"""What the file says, and for the rest something sensible: sketches → a whole scenario."""

import dataclasses
import hashlib
import re
import unicodedata
from typing import Any, TypeVar

from game.model.acts import MAX_TOPICS
from game.scenario import defaults, online
from game.scenario.crowd import Sketch, expand
from game.scenario.prose import FIRST, Prose, prose
from game.scenario.spec import (
    Debrief,
    Look,
    Person,
    Player,
    Scenario,
    Story,
    Topic,
    Venue,
    Want,
    Weeks,
)

T = TypeVar("T")
HAIR = {
    "she": ("long", "bob", "bun", "pony", "curly", "short", "afro", "side"),
    "he": ("short", "side", "curly", "bald", "short", "afro"),
    "they": ("bob", "short", "side", "curly", "afro", "pony"),
}
OUTFITS = ("shirt", "blazer", "hoodie", "vest", "stripe")
PLAYER_NAME = "Alex Morgan"


def complete(given: Sketch, id: str) -> Scenario:
    """A scenario from the checked settings of its file; `id`: its name unless it says so itself."""
    language = given.get("languages", (FIRST,))[0]
    default = prose(language)
    sketches = expand(given["people"])
    topics = _topics(given, sketches, default)
    people = _people(sketches, topics, default)
    weeks = given.get("weeks", Weeks())
    mapped = given.get("online", {})
    networks = given.get("networks") or tuple(dict.fromkeys((weeks.network, *mapped)))
    asked = given["debrief"].ask_the_room if "debrief" in given else default.ask_the_room
    settled: dict[str, Any] = {
        "id": given.get("id", id),
        "topics": topics,
        "people": people,
        "player": _player(given.get("player", {}), topics, people, default),
        "venue": _venue(given.get("venue", Venue()), len(people) + 1),
        "networks": networks,
        "weeks": weeks if weeks.network in networks else dataclasses.replace(weeks, network=networks[0]),
        "online": {network: online.twins(network, language) | mapped.get(network, {}) for network in networks},
        "expect": given.get("expect", defaults.EXPECT),
        "questions": given.get("questions", default.questions),
        "debrief": Debrief(ask_the_room=tuple(dict.fromkeys((*asked, default.last_question)))),
    }
    return Scenario(**{**given, **settled})


def _venue(venue: Venue, people: int) -> Venue:
    return venue if venue.plan else dataclasses.replace(venue, plan=defaults.plan(people), cell_m=1.0)


def pick(options: tuple[T, ...], *key: str) -> T:
    """One of the options, always the same for the same key."""
    digest = hashlib.blake2b("\0".join(key).encode(), digest_size=8).digest()
    return options[int.from_bytes(digest, "little") % len(options)]


def slug(name: str) -> str:
    """A name as an id: small Latin letters, digits and _."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "person"


def _topics(given: Sketch, sketches: list[Sketch], default: Prose) -> tuple[Topic, ...]:
    """Those listed; else those somebody mentions; else the usual ones. With words for each."""
    topics = given.get("topics", ())
    if not topics:
        said: dict[str, None] = {}
        for who in [*sketches, given.get("player", {})]:
            said |= dict.fromkeys(who.get("interests", ()))
            wants = [who[key] for key in ("need", "offer") if who.get(key)]
            said |= dict.fromkeys(about.topic for about in [*wants, *who.get("stories", ())])
        topics = tuple(Topic(id=id) for id in said)[:MAX_TOPICS] or default.topics
    return tuple(Topic(id=topic.id, words=topic.words or topic.id.replace("_", " ")) for topic in topics)


def _people(sketches: list[Sketch], topics: tuple[Topic, ...], default: Prose) -> tuple[Person, ...]:
    people: list[Person] = []
    keys: set[str] = {"player"} | {who["key"] for who in sketches if "key" in who}
    looks: set[Look] = set()
    for index, sketch in enumerate(sketches):
        settled = _settle(sketch, index, len(sketches), topics, default)
        settled.setdefault("key", _distinct(slug(sketch["name"]), keys))
        keys.add(settled["key"])
        settled["look"] = _unlike(settled["look"], looks)
        looks.add(settled["look"])
        people.append(Person(**settled))
    known = {(who.name, other) for who in people for other in who.knows}
    return tuple(
        dataclasses.replace(
            who,
            knows=tuple(other.name for other in people if {(who.name, other.name), (other.name, who.name)} & known),
        )
        for who in people
    )


def _player(sketch: Sketch, topics: tuple[Topic, ...], people: tuple[Person, ...], default: Prose) -> Player:
    named = {"name": PLAYER_NAME, "key": "player", **sketch}
    while any(who.name == named["name"] for who in people):
        named["name"] += " Jr"
    return Player(**_settle(named, len(people), len(people) + 1, topics, default))


def _unlike(look: Look, taken: set[Look]) -> Look:
    """The look in the first colours of clothes that nobody else wears, as long as there are any."""
    changed = (
        dataclasses.replace(look, legs=(look.legs + legs) % 6, top=(look.top + top) % 12)
        for legs in range(6)
        for top in range(12)
    )
    return next((tried for tried in changed if tried not in taken), look)


def _distinct(key: str, taken: set[str]) -> str:
    number = 1
    while (tried := key if number == 1 else f"{key}_{number}") in taken:
        number += 1
    return tried


def _settle(sketch: Sketch, index: int, people: int, topics: tuple[Topic, ...], default: Prose) -> Sketch:
    """A sketch with everything it leaves open. By place in the list, so that needs find offers."""
    settled = dict(sketch)
    around = min(len(topics), people)
    mine, theirs = topics[index % around], topics[(index + 1) % around]
    settled.setdefault("work", default.work[index % len(default.work)])
    if not sketch.get("interests"):
        told = tuple(dict.fromkeys(story.topic for story in sketch.get("stories", ())))
        usual = (mine, topics[(index + 2) % len(topics)], topics[(index + 3) % len(topics)])
        settled["interests"] = told or tuple(dict.fromkeys(topic.id for topic in usual))
    settled.setdefault("need", Want(topic=theirs.id, words=default.need.format(words=theirs.words)))
    settled.setdefault("offer", Want(topic=mine.id, words=default.offer.format(words=mine.words)))
    if "stories" not in sketch:
        words = {topic.id: topic.words for topic in topics}
        settled["stories"] = tuple(
            _story(id, words[id], index + nth, default) for nth, id in enumerate(settled["interests"][:2])
        )
    settled["look"] = _look(sketch.get("look", {}), sketch["name"], settled.get("pronoun", "they"))
    return settled


def _story(topic: str, words: str, number: int, default: Prose) -> Story:
    text, hook = default.stories[number % len(default.stories)]
    return Story(topic=topic, text=text.format(words=words), hook=hook)


def _look(given: Sketch, name: str, pronoun: str) -> Look:
    age = pick(("young", "middle", "middle", "old"), "age", name)
    chance: Sketch = {
        "skin": pick(tuple(range(8)), "skin", name),
        "hair": pick(HAIR[pronoun], "hair", name),
        "hair_colour": pick((7, 8, 6) if age == "old" else (0, 1, 2, 3, 4, 5), "colour", name),
        "outfit": pick(OUTFITS + (("dress",) if pronoun == "she" else ()), "outfit", name),
        "top": pick(tuple(range(12)), "top", name),
        "legs": pick(tuple(range(6)), "legs", name),
        "glasses": pick((True, False, False), "glasses", name),
        "beard": pronoun == "he" and pick((True, False, False), "beard", name),
        "age": age,
    }
    return Look(**{**chance, **given})
