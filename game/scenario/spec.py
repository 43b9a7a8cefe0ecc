"""What a scenario is: frozen, checked, complete.

These dataclasses are also the form of the file. Each field's metadata holds `doc` (one sentence), `spec` (the
kind of value, see `kinds`), `unit` ("" where there is none) and, where the file calls it otherwise, `key`.
A field without a default must be written; `load` fills every other one, richer than the defaults here.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any

from game.model.acts import MAX_TOPICS, Act
from game.model.feed.figures import WeeksResults
from game.scenario.kinds import (
    AttendeeKind,
    Block,
    Choice,
    Flag,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    Number,
    OneOrMore,
    PlanKind,
    Ref,
    Text,
    TopicKind,
)

STYLES = (
    "ordinary",
    "listener",
    "giver",
    "promoter",
    "collector",
    "flatterer",
    "interrogator",
    "wallflower",
    "quiet",
    "mute",
)
ALL_STYLES = (*STYLES, "engager", "broadcaster", "buyer", "lurker", "meetings")  # the last at home on the network only
NETWORKS = ("linkedin", "x", "facebook", "instagram", "mastodon")
MANNERS = ("warm", "dry", "brisk", "rambling", "shy", "grand")
GOALS = ("clients", "a hire", "a partner", "friends")
HAIR = ("short", "side", "long", "bob", "afro", "bun", "pony", "hijab", "bald", "curly")
OUTFITS = ("shirt", "blazer", "dress", "hoodie", "vest", "lab", "stripe")
ONLINE_ACTS = tuple(act.name.lower() for act in Act) + ("cut_in", "corner", "drink", "walk_off")
EVENING_MEASURES = (
    "relationships",
    "friends",
    "business",
    "referrals",
    "cards",
    "met",
    "reached",
    "avoided_by",
    "evaded",
    "evaded_first_third",
    "evaded_last_third",
    "approached",
    "approached_first_third",
    "approached_last_third",
    "asked",
    "followed_up",
    "heard_out_s",
    "talk_share",
    "pitches",
    "boasts",
)
WEEKS_MEASURES = tuple(field.name for field in dataclasses.fields(WeeksResults))
MEASURES = tuple(dict.fromkeys(EVENING_MEASURES + WEEKS_MEASURES))
GUIDED = ("walk", "join", "ask", "listen", "follow_up", "offer", "leave", "sold_to", "rest")
COMPARATORS = ("beats", "at_least", "at_most", "within")
MOST_PEOPLE = 300


def said(spec: Kind, doc: str, *, default: Any = dataclasses.MISSING, unit: str = "", key: str = "") -> Any:
    """A field with its metadata; required in the file when it has no default."""
    metadata = {"doc": doc, "spec": spec, "unit": unit, "key": key}
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=metadata)
    if default == {}:
        return dataclasses.field(default_factory=dict, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Evening:
    """When the doors open, and for how long."""

    starts: str = said(Text("clock"), "The hour the doors open, as HH:MM.", default="18:00")
    minutes: int = said(Number(5, 240, whole=True), "How long the evening lasts.", default=30, unit="minutes")
    pace: float = said(Number(0.5, 10), "How many times life's speed people walk at.", default=4.0)


@dataclass(frozen=True, kw_only=True)
class Venue:
    """The room. `plan`: equal rows, # wall . floor D door B bar t table p plant s stage w window."""

    plan: tuple[str, ...] = said(PlanKind(), "The plan, one letter a cell.", default=())
    cell_m: float = said(Number(0.25, 4), "The side of a cell.", default=1.0, unit="metres")
    mood: str = said(Choice(("warm", "bright", "night", "neon")), "The light the room is drawn in.", default="warm")


@dataclass(frozen=True, kw_only=True)
class Topic:
    """Something people talk about, need and offer."""

    id: str = said(Text("id", 40), "A short name to refer to the topic by.")
    words: str = said(Text(longest=60), 'What it is called in a sentence: fits "talk about …".', default="")


@dataclass(frozen=True, kw_only=True)
class Want:
    """A need or an offer: a topic, and a noun phrase."""

    topic: str = said(Ref("topic"), "The topic it belongs to.")
    words: str = said(Text(longest=120), 'A noun phrase: a need fits "I am looking for …", an offer "I could offer …".')


