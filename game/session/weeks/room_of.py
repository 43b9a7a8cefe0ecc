"""One room of a batch as a net of its own, on the same arrays."""

from copy import copy
from typing import TypeVar

from game.model.columns import Table
from game.model.feed.net import Net

AnyTable = TypeVar("AnyTable", bound=Table)


def room_of(net: Net, room: int) -> Net:
    """To look at and never to be stepped: ids count from its player, and its tick is set by whoever steps the batch."""
    one = copy(net)
    one.rooms = 1
    one.audience = _part(net.audience, room * net.capacity, net.capacity)
    one.account = _part(net.account, room, 1)
    return one


def _part(table: AnyTable, first: int, rows: int) -> AnyTable:
    """Rows of a table, the same memory: rules write into columns and never put others in their place."""
    part = copy(table)
    part.rows = rows
    for name, column in table.arrays().items():
        setattr(part, name, column[first : first + rows])
    return part
