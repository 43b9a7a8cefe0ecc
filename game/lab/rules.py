"""The rules of the weeks that the follower slider switches off, each by itself."""

from dataclasses import replace
from typing import Any

from game.lab.weeks import Weeks
from game.model.feed.params import HOURS, FeedParams
from game.model.params import Params
from game.model.social.rules import AGAINST_PROMOTION, Rule

BEING_HEARD = frozenset((Rule.ASKED, Rule.FOLLOWED_UP, Rule.HEARD_OUT, Rule.PARAPHRASED))
_APPRAISAL: dict[str, frozenset[Rule]] = {"listening": BEING_HEARD, "selling": AGAINST_PROMOTION}
_NETWORK: dict[str, dict[str, Any]] = {
    "beyond": {"neighbourhood": 0, "strangers": 0},  # nobody is near but those who follow, and the guests
    "fading": {"fades": 1.0},
    "answered": {"reach_least": 1.0, "reach_most": 1.0},  # reach knows nothing of response
}
_DAY = {"hours": float(HOURS)}


def without(job: Weeks, off: frozenset[str]) -> Weeks:
    """The job with some of game.session.sandbox.RULES not in force."""
    appraisal = frozenset().union(*(_APPRAISAL.get(name, frozenset()) for name in off))
    network = {field: value for name in off for field, value in _NETWORK.get(name, {}).items()}
    hours = next((_DAY[name] for name in off if name in _DAY), job.hours_per_day)
    params, feed = job.params or Params(), job.feed or FeedParams()
    return replace(
        job,
        hours_per_day=hours,
        params=replace(params, off=params.off | appraisal),
        feed=replace(feed, **network),
    )
