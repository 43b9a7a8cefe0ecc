"""The audience of the player as a crowd: nearer the more they care, turned away when they care no more."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.model.columns import F32
from game.model.feed import hearing
from game.model.feed.net import Net
from game.model.feed.outcomes import agreed
from game.session.crowd_view import CrowdView

MOST: Final = 30_000  # figures
MOST_FACES: Final = 40  # people who have a face
_CARDBOARD: Final = 2_000_000  # ids of bought followers, above all people


def crowd(net: Net, followers: int) -> CrowdView:
    """What the stage draws of the only room of a net; `followers` as the network counts."""
    a = net.audience
    who = np.flatnonzero(a.there & (a.follows | a.met))[:MOST]
    bought = min(MOST - len(who), int(net.account.bought[0]))
    opinion = np.minimum(np.float32(1), np.maximum(np.float32(0), (hearing.opinion(net, who) + 1) * np.float32(0.4)))
    given = np.minimum(np.float32(1), a.minutes[who] * np.float32(1 / net.feed.friend_minutes))
    near: F32 = (np.float32(0.4) * opinion * a.attention[who] + np.float32(0.6) * given * opinion).astype(np.float32)
    turned = a.muted[who] | (a.met[who] & ~a.follows[who] & (opinion < 0.2)) | (a.attention[who] <= 0.1)
    faces = np.flatnonzero((who < net.guests) & a.met[who])[:MOST_FACES]

    def with_bought(values: NDArray[Any], filled: float) -> NDArray[Any]:
        return np.concatenate([values, np.full(bought, filled, values.dtype)])

    return CrowdView(
        id=np.concatenate([a.id[who], _CARDBOARD + np.arange(bought, dtype=np.uint32)]).astype(np.uint32),
        near=with_bought(near, 0),
        turned=with_bought(turned, False),
        bought=np.arange(len(who) + bought) >= len(who),
        tie=with_bought(agreed(net)[who] > 0, False),
        awake=with_bought(net.awake(who), True),
        followers=followers,
        named=tuple((int(row), int(who[row])) for row in faces),
    )
