"""Who is shown a post. Pure rules: arrays in, arrays out."""

import numpy as np

from game.model.columns import F32
from game.model.feed.params import FeedParams

_AT = 100.0  # people: the audience at which `reach` is measured


def share_shown(response: F32, followers: F32, p: FeedParams) -> F32:
    """Share of the awake followers a network shows a post of each account. (R,)

    It follows recent response, and falls with the eighth root of the audience. Bought followers do not crowd it, for
    nobody reads there; they only thin the response.
    """
    audience = np.maximum(np.float32(1), followers)
    smaller = np.sqrt(np.sqrt(np.sqrt(np.float32(_AT) / audience)))
    heat = np.sqrt(response * np.float32(1 / (p.usual_response * p.lively)))
    heat = np.minimum(np.float32(p.reach_most), np.maximum(np.float32(p.reach_least), heat))
    result: F32 = np.minimum(np.float32(1), smaller * heat * np.float32(p.reach)).astype(np.float32)
    return result


def recent_response(before: F32, responses: F32, shown: F32, followers: F32, bought: F32, p: FeedParams) -> F32:
    """Recent response after one more post, (n,): bought followers were shown it too, and did nothing."""
    real = np.maximum(np.float32(1), followers)
    rate = responses / (np.maximum(np.float32(1), shown) * (np.float32(1) + bought / real))
    result: F32 = before * np.float32(p.recent) + rate * np.float32(1 - p.recent)
    return result
