"""Guests: further humans in the room, each with a trade, something to look for and something to give.

Everybody is dealt a life, so that nobody has to type one on a phone; the same place is dealt the same one.
"""

from dataclasses import replace
from itertools import islice

from game.scenario.crowd import names
from game.scenario.names import NAMES
from game.scenario.spec import MANNERS, Person, Player, Scenario, Story, Want
from game.session.opening import HUMAN
from game.talk.words import Words


class Guest(Player):
    """A human among the guests: a nickname is one name, however many words it has."""

    @property
    def first_name(self) -> str:
        """What they are called."""
        return self.name


CALLED = {"promoter": "promoter", "guest": "ordinary"}  # who can be sent for, and how they go about it
APART_S = 1.0  # seconds of the evening between two guests who walk in at the start
_STRIDE = 7  # neighbours in the lobby are no neighbours in the list of trades


def with_guests(scenario: Scenario, words: Words, number: int) -> Scenario:
    """The scenario with room for so many humans in all: its own player is the first, guests come after its people."""
    called = tuple(_called(scenario, words, place, style) for place, style in enumerate(CALLED.values()))
    guests = tuple(_guest(scenario, words, seat) for seat in range(1, number))
    player = Guest(**vars(scenario.player))
    return replace(scenario, player=player, people=(*scenario.people, *called, *guests))


def _called(scenario: Scenario, words: Words, place: int, style: str) -> Person:
    """Somebody who comes only when sent for."""
    taken = {person.name for person in scenario.people}
    name, pronoun = next(islice(names(taken), place, None))
    life = dict(vars(_guest(scenario, words, place + 3)))
    del life["goal"]
    return Person(**life | {"name": name, "pronoun": pronoun, "key": f"called_{place}", "style": style})


def _guest(scenario: Scenario, words: Words, seat: int) -> Guest:
    topics = scenario.topics
    here, there = topics[seat % len(topics)], topics[(seat + 1 + seat // len(topics)) % len(topics)]
    stories = [key.removesuffix(".text") for key in words.under("feed.story") if key.endswith(".text")]
    story = stories[seat % len(stories)]
    return Guest(
        name=NAMES[seat % len(NAMES)][1],
        key=f"guest_{seat}",
        work=_one(words, "work", seat),
        interests=tuple(dict.fromkeys((here.id, there.id))),
        need=Want(topic=there.id, words=_one(words, "need", seat, there.words)),
        offer=Want(topic=here.id, words=_one(words, "offer", seat, here.words)),
        stories=(
            Story(
                topic=here.id,
                text=words.text(f"{story}.text", words=here.words),
                hook=words.text(f"{story}.hook"),
            ),
        ),
        manner=MANNERS[seat % len(MANNERS)],
        style=HUMAN,
        arrives_min=seat * APART_S / 60,
        goal=scenario.player.goal,
    )


def _one(words: Words, pool: str, seat: int, topic: str = "") -> str:
    keys = words.under(f"feed.{pool}")
    return words.text(keys[seat * _STRIDE % len(keys)], **({"words": topic} if topic else {}))
