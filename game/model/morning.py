"""The morning after: the weeks begin with what the evening has left behind; neither venue knows of the other."""

import numpy as np

from game.model.columns import I64
from game.model.feed.net import Net
from game.model.feed.opening import PLAYER, in_rows
from game.model.world import World

_HELD = (  # columns of a tie that an audience holds about the player, too
    *("liking", "trust", "minutes", "met", "known", "common", "owed", "pitches", "praises", "unreturned"),
    *("hearsay", "card", "from_rule"),
)


def take_over(net: Net, world: World, hosts: I64 | None = None) -> None:
    """What the guests of the evening hold about the player, and the player about them, goes on from where it ended.

    `world` has the cast of `net` and its rooms; or one room, the evening of all the `hosts`, (R,), by whom the rooms
    of `net` are: each goes on with the others of that evening.
    """
    a, ties, n = net.audience, world.ties, world.cast.size
    if hosts is None:
        room, hosts = np.arange(net.rooms), np.full(net.rooms, PLAYER)
    else:
        room = np.zeros(net.rooms, np.int64)
    order = in_rows(n, hosts)
    row = (np.arange(net.rooms)[:, None] * net.capacity + np.arange(1, n)[None, :]).ravel()
    guest = (room[:, None] * world.capacity + order[:, 1:]).ravel()
    host = np.repeat(room * world.capacity + hosts, n - 1)
    theirs, mine = ties.index(guest, host), ties.index(host, guest)
    for name in _HELD:
        getattr(a, name)[row] = getattr(ties, name)[theirs]
    a.knows[row], a.held[row], a.mark[row] = ties.known[mine], ties.card[mine], ties.mark[mine]
    a.negativity[row] = world.people.negativity[guest]
    a.last[row] = np.where(a.met[row], 0, a.last[row])
    follows = a.met[row] & (a.liking[row] > 0)
    a.follows[row], a.since[row], a.followed[row] = follows, 0, follows
    _said_last(net, world, row, guest, host)


def _said_last(net: Net, world: World, row: I64, guest: I64, host: I64) -> None:
    """What one could still follow up on the morning after: the things the player heard last."""
    a, p = net.audience, world.people
    for slot in range(p.hook_who.shape[1]):
        hook = p.hook_who[host, slot] == guest
        a.said[row[hook]] = p.hook_item[host[hook], slot]
        a.said_at[row[hook]] = 0
