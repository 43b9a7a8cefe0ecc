"""What people do when something of the player's reaches them. Pure rules: arrays in, arrays out."""

import numpy as np

from game.model import chance
from game.model.acts import Act, Item
from game.model.columns import F32, I8, U32, Bool, any_of
from game.model.feed.deeds import Deed
from game.model.feed.params import FeedParams

_TOPICS = np.array(
    [-1 if item < Item.TOPIC else item - (Item.STORY if item >= Item.STORY else Item.TOPIC) for item in range(32)],
    np.int8,
)


def topic_of(item: I8) -> I8:
    """The topic an item is about, −1 for none. Any shape."""
    topic: I8 = _TOPICS.take(item, mode="clip")  # −1, no item, lands on the first, which has no topic either
    return topic


def interest_in(item: I8, interests: U32) -> Bool:
    """Whether an item is on a topic of interest. (n,), (n,)"""
    topic = topic_of(item)
    bit = np.left_shift(np.uint32(1), np.maximum(topic, 0).astype(np.uint32))
    result: Bool = (topic >= 0) & ((interests & bit) > 0)
    return result


def appeal(act: I8, item: I8, interests: U32, need: I8, liking: F32, p: FeedParams) -> F32:
    """How much oftener than usual somebody responds to a post that does `act` on `item`, (n,)."""
    cares = interest_in(item, interests)
    uses = (topic_of(item) == need) & (need >= 0) & any_of(act, Act.SHARE, Act.OFFER)
    ratio = np.where(cares, np.float32(p.of_interest), np.float32(p.of_none))
    ratio[uses] = p.of_use
    ratio[any_of(act, Act.ASK)] *= np.float32(p.asked_us)
    ratio[any_of(act, Act.PITCH, Act.BOAST)] = p.for_sale
    result: F32 = ratio * chance.exp(liking * np.float32(p.fond))
    return result


def chance_to_answer(do: I8, act: I8, opinion: F32, attention: F32, tried: F32, p: FeedParams) -> F32:
    """Probability of answering a deed meant for oneself, (n,). `tried`: unanswered deeds before it."""
    warm = np.float32(p.answer) + np.float32(p.answer_liking) * opinion
    odds = warm.copy()
    odds[any_of(act, Act.CARD)] = p.answer_card
    odds[any_of(act, Act.PITCH, Act.BOAST)] = p.answer_cold
    odds[any_of(do, Deed.READ)] = 0
    coffee = any_of(do, Deed.MEET)
    odds[coffee] = warm[coffee] - np.float32(0.25)  # more to ask for
    result: F32 = np.minimum(np.float32(0.95), np.maximum(np.float32(0), odds)) * attention / (np.float32(1) + tried)
    return result


def chance_to_unfollow(days: F32, mutual: Bool, attention: F32, opinion: F32, p: FeedParams) -> F32:
    """Probability, on one day, that a follow `days` old ends. (n,)"""
    young = np.float32(p.breaks_new) * np.float32(p.new_days) / (np.float32(p.new_days) + days)
    tired = np.float32(p.breaks_tired) * (np.float32(1) - attention)
    dislike = np.float32(p.breaks_dislike) * np.maximum(np.float32(0), -opinion)
    ratio = (np.float32(1) + young) * (np.float32(1) + tired + dislike)
    ratio[mutual] *= np.float32(p.breaks_mutual)
    result: F32 = np.minimum(np.float32(0.9), ratio * np.float32(p.breaks))
    return result


def chance_to_refer(overlap: F32, trust: F32, p: FeedParams) -> F32:
    """Probability, on one day, that somebody who knows what the player offers sends somebody else. (n,)

    `overlap`: share of their world that is the player's too. Without any they would not think of it, and with all
    there is nobody the player does not know already: it is likeliest between.
    """
    between = np.float32(4) * overlap * (np.float32(1) - overlap)
    above = (trust - np.float32(p.refer_trust)) * np.float32(1 / p.refer_full)
    trusts = np.minimum(np.float32(1), np.maximum(np.float32(0), above))
    result: F32 = np.float32(p.refer_day) * between * trusts
    return result
