"""Where to go when alone: up to somebody, for a drink, to a quieter place."""

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.commands import Do
from game.model.orders import Orders, join, orders
from game.model.people import NOBODY
from game.model.room.approach import Look, somewhere
from game.model.room.hall import Hall

WORTH_IT = -0.1  # wish above which one walks up to somebody
STROLL = 0.15  # chance, per look round, of going somewhere else meanwhile


def walk(hall: Hall, look: Look) -> Orders:
    """Commands of the free attendees after a look round."""
    p = hall.people
    approach = (look.best >= 0) & (look.value > np.float32(WORTH_IT)) & (look.avoid < 0)
    up = orders(look.who[approach], Do.APPROACH, to=look.best[approach])
    idle = ~approach & (look.avoid < 0) & (p.target[look.who] == NOBODY) & ~p.walking[look.who]
    who = look.who[idle]
    stroll = chance.uniform(p.key[who], Draw.IDLE, hall.tick) < np.float32(STROLL)
    strolls, wary = who[stroll], look.wary[idle][stroll]
    place = somewhere(hall, strolls, wary)
    return join([up, orders(strolls, Do.GO, to=place.astype(np.int32))])
