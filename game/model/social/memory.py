"""What is taken in when somebody speaks: bits of knowledge, and things one could follow up on."""

import numpy as np

from game.model.acts import Act, Item
from game.model.columns import I8, I32, U32, Bool, any_of


def told(act: I8, item: I8, interests: U32, shows_offer: Bool) -> U32:
    """Bits a listener learns of the speaker from an act on an item; `interests` of the speaker. (n,)"""
    known = np.zeros(len(act), np.uint32)
    says = (any_of(act, Act.ANSWER, Act.SHARE) & (item >= 0)).nonzero()[0]
    if len(says):
        known[says] = _facts(item[says], interests[says], shows_offer[says])
    known[any_of(act, Act.PITCH)] |= np.uint32(1 << Item.OFFER | 1 << Item.WORK)
    known[any_of(act, Act.OFFER)] |= np.uint32(1 << Item.OFFER)
    return known


def _facts(item: I8, interests: U32, shows_offer: Bool) -> U32:
    """Bits learned from what is told of an item.

    Telling about a topic shows an interest only where there is one; a story is worth knowing in any case.
    """
    bit = np.left_shift(np.uint32(1), item.astype(np.uint32))
    story = item >= int(Item.STORY)
    topic = np.where(story, item - Item.STORY, item - Item.TOPIC)
    on_topic = item >= int(Item.TOPIC)
    topic_bit = np.left_shift(np.uint32(1), np.maximum(topic, 0).astype(np.uint32))
    interested = (interests & topic_bit) > 0
    shows = np.where(on_topic & interested, topic_bit << np.uint32(Item.TOPIC), np.uint32(0))
    fact = np.where(on_topic & ~story & ~interested, np.uint32(0), bit) | shows
    fact |= np.where(any_of(item, Item.WORK) & shows_offer, np.uint32(1 << Item.OFFER), np.uint32(0))
    result: U32 = fact
    return result


def of_no_use(bits: U32) -> U32:
    """What would be left of knowledge if listening taught nothing one could act on: no needs and no offers. (n,)"""
    result: U32 = bits & ~np.uint32(1 << Item.NEED | 1 << Item.OFFER)
    return result


def push_hook(who: I32, item: I8, speaker: I32, about: I8, keep: Bool) -> tuple[I32, I8]:
    """Put (speaker, about) first among three hooks (n, 3) where `keep`; the oldest falls out."""
    new_who, new_item = who.copy(), item.copy()
    new_who[keep, 1:], new_item[keep, 1:] = who[keep, :2], item[keep, :2]
    new_who[keep, 0], new_item[keep, 0] = speaker[keep], about[keep]
    return new_who, new_item