@dataclass(frozen=True, kw_only=True)
class Story:
    """One thing somebody tells about a topic."""

    topic: str = said(Ref("topic"), "The topic it belongs to.")
    text: str = said(Text("prose", 500), "One to three sentences, told in the first person.")
    hook: str = said(Text(longest=80), 'What to follow up on, a noun phrase: "the oven that died".')


@dataclass(frozen=True, kw_only=True)
class Look:
    """How somebody is drawn."""

    skin: int = said(Number(0, 7, whole=True), "Skin, from 0 light to 7 dark.", default=2)
    hair: str = said(Choice(HAIR), "The cut of the hair.", default="short")
    hair_colour: int = said(
        Number(0, 8, whole=True),
        "0 black, 1 dark brown, 2 brown, 3 chestnut, 4 dark blond, 5 blond, 6 grey, 7 white, 8 wine red.",
        default=1,
    )
    outfit: str = said(Choice(OUTFITS), "What is worn above.", default="shirt")
    top: int = said(
        Number(0, 11, whole=True),
        "Its colour: 0 orange, 1 blue, 2 navy, 3 yellow, 4 green, 5 purple, 6 red, 7 teal, 8 cream, 9 slate, 10 pink, "
        "11 olive.",
        default=0,
    )
    legs: int = said(
        Number(0, 5, whole=True),
        "What is worn below: 0 dark blue, 1 slate blue, 2 brown, 3 black, 4 light grey, 5 grey blue.",
        default=0,
    )
    glasses: bool = said(Flag(), "Whether glasses are worn.", default=False)
    beard: bool = said(Flag(), "Whether a beard is worn.", default=False)
    age: str = said(Choice(("young", "middle", "old")), "How old somebody looks.", default="middle")


_SHARE = Number(0, 1)
_WORK = 'fits "Dana …"; in Spanish an infinitive, fits "Me dedico a …"'
_NETWORK = Text("id", 40, NETWORKS)  # one of NETWORKS, or one of the scenario's own


