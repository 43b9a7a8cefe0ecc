"""What a player who follows a style decides about the people met."""

import numpy as np

from game.model import measures
from game.model.commands import Do
from game.model.orders import Orders, orders
from game.model.world import World


def decide(world: World) -> Orders:
    """Marks of all players no human plays, for everybody they met."""
    of, about = measures.pairs_of_players(world)
    auto = ~world.people.human[of]
    of, about = of[auto], about[auto]
    marks = measures.marks(world, of, about, lenient=True)
    some = np.flatnonzero(marks)
    return orders(of[some], Do.MARK, to=about[some].astype(np.int32), item=marks[some])
