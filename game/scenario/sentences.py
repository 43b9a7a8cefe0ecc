"""Expectations in words, as the lab prints them, and what each measure is."""

import re

from game.scenario.spec import Expect

_TABLE: dict[str, tuple[str, str]] = {
    "relationships": ("relationships", "People with whom it came to something: a friendship, a deal, or a referral."),
    "friends": ("friends", "People who would like to meet again for no reason at all."),
    "business": ("deals", "People with whom business was agreed: one needs what the other offers, and trusts them."),
    "referrals": ("referral sources", "People who would send somebody on."),
    "cards": ("cards", "People with whom cards were swapped."),
    "met": ("people met", "People who were talked with."),
    "reached": ("people reached by a promotion", "People who were told about the wares."),
    "avoided_by": ("people who avoided them", "People who would rather not talk with them again."),
    "evaded": ("evasion", "How often others kept away where they could have talked with them: 0 never, 1 always."),
    "evaded_first_third": (
        "evasion in the first third",
        "How often others kept away, 0 to 1, in the first third of the evening.",
    ),
    "evaded_last_third": (
        "evasion in the last third",
        "How often others kept away, 0 to 1, in the last third, when word has got round.",
    ),
    "approached": ("openings made by others", "How often others came up to them, for each minute they stood free."),
    "approached_first_third": (
        "openings made by others in the first third",
        "How often others came up to them, for each free minute of the first third of the evening.",
    ),
    "approached_last_third": (
        "openings made by others in the last third",
        "How often others came up to them, for each free minute of the last third, when word has got round.",
    ),
    "asked": ("questions asked", "Questions they asked."),
    "followed_up": ("follow-ups", "Times they came back to what they had been told."),
    "heard_out_s": ("seconds of hearing others out", "Seconds in which they heard others out."),
    "talk_share": (
        "share of the talk",
        "How much of their time in company they talked themselves: 0 none of it, 1 all of it.",
    ),
    "pitches": ("pitches", "Times they told about their wares."),
    "boasts": ("boasts", "Times they told how good they are."),
    "clients": ("clients", "People who buy from them when the weeks are over."),
    "suppliers": ("suppliers", "People from whom they buy when the weeks are over."),
    "lost": ("lost clients", "Clients who went."),
    "won_back": ("clients won back", "Clients who had gone, and came back."),
    "followers": ("followers", "Followers as the network counts them, bought ones included."),
    "discussions": ("discussions", "Talks under a post that three people or more took part in."),
    "acquainted": ("people brought together", "Pairs of others who met through them."),
    "posts": ("posts", "Posts they wrote."),
    "promotions": ("promotions", "Posts and messages that told about their wares."),
    "answered": ("responses to a post", "Responses for each post."),
    "answered_first": (
        "responses to a post in the first third",
        "Responses for each post of the first third of the weeks.",
    ),
    "answered_last": (
        "responses to a post in the last third",
        "Responses for each post of the last third of the weeks.",
    ),
    "hours": ("hours given", "Hours spent on the network."),
    "nuisance_min": ("minutes lost to mail and tags", "Minutes that the mail and tags of others took."),
    "liked_deals": (
        "share of deals with those who like them",
        "How many of the deals were with people who like them better than most do: 0 none, 1 all of them.",
    ),
    "sold_trusting": (
        "deals for a promotion seen by the trusting",
        "Deals for each promotion that was seen by somebody who trusts them.",
    ),
    "sold_reached": (
        "deals for a promotion seen by the merely reached",
        "Deals for each promotion that was seen by anybody else.",
    ),
}
MEASURES = {name: words for name, (words, _) in _TABLE.items()}
MEASURE_DOCS = {name: told for name, (_, told) in _TABLE.items()}


def sentence(expected: Expect) -> str:
    """An expectation as one sentence: what the lab must find, and in how many rooms."""
    who, what = _article(expected.style), MEASURES[expected.measure]
    share = expected.in_at_least
    where = "on average" if share is None else f"in at least {share:.0%} of rooms"
    if expected.beats is not None:
        more = "a larger" if what.startswith("share") else "more"
        return f"{who} ends with {more} {what} than {_article(expected.beats).lower()} {where}."
    if expected.within is not None:
        low, high = expected.within
        bound, last = f"between {low:g} and {high:g}", high
    elif expected.at_least is not None:
        bound, last = f"at least {expected.at_least:g}", expected.at_least
    else:
        assert expected.at_most is not None
        bound, last = f"at most {expected.at_most:g}", expected.at_most
    return f"{who} ends with {_so_much(what, bound, last)} {where}."


def _so_much(what: str, bound: str, last: float) -> str:
    """A measure within a bound that ends in the number `last`: things are counted, shares are not."""
    if what.startswith("share"):
        return f"a {what} of {bound}"
    if what.startswith("evasion"):
        return f"{what} of {bound}"
    if last == 1:
        what = re.sub(r"(?:(?<=ch)es|s)\b", "", what.replace("people", "person"), count=1)
    return f"{bound} {what}"


def _article(style: str) -> str:
    if style in ("ordinary", "quiet", "mute"):
        return f"{'An' if style[0] == 'o' else 'A'} {style} attendee"
    return f"{'An' if style[0] in 'aeiou' else 'A'} {style}"