@dataclass(frozen=True, kw_only=True)
class Traits:
    """Where somebody differs from most: 0 least of all, 0.5 like most, 1 most of all; None: chance."""

    sociability: float | None = said(_SHARE, "How gladly company is sought.", default=None)
    talkativeness: float | None = said(_SHARE, "How long a turn at talk gets.", default=None)
    leniency: float | None = said(_SHARE, "How kindly others are judged.", default=None)
    charm: float | None = said(_SHARE, "How well others take to one at first.", default=None)
    patience: float | None = said(_SHARE, "How long a dull talk is borne.", default=None)
    negativity: float | None = said(_SHARE, "How much more the bad counts than the good.", default=None)
    gossip: float | None = said(_SHARE, "How readily one talks of the absent.", default=None)
    memory: float | None = said(_SHARE, "How well names and facts are kept.", default=None)
    seniority: float | None = said(_SHARE, "How high one stands in one's trade.", default=None)


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody at the evening. Once loaded `key` is the name as an id, distinct, and `knows` is mutual."""

    name: str = said(Text(longest=40), "Given name and family name.")
    key: str = said(Text("id", 60), "A stable id; the name in small letters unless given.", default="")
    pronoun: str = said(Choice(("she", "he", "they")), "she, he or they.", default="they")
    work: str = said(Text(longest=140), f"What they do: {_WORK}.", default="")
    interests: tuple[str, ...] = said(
        ListOf(Ref("topic"), 1, MAX_TOPICS, distinct=True), "The topics they like to talk about.", default=()
    )
    need: Want | None = said(Nullable(Block(Want)), "What they look for; null: nothing.", default=None)
    offer: Want | None = said(Nullable(Block(Want)), "What they can do; null: nothing.", default=None)
    stories: tuple[Story, ...] = said(
        ListOf(Block(Story), 0, MAX_TOPICS), "What they tell, at most one story a topic.", default=()
    )
    manner: str = said(Choice(MANNERS), "How they speak.", default="warm")
    style: str = said(Choice(STYLES), "How they go about the evening.", default="ordinary")
    knows: tuple[str, ...] = said(
        ListOf(Ref("person"), distinct=True),
        "Names of those known before; say it once, it holds both ways.",
        default=(),
    )
    arrives_min: float | None = said(
        Nullable(Number(0, 240)), "When they walk in, after the doors open; null: chance.", default=None, unit="minutes"
    )
    look: Look = said(Block(Look, sketch=True), "How they are drawn.", default=Look())
    traits: Traits = said(Block(Traits), "Where they differ from most.", default=Traits())

    @property
    def first_name(self) -> str:
        """The given name."""
        return self.name.split()[0]


@dataclass(frozen=True, kw_only=True)
class Player(Person):
    """Who you are unless you say otherwise."""

    goal: str = said(Choice(GOALS), "What the evening is for.", default="clients")


@dataclass(frozen=True, kw_only=True)
class Archetype:
    """A kind of person a crowd is made from; each made-up person takes another of the variants."""

    work: tuple[str, ...] = said(OneOrMore(Text(longest=140)), f"What they do, in variants: {_WORK}.")
    interests: tuple[str, ...] = said(
        ListOf(Ref("topic"), 1, MAX_TOPICS, distinct=True), "Topics; each takes three, in turn.", default=()
    )
    need: tuple[Want, ...] = said(OneOrMore(Block(Want)), "What they look for, in variants.", default=())
    offer: tuple[Want, ...] = said(OneOrMore(Block(Want)), "What they could do, in variants.", default=())
    stories: tuple[Story, ...] = said(
        ListOf(Block(Story), 0, 20), "What they tell; each takes two topics, in turn.", default=()
    )
    manner: tuple[str, ...] = said(OneOrMore(Choice(MANNERS)), "How they speak, in variants.", default=())
    style: str = said(Choice(STYLES), "How they go about the evening.", default="ordinary")
    look: Look = said(Block(Look, sketch=True), "What they have in common in looks.", default=Look())
    traits: Traits = said(Block(Traits), "Where they differ from most.", default=Traits())


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """A number of people made up from archetypes."""

    crowd: int = said(Number(1, MOST_PEOPLE, whole=True), "How many people to make up.", unit="people")
    archetypes: tuple[Archetype, ...] = said(
        ListOf(Block(Archetype, sketch=True), 1, 100),
        "The kinds of person to make them from.",
        default=(),
        key="from",
    )


@dataclass(frozen=True, kw_only=True)
class Weeks:
    """The weeks after, on the network."""

    days: int = said(Number(1, 365, whole=True), "How long they last.", default=30, unit="days")
    network: str = said(_NETWORK, "The network they are spent on.", default="linkedin")
    followers: int = said(Number(0, 1_000_000, whole=True), "How many follow you.", default=30, unit="people")
    bought: int = said(
        Number(0, 1_000_000, whole=True), "How many more were bought: counted, and nobody.", default=0, unit="people"
    )
    lost_clients: tuple[str, ...] = said(
        ListOf(Ref("person"), distinct=True), "Names of those who bought from you once, and went.", default=()
    )
    hours_per_day: float = said(Number(0.1, 16), "The time you give it.", default=1.0, unit="hours")
    only: bool = said(Flag(), "Whether there is no evening before them: the doors never open.", default=False)


@dataclass(frozen=True, kw_only=True)
class OnlineAct:
    """The twin of an act on a network."""

    act: str = said(Text(longest=80), 'What it is called there, a verb phrase: "Mass-connect".')
    example: str = said(Text("prose", 400), "What it looks like there, as it would be read.")


@dataclass(frozen=True, kw_only=True)
class Debrief:
    """Questions to ask the room when the evening is over."""

    ask_the_room: tuple[str, ...] = said(
        ListOf(Text("prose", 300), 1, 12, distinct=True), "Questions for the room.", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Expect:
    """One thing the lab must find; exactly one of the four comparisons is given."""

    style: str = said(Choice(ALL_STYLES), "The style of the player.")
    measure: str = said(Choice(MEASURES), "What is measured.")
    beats: str | None = said(Choice(ALL_STYLES), "The style that ends with less of it.", default=None)
    at_least: float | None = said(Number(-1e6, 1e6), "The measure is this or more.", default=None)
    at_most: float | None = said(Number(-1e6, 1e6), "The measure is this or less.", default=None)
    within: tuple[float, ...] | None = said(
        ListOf(Number(-1e6, 1e6), 2, 2), "The measure lies between these two.", default=None
    )
    in_at_least: float | None = said(
        _SHARE, "The share of rooms in which it holds; without it, it holds on average.", default=None
    )


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer to the first question, and what the debrief has to say to whoever gave it."""

    text: str = said(Text(longest=120), "The answer.")
    later: str = said(Text("prose", 400), "What there is to say about it at the end.")


