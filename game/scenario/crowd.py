"""A crowd → people, each with a name, a life and stories of their own: the same file, the same people."""

from collections.abc import Iterator
from typing import Any

from game.scenario.names import NAMES
from game.scenario.spec import MANNERS

Sketch = dict[str, Any]
STORIES_EACH = 2
INTERESTS_EACH = 3


def names(taken: set[str]) -> Iterator[tuple[str, str]]:
    """Full names with pronouns; given names distinct, while they last, also from those taken."""
    given_names = {name.split()[0] for name in taken}
    for turn in range(len(NAMES)):
        for index, (pronoun, given, _) in enumerate(NAMES):
            family = NAMES[(index + turn * 37) % len(NAMES)][2]
            name = f"{given} {family}"
            if name not in taken and (turn or given not in given_names):
                yield name, pronoun


def expand(attendees: tuple[Sketch, ...]) -> list[Sketch]:
    """The attendees with every crowd replaced by as many sketches of persons."""
    named = {who["name"] for who in attendees if "name" in who}
    fresh = names(named)
    people: list[Sketch] = []
    for who in attendees:
        if "crowd" not in who:
            people.append(who)
            continue
        kinds: tuple[Sketch, ...] = who.get("archetypes", ()) or ({},)
        for number in range(who["crowd"]):
            name, pronoun = next(fresh)
            kind = kinds[number % len(kinds)]
            people.append({"name": name, "pronoun": pronoun, **member(kind, number // len(kinds))})
    return people


def member(archetype: Sketch, turn: int) -> Sketch:
    """The sketch of the `turn`-th person of an archetype: the next of every variant."""
    sketch: Sketch = {key: archetype[key] for key in ("style", "look", "traits") if key in archetype}
    for key in ("work", "need", "offer"):
        if archetype.get(key):
            sketch[key] = archetype[key][turn % len(archetype[key])]
    sketch["manner"] = (archetype.get("manner") or MANNERS)[turn % len(archetype.get("manner") or MANNERS)]
    told: dict[str, Any] = {}
    stories = archetype.get("stories", ())
    for story in stories[turn % len(stories) :] + stories[: turn % len(stories)] if stories else ():
        if len(told) < STORIES_EACH:
            told.setdefault(story.topic, story)
    if told:
        sketch["stories"] = tuple(told.values())
    if liked := archetype.get("interests", ()):
        start = turn % len(liked)
        rest = [topic for topic in liked[start:] + liked[:start] if topic not in told]
        sketch["interests"] = tuple([*told, *rest][:INTERESTS_EACH])
    return sketch
