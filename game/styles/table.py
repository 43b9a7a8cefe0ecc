"""Styles of networking: one row each, over the same choices. `ordinary` is how most people talk.

Act weights multiply the ordinary odds of an act; dispositions are written into People columns.
Numbers are assumptions (A-50): a style is what its name says, in weights and dispositions.
"""

from dataclasses import dataclass

import numpy as np

from game.model.columns import F32, I64
from game.model.people import People


@dataclass(frozen=True)
class Style:
    """How somebody goes about an evening, relative to the ordinary attendee."""

    about: str
    # acts
    follow_up: float = 1.0
    ask: float = 1.0
    share: float = 1.0
    paraphrase: float = 1.0
    praise: float = 1.0
    boast: float = 1.0
    pitch: float = 0.04
    card: float = 0.05
    help: float = 1.0
    gossip: float = 1.0
    asks_needs: float = 0.0  # share of questions that ask what the other needs
    pitches_back: float = 0.0  # answers a question with a pitch
    deflects: float = 0.0  # answers a question with nothing
    cuts_in: float = 0.0  # chance, per long turn of another's, of talking over it
    # dispositions
    floor: float = 1.0
    attention: float = 0.85
    boldness: float = 0.0
    restless: float = 1.0
    rounds: float = 0.0
    stay: float = 1e9
    lightly: float = 1.0
    asks_back: float = 1.0


STYLES: dict[str, Style] = {
    "ordinary": Style("asks some, shares some, pitches now and then"),
    "listener": Style(
        "asks, follows up, says back what they heard",
        follow_up=9,
        ask=2.5,
        share=0.4,
        paraphrase=25,
        boast=0,
        pitch=0,
        help=2,
        gossip=0,
        floor=0.8,
        attention=0.97,
        restless=0.5,
        asks_needs=0.2,
        boldness=0.4,
        stay=300,
    ),
    "giver": Style(
        "finds out what people need, and helps or introduces",
        follow_up=6,
        ask=2.5,
        paraphrase=8,
        praise=2,
        boast=0,
        pitch=0,
        help=20,
        gossip=0,
        attention=0.9,
        restless=0.5,
        asks_needs=0.8,
        share=0.7,
        boldness=0.4,
        stay=300,
    ),
    "promoter": Style(
        "buy me, buy me, buy me",
        follow_up=0.05,
        ask=0.1,
        share=0.4,
        paraphrase=0,
        praise=0.3,
        boast=15,
        pitch=3.0,
        card=0.5,
        help=0.3,
        gossip=0.3,
        floor=2.5,
        attention=0.45,
        boldness=2.0,
        restless=0.4,
        rounds=1.5,
        stay=200,
        pitches_back=0.6,
        cuts_in=0.3,
        asks_back=0.1,
    ),
    "collector": Style(
        "a card from everybody",
        follow_up=0.2,
        ask=0.7,
        share=0.3,
        paraphrase=0.2,
        praise=0.5,
        pitch=0.1,
        card=3,
        help=0.3,
        gossip=0,
        floor=1.2,
        attention=0.5,
        boldness=2.0,
        restless=0.3,
        rounds=1.5,
        stay=60,
        asks_back=0.7,
    ),
    "flatterer": Style(
        "loves everything about you and hears none of it",
        follow_up=0,
        ask=0.4,
        share=0.8,
        paraphrase=0,
        praise=25,
        boast=0.5,
        pitch=0.05,
        card=0.1,
        help=0.3,
        gossip=0,
        floor=1.2,
        attention=0.3,
        restless=0.8,
        asks_back=0.4,
    ),
    "interrogator": Style(
        "question after question, and nothing of their own",
        follow_up=2.5,
        ask=5,
        share=0,
        paraphrase=0,
        praise=0,
        boast=0,
        pitch=0,
        help=0,
        gossip=0,
        floor=1.6,
        attention=0.9,
        restless=0.8,
        deflects=1.0,
        asks_back=1.2,
    ),
    "wallflower": Style(
        "stands by the wall and hopes",
        follow_up=0.8,
        ask=0.4,
        share=0.5,
        praise=0.5,
        boast=0,
        pitch=0,
        card=0.02,
        help=0.5,
        gossip=0,
        floor=0.35,
        restless=5,
        asks_back=0.4,
    ),
    "quiet": Style(
        "four long talks, few words, good questions",
        follow_up=11,
        ask=1.5,
        share=0.5,
        paraphrase=15,
        boast=0,
        pitch=0,
        help=3,
        gossip=0,
        floor=0.55,
        attention=0.97,
        restless=0.6,
        asks_needs=0.2,
        boldness=0.6,
    ),
    "mute": Style(
        "nods",
        follow_up=0,
        ask=0,
        share=0,
        paraphrase=0,
        praise=0,
        boast=0,
        pitch=0,
        card=0,
        help=0,
        gossip=0,
        floor=0,
        attention=0.97,
        restless=0.8,
        lightly=0.33,
        asks_back=0,
    ),
    "human": Style("a person decides", attention=0.97),
}
# what participants of the studies in the evidence table were asked to do: for the lab's rigs, nobody plays them
_NOTHING_TO_SELL: dict[str, float] = {"boast": 0, "pitch": 0, "card": 0}
CONDITIONS: dict[str, Style] = {
    "acquainted": Style("gets to know somebody, and has nothing to sell", **_NOTHING_TO_SELL),
    "asks much": Style("was asked to ask many questions", follow_up=3.4, ask=3.0, **_NOTHING_TO_SELL),
    "asks little": Style("was asked to ask few", follow_up=0.25, ask=0.25, asks_back=0.5, **_NOTHING_TO_SELL),
    "talks much": Style("was asked to do most of the talking", floor=5, **_NOTHING_TO_SELL),
    "talks little": Style("was asked to leave most of the talking to the other", floor=0.2, **_NOTHING_TO_SELL),
}
NAMES = tuple(STYLES)
_ALL = STYLES | CONDITIONS
TALK = ("follow_up", "ask", "share", "paraphrase", "praise", "boast", "pitch", "card", "help", "gossip")
HABITS = (*TALK, "asks_needs", "pitches_back", "deflects", "cuts_in")
DISPOSITIONS = ("floor", "boldness", "restless", "rounds", "stay", "lightly", "asks_back")
_ROWS = {name: np.array([getattr(s, name) for s in _ALL.values()], dtype=np.float32) for name in HABITS}


def habit(name: str, style: I64) -> F32:
    """One habit of each style index, (n,)."""
    return _ROWS[name][style]


def adopt(people: People, who: I64 | list[int], style: str) -> None:
    """Let attendees `who` go about the evening in a style, or under a condition."""
    row = _ALL[style]
    people.style[who] = list(_ALL).index(style)
    for name in DISPOSITIONS:
        getattr(people, name)[who] = getattr(row, name)
    people.memory[who] = row.attention
    people.human[who] = style == "human"
