"""Telling about the absent, and introducing: how word of a third person reaches a hearer."""

from typing import TYPE_CHECKING

import numpy as np

from game.model.acts import Act, Item
from game.model.columns import F32, I32, I64, Bool
from game.model.events import Event
from game.model.room.hall import Hall
from game.model.room.witness import Audience
from game.model.social import reputation

if TYPE_CHECKING:
    from game.model.room.turns import Turns


def spread(hall: Hall, turns: "Turns", here: Audience) -> None:
    """Each hearer of gossip or of an introduction hears of the third person."""
    act, about = turns.act[here.turn], turns.about[here.turn]
    subject = (about >= 0) & (about != here.hearer) & here.noticed & hall.automatic(here.hearer)
    tells = np.flatnonzero((act == Act.GOSSIP) & subject)
    if len(tells):
        _tell(hall, here.speaker[tells], here.hearer[tells], about[tells].astype(np.int64))
    brings = np.flatnonzero((act == Act.INTRODUCE) & (about >= 0) & (about != here.hearer))
    if len(brings):
        h, x = here.hearer[brings], about[brings].astype(np.int64)
        hall.ties.known[hall.ties.index(h, x)] |= np.uint32(1 << Item.NAME | 1 << Item.OFFER)
        worth = np.full(len(h), hall.params.vouch, dtype=np.float32)
        mind = hall.automatic(h)
        first_hand = np.ones(len(h), dtype=np.bool_)
        _enter(hall, h[mind], x[mind], here.speaker[brings][mind].astype(np.int32), worth[mind], first_hand[mind])


def _tell(hall: Hall, teller: I64, hearer: I64, about: I64) -> None:
    """First-hand opinion under the teller's own name; what he only heard, under its source's name and weaker."""
    p, ties, pr = hall.people, hall.ties, hall.params
    own = ties.index(teller, about)
    first_hand = ties.met[own]
    word = reputation.strength(ties.liking[own], ties.trust[ties.index(hearer, teller)], p.negativity[hearer], pr)
    rival = (p.offer[teller] >= 0) & (p.offer[teller] == p.offer[about]) & (word < 0)
    word = np.where(rival, word * np.float32(pr.rival), word)
    loudest = np.abs(ties.word[own]).argmax(axis=1)
    row = np.arange(len(own))
    passed_on = ties.word[own, loudest[row]] * np.float32(pr.relay)
    source = np.where(first_hand, teller, ties.source[own, loudest[row]]).astype(np.int32)
    worth = np.where(first_hand, word, passed_on)
    valid = (source >= 0) & (source != hearer)
    _enter(hall, hearer[valid], about[valid], source[valid], worth[valid], first_hand[valid])
    hall.log.event(Event.TOLD, teller[valid], other=hearer[valid], about=about[valid], value=worth[valid])


def _enter(hall: Hall, hearer: I64, about: I64, source: I32, worth: F32, first_hand: Bool) -> None:
    ties = hall.ties
    rows = ties.index(hearer, about)
    ties.source[rows], ties.word[rows], _ = reputation.remember_source(
        ties.source[rows], ties.word[rows], source, worth, ~first_hand
    )
    ties.hearsay[rows] = reputation.net_word(ties.word[rows], hall.params)
