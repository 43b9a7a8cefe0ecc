"""Styles of networking on the network: one row each. Those of the room go on as their twins.

Weights are relative to one another within a row; numbers are assumptions (A-92): a style is what its name says.
"""

from dataclasses import dataclass

import numpy as np

from game.model.columns import F32, I64

PUBLIC = ("ask", "share", "offer", "praise", "boast", "pitch")  # what a post can do, as weights


@dataclass(frozen=True)
class Online:
    """How somebody goes about the weeks."""

    about: str
    # posts, a day, and their kinds
    posts: float = 0.5
    ask: float = 0.3
    share: float = 0.5
    offer: float = 0.1
    praise: float = 0.1
    boast: float = 0.05
    pitch: float = 0.1
    # with one person
    replies: float = 1.0  # how much sooner to those who wrote
    keeps: float = 1.0  # how much sooner to those one knows
    follow_up: float = 1.0
    asks: float = 1.0
    needs: float = 0.1  # share of questions after a need
    shares: float = 1.0
    says_back: float = 0.2
    praises: float = 0.3
    gives: float = 1.0
    remembers: float = 0.5
    sells: float = 0.1
    boasts: float = 0.1
    connects: float = 0.1
    reads: float = 0.15  # share of deeds that only read
    meets: float = 0.0  # share that are a coffee
    # the rest
    mails: float = 0.0  # mails to all cards, a day
    mail_sells: float = 1.0  # share of them that sell
    buys: float = 0  # followers bought on the first day, in thousands
    idle: float = 0.0  # share of the time spent scrolling
    active: float = 1.0  # share of the time used at all


_NO_SALE: dict[str, float] = {"pitch": 0, "boast": 0, "sells": 0, "boasts": 0, "connects": 0}
_SELLS: dict[str, float] = {"ask": 0.02, "share": 0.1, "offer": 0.05, "praise": 0.03, "boast": 0.3, "pitch": 1.0}
STYLES: dict[str, Online] = {
    "ordinary": Online("posts now and then, answers some, sells a little"),
    "listener": Online(
        "asks, reads, comes back to what was said",
        **_NO_SALE,
        posts=0.35, ask=0.6, share=0.3, follow_up=8, asks=2, shares=0.5, says_back=1, keeps=3, replies=3, needs=0.2,
    ),
    "engager": Online(
        "posts what can be discussed, and stays in the thread",
        **_NO_SALE, posts=1.0, ask=1.0, share=0.4, follow_up=6, asks=1.5, replies=4, keeps=2, needs=0.2,
    ),
    "giver": Online(
        "finds out what people need, and helps or introduces",
        **_NO_SALE,
        posts=0.35, offer=0.5, follow_up=4, asks=2, needs=0.5, gives=20, shares=0.6, keeps=3, replies=3,
    ),
    "promoter": Online(
        "buy me, buy me, buy me",
        **_SELLS, posts=3, replies=0.3, keeps=0.2, follow_up=0.05, asks=0.05, shares=0.3, praises=0.2, gives=0.05,
        remembers=0.05, sells=6, boasts=1.5, connects=1, reads=0, mails=0.25,
    ),
    "broadcaster": Online(
        "speaks to everybody, and to nobody",
        **_SELLS, posts=6, replies=0.1, keeps=0.2, follow_up=0, asks=0.05, shares=0.3, praises=0.1, gives=0.05,
        remembers=0, sells=4, boasts=1, connects=0.5, reads=0, mails=0.15,
    ),
    "buyer": Online(
        "buys ten thousand followers and waits",
        posts=2, ask=0.05, share=0.3, boast=0.6, pitch=0.5, buys=10, follow_up=0.1, asks=0.2, sells=2, gives=0.1,
        connects=1, reads=0.05,
    ),
    "collector": Online(
        "connects with everybody",
        posts=0.3, replies=0.2, keeps=0.1, follow_up=0.1, asks=0.2, shares=0.2, gives=0.1, connects=8, sells=0.2,
        reads=0, mails=0.1, mail_sells=0,
    ),
    "flatterer": Online(
        "loves every post and reads none",
        posts=0.5, praise=2, follow_up=0, asks=0.1, shares=0.3, praises=20, says_back=0, gives=0.1, reads=0,
    ),
    "interrogator": Online(
        "question after question, and nothing of their own",
        **_NO_SALE, posts=0.7, ask=1, share=0, offer=0, praise=0, follow_up=3, asks=6, shares=0, says_back=0,
        praises=0, gives=0, remembers=0, reads=0.1,
    ),
    "wallflower": Online("reads along, writes a comment a week", posts=0.1, idle=0.7, pitch=0, sells=0, active=0.6),
    "quiet": Online(
        "a few people, often, at length",
        **_NO_SALE, posts=0.2, ask=0.6, follow_up=10, asks=1, shares=0.6, says_back=1, keeps=6, replies=3, needs=0.2,
    ),
    "mute": Online("has a profile", posts=0, idle=0.9, reads=1),
    "lurker": Online("scrolls", posts=0, idle=0.8, reads=1),
    "meetings": Online(
        "has no use for the network: coffee, one after the other",
        **_NO_SALE, posts=0, follow_up=8, asks=2, shares=0.5, says_back=1, keeps=3, replies=3, needs=0.2, meets=1,
        reads=0,
    ),
    "human": Online("a person decides", posts=0, active=0),
}  # fmt: skip
NAMES = tuple(STYLES)
IN_THE_ROOM = {  # how those who are at home on the network only would spend an evening
    "engager": "listener",
    "broadcaster": "promoter",
    "buyer": "collector",
    "lurker": "mute",
    "meetings": "listener",
}
HABITS = tuple(name for name in Online.__dataclass_fields__ if name != "about")
_ROWS = {name: np.array([getattr(s, name) for s in STYLES.values()], np.float32) for name in HABITS}


def habit(name: str, style: I64) -> F32:
    """One habit of each style index, (n,)."""
    return _ROWS[name][style]


def index(style: str) -> int:
    """The row of a style."""
    return NAMES.index(style)