@dataclass(frozen=True, kw_only=True)
class Question:
    """The question the evening starts with and comes back to."""

    ask: str = said(Text(longest=200), "The question.")
    answers: tuple[Answer, ...] = said(ListOf(Block(Answer), 2, 8), "What can be answered.")


@dataclass(frozen=True, kw_only=True)
class GuideStep:
    """One step of a guided start: what has to happen, and what is said until it has."""

    until: str = said(Choice(GUIDED), "What the player has to have done; rest is never done.")
    say: str = said(Text("prose", 240), "What it is good for. Which keys do it, the game adds.")


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A scenario, complete. The player is attendee 0 of the world, `people[i]` attendee 1 + i."""

    title: str = said(Text(longest=80), "What the scenario is called.")
    lesson: str = said(Text("prose", 400), "What it teaches, in a sentence.")
    people: tuple[Person, ...] = said(
        ListOf(AttendeeKind(Block(Person, sketch=True), Block(Crowd, sketch=True)), 3, MOST_PEOPLE),
        "Who is there: at least three of them by name.",
        key="attendees",
    )
    format: int = said(Number(1, 1, whole=True), "The version of this form.", default=1)
    id: str = said(Text("id", 60), "The scenario's id; that of its folder unless given.", default="")
    about: str = said(Text("prose", 300), "What it is about, in a sentence.", default="")
    source: str = said(Text("prose", 300), "Where the lesson comes from.", default="")
    evening: Evening = said(Block(Evening), "When and how long.", default=Evening())
    venue: Venue = said(Block(Venue), "Where.", default=Venue())
    topics: tuple[Topic, ...] = said(
        ListOf(TopicKind(Block(Topic)), 1, MAX_TOPICS), "What is talked about.", default=()
    )
    player: Player = said(Block(Player, sketch=True), "Who you are.", default=Player(name="Alex Morgan"))
    weeks: Weeks = said(Block(Weeks), "The weeks after.", default=Weeks())
    online: dict[str, dict[str, OnlineAct]] = said(
        MapOf((), MapOf(ONLINE_ACTS, Block(OnlineAct))), "The twins of acts, by network.", default={}
    )
    debrief: Debrief = said(Block(Debrief), "The talk afterwards.", default=Debrief())
    expect: tuple[Expect, ...] = said(ListOf(Block(Expect), 0, 50), "What the lab must find.", default=())
    networks: tuple[str, ...] = said(
        ListOf(_NETWORK, 1, 12, distinct=True),
        "The networks it can be mapped to; one of your own has its twins under online.",
        default=("linkedin",),
    )
    languages: tuple[str, ...] = said(
        ListOf(Text("language"), 1, 20, distinct=True),
        "The language it is written in, then those there is a words file for.",
        default=("en",),
    )
    questions: tuple[Question, ...] = said(
        ListOf(Block(Question), 1, 3), "The first question and its answers.", default=()
    )
    guide: tuple[GuideStep, ...] = said(
        ListOf(Block(GuideStep), 0, 12), "A guided start, step by step; without it nobody is guided.", default=()
    )
    words: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    """Translations by language and text id, from the words files beside the scenario (no key of the file)."""

    def topic(self, id: str) -> Topic:
        """The topic of that id."""
        return next(topic for topic in self.topics if topic.id == id)

    def topic_index(self, id: str) -> int:
        """Its place among the topics: the t of the items TOPIC + t and STORY + t."""
        return next(index for index, topic in enumerate(self.topics) if topic.id == id)
