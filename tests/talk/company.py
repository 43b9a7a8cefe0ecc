"""A small company to talk with, and a room's worth of talk."""

import random
from collections.abc import Iterator
from typing import Any

from game.model.acts import Act, Item
from game.model.social.rules import Rule
from game.scenario.spec import Person, Player, Scenario, Story, Topic, Want
from game.talk.utterance import HEARSAY, Utterance
from game.talk.voice import Voice
from game.talk.words import Words

BAKERY, SAILING, GRANTS = 0, 1, 2
TOPICS = (
    Topic(id="bakery", words="bread"),
    Topic(id="sailing", words="sailing"),
    Topic(id="grants", words="grants"),
)
ALEX, DANA, BEN, BRAD, KIM = range(5)
EVERYTHING = 2**32 - 1

PLAYER = Player(name="Alex Morgan", work="photographs small firms", interests=("grants",))
PEOPLE = (
    Person(
        name="Dana Ruiz",
        pronoun="she",
        work="runs a bakery with her sister",
        interests=("bakery", "grants"),
        need=Want(topic="grants", words="somebody to run my morning shift"),
        offer=Want(topic="sailing", words="a berth in my boat"),
        stories=(Story(topic="bakery", text="My oven died at Christmas.", hook="my oven that died"),),
    ),
    Person(
        name="Ben Adeyemi",
        pronoun="he",
        work="is a boatbuilder and teaches his nephews",
        manner="dry",
        interests=("sailing",),
        need=Want(topic="sailing", words="an honest sailmaker"),
        offer=Want(topic="grants", words="a look at your worst form"),
        stories=(),
    ),
    Person(
        name="Brad Pike",
        pronoun="he",
        work="accelerates revenue",
        style="promoter",
        interests=("grants",),
        offer=Want(topic="bakery", words="growth in three tiers"),
        manner="grand",
    ),
    Person(name="Kim Ito", pronoun="they", work="has a stall with their mother", manner="shy"),
)
SCENARIO = Scenario(title="A test", lesson="Listen.", people=PEOPLE, topics=TOPICS, player=PLAYER)
CAUSES = ("", HEARSAY, *(rule.name.lower() for rule in Rule))
MANNERS = ("warm", "dry", "brisk", "rambling", "shy", "grand")


def voice(scenario: Scenario = SCENARIO, memory: dict[str, Any] | None = None) -> Voice:
    """A voice for the company."""
    return Voice(scenario, Words(), memory)


def turn(act: Act, speaker: int = DANA, addressee: int = BEN, item: int = -1, **more: Any) -> Utterance:
    """One turn at talk in which the speaker knows all about everybody unless told otherwise."""
    facts = {"tick": 0, "known": EVERYTHING, "known_about": EVERYTHING, "turn": 5} | more
    return Utterance(speaker=speaker, addressee=addressee, act=int(act), item=int(item), **facts)


def items_for(act: Act, topics: int) -> list[int]:
    """The items an act can come with."""
    about = [Item.WORK, Item.NEED, Item.OFFER]
    about += [Item.TOPIC + t for t in range(topics)] + [Item.STORY + t for t in range(topics)]
    some = {
        Act.ASK: [item for item in about if item not in (Item.WORK,) and item < Item.STORY],
        Act.ASK_WORK: [Item.WORK],
        Act.OFFER: [Item.OFFER],
        Act.INTRODUCE: [Item.NEED],
        Act.PITCH: [Item.OFFER],
    }
    if act in some:
        return [int(item) for item in some[act]]
    free = (Act.MIRROR, Act.FOLLOW_UP, Act.PARAPHRASE, Act.ANSWER, Act.SHARE, Act.PRAISE, Act.REMEMBER)
    return [int(item) for item in about] if act in free else [-1]


def chatter(scenario: Scenario, turns: int, seed: int) -> Iterator[Utterance]:
    """A room's worth of turns at talk: all acts, anybody to anybody, in all moods."""
    rng = random.Random(seed)
    n, topics = 1 + len(scenario.people), len(scenario.topics)
    for tick in range(turns):
        speaker, addressee, about = rng.sample(range(n), 3)
        act = rng.choice(list(Act))
        yield Utterance(
            tick=tick,
            speaker=speaker,
            addressee=addressee,
            act=int(act),
            item=rng.choice(items_for(act, topics)),
            about=about if act in (Act.INTRODUCE, Act.GOSSIP) else -1,
            warmth=rng.gauss(0, 1),
            regard=rng.gauss(0, 1),
            turn=rng.randrange(20),
            known=rng.getrandbits(32),
            met=(met := rng.random() < 0.5),
            friends=(friends := met and rng.random() < 0.5),
            reunited=friends and rng.random() < 0.5,
            acquainted=rng.random() < 0.3,
            reply_to=rng.choice([-1, Act.ASK, Act.FOLLOW_UP, Act.PITCH, Act.GREET, Act.SHARE]),
            last_item=rng.choice(items_for(Act.ANSWER, topics)),
            asked=rng.choice(items_for(Act.ANSWER, topics)),
            cause=rng.choice(CAUSES),
            pitches=rng.randrange(4),
            teller=rng.choice([-1, addressee, about]),
            known_about=rng.getrandbits(32),
            brief=rng.choice([-1.0, 5.0, 40.0]),
        )
