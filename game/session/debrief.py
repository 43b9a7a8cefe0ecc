"""What the player leaves with: the evening in counts, people, moments and words, as one frozen record.

Everything a reader sees is already a sentence; the numbers beside it are for drawing and for the report.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

OutcomeKind = Literal["friend", "business", "referral", "contact", "nothing", "avoided"]


@dataclass(frozen=True, slots=True)
class Totals:
    """The evening in counts. `relationships` counts distinct people who are friend, business or referral."""

    cards: int = 0
    met: int = 0
    reached: int = 0  # people pitched or boasted to
    friends: int = 0
    business: int = 0
    referrals: int = 0
    relationships: int = 0
    avoided: int = 0
    asked: int = 0
    followed_up: int = 0
    heard_out_s: float = 0.0
    talk_share: float = 0.0  # of the talk in the player's circles, 0 … 1
    pitches: int = 0
    boasts: int = 0


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What became of one person met: every outcome that both sides decided for."""

    person: int
    name: str
    kinds: tuple[OutcomeKind, ...]
    mark: int  # the player's own Mark bits, 0 when undecided
    sentence: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that mattered: the quoted line and why it moved somebody."""

    tick: int
    clock: str  # "18:12"
    person: int  # whose opinion moved
    name: str
    speaker: str  # "" when the quote is told and not said by anybody: a silence
    quote: str  # "" when nothing was said
    liking: float  # how far liking moved, on the model's scale
    reasons: tuple[str, ...]  # whole sentences, the weightiest first
    twin: str = ""  # what it is on the network, a sentence; "" nothing


@dataclass(frozen=True, slots=True)
class ActShare:
    """One slice of the player's mix of acts."""

    act: int
    label: str
    times: int
    share: float  # 0 … 1 of the player's acts


@dataclass(frozen=True, slots=True)
class Twin:
    """An act the player used, and the same act on the network."""

    act: int
    label: str
    online: str
    example: str
    times: int
    sentence: str  # "You handed out your card 14 times in 20 minutes. On LinkedIn that is: mass-connect."
    name: str = ""  # of the act, as scenarios write it: "follow_up"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same evening, another time: both results side by side."""

    run: str
    style: str
    same_seed: bool
    totals: Totals
    sentence: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One person's sentence."""

    person: int
    name: str
    text: str
    warmth: int  # 1 warm, 0 neither, -1 cool
    met: bool  # the others have heard of the player at most


@dataclass(frozen=True, slots=True)
class Stay:
    """A while spent in the company of one person, in minutes of the evening."""

    person: int
    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody turned away from the player: when, where the player stood (metres of the plan), and how."""

    person: int
    name: str
    minute: float
    x: float
    y: float
    how: str  # evaded, closed or declined


@dataclass(frozen=True, slots=True)
class Place:
    """Where the player talked: metres of the plan, minutes of the evening, and with whom, the longest first."""

    x: float
    y: float
    start: float
    minutes: float
    people: tuple[int, ...]
    names: tuple[str, ...]
    turned: tuple[str, ...]  # who turned away while the player stood there


@dataclass(frozen=True, slots=True)
class Doing:
    """Something the player said: when, and what kind of thing ("ask", "tell", "give", "sell")."""

    minute: float
    group: str


@dataclass(frozen=True, slots=True)
class Story:
    """What the timeline, the map and the faces are drawn from."""

    minutes: float
    path: tuple[tuple[float, float], ...]  # metres of the plan, in the order walked
    places: tuple[Place, ...]  # where the player talked, in the order in which they came there
    stays: tuple[Stay, ...]  # by when they began
    doings: tuple[Doing, ...]
    turned: tuple[Turned, ...]
    warmth: tuple[tuple[float, float], ...]  # minute, mean liking of those met so far
    tomorrow: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class ActTwice:
    """One act of the player's: how often in the room, how often on the network, and what it is called there."""

    name: str  # of the act, as scenarios write it: "follow_up"
    label: str
    room: int
    online: int
    called: str  # "Reply to their reply"
    sentence: str


@dataclass(frozen=True, slots=True)
class WeeksTold:
    """What the weeks on the network came to."""

    days: int  # lived, of those there were
    network: str  # "LinkedIn"
    headline: str
    followers: int  # as the network counts, bought ones included
    followers_before: int
    bought: int
    relationships: int  # people who are friend, business or referral, by what both sides want
    friends: int
    business: int
    referrals: int
    people: tuple[str, ...]  # the names of those people
    clients: int  # deals that hold
    suppliers: int
    lost: int  # clients who went
    sent: int  # people whom others have sent
    posts: int
    responses: int
    discussions: int
    acquainted: int  # pairs of others who met in the player's threads
    written_to: int  # people
    promotions: int  # times somebody had a promotion of the player's before them
    nuisance_min: float  # that others' mails and tags took
    sides: tuple[ActTwice, ...]  # room and network side by side, the most frequent act first


@dataclass(frozen=True, slots=True)
class Debrief:
    """The run, told."""

    run: str
    scenario: str
    title: str
    lesson: str
    source: str
    network: str  # "LinkedIn"
    seed: int
    digest: str
    style: str  # "human" or the style that played
    minutes: float
    evening: bool  # there was one; without it the run began with the weeks
    player: str
    goal: str  # clients, hire, partner, friends
    headline: str
    totals: Totals
    people: tuple[PersonOutcome, ...]
    avoided_by: tuple[str, ...]
    moments: tuple[Moment, ...]  # at most three, in the order in which they happened
    mix: tuple[ActShare, ...]
    first_question: str
    first_answer: str  # "" when not asked
    first_revisited: str
    goal_answer: str
    twins: tuple[Twin, ...]
    tries: tuple[str, ...]  # three things to try next
    ask_the_room: tuple[str, ...]
    story: Story
    earlier: Comparison | None = None
    weeks: WeeksTold | None = None  # None when the run ended with the evening

    def report(self) -> dict[str, Any]:
        """The debrief as plain data: the `--report` JSON."""
        t = self.totals
        return {
            "scenario": self.scenario,
            "seed": self.seed,
            "digest": self.digest,
            "style": self.style,
            "minutes": self.minutes,
            "run": self.run,
            "player": {
                "name": self.player,
                "goal": self.goal,
                "cards": t.cards,
                "met": t.met,
                "reached": t.reached,
                "friends": t.friends,
                "business": t.business,
                "referrals": t.referrals,
                "relationships": t.relationships,
                "avoided_by": list(self.avoided_by),
                "asked": t.asked,
                "followed_up": t.followed_up,
                "heard_out_s": t.heard_out_s,
                "talk_share": t.talk_share,
                "pitches": t.pitches,
                "boasts": t.boasts,
            },
            "lesson": [{"act": w.name, "online": w.online, "times": w.times} for w in self.twins],
            "headline": self.headline,
            "goal_answer": self.goal_answer,
            "first_answer": self.first_answer,
            "people": [
                {"name": p.name, "outcomes": list(p.kinds), "mark": p.mark, "sentence": p.sentence} for p in self.people
            ],
            "moments": [_moment(moment) for moment in self.moments],
            "tries": list(self.tries),
            **({"weeks": asdict(self.weeks)} if self.weeks else {}),
        }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "clock": moment.clock,
        "name": moment.name,
        "quote": moment.quote,
        "liking": moment.liking,
        "why": list(moment.reasons),
    }
