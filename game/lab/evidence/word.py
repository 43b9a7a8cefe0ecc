"""What others say: negative word outlives positive, sources count, bad outweighs good (rows 19 to 21)."""

from dataclasses import dataclass

import numpy as np

from game.lab.evidence import rig
from game.lab.evidence.figures import Figure
from game.model.acts import Act, Item
from game.model.columns import F32, Bool
from game.model.params import Params
from game.model.room import feelings
from game.model.world import World

ROOMS = 200
SUBJECT, ONE, TWO, HEARER = range(4)
FELT = 1.0  # sd: opinion the tellers hold
LASTS_MIN = 10.0  # of getting to know the subject oneself
STILL_FELT = 0.1  # sd
BAD, GOOD = slice(0, ROOMS), slice(ROOMS, 2 * ROOMS)


@dataclass(frozen=True)
class Word:
    """Mean shifts of the hearer's opinion in sd, and shares of hearers."""

    independent: float  # bad word of two who know
    dependent: float  # bad word of one who knows and one who has it from him
    stranger: float  # bad word of one
    rival: float  # …of one who sells the same
    good: float  # good word of two who know
    bad_lasts: float  # share still moved by one bad word after getting to know the subject
    good_lasts: float  # …by one good word
    heard_out: float  # liking of a speaker for a listener who took it in, a turn
    not_heard: float  # …who did not


def measure(seed: int, params: Params) -> Word:
    """All experiments with word of mouth."""
    stranger, rival = (shift(_one_source(seed, params, rival=is_rival)) for is_rival in (False, True))
    shifts = shift(_told_by(seed, params, ONE, TWO))
    last = lasts(_told_by(seed, params, ONE))
    return Word(
        independent=float(shifts[BAD].mean()),
        dependent=float(shift(_second_hand(seed, params)).mean()),
        stranger=float(stranger.mean()),
        rival=float(rival.mean()),
        good=float(shifts[GOOD].mean()),
        bad_lasts=float(last[BAD].mean()),
        good_lasts=float(last[GOOD].mean()),
        heard_out=_listened_to(seed, params, attention=1.0),
        not_heard=_listened_to(seed, params, attention=0.0),
    )


def company(seed: int, params: Params, times: int = 1) -> World:
    """A subject, two who could tell of him, and one who does not know him; all ears. The same people `times` over."""
    world = rig.strangers(4, [*range(seed, seed + ROOMS)] * times, 60, rig.agreed(params))
    world.log.on = False
    world.people.offer[:] = -1
    world.people.memory[:] = 1.0
    return world


def knows(world: World, seat: int, liking: "F32 | float") -> None:
    """The one at a seat has met the subject, and thinks that of him."""
    ties = world.ties
    row = ties.index(rig.seats(world, seat), rig.seats(world, SUBJECT))
    ties.met[row], ties.liking[row] = True, liking
    ties.known[row] |= np.uint32(1 << Item.NAME)


def tell(world: World, teller: int, hearer: int) -> None:
    """One tells another of the subject."""
    rig.gather(world, teller, hearer)
    rig.say(world, teller, Act.GOSSIP, to=hearer, about=SUBJECT)
    rig.disperse(world, teller)


def shift(world: World) -> F32:
    """What the hearer, who has never met the subject, has come to think of him. (rooms,)"""
    return feelings.opinion(world, rig.seats(world, HEARER), rig.seats(world, SUBJECT))


def _one_source(seed: int, params: Params, *, rival: bool) -> World:
    world = company(seed, params)
    if rival:
        for seat in (SUBJECT, ONE):
            world.people.offer[rig.seats(world, seat)] = 0
    knows(world, ONE, -FELT)
    tell(world, ONE, HEARER)
    return world


def _told_by(seed: int, params: Params, *tellers: int) -> World:
    """Some who know the subject tell of him: in half of the rooms they think badly of him, in the other half well."""
    world = company(seed, params, times=2)
    felt = np.full(world.rooms, -FELT, dtype=np.float32)
    felt[GOOD] = FELT
    for teller in tellers:
        knows(world, teller, felt)
        tell(world, teller, HEARER)
    return world


def _second_hand(seed: int, params: Params) -> World:
    """The second teller has it from the first."""
    world = company(seed, params)
    knows(world, ONE, -FELT)
    tell(world, ONE, TWO)
    tell(world, ONE, HEARER)
    tell(world, TWO, HEARER)
    return world


def lasts(world: World) -> Bool:
    """In which rooms the word still moves the hearer after they have talked to the subject themselves."""
    hearer, subject = rig.seats(world, HEARER), rig.seats(world, SUBJECT)
    rig.gather(world, HEARER, SUBJECT)
    rig.run(world, LASTS_MIN)
    rig.disperse(world, HEARER)
    word = feelings.opinion(world, hearer, subject) - rig.liking(world, HEARER, SUBJECT)
    still: Bool = np.abs(word) > STILL_FELT
    return still


def _listened_to(seed: int, params: Params, *, attention: float) -> float:
    """How a speaker's liking moves when the other takes in what is told, or does not."""
    world = company(seed, params)
    world.people.memory[:] = attention
    rig.gather(world, ONE, TWO)
    before = rig.liking(world, ONE, TWO)
    rig.say(world, ONE, Act.SHARE, to=TWO, item=Item.WORK)
    return float((rig.liking(world, ONE, TWO) - before).mean())


def figures(found: list[Word]) -> list[Figure]:
    """Rows 19 (how long it lasts), 20 and 21."""
    w = found[0]
    return [
        Figure(
            19,
            "still moved by the word after ten minutes' acquaintance: bad less good",
            w.bad_lasts - w.good_lasts,
            0.05,
        ),
        Figure(20, "two who know over one and his echo, times the shift", w.independent / w.dependent, 1.1),
        Figure(20, "a rival's bad word over another's, times the shift", w.rival / w.stranger, high=0.9),
        Figure(21, "bad word over good of the same size, times the shift", -w.independent / w.good, 1.5, 3),
        Figure(21, "not listening over listening, times the liking", -w.not_heard / w.heard_out, 1.5, 3),
    ]
