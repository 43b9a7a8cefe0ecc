"""What an evening with many humans came to, for the wall: figures of each, and nothing anybody thinks of anybody."""

from dataclasses import dataclass

import numpy as np

from game.session.party import Party

_COUNTS = (
    *("cards", "met", "relationships", "friends", "business", "referrals"),
    *("reached", "asked", "followed_up", "pitches"),
)


@dataclass(frozen=True, slots=True)
class FiguresOf:
    """One player's evening in numbers, as the lab counts them."""

    cards: int
    met: int
    relationships: int
    friends: int
    business: int
    referrals: int
    reached: int
    asked: int
    followed_up: int
    pitches: int
    evaded: float  # share of opportunities in which somebody free moved off, turned away or closed ranks
    approached: float  # openings by others, per minute of being free


def cards(party: Party) -> dict[int, int]:
    """By player: how many cards they hold by now. Cheap: it is asked all evening long."""
    world, size = party.world, len(party.roster.people())
    players = np.array(party.players)
    held = world.ties.card[world.ties.index(players[:, None], np.arange(size)[None, :])]
    return dict(zip(party.players, held.sum(axis=1).tolist(), strict=True))


def figures(party: Party) -> dict[int, FiguresOf]:
    """By player, once the evening is over and everybody has decided."""
    found, people = party.results(), party.world.people
    columns = [getattr(found, name).tolist() for name in _COUNTS]
    evaded, chances, openings, free_s = (
        getattr(people, name)[found.who].sum(axis=1) for name in ("evaded", "opportunities", "approached", "free_s")
    )
    columns += [(evaded / np.maximum(1, chances)).tolist(), (openings / np.maximum(0.25, free_s / 60)).tolist()]
    return {who: FiguresOf(*row) for who, row in zip(found.who.tolist(), zip(*columns, strict=True), strict=True)}
