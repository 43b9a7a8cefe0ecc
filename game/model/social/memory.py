"""What is taken in when somebody speaks: bits of knowledge, and things one could follow up on."""

import numpy as np

from game.model.acts import Act, Item
from game.model.columns import I8, I32, U32, Bool


def told(act: I8, item: I8, interests: U32, shows_offer: Bool) -> U32:
    """Bits a listener learns of the speaker from an act on an item; `interests` of the speaker. (n,)

    Telling about a topic shows an interest only where there is one; a story is worth knowing in any case.
    """
    bit = np.left_shift(np.uint32(1), np.maximum(item, 0).astype(np.uint32))
    topic = np.where(item >= Item.STORY, item - Item.STORY, item - Item.TOPIC)
    on_topic = item >= Item.TOPIC
    topic_bit = np.left_shift(np.uint32(1), np.maximum(topic, 0).astype(np.uint32))
    interested = (interests & topic_bit) > 0
    shows = np.where(on_topic & interested, topic_bit << np.uint32(Item.TOPIC), np.uint32(0))
    says = (act == Act.ANSWER) | (act == Act.SHARE)
    fact = np.where(on_topic & (item < Item.STORY) & ~interested, np.uint32(0), bit) | shows
    fact |= np.where((item == Item.WORK) & shows_offer, np.uint32(1 << Item.OFFER), np.uint32(0))
    known = np.where(says & (item >= 0), fact, np.uint32(0))
    sold = np.uint32(1 << Item.OFFER | 1 << Item.WORK)
    known |= np.where(act == Act.PITCH, sold, np.uint32(0))
    known |= np.where(act == Act.OFFER, np.uint32(1 << Item.OFFER), np.uint32(0))
    result: U32 = known.astype(np.uint32)
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
