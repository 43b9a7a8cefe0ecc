"""What becomes of the cards on the first morning: lines to each, help, one mail to all of them, or nothing."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.model import orders
from game.model.acts import Act, Item
from game.model.feed.deeds import Deed
from game.model.feed.net import Net
from game.model.orders import Orders

MORNINGS: Final = ("nothing", "personal", "useful", "mass")
BREAKFAST: Final = 8  # the hour at which one sees to the cards


def deeds(net: Net, mornings: NDArray[np.int64]) -> Orders:
    """What everybody does at breakfast; `mornings`: of each room, by number of MORNINGS, (R,)."""

    def chose(morning: str) -> NDArray[np.bool_]:
        result: NDArray[np.bool_] = mornings == MORNINGS.index(morning)
        return result

    rooms = np.flatnonzero(chose("mass"))
    mass = orders.orders(rooms * net.capacity, Deed.MAIL, act=np.full(len(rooms), Act.PITCH, np.int8))
    return orders.join([_personal(net, _met(net, chose("personal"))), _useful(net, _met(net, chose("useful"))), mass])


def _met(net: Net, chose: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Whom those who chose so have met, the longest talks first."""
    who = np.flatnonzero(np.repeat(chose, net.capacity) & net.audience.met & net.audience.there)
    return who[np.argsort(-net.audience.minutes[who], kind="stable")]


def _personal(net: Net, who: NDArray[np.int64]) -> Orders:
    """A line to each about what they said; to whom nothing was heard from, a question."""
    said = net.audience.said[who]
    act = np.where(said >= Item.WORK, Act.FOLLOW_UP, Act.ASK_WORK)
    return _to(net, who, act, np.where(said >= Item.WORK, said, Item.WORK))


def _useful(net: Net, who: NDArray[np.int64]) -> Orders:
    """Help for those whose need is known and is what one has to give."""
    known = net.audience.knows[who] >> Item.NEED & 1 == 1
    who = who[known & (net.audience.need[who] == net.account.offer[net.room_of(who)])]
    return _to(net, who, np.full(len(who), Act.OFFER), Item.TOPIC + net.audience.need[who])


def _to(net: Net, who: NDArray[np.int64], act: NDArray[Any], item: NDArray[Any]) -> Orders:
    heads = net.room_of(who) * net.capacity
    to = who.astype(np.int32)
    return orders.orders(heads, Deed.MESSAGE, to=to, act=act.astype(np.int8), item=item.astype(np.int8))
