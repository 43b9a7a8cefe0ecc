"""What is about to be said: one turn at talk, before it has words."""

from dataclasses import dataclass

from game.model.acts import Act, Item

NOBODY = -1
NOTHING = -1
HEARSAY = "hearsay"

# Liking runs from -3 to 3 with a standard deviation of about one. Below COOL people keep it short; above
# WARM they open up. Asymmetric because most strangers at such an evening are met with some good will.
COOL = -0.3
WARM = 0.5


@dataclass(frozen=True, slots=True)
class Utterance:
    """One turn at talk; persons are world indices (0 the player), ticks are quarter seconds."""

    tick: int
    speaker: int
    addressee: int = NOBODY
    act: int = int(Act.SILENCE)
    item: int = NOTHING  # model.acts.Item: what is asked, answered, followed up …
    about: int = NOBODY  # the third person, for INTRODUCE and GOSSIP
    warmth: float = 0.0  # the speaker's liking of the addressee, −3 … 3
    turn: int = 0  # how many turns this conversation has had
    formation: int = NOBODY
    reply_to: int = NOTHING  # the act that this one answers, -1 if none
    regard: float = 0.0  # the speaker's liking of `about`
    known: int = 0  # what the speaker knows of the addressee, bits by Item
    met: bool = False  # the two have talked before this conversation
    friends: bool = False  # the two knew each other before the evening
    reunited: bool = False  # friends, and this evening they have not talked until now
    acquainted: bool = False  # the addressee and the third person knew each other before the evening
    hearers: tuple[int, ...] = ()  # who stands in the circle besides: they, too, have heard the story then
    last_item: int = NOTHING  # what the turn before was about
    asked: int = NOTHING  # what was asked: an answer may tell of something else
    cause: str = ""  # what `regard`, or else `warmth`, rests on: a Rule in small letters, or HEARSAY
    pitches: int = 0  # how many of `about`'s pitches the speaker has heard
    teller: int = NOBODY  # from whom the speaker has what is only hearsay
    known_about: int = 0  # what the speaker knows of `about`, bits by Item
    drink: bool = False  # whoever takes leave goes to get a drink
    brief: float = NOTHING  # seconds until a word in passing ends, -1 in a talk that is none

    def knows(self, item: int) -> bool:
        """Whether the speaker knows this item of the addressee."""
        return bool(self.known >> item & 1)

    def knows_about(self, item: int) -> bool:
        """Whether the speaker knows this item of the third person."""
        return bool(self.known_about >> item & 1)

    def knows_name(self) -> bool:
        """Whether the speaker can call the addressee by name, and not just since this very greeting."""
        just_now = self.act == Act.GREET and not self.met and self.known == 1 << Item.NAME
        return self.knows(Item.NAME) and not just_now


def band(warmth: float) -> str:
    """cool, neutral or warm."""
    if warmth < COOL:
        return "cool"
    return "warm" if warmth > WARM else "neutral"


def topic_of(item: int) -> int:
    """The topic index behind an interest or a story, -1 for the fixed items."""
    if item >= Item.STORY:
        return item - int(Item.STORY)
    return item - int(Item.TOPIC) if item >= Item.TOPIC else NOTHING


def kind_of(item: int) -> str:
    """name, work, need, offer, topic, story or none."""
    if item < 0:
        return "none"
    if item >= Item.STORY:
        return "story"
    return "topic" if item >= Item.TOPIC else Item(item).name.lower()
