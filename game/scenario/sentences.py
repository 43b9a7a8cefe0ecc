"""Expectations in words, as the lab prints them."""

from game.scenario.spec import Expect

MEASURES = {
    "relationships": "relationships",
    "friends": "friends",
    "business": "deals",
    "referrals": "referral sources",
    "cards": "cards",
    "met": "people met",
    "reached": "people reached by a promotion",
    "avoided_by": "people who avoided them",
    "evaded": "evasion",
    "evaded_first_third": "evasion in the first third",
    "evaded_last_third": "evasion in the last third",
    "approached": "openings made by others",
    "approached_first_third": "openings made by others in the first third",
    "approached_last_third": "openings made by others in the last third",
    "asked": "questions asked",
    "followed_up": "follow-ups",
    "heard_out_s": "seconds of hearing others out",
    "talk_share": "share of the talk",
    "pitches": "pitches",
    "boasts": "boasts",
    "clients": "clients",
    "suppliers": "suppliers",
    "lost": "lost clients",
    "won_back": "clients won back",
    "followers": "followers",
    "discussions": "discussions",
    "acquainted": "people brought together",
    "posts": "posts",
    "promotions": "promotions",
    "answered": "responses to a post",
    "answered_first": "responses to a post in the first third",
    "answered_last": "responses to a post in the last third",
    "hours": "hours given",
    "nuisance_min": "minutes lost to mail and tags",
    "liked_deals": "share of deals with those who like them",
    "sold_trusting": "deals for a promotion seen by the trusting",
    "sold_reached": "deals for a promotion seen by the merely reached",
}


def sentence(expected: Expect) -> str:
    """An expectation as one sentence: what the lab must find, and in how many rooms."""
    who, what = _article(expected.style), MEASURES[expected.measure]
    share = expected.in_at_least
    where = "on average" if share is None else f"in at least {share:.0%} of rooms"
    if expected.beats is not None:
        return f"{who} ends with more {what} than {_article(expected.beats).lower()} {where}."
    if expected.within is not None:
        low, high = expected.within
        return f"{who} ends with {what} between {low:g} and {high:g} {where}."
    at_least = expected.at_least is not None
    bound = f"at least {expected.at_least:g}" if at_least else f"at most {expected.at_most:g}"
    return f"{who} ends with {what} of {bound} {where}."


def _article(style: str) -> str:
    if style in ("ordinary", "quiet", "mute"):
        return f"{'An' if style[0] == 'o' else 'A'} {style} attendee"
    return f"{'An' if style[0] in 'aeiou' else 'A'} {style}"
